"""Fill-in questions: where their blanks are, and what each takes (interop 3.5)."""

import re

from exams.interop.question import Answer, Part

_MARK = re.compile(r"[（(][\s\u3000_＿]*[)）]|【[\s\u3000_＿]*】|_{2,}|＿+|(?<![A-Za-z0-9_])_(?![A-Za-z0-9_])")
_PLACE = re.compile(r"\{#[0-9]+\}")
_NUMBERED = re.compile(r"(?:^|[\s;；])(?:[(（]([0-9]{1,2})[)）]|([①-⑳]|[0-9]{1,2}[.．、](?![0-9])))\s*")
_LOOSE = tuple(re.compile(signs) for signs in (r"\s*\n\s*", r"\s*[;；]\s*", r"\s*、\s*", r"\s*[,，]\s*", r"\s+"))
_SIGNS = re.compile(r"[\\|;｜；]")
_ESCAPED = re.compile(r"\\([\\|;｜；])")


def count_blanks(stem: str) -> int:
    """How many blanks a text shows: ___, （ ）, 【 】."""
    return len(_MARK.findall(stem))


def has_blank(stem: str) -> bool:
    """True where a text shows a blank."""
    return _MARK.search(stem) is not None


def blank_answers(text: str, blanks: int) -> list[list[str]]:
    """The accepted answers of each blank: bars between blanks, semicolons between alternatives.

    Where bars do not give as many as there are blanks, any sign does that gives exactly so many.
    """
    groups = split_escaped(text, "|｜")
    if len(groups) == 1 and blanks > 1:
        groups = _loosely(text, blanks) or groups
        if len(groups) == blanks:
            return [[unescaped(one)] for one in groups]
    return [[unescaped(one) for one in split_escaped(group, ";；") if one] for group in groups]


def split_escaped(text: str, signs: str) -> list[str]:
    """Parts between signs that no backslash stands before; the backslashes stay."""
    parts, place, at = [], 0, 0
    while at < len(text):
        if text[at] == "\\" and _SIGNS.match(text, at + 1):
            at += 2
            continue
        if text[at] in signs:
            parts.append(text[place:at].strip())
            place = at + 1
        at += 1
    return [*parts, text[place:].strip()]


def unescaped(text: str) -> str:
    """A text without the backslashes of `escaped`."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def escaped(text: str) -> str:
    """A text in which the signs between answers are its own."""
    return _SIGNS.sub(lambda found: f"\\{found[0]}", text)


def _loosely(text: str, blanks: int) -> list[str]:
    numbered = [one.strip(" ;；,，、。\n") for one in _NUMBERED.split(text)[3::3]]
    if len(numbered) == blanks and all(numbered):
        return numbered
    for sign in _LOOSE:
        parts = [one for one in sign.split(text.strip(" ;；,，、。\n")) if one]
        if len(parts) == blanks:
            return parts
    return []


def with_places(stem: str, count: int) -> str:
    """The text with its blanks as `{#1}`, `{#2}`, …; those it does not show stand at its end."""
    shown = 0

    def numbered(_: re.Match[str]) -> str:
        nonlocal shown
        shown += 1
        return f"{{#{shown}}}"

    text = _MARK.sub(numbered, stem)
    return text + "".join(f" {{#{number}}}" for number in range(shown + 1, count + 1))


def without_places(stem: str) -> str:
    """The text with every `{#n}` as brackets to write in."""
    return _PLACE.sub("（ ）", stem)


def parts_of(answers: list[list[str]]) -> tuple[Part, ...]:
    """One short answer a blank, each alternative with the whole mark."""
    return tuple(Part("shortanswer", tuple(Answer(one, 1.0) for one in blank)) for blank in answers)
