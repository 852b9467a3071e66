"""The calculator of the exam: an expression as a person types it, worked out in decimals. Nothing is executed."""

import re
import unicodedata
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException

from exams.items.errors import BadCalculation

MOST_CHARACTERS = 200
MOST_DEPTH = 40
DIGITS = 12
"""Digits of a shown result; inside there are 28."""

_EXACT = Context(prec=28, rounding=ROUND_HALF_UP, Emax=999, Emin=-999)
_SHOWN = Context(prec=DIGITS, rounding=ROUND_HALF_UP)
_TOKEN = re.compile(r"\s*(?:([0-9][0-9,]*\.?[0-9]*|\.[0-9]+)|([-+*/()^%]))")
_SIGN = "+-*/()^%"
_SIGNS = str.maketrans({"×": "*", "x": "*", "X": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "‰": "?"})
_WORK: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": _EXACT.add,
    "-": _EXACT.subtract,
    "*": _EXACT.multiply,
    "/": _EXACT.divide,
}


def calculated(text: str) -> str:
    """What the calculator shows for + − × ÷ ( ) ^ and a % behind a number; raises `BadCalculation`."""
    return _shown(calculate(text))


def calculate(text: str) -> Decimal:
    """The exact value, to 28 digits; raises `BadCalculation`."""
    tokens = _tokens(text)
    try:
        value = _Reader(tokens).whole()
    except DecimalException as fault:
        raise BadCalculation(reason="range") from fault
    return value


def _shown(value: Decimal) -> str:
    """At most 12 digits, no exponent, no empty decimals."""
    if value and not -DIGITS < value.adjusted() < 2 * DIGITS:
        raise BadCalculation(reason="range")
    text = format(_SHOWN.plus(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _tokens(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS).strip().removesuffix("=")
    if not plain.strip() or len(plain) > MOST_CHARACTERS:
        raise BadCalculation(reason="empty" if not plain.strip() else "long")
    tokens, at = [], 0
    while plain[at:].strip():
        found = _TOKEN.match(plain, at)
        if found is None:
            raise BadCalculation(reason="sign", sign=plain[at:].strip()[0])
        tokens.append((found[1] or found[2]).replace(",", ""))
        at = found.end()
    return tokens


class _Reader:
    """Brackets first, then ^, the sign before a number, × and ÷, + and − from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self._rest = tokens
        self._depth = 0

    def whole(self) -> Decimal:
        value = self._sum()
        if self._rest:
            raise BadCalculation(reason="form")
        return value

    def _next(self, signs: str) -> str:
        return self._rest.pop(0) if self._rest and self._rest[0] in signs else ""

    def _sum(self) -> Decimal:
        value = self._product()
        while sign := self._next("+-"):
            value = _WORK[sign](value, self._product())
        return value

    def _product(self) -> Decimal:
        value = self._signed()
        while sign := self._next("*/"):
            other = self._signed()
            if sign == "/" and not other:
                raise BadCalculation(reason="zero")
            value = _WORK[sign](value, other)
        return value

    def _signed(self) -> Decimal:
        sign = self._next("+-")
        if not sign:
            return self._power()
        self._deeper()
        value = self._signed()
        self._depth -= 1
        return _EXACT.minus(value) if sign == "-" else value

    def _power(self) -> Decimal:
        base = self._percent()
        if not self._next("^"):
            return base
        power = self._signed()
        if power != power.to_integral_value() or abs(power) > 100 or (power < 0 and not base):
            raise BadCalculation(reason="power")
        return _EXACT.power(base, power) if base or power else Decimal(1)

    def _percent(self) -> Decimal:
        value = self._number()
        while self._next("%"):
            value = _EXACT.divide(value, Decimal(100))
        return value

    def _number(self) -> Decimal:
        if self._next("("):
            self._deeper()
            value = self._sum()
            self._depth -= 1
            if not self._next(")"):
                raise BadCalculation(reason="bracket")
            return value
        piece = self._rest.pop(0) if self._rest else ""
        if not piece or piece in _SIGN:
            raise BadCalculation(reason="form")
        return _EXACT.create_decimal(piece)

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise BadCalculation(reason="long")
