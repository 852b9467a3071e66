"""Numbers as PHP reads them from a text and as they are written back."""

import re

from exams.interop.texts import BLANK

_NUMERIC = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_MOST_DIGITS = 400


def as_number(text: str) -> float | None:
    """What PHP's is_numeric takes, white space around it too: no comma, no hexadecimal, no infinity; else None."""
    text = text.strip(BLANK)
    if len(text) > _MOST_DIGITS or not _NUMERIC.fullmatch(text):
        return None
    number = float(text)
    return None if abs(number) == float("inf") else number


def as_text(number: float) -> str:
    """The shortest decimal that reads back as the same number; whole numbers without a point."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(number)


def share(percent: float) -> float:
    """A percentage as a fraction; 33.33333 is 0.3333333, not 0.33333329999999994."""
    return round(percent / 100, 12)
