"""How many items each cell gives: type and level sums met exactly, as few seen items as can be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exams.papers.flow import cheapest
from exams.papers.frame import Choice, frames
from exams.papers.plan import Frame, KindCounts
from exams.papers.sole import is_sole_cheapest
from exams.papers.supply import KINDS, Kind, Supply
from exams.papers.table import Spot

SEEN = 1 << 60
"""What a seen item costs: more than all points of a paper and any weak pull together."""

Likely = Mapping[Spot, int]
"""What each cell may well give: it changes no filling, but saves the search for one that proves to be this."""


@dataclass(frozen=True, slots=True)
class Filling:
    """`red` and `seen` items; `short`: items missing per (table, row), -1 for no one row.

    `tell` gives the counts per cell and kind beside the kept items: most fillings are only weighed against others.
    """

    red: int
    seen: int
    short: Mapping[tuple[int, int], int]
    tell: Callable[[], dict[Spot, KindCounts]]


class Fillings:
    """Fills the tables of one draw; remembers tables that a search asks for again."""

    def __init__(self, supply: Supply, likely: Likely) -> None:
        self._supply = supply
        self._likely = likely
        self._known: dict[Frame, _Table] = {}

    def after(self, choice: Choice) -> Callable[[int], Filling]:
        """From a pull to the cheapest filling: red-line items are drawn in by it, pushed out where it is negative."""
        tables = [self._table(frame) for frame in frames(self._supply, choice)]
        kept = [self._supply.kind_of(name) for name in choice.kept]
        return lambda pull: _filled(tables, kept, pull)

    def _table(self, frame: Frame) -> "_Table":
        known = self._known.get(frame)
        if known is None:
            known = self._known[frame] = _Table(self._supply, frame, self._likely)
        return known


def _filled(tables: Sequence["_Table"], kept: Sequence[Kind], pull: int) -> Filling:
    parts = [table.filled(pull) for table in tables]
    short: dict[tuple[int, int], int] = {}
    red, seen = sum([kind.red for kind in kept]), sum([kind.seen for kind in kept])
    for part in parts:
        red, seen = red + part.red, seen + part.seen
        if part.short:
            short.update(part.short)
    return Filling(red, seen, short, lambda: {spot: kinds for part in parts for spot, kinds in _counts_of(part)})


Unit = int
"""An item that a cell may give: four times its cost, and the number of its kind. Cheap ones sort first."""

_KINDS = len(KINDS)
_MOST_OF_KIND = _KINDS - 1


class _Part(NamedTuple):
    """One table filled: of its units, cheapest first, each cell gives so many."""

    number: int
    units: Sequence[Sequence[Sequence[Unit]]]
    counts: Sequence[Sequence[int]]
    red: int
    seen: int
    short: Mapping[tuple[int, int], int]


class _Cell(NamedTuple):
    """What a cell may give, cheapest first: without a red line, and with one; no more than `most` of them."""

    plain: list[Unit]
    red: list[Unit]
    most: int

    def units(self, pull: int) -> list[Unit]:
        """All of it, with red-line items made cheaper by the pull."""
        less = _KINDS * pull
        return sorted([*self.plain, *[unit - less for unit in self.red]])[: self.most]


class _Table:
    """One frame, filled once for each pull; only what is red in it is weighed anew."""

    def __init__(self, supply: Supply, frame: Frame, likely: Likely) -> None:
        self._frame = frame
        self._lines = [
            [
                _cell(supply, (frame.number, row, column), there, max(0, min(most, wanted, frame.columns[column])))
                for column, (there, most) in enumerate(line)
            ]
            for row, (wanted, line) in enumerate(zip(frame.rows, frame.there, strict=True))
        ]
        self._has_red = any(cell.red for line in self._lines for cell in line)
        self._has_seen = bool(supply.seen)
        self._known: dict[int, _Part] = {}
        self._likely = _likely_counts(frame, likely)
        self._counts = self._likely  # of the pull before; another pull mostly changes kinds inside the cells

    def filled(self, pull: int) -> _Part:
        """The cheapest filling for a pull."""
        pull = pull if self._has_red else 0
        known = self._known.get(pull)
        if known is None:
            known = self._known[pull] = self._fill(pull) if self._frame.possible else self._impossible()
        return known

    def _impossible(self) -> _Part:
        return _Part(self._frame.number, (), (), 0, 0, {(self._frame.number, -1): 1})

    def _fill(self, pull: int) -> _Part:
        units = [[cell.units(pull) if cell.red else cell.plain for cell in line] for line in self._lines]
        if self._proves(units, self._counts):
            return self._part(units, self._counts, {})
        if self._likely is not self._counts and self._proves(units, self._likely):
            self._counts = self._likely
            return self._part(units, self._counts, {})
        number = self._frame.number
        costs = [[[unit // _KINDS for unit in cell] for cell in line] for line in units]
        flow = cheapest(self._frame.rows, self._frame.columns, costs)
        short = {(number, row): left for row, left in enumerate(flow.row_left) if left}
        if not short and not flow.full:
            short = {(number, -1): sum(flow.column_left)}
        self._counts = flow.counts if flow.full else []
        return self._part(units, flow.counts, short)

    def _proves(self, units: list[list[list[Unit]]], counts: list[list[int]]) -> bool:
        return bool(counts) and is_sole_cheapest(units, counts, _MOST_OF_KIND * len(counts[0]))

    def _part(
        self, units: list[list[list[Unit]]], counts: list[list[int]], short: Mapping[tuple[int, int], int]
    ) -> _Part:
        taken = [
            unit
            for cells, line, used in zip(self._lines, units, counts, strict=True)
            for told, cell, count in zip(cells, line, used, strict=True)
            if count and (told.red or self._has_seen)
            for unit in cell[:count]
        ]
        red = sum([unit & 1 for unit in taken])  # as in `KINDS`
        seen = sum([unit >> 1 & 1 for unit in taken]) if self._has_seen else 0
        return _Part(self._frame.number, units, counts, red, seen, short)


def _counts_of(part: _Part) -> list[tuple[Spot, KindCounts]]:
    return [
        ((part.number, row, column), _by_kind(cell[:count]) if count else _NONE)
        for row, (line, used) in enumerate(zip(part.units, part.counts, strict=True))
        for column, (cell, count) in enumerate(zip(line, used, strict=True))
    ]


def _likely_counts(frame: Frame, likely: Likely) -> list[list[int]]:
    """Of one table, where they have the sums that are wanted; else nothing."""
    if not likely or not frame.rows:
        return []
    number = frame.number
    counts = [[likely.get((number, row, at), 0) for at in range(len(frame.columns))] for row in range(len(frame.rows))]
    has_sums = [*map(sum, counts)] == [*frame.rows] and [*map(sum, zip(*counts, strict=True))] == [*frame.columns]
    return counts if has_sums else []


_NONE: KindCounts = (0,) * _KINDS
_NOTHING = _Cell([], [], 0)


def _cell(supply: Supply, spot: Spot, there: KindCounts, most: int) -> _Cell:
    if not most:
        return _NOTHING
    plain, red, old_plain, old_red = there
    points = supply.points[spot]
    if not old_plain and not old_red:  # each of the two rises as it is
        return _Cell(
            [_KINDS * point for point in points[0][: min(plain, most)]],
            [_KINDS * point + 1 for point in points[1][: min(red, most)]],
            most,
        )
    parts: tuple[list[Unit], list[Unit]] = ([], [])
    for number, count in enumerate(there):
        if count:
            kind = KINDS[number]
            dearer = _KINDS * SEEN * kind.seen + number
            parts[kind.red].extend([_KINDS * point + dearer for point in points[number][:count]])
    return _Cell(sorted(parts[False])[:most], sorted(parts[True])[:most], most)


def _by_kind(units: Sequence[Unit]) -> KindCounts:
    kinds = [unit % _KINDS for unit in units]
    return kinds.count(0), kinds.count(1), kinds.count(2), kinds.count(3)
