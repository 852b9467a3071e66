"""Comparing a short answer with a pattern in which `*` stands for any run of characters; linear in the text."""

import re
import unicodedata
from typing import Literal

_STARS = re.compile(r"(?<!\\)\*+")
_TRIMMED = " \t\n\r\0\x0b"


def matches(text: str, pattern: str, *, usecase: bool = False, nfkc: bool = False) -> bool:
    """The whole trimmed text fits; `\\*` is a star itself, no `*` reaches over a line break, both read in NFC."""
    form: Literal["NFC", "NFKC"] = "NFKC" if nfkc else "NFC"
    text = unicodedata.normalize(form, text).strip(_TRIMMED)
    bits = [bit.replace("\\*", "*") for bit in _STARS.split(unicodedata.normalize(form, pattern))]
    if not usecase:
        text, bits = fold(text), [fold(bit) for bit in bits]
    return _fits(text, bits)


def fold(text: str) -> str:
    """Letters without case, one for one: ß stays apart from ss."""
    return "".join(map(_fold_letter, text)) if not text.isascii() else text.lower()


def _fold_letter(letter: str) -> str:
    return next((form for form in (letter.casefold(), letter.lower()) if len(form) == 1), letter)


def _fits(text: str, bits: list[str]) -> bool:
    first, *middle = bits
    if not middle:
        return text == first
    last = middle.pop()
    end = len(text) - len(last)
    if not (text.startswith(first) and text.endswith(last) and len(first) <= end):
        return False
    at = len(first)
    for bit in middle:  # the earliest place is as good as any: no later one is reached over a line break
        found = text.find(bit, at, end)
        if found < 0 or "\n" in text[at:found]:
            return False
        at = found + len(bit)
    return "\n" not in text[at:end]
