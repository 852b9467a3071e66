"""What typing adds around a line of a paper: signs of Markdown, and the type in brackets before or after a question."""

import re

from exams.interop.sheets.kinds import heading_kind, kind_of
from exams.interop.sheets.labels import label_of
from exams.interop.text_lines import field_of, number_of

_ADDED = frozenset("-*+•·#_>选")
"""What a line begins with that there is anything to take off."""
_LISTED = re.compile(r"[-*+•·]\s+")
_QUOTED = re.compile(r">\s*")
_TITLE = re.compile(r"#{1,6}\s+")
_BOLD = re.compile(r"(\*\*|__)(.+?)\1")
_NAMED_OPTION = re.compile(r"选项\s*(?=[A-HＡ-Ｈ]\s*[.．、:：)）])")
_OPENING = r"[(（\[【［]\s*"
_CLOSING = r"\s*[)）\]】］]"
_TYPE = r"(?:单|多|不定项|单项|多项)?选(?:择)?题?|判断题?|填空题?|简答题?|问答题?|论述题?|名词解释题?"
_BEFORE = re.compile(rf"_?{_OPENING}({_TYPE}){_CLOSING}_?\s*[:：]?\s*")
_POINTS = r"(?:[\s,，、]*[0-9]{1,3}(?:\.[0-9]{1,2})?\s*分)?"
_AFTER = re.compile(rf"\s*{_OPENING}({_TYPE}){_POINTS}{_CLOSING}(\s*\*)?\s*$")


def tidy(line: str) -> str:
    """The line without signs of a list, a title or bold type where a question, an option or a field stands in them."""
    if line[:1] not in _ADDED:
        return line
    for sign in (_QUOTED, _LISTED, _TITLE):
        found = sign.match(line)
        if found and _says(line[found.end() :]):
            line = line[found.end() :]
    named = _NAMED_OPTION.match(line)
    if named:
        return line[named.end() :]
    bold = _BOLD.match(line)
    return f"{bold[2]}{line[bold.end() :]}" if bold and _says(line) else line


def _says(text: str) -> bool:
    """True for the beginning of a question or an option, a field, or a heading of types."""
    bold = _BOLD.match(text)
    plain = f"{bold[2]}{text[bold.end() :]}" if bold else text
    return bool(
        number_of(plain)[0]
        or label_of(plain)
        or (field_of(plain)[0] and not field_of(plain)[1])
        or heading_kind(plain)
        or _BEFORE.match(plain)
    )


def type_before(text: str) -> tuple[str, str]:
    """The type that a text begins with in brackets, and the rest of it; an empty type for none."""
    found = _BEFORE.match(text)
    return (kind_of(found[1]), text[found.end() :]) if found else ("", text)


def type_after(text: str) -> tuple[str, str]:
    """The type that a text ends with in brackets, as survey sites write it, and the text before it."""
    found = _AFTER.search(text)
    return (kind_of(found[1]), text[: found.start()]) if found and found.start() else ("", text)
