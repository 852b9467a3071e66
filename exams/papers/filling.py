"""How many items each cell gives: type and level sums met exactly, as few seen items as can be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exams.papers.flow import cheapest
from exams.papers.frame import Choice, Frame, frames
from exams.papers.sole import is_sole_cheapest
from exams.papers.supply import KINDS, Kind, KindCounts, Supply
from exams.papers.table import Spot

SEEN = 1 << 60
"""What a seen item costs: more than all points of a paper and any weak pull together."""


@dataclass(frozen=True, slots=True)
class Filling:
    """Counts per cell and kind beside the kept items; `short`: items missing per (table, row), -1 for no one row."""

    counts: Mapping[Spot, KindCounts]
    red: int
    seen: int
    short: Mapping[tuple[int, int], int]


class Fillings:
    """Fills the tables of one draw; remembers tables that a search asks for again."""

    def __init__(self, supply: Supply) -> None:
        self._supply = supply
        self._known: dict[Frame, _Table] = {}

    def after(self, choice: Choice) -> Callable[[int], Filling]:
        """From a pull to the cheapest filling: red-line items are drawn in by it, pushed out where it is negative."""
        tables = [self._table(frame) for frame in frames(self._supply, choice)]
        kept = [self._supply.kind_of(name) for name in choice.kept]
        return lambda pull: _filled(tables, kept, pull)

    def _table(self, frame: Frame) -> "_Table":
        known = self._known.get(frame)
        if known is None:
            known = self._known[frame] = _Table(self._supply, frame)
        return known


def _filled(tables: Sequence["_Table"], kept: Sequence[Kind], pull: int) -> Filling:
    counts: dict[Spot, KindCounts] = {}
    short: dict[tuple[int, int], int] = {}
    red, seen = sum(kind.red for kind in kept), sum(kind.seen for kind in kept)
    for table in tables:
        filling = table.filled(pull)
        counts.update(filling.counts)
        short.update(filling.short)
        red, seen = red + filling.red, seen + filling.seen
    return Filling(counts, red, seen, short)


Unit = int
"""An item that a cell may give: four times its cost, and the number of its kind. Cheap ones sort first."""

_KINDS = len(KINDS)
_MOST_OF_KIND = _KINDS - 1


class _Cell(NamedTuple):
    """What a cell may give, cheapest first: without a red line, and with one; no more than `most` of them."""

    plain: list[Unit]
    red: list[Unit]
    most: int

    def units(self, pull: int) -> list[Unit]:
        """All of it, with red-line items made cheaper by the pull."""
        if not self.red:
            return self.plain
        less = _KINDS * pull
        return sorted([*self.plain, *[unit - less for unit in self.red]])[: self.most]


class _Table:
    """One frame, filled once for each pull; only what is red in it is weighed anew."""

    def __init__(self, supply: Supply, frame: Frame) -> None:
        self._frame = frame
        self._lines = [
            [
                _cell(supply, (frame.number, row, column), there, min(most, wanted, frame.columns[column]))
                for column, (there, most) in enumerate(line)
            ]
            for row, (wanted, line) in enumerate(zip(frame.rows, frame.there, strict=True))
        ]
        self._has_red = any(cell.red for line in self._lines for cell in line)
        self._known: dict[int, Filling] = {}
        self._counts: list[list[int]] = []  # of the pull before; another pull mostly changes kinds inside the cells

    def filled(self, pull: int) -> Filling:
        """The cheapest filling for a pull."""
        pull = pull if self._has_red else 0
        known = self._known.get(pull)
        if known is None:
            known = self._known[pull] = self._fill(pull) if self._frame.possible else self._impossible()
        return known

    def _impossible(self) -> Filling:
        return Filling({}, 0, 0, {(self._frame.number, -1): 1})

    def _fill(self, pull: int) -> Filling:
        units = [[cell.units(pull) for cell in line] for line in self._lines]
        if self._counts and is_sole_cheapest(units, self._counts, _MOST_OF_KIND * len(self._counts[0])):
            return self._filling(units, self._counts, {})
        number = self._frame.number
        costs = [[[unit // _KINDS for unit in cell] for cell in line] for line in units]
        flow = cheapest(self._frame.rows, self._frame.columns, costs)
        short = {(number, row): left for row, left in enumerate(flow.row_left) if left}
        if not short and not flow.full:
            short = {(number, -1): sum(flow.column_left)}
        self._counts = flow.counts if flow.full else []
        return self._filling(units, flow.counts, short)

    def _filling(
        self, units: list[list[list[Unit]]], counts: list[list[int]], short: Mapping[tuple[int, int], int]
    ) -> Filling:
        number, taken, red, seen = self._frame.number, dict[Spot, KindCounts](), 0, 0
        for row, (line, used) in enumerate(zip(units, counts, strict=True)):
            for column, (cell, count) in enumerate(zip(line, used, strict=True)):
                kinds = taken[number, row, column] = _by_kind(cell[:count]) if count else _NONE
                red += kinds[1] + kinds[3]  # as in `KINDS`
                seen += kinds[2] + kinds[3]
        return Filling(taken, red, seen, short)


_NONE: KindCounts = (0,) * _KINDS


def _cell(supply: Supply, spot: Spot, there: KindCounts, most: int) -> _Cell:
    parts: tuple[list[Unit], list[Unit]] = ([], [])
    for number, count in enumerate(there):
        if count:
            kind, points = KINDS[number], supply.points[spot][number]
            dearer = _KINDS * SEEN * kind.seen + number
            parts[kind.red].extend([_KINDS * point + dearer for point in points[:count]])
    most = max(0, most)
    return _Cell(sorted(parts[False])[:most], sorted(parts[True])[:most], most)


def _by_kind(units: list[Unit]) -> KindCounts:
    kinds = [unit % _KINDS for unit in units]
    return kinds.count(0), kinds.count(1), kinds.count(2), kinds.count(3)
