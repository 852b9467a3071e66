"""Every sum of a text worked out again: wrong results, and sums that cannot be read, are told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import log10

from exams.content.sums import Kind, Piece, Unreadable, pieces, value_of

_RESTATED = ("即", "约", "也就是", "about", "that is")  # “0.7880, that is 78.80%”: the same number once more
_MAY_HOLD_ONE = re.compile(r"\d.*[=＝≈]|[=＝≈].*\d|\d ?(?:才?是|is) ?\d", re.DOTALL)  # spares most texts the reading
_AROUND = (Kind.WORD, Kind.OPEN, Kind.CLOSE)


@dataclass(frozen=True, slots=True)
class Slip:
    """A sum that is wrong, with the right result as text; without one the sum cannot be read."""

    sum: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands on one side of an equals sign; `number` where it is a number alone."""

    text: str
    value: Fraction | None = None
    number: Piece | None = None
    signs: str = ""


@dataclass(frozen=True, slots=True)
class Worked:
    """The sums of one text: what they come to, as shown, and the slips."""

    results: tuple[Fraction, ...] = ()
    slips: tuple[Slip, ...] = ()


def work_out(text: str) -> Worked:
    """Work out every sum of a text."""
    desk = _Desk()
    if not _MAY_HOLD_ONE.search(text):
        return Worked()
    for clause in _clauses(pieces(text)):
        desk.take(clause)
    return Worked(tuple(desk.results), tuple(desk.slips))


def _clauses(found: Sequence[Piece]) -> Iterator[list[Piece]]:
    clause: list[Piece] = []
    for one in found:
        if one.kind is Kind.STOP:
            yield clause
            clause = []
        else:
            clause.append(one)
    yield clause


class _Desk:
    """Remembers the last result, because a sum may go on from it: “; × 0.20% ÷ 360 = 5.72”."""

    def __init__(self) -> None:
        self.results: list[Fraction] = []
        self.slips: list[Slip] = []
        self._last: _Side | None = None
        self._exact: Fraction | None = None

    def take(self, clause: Sequence[Piece]) -> None:
        """Work out what stands between two stops."""
        parts = _parts(clause)
        if len(parts) == 1:
            self._restated(clause)
            return
        self._exact = None
        text = _text(clause)
        before = self._first(parts[0])
        for part in parts[1:]:
            whole = _whole(part)
            after = whole if whole.value is not None else _best(part, first=False)
            self._compare(before, after, text)
            before = after
            if whole.value is None:  # “= 106 and 106 ÷ 200 =”: one sum ends here and another begins
                before, self._exact = _best(part, first=True), None

    def _restated(self, clause: Sequence[Piece]) -> None:
        exact, last = self._exact, self._last
        self._exact = None
        begins = _text(clause).lower().startswith(_RESTATED)
        if begins and last is not None and exact is not None and exact.denominator != 1:
            side = _best(_parts(clause)[0], first=False)
            if side.number is not None and not _agree(exact, last, side):
                self.slips.append(Slip(f"{last.text} = {side.text}", _rounded(exact, side.number)))

    def _first(self, part: Sequence[Piece]) -> _Side:
        goes_on = bool(part) and part[0].text in ("×", "÷")
        before = [self._last.number] if goes_on and self._last and self._last.number else []
        return _best([*before, *part], first=True)

    def _compare(self, before: _Side, after: _Side, text: str) -> None:
        self._last = after
        if before.value is None or after.value is None:
            unsure = bool(before.signs or after.signs)
            if unsure and (before.value is not None or after.value is not None) and not _in_words(before, after):
                self.slips.append(Slip(text))
            return
        exact = self._exact if self._exact is not None else before.value
        if before.number is not None and after.number is None:  # 320 = 8 × 40
            exact, before, after = after.value, after, before
        self._exact = exact
        self.results.append(after.value or Fraction(0))
        if not _agree(exact, before, after):
            self.slips.append(Slip(text, _rounded(exact, after.number) if after.number else str(exact)))


def _in_words(before: _Side, after: _Side) -> bool:
    """A name and what it comes to: “interest = 984,000 × 0.20% ÷ 360”."""
    return before.value is None and not before.signs and after.value is not None


def _parts(clause: Sequence[Piece]) -> list[list[Piece]]:
    """The sides of the equals signs; “is” counts as one between a sum and a number."""
    parts: list[list[Piece]] = [[]]
    for place, one in enumerate(clause):
        sums = any(piece.kind is Kind.SIGN for piece in parts[-1])
        verb = one.kind is Kind.VERB and sums and place > 0 and clause[place - 1].kind is Kind.NUMBER
        if one.kind is Kind.EQUALS or verb:
            parts.append([])
        else:
            parts[-1].append(Piece(Kind.WORD, one.text) if one.kind is Kind.VERB else one)
    return parts


def _text(part: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in part)


def _signs(part: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in part if piece.kind is Kind.SIGN)


def _whole(part: Sequence[Piece]) -> _Side:
    text = _text(part)
    signs = _signs(part)
    try:
        value = value_of(part)
    except Unreadable:
        return _Side(text, signs=signs)
    numbers = [piece for piece in part if piece.kind is Kind.NUMBER]
    alone = None
    if len(numbers) == 1 and abs(value) == abs(numbers[0].value):
        alone = replace(numbers[0], value=value)
    return _Side(text, value, alone, signs=signs)


def _best(part: Sequence[Piece], *, first: bool) -> _Side:
    """The longest expression at the sign: words may stand before a first side and after a last one."""
    for cut in range(len(part)):
        inner, outer = (part[cut:], part[:cut]) if first else (part[: len(part) - cut], part[len(part) - cut :])
        side = _whole(inner)
        if side.value is not None and not _torn(outer, first=first):
            return side
    return _Side(_text(part), signs=_signs(part))


def _torn(outer: Sequence[Piece], *, first: bool) -> bool:
    """Whether a sign was cut from its expression."""
    order = reversed(outer) if first else outer
    nearest = next((piece for piece in order if piece.kind not in _AROUND), None)
    return nearest is not None and nearest.kind is Kind.SIGN


def _agree(exact: Fraction, before: _Side, after: _Side) -> bool:
    shown = after.number
    if shown is None:
        return exact == after.value
    unit = before.number.unit if before.number is not None else Fraction(1)
    wanted = {(exact, Fraction(1)), (exact, shown.unit), (exact * unit, shown.unit)}
    if before.signs and set(before.signs) <= set("+−"):  # nothing to round
        return any(value == shown.value * factor for value, factor in wanted)
    return any(_shows(value, shown, factor) for value, factor in wanted)


def _shows(value: Fraction, shown: Piece, unit: Fraction) -> bool:
    step = shown.step * unit
    if shown.cut:
        return value // step == shown.value * unit / step
    return _half_up(value, step) == shown.value * unit


def _half_up(value: Fraction, step: Fraction) -> Fraction:
    size = (abs(value) / step + Fraction(1, 2)) // 1
    return size * step if value >= 0 else -size * step


def _rounded(exact: Fraction, shown: Piece) -> str:
    scale = Fraction(1, 100) if "%" in shown.text or "％" in shown.text else Fraction(1)
    value = _half_up(exact, shown.step) / scale
    places = max(0, round(-log10(shown.step / scale)))
    return f"{Decimal(value.numerator) / Decimal(value.denominator):,.{places}f}" + ("%" if scale != 1 else "")
