"""Certificate numbers: `<branch>-<year>-<6 digits>-<check>`, the check character after ISO/IEC 7064, MOD 37,36.

The hybrid system MOD 37,36 finds every single wrong character and every swap of two neighbours
among 0-9 and A-Z. Hyphens do not count.
"""

import re

from certificates.errors import BadNumber, NumbersUsedUp

NUMBER_MOST = 24
SEQUENCE_MOST = 999_999
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHAPE = re.compile(r"([A-Z0-9-]{2,12})-(\d{4}|\d{2})-(\d{6})-([0-9A-Z])", re.ASCII)


def check_character(text: str) -> str:
    """The MOD 37,36 check character of the letters and digits in `text`."""
    product = 36
    for char in text.replace("-", ""):
        total = (product + _ALPHABET.index(char)) % 36 or 36
        product = total * 2 % 37
    return _ALPHABET[(37 - product) % 36]


def certificate_number(branch: str, year: int, sequence: int) -> str:
    """The number of a branch's `sequence`-th certificate of a year.

    A branch code of 11 or 12 characters leaves room for the last two digits of the year only.
    """
    if not 1 <= sequence <= SEQUENCE_MOST:
        raise NumbersUsedUp(branch=branch, year=year)
    body = f"{branch}-{year:04d}-{sequence:06d}"
    if len(body) + 2 > NUMBER_MOST:
        body = f"{branch}-{year % 100:02d}-{sequence:06d}"
    return check_number(f"{body}-{check_character(body)}")


def check_number(text: str) -> str:
    """The number itself; raises `BadNumber` for a wrong form or check character."""
    found = _SHAPE.fullmatch(text)
    if not found or len(text) > NUMBER_MOST or check_character(text[:-2]) != text[-1]:
        raise BadNumber(number=text[:40])
    return text
