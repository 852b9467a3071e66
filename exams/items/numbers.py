"""Numbers as people type them, read strictly: never `int()` or `Decimal()` on unchecked text."""

import re
import unicodedata
from decimal import Decimal

from exams.items.errors import BadNumber

MAX_LENGTH = 64

UNITS = frozenset(
    {"%", "‰", "元", "秒", "分", "分钟", "小时", "天", "日", "次", "通", "人", "份", "个", "点", "岁", "月", "年"}
    | {"s", "sec", "second", "seconds", "min", "minute", "minutes", "h", "hour", "hours", "day", "days", "d"}
    | {"yuan", "cny", "rmb", "call", "calls", "agent", "agents", "person", "people", "point", "points"}
    | {"share", "shares", "erl", "erlang", "erlangs", "month", "months", "year", "years"}
)
"""Units that may follow a number; none of them scales it, so 万元 is not among them."""

_HIDDEN = re.compile("[\\x00\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]")
"""Signs that nobody sees: a person must be told of them, as the number looks right (security design, 7.4)."""

_PLAIN = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,6})?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3}){1,4}(\.[0-9]{1,6})?")
_WITH_UNIT = re.compile(r"([+\-0-9.,]+) *([^+\-0-9.,\s]*)")


def parse_number(text: str) -> Decimal:
    """The number a person typed: full-width forms, thousands commas in their places, one known unit at the end."""
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _HIDDEN.search(text):
        raise BadNumber(type="numerical", reason="hidden")
    if len(text) > MAX_LENGTH or not all(_plain_or_wide(character) for character in text):
        raise BadNumber(type="numerical", reason="no_number")
    found = _WITH_UNIT.fullmatch(unicodedata.normalize("NFKC", text).strip(" "))
    if found is None:
        raise BadNumber(type="numerical", reason="no_number")
    digits, unit = found.groups()
    if unit and unit.casefold() not in UNITS:
        raise BadNumber(type="numerical", reason="unit", unit=unit)
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    raise BadNumber(type="numerical", reason="no_number")


def is_decimal(text: str) -> bool:
    """True for plain ASCII decimal text as files and papers carry it: no commas, no unit."""
    return _PLAIN.fullmatch(text) is not None


def decimal_text(number: Decimal) -> str:
    """A number without an exponent, its digits as they are."""
    return format(number, "f")


def shown_number(text: str) -> str:
    """Decimal text as people read it: thousands in groups, 50,000.00; other text as it is."""
    if not is_decimal(text):
        return text
    whole, point, rest = text.partition(".")
    sign = whole[: len(whole) - len(whole.lstrip("+-"))]
    return f"{sign}{int(whole[len(sign) :]):,}{point}{rest}"


def _plain_or_wide(character: str) -> bool:
    """ASCII, full-width forms and letters: superscripts, circled and foreign digits would change their value."""
    return character.isascii() or unicodedata.east_asian_width(character) == "F" or _is_unit_sign(character)


def _is_unit_sign(character: str) -> bool:
    return any(character in unit for unit in UNITS)
