"""Sums as people write them: their signs, numbers, units and words, and the exact value of an expression."""

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

_MONTHS = tuple(name.lower() for name in month_name[1:])
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PATTERN = re.compile(
    r"(?P<stop>\d{4}-\d{2}-\d{2}|[，。；：、！？;:!?|“”\"‘’—→]|[,.](?=\s|$))"
    r"|(?P<time>(?<!\d)\d{1,2}:\d{2}(?!\d))"
    rf"|(?P<date>\d{{1,2}} ?月 ?\d{{1,2}} ?日|\d{{1,2}} (?:{'|'.join(_MONTHS)})\b)"
    r"|(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?P<more>…)?(?P<scale>%|％| ?万| ?亿| million)?(?P<power>[²³])?)"
    r"|(?P<sign>[+＋−－×÷^]|(?<=[\d%)）])(?: ?[*/x] ?| - )(?=[\d(（]))"
    r"|(?P<open>[(（\[［])"
    r"|(?P<close>[)）\]］])"
    r"|(?P<equals>[=＝≈])"
    r"|(?P<verb>(?:才?是|\bis) ?(?=\d))"
    r"|(?P<word>[^\s\d+＋−－×÷^()（）\[\]［］=＝≈，。；：、！？;:!?|“”\"‘’—→,.是]+|\S)",
    re.IGNORECASE,
)
_SIGNS = {"＋": "+", "－": "−", "-": "−", "*": "×", "x": "×", "/": "÷"}
_SCALES = {"%": Fraction(1, 100), "％": Fraction(1, 100), "万": Fraction(10**4), "亿": Fraction(10**8)}
_SCALES["million"] = Fraction(10**6)
_UNITS = {
    **dict.fromkeys(("秒", "s", "seconds"), Fraction(1)),
    **dict.fromkeys(("分钟", "minute", "minutes"), Fraction(60)),
    **dict.fromkeys(("小时", "hour", "hours"), Fraction(3600)),
    **dict.fromkeys(("个百分点", "percentage", "points"), Fraction(1, 100)),
    **dict.fromkeys(("个基点", "basis"), Fraction(1, 10_000)),
}
_LARGEST_POWER = 600


