"""How many items each cell gives: type and level sums met exactly, as few seen items as can be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from exams.papers.flow import cheapest
from exams.papers.frame import Choice, Frame, frames
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
        self._known: dict[tuple[Frame, int], Filling] = {}

    def after(self, choice: Choice) -> Callable[[int], Filling]:
        """From a pull to the cheapest filling: red-line items are drawn in by it, pushed out where it is negative."""
        left = frames(self._supply, choice)
        kept = [self._supply.kind_of(name) for name in choice.kept]
        return lambda pull: self._fill(left, kept, pull)

    def _fill(self, left: tuple[Frame, ...], kept: Sequence[Kind], pull: int) -> Filling:
        counts: dict[Spot, KindCounts] = {}
        short: dict[tuple[int, int], int] = {}
        red, seen = sum(kind.red for kind in kept), sum(kind.seen for kind in kept)
        for frame in left:
            table = self._table(frame, pull)
            counts.update(table.counts)
            short.update(table.short)
            red, seen = red + table.red, seen + table.seen
        return Filling(counts, red, seen, short)

    def _table(self, frame: Frame, pull: int) -> Filling:
        known = self._known.get((frame, pull))
        if known is None:
            known = self._known[frame, pull] = self._filled(frame, pull)
        return known

    def _filled(self, frame: Frame, pull: int) -> Filling:
        if not frame.possible:
            return Filling({}, 0, 0, {(frame.number, -1): 1})
        units = [
            [self._units((frame.number, row, column), frame, pull) for column in range(len(frame.columns))]
            for row in range(len(frame.rows))
        ]
        flow = cheapest(frame.rows, frame.columns, [[[cost for cost, _ in cell] for cell in line] for line in units])
        counts = {
            (frame.number, row, column): _by_kind(units[row][column][:used])
            for row, line in enumerate(flow.counts)
            for column, used in enumerate(line)
        }
        short = {(frame.number, row): left for row, left in enumerate(flow.row_left) if left}
        if not short and not flow.full:
            short = {(frame.number, -1): sum(flow.column_left)}
        red, seen = (
            sum(count for line in counts.values() for kind, count in zip(KINDS, line, strict=True) if kind[part])
            for part in (0, 1)
        )
        return Filling(counts, red, seen, short)

    def _units(self, spot: Spot, frame: Frame, pull: int) -> list[tuple[int, int]]:
        """Cost and kind of each item a cell may give, cheapest first."""
        _, row, column = spot
        there, most = frame.there[row][column]
        units = [
            (point + SEEN * kind.seen - pull * kind.red, number)
            for number, kind in enumerate(KINDS)
            for point in self._supply.points[spot][number][: there[number]]
        ]
        return sorted(units)[: max(0, min(most, frame.rows[row], frame.columns[column]))]


def _by_kind(units: list[tuple[int, int]]) -> KindCounts:
    counts = [0] * len(KINDS)
    for _, number in units:
        counts[number] += 1
    return tuple(counts)
