"""Answer cells: the letters of options, and the words for true and false (interop 3.5)."""

import re
from collections.abc import Sequence
from string import ascii_uppercase

from exams.interop.sheets.cells import folded
from exams.interop.sheets.labels import without_label
from exams.interop.truth_words import FALSE_WORDS, TRUE_WORDS

_TRUE = frozenset(map(folded, (*TRUE_WORDS, "✔", "☑", "勾", "对的", "正确的", "1")))
_FALSE = frozenset(map(folded, (*FALSE_WORDS, "✘", "X", "叉", "错的", "错误的", "不对", "不正确", "非", "0", "╳", "✖")))
_BETWEEN = re.compile(r"[\s,，、;；|｜┋/和及+&.．。]+")
_AROUND = re.compile(r"^(?:正确|标准|参考)?答案\s*(?:[:：是为]|$)\s*|^[选应]\s*(?=[A-Z])|[()（）【】\[\]\"“”]")
_TEXTS = re.compile(r"\s*[|｜┋\n;；]\s*")
_END = re.compile(r"[。.．;；!！]+$")


def truth_of(text: str) -> bool | None:
    """What a word says of a statement; None where it says neither."""
    word = _END.sub("", _AROUND.sub("", folded(text)).strip())
    if word in _TRUE:
        return True
    return False if word in _FALSE else None


def truth_options(options: Sequence[str]) -> tuple[bool, bool] | None:
    """What two options say where they are the words for true and false, in their order; else None."""
    if len(options) != 2:
        return None
    first, second = map(truth_of, options)
    if first is None or second is None or first is second or any(one in "01" for one in options):
        return None
    return first, second


def key_of(text: str, options: Sequence[str]) -> str:
    """The letters of the right options in the order of the alphabet; empty where the text names no options.

    Letters with or without signs between them, numbers from 1, or the texts of the options.
    """
    if text.isascii() and text.isalpha() and text.isupper() and max(text) <= _last(options):
        return "".join(sorted(set(text)))
    said = _AROUND.sub("", folded(text)).strip()
    letters = _BETWEEN.sub("", said)
    if letters and letters.isascii() and letters.isalpha() and not _is_an_option(text, options):
        return "".join(sorted(set(letters)))
    return _by_text(text, options) or _by_number(said, len(options))


def _last(options: Sequence[str]) -> str:
    """The letter of the last option; what stands behind the 26th has none."""
    return ascii_uppercase[: len(options)][-1:] or "Z"


def _is_an_option(text: str, options: Sequence[str]) -> bool:
    """True for a word in letters beyond those of the options that is itself an option, such as TRUE or CVV."""
    word = folded(text)
    return any(sign > _last(options) for sign in word) and word in map(folded, options)


def _by_number(said: str, count: int) -> str:
    parts = [part for part in _BETWEEN.split(said) if part]
    if len(parts) == 1 and len(said) > 1 and (not said.isdigit() or int(said[:9]) > count):
        parts = list(said)
    if not parts or not all(part.isascii() and part.isdigit() and len(part) < 3 for part in parts):
        return ""
    places = {int(part) for part in parts}
    if 0 in places:
        return ""
    return "".join(ascii_uppercase[place - 1 : place] for place in sorted(places))


def _by_text(text: str, options: Sequence[str]) -> str:
    known: dict[str, int] = {}
    for place, option in enumerate(options):
        known.setdefault(folded(option), place)
    for parts in ([text], _TEXTS.split(text)):
        places = [_place(part, known) for part in parts if part.strip()]
        found = {place for place in places if place is not None}
        if places and None not in places and max(found) < len(ascii_uppercase):
            return "".join(ascii_uppercase[place] for place in sorted(found))
    return ""


def _place(text: str, known: dict[str, int]) -> int | None:
    whole = known.get(folded(text))
    if whole is not None:
        return whole
    return next((at for word, at in known.items() if word and folded(without_label(text, at)) == word), None)