class Kind(Enum):
    """What a piece of a sentence is to a sum; `WORD` is a unit, a label or the name of a quantity."""

    NUMBER = auto()
    SIGN = auto()
    OPEN = auto()
    CLOSE = auto()
    EQUALS = auto()
    VERB = auto()
    WORD = auto()
    STOP = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece; a number with its value, the size of its last digit, its unit, and whether digits were cut off."""

    kind: Kind
    text: str
    value: Fraction = Fraction(0)
    step: Fraction = Fraction(1)
    unit: Fraction = Fraction(1)
    cut: bool = False


def pieces(text: str) -> list[Piece]:
    """A sentence cut into pieces; times of day count in seconds, dates in days of a common year.

    Hours beside a time of day are taken for seconds as well: 10:05 + 4 hours.
    """
    found = list(_PATTERN.finditer(text))
    words = [one.group() for one in found] + [""]
    clock = any(one.lastgroup == "time" for one in found)
    return [_piece(one, words[place + 1].lower(), clock=clock) for place, one in enumerate(found)]


def numbers(text: str) -> Iterator[Piece]:
    """The numbers of a text, times of day and dates left out."""
    for found in _PATTERN.finditer(text):
        if found["number"]:
            yield _number(found, Fraction(1), clock=False)


def _piece(found: re.Match[str], after: str, *, clock: bool) -> Piece:
    text = found.group()
    if found["time"]:
        hours, minutes = text.split(":")
        return Piece(Kind.NUMBER, text, Fraction(int(hours) * 3600 + int(minutes) * 60), Fraction(60))
    if found["date"]:
        return Piece(Kind.NUMBER, text, Fraction(_day_of_year(text)))
    if found["number"]:
        return _number(found, _UNITS.get(after, Fraction(1)), clock=clock)
    kinds = ("stop", "sign", "open", "close", "equals", "verb")
    kind = next((name for name in kinds if found[name]), "word")
    return Piece(Kind[kind.upper()], _SIGNS.get(text.strip(), text))


def _number(found: re.Match[str], unit: Fraction, *, clock: bool) -> Piece:
    digits = re.match(r"[\d,.]+", found.group())
    plain = digits.group().replace(",", "") if digits else "0"
    scale = _SCALES.get((found["scale"] or "").strip().lower(), Fraction(1))
    step = Fraction(1, 10 ** len(plain.partition(".")[2])) * scale
    value = Fraction(plain) * scale
    if found["power"]:
        value **= 2 if found["power"] == "²" else 3
    if clock and unit >= 1:  # hours added to a time of day
        value, unit = value * unit, Fraction(1)
    return Piece(Kind.NUMBER, found.group(), value, step, unit, bool(found["more"]))


def _day_of_year(text: str) -> int:
    if "月" in text:
        month, day = (int(one) for one in re.findall(r"\d+", text))
    else:
        number, name = text.split()
        day, month = int(number), _MONTHS.index(name.lower()) + 1
    return sum(_MONTH_DAYS[: month - 1]) + day


class Unreadable(Exception):
    """The pieces are no expression."""


def value_of(expression: Sequence[Piece]) -> Fraction:
    """The exact value of numbers, signs and brackets; words beside a number are its unit or label.

    Raises Unreadable.
    """
    reader = _Reader(expression)
    value = reader.sum()
    if not reader.done():
        raise Unreadable
    return value


class _Reader:
    """Reads an expression from left to right, powers first, then × and ÷, then + and −."""

    def __init__(self, expression: Sequence[Piece]) -> None:
        self._rest = list(_without_remarks(expression))

    def done(self) -> bool:
        return not self._rest

    def _is(self, kind: Kind) -> bool:
        return bool(self._rest) and self._rest[0].kind is kind

    def _takes(self, signs: str) -> str:
        if self._is(Kind.SIGN) and self._rest[0].text in signs:
            return self._rest.pop(0).text
        return ""

    def sum(self) -> Fraction:
        value = -self._product() if self._takes("−") else self._product()
        while sign := self._takes("+−"):
            value += self._product() if sign == "+" else -self._product()
        return value

    def _product(self) -> Fraction:
        value = self._power()
        while sign := self._takes("×÷"):
            other = self._power()
            if sign == "÷" and other == 0:
                raise Unreadable
            value = value * other if sign == "×" else value / other
        return value

    def _power(self) -> Fraction:
        value = self._operand()
        if self._takes("^"):
            exponent = self._operand()
            if exponent.denominator != 1 or not 0 <= exponent <= _LARGEST_POWER:
                raise Unreadable
            value **= int(exponent)
        return value

    def _operand(self) -> Fraction:
        self._skip_words()
        if self._is(Kind.OPEN):
            self._rest.pop(0)
            value = self.sum()
            if not self._is(Kind.CLOSE):
                raise Unreadable
            self._rest.pop(0)
        elif self._is(Kind.NUMBER):
            value = self._rest.pop(0).value
        else:
            raise Unreadable
        self._skip_words()
        return value

    def _skip_words(self) -> None:
        while self._is(Kind.WORD):
            self._rest.pop(0)


def _without_remarks(expression: Sequence[Piece]) -> Iterator[Piece]:
    """Brackets around words alone are remarks."""
    place = 0
    while place < len(expression):
        end = _remark_end(expression, place)
        if end == place:
            yield expression[place]
        place = max(end, place + 1)


def _remark_end(expression: Sequence[Piece], place: int) -> int:
    """The place after the remark that begins here; here where none does."""
    end = place + 1
    while end < len(expression) and expression[end].kind is Kind.WORD:
        end += 1
    opened = expression[place].kind is Kind.OPEN
    closed = end < len(expression) and expression[end].kind is Kind.CLOSE
    return end + 1 if opened and closed else place
