"""What every draw from a pool begins with, worked out once where none of its items was seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exams.papers.table import Spot, Table

REACH = 1 << 18
"""Every item stands at a random point; the lowest points are taken first. A paper's items end about here."""

KindCounts = tuple[int, ...]
"""How many items of each of the `KINDS`."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One table: counts wanted per row and column; per cell, items there by kind and the most that still fit."""

    number: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    there: tuple[tuple[tuple[KindCounts, int], ...], ...]

    @property
    def possible(self) -> bool:
        """False where more items were kept than are wanted."""
        return min((*self.rows, *self.columns), default=0) >= 0


class Plan(NamedTuple):
    """Items per cell and kind, all tables as frames, and the numbers to draw: `steps` for the points of `parts`."""

    counts: Mapping[Spot, KindCounts]
    frames: tuple[Frame, ...]
    parts: tuple[tuple[Spot, KindCounts], ...]  # how many of each kind get a point
    steps: tuple[int, ...]  # for each of them, below what the number is drawn that it stands apart from the last


def spread_of(items: int, size: int) -> int:
    """Over how many points the items of a pool lie, for a paper of this size."""
    return max(1, REACH * items // max(1, size))


def plan_of(tables: Sequence[Table], counts: Mapping[Spot, KindCounts], spread: int) -> Plan:
    """The plan for these counts; all items of the pool lie over `spread` points."""
    parts: list[tuple[Spot, KindCounts]] = []
    steps: list[int] = []
    for spot, there in counts.items():
        wanted = tables[spot[0]].rows[spot[1]][1]
        part = tuple([min(count, wanted) for count in there])
        for count, some in zip(there, part, strict=True):
            steps += [2 * spread // count] * some if some else []
        parts.append((spot, part))
    frames = tuple(_frame(number, table, counts) for number, table in enumerate(tables))
    return Plan(counts, frames, tuple(parts), tuple(steps))


def _frame(number: int, table: Table, counts: Mapping[Spot, KindCounts]) -> Frame:
    there = tuple(
        tuple((counts[number, row, column], cell.most) for column, cell in enumerate(cells))
        for row, cells in enumerate(table.cells)
    )
    return Frame(number, tuple(count for _, count in table.rows), tuple(count for _, count in table.columns), there)
