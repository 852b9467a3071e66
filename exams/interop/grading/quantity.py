"""Numbers as people and files write them, exactly: fractions, never floats."""

import re
from decimal import Decimal
from fractions import Fraction

NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")

_LONGEST = 400
_FARTHEST = 400


def exact(value: object) -> Fraction | None:
    """The number a value stands for, or None; more than 400 characters or places from the point are none."""
    match value:
        case bool() | None:
            return None
        case Fraction():
            return value
        case int() | Decimal() | float() | str():
            return _read(str(value).strip())
    return None


def _read(text: str) -> Fraction | None:
    if len(text) > _LONGEST or not NUMBER.fullmatch(text):
        return None
    number = Decimal(text)
    exponent = number.as_tuple().exponent
    if number and isinstance(exponent, int) and abs(exponent) > _FARTHEST:
        return None
    return Fraction(number) if number else Fraction(0)
