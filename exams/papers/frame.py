"""What is still wanted of a chapter, and what its cells can still give, once a search has kept and left out items."""

from collections.abc import Mapping
from dataclasses import dataclass

from exams.papers.plan import Frame, KindCounts
from exams.papers.supply import KINDS, Supply
from exams.papers.table import Spot


@dataclass(frozen=True, slots=True)
class Choice:
    """Decisions a search has made: items left out, items kept."""

    out: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()


def frames(supply: Supply, choice: Choice) -> tuple[Frame, ...]:
    """All tables of a pool after a choice."""
    if not choice.out and not choice.kept:
        return supply.plan.frames
    gone: dict[Spot, list[int]] = {}
    kept: dict[Spot, int] = {}
    for name in choice.out | choice.kept:
        spot = supply.pool.places[name].spot
        gone.setdefault(spot, [0] * len(KINDS))[KINDS.index(supply.kind_of(name))] += 1
        kept[spot] = kept.get(spot, 0) + (name in choice.kept)
    touched = {number for number, _, _ in kept}
    return tuple(
        _frame(supply, frame.number, gone, kept) if frame.number in touched else frame for frame in supply.plan.frames
    )


def _frame(supply: Supply, number: int, gone: Mapping[Spot, list[int]], kept: Mapping[Spot, int]) -> Frame:
    table = supply.pool.tables[number]
    rows, columns = [count for _, count in table.rows], [count for _, count in table.columns]
    there: list[list[tuple[KindCounts, int]]] = [[] for _ in rows]
    for row, cells in enumerate(table.cells):
        for column, cell in enumerate(cells):
            spot = (number, row, column)
            held = kept.get(spot, 0)
            rows[row] -= held
            columns[column] -= held
            there[row].append((_left(supply.counts[spot], gone.get(spot)), cell.most - held))
    return Frame(number, tuple(rows), tuple(columns), tuple(tuple(line) for line in there))


def _left(there: KindCounts, gone: list[int] | None) -> KindCounts:
    return there if gone is None else tuple(count - less for count, less in zip(there, gone, strict=True))
