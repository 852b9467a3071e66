"""The larger numbers a text states, in digits or in Chinese characters, so that two languages can be compared."""

import re
from collections.abc import Iterator
from fractions import Fraction

from exams.content.sums import numbers

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"亿": 10**8, "万": 10**4}
_MARKS = tuple((_MYRIADS | {"千": 1000, "百": 100, "十": 10}).items())
_ANY_DIGIT = "".join(_DIGITS)
_RUN = re.compile(
    rf"(?:(?P<base>[百千万])分之)?(?P<digits>\d*)(?P<whole>[{''.join([*_DIGITS, *_TENS, *_MYRIADS])}]+)"
    rf"(?:点(?P<rest>[{_ANY_DIGIT}]+)(?P<scale>[万亿])?|块(?P<tenths>[{_ANY_DIGIT}])毛(?P<cents>[{_ANY_DIGIT}])?)?"
    rf"(?P<share>[折成](?P<more>[{_ANY_DIGIT}])?)?"
)
_BASES = {"百": 100, "千": 1000, "万": 10_000}
_SMALLEST = 1000
_YEARS = range(1900, 2100)


def stated(text: str) -> frozenset[Fraction]:
    """Numbers in digits that carry a figure: 1,000 or more, decimals, percentages; years and times left out."""
    return frozenset(
        piece.value
        for piece in numbers(text)
        if (piece.value >= _SMALLEST or piece.step < 1) and not (piece.value in _YEARS and piece.text.isdigit())
    )


def in_characters(text: str) -> frozenset[Fraction]:
    """Numbers in Chinese characters: 二十万, 百分之零点二, 六折."""
    return frozenset(value for found in _RUN.finditer(text) for value in _values(found))


def _values(found: re.Match[str]) -> Iterator[Fraction]:
    """What a run of characters may mean: 七折 is both 70% and 30% off."""
    value = Fraction(_whole(found["whole"]))
    if found["digits"]:
        value = Fraction(found["digits"]) * (_MYRIADS | _TENS).get(found["whole"][0], 1)
    rest = found["rest"] or (found["tenths"] or "") + (found["cents"] or "") or found["more"] or ""
    value = (value + _decimals(rest)) * _MYRIADS.get(found["scale"] or "", 1)
    if found["base"]:
        value /= _BASES[found["base"]]
    if found["share"]:
        value /= 10 if value < min(_TENS.values()) else 100
        yield 1 - value
    yield value


def _decimals(characters: str) -> Fraction:
    digits = "".join(str(_DIGITS[character]) for character in characters)
    return Fraction(int(digits or "0"), 10 ** len(digits))


def _whole(text: str) -> int:
    """A whole number, a last digit alone standing for the next unit: 六万三 is 63,000."""
    for mark, size in _MARKS:
        head, found, tail = text.partition(mark)
        if found:
            short = len(tail) == 1 and size > min(_TENS.values()) and _DIGITS.get(tail, 0)
            return (_whole(head) or 1) * size + (_DIGITS[tail] * size // 10 if short else _whole(tail))
    return int("".join(str(_DIGITS[character]) for character in text) or "0")
