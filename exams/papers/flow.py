"""A table of counts with given row and column sums, at the least cost: successive shortest paths, integers only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from exams.papers.sole import Costs


@dataclass(frozen=True, slots=True)
class Flow:
    """The counts found; `row_left` and `column_left` are what could not be placed, all 0 where the table is full."""

    counts: list[list[int]]
    row_left: list[int]
    column_left: list[int]

    @property
    def full(self) -> bool:
        """True where every row and column has its sum."""
        return not any(self.row_left) and not any(self.column_left)


def cheapest(rows: Sequence[int], columns: Sequence[int], costs: Costs) -> Flow:
    """As many units as fit, and among such tables one of least cost."""
    flow = Flow([[0] * len(columns) for _ in rows], list(rows), list(columns))
    table = _Table(flow, costs)
    while table.add_one():
        pass
    return flow


class _Table:
    """A flow that grows. What is nowhere costs infinity; every other cost is a whole number, and stays one.

    `_next` are the costs of the next unit of each cell, `_held` those of the last one, minus infinity for no unit.
    `_straight` is what a unit more costs in each column from a row that has one left, `_before` from which.
    """

    def __init__(self, flow: Flow, costs: Costs) -> None:
        self._flow = flow
        self._costs = costs
        self._next: list[list[float]] = [[units[0] if units else inf for units in line] for line in costs]
        self._held: list[list[float]] = [[-inf] * len(line) for line in costs]
        self._open = [row for row, left in enumerate(flow.row_left) if left]
        self._full: list[int] = []  # rows that hold units and take no more, in order
        self._ends = [column for column, left in enumerate(flow.column_left) if left]
        self._straight: list[float] = [inf] * len(flow.column_left)
        self._before = [-1] * len(flow.column_left)
        self._look(range(len(flow.column_left)))

    def add_one(self) -> bool:
        """Place one more unit along the cheapest way, moving others where that helps; False where none fits."""
        to_column, before_column, before_row = self._straight, self._before, dict[int, int]()
        if self._full:
            to_column, before_column = to_column.copy(), before_column.copy()
            before_row = self._round_about(to_column, before_column)
        column, least = -1, inf
        for end in self._ends:
            if to_column[end] < least:
                column, least = end, to_column[end]
        if column < 0:
            return False
        self._take_from_column(column)
        touched = [column]
        row = before_column[column]
        self._count(row, column, 1)
        while row in before_row:
            column = before_row[row]
            self._count(row, column, -1)
            touched.append(column)
            row = before_column[column]
            self._count(row, column, 1)
        self._look(range(len(to_column)) if self._take_from_row(row) else touched)
        return True

    def _take_from_column(self, column: int) -> None:
        left = self._flow.column_left
        left[column] -= 1
        if not left[column]:
            self._ends.remove(column)

    def _take_from_row(self, row: int) -> bool:
        """True where it has none left now."""
        left = self._flow.row_left
        left[row] -= 1
        if left[row]:
            return False
        self._open.remove(row)
        self._full = sorted([*self._full, row])
        return True

    def _count(self, row: int, column: int, more: int) -> None:
        units, line = self._costs[row][column], self._flow.counts[row]
        line[column] = used = line[column] + more
        self._next[row][column] = units[used] if used < len(units) else inf
        self._held[row][column] = units[used - 1] if used else -inf

    def _look(self, columns: Iterable[int]) -> None:
        for column in columns:
            least, before = inf, -1
            for row in self._open:
                cost = self._next[row][column]
                if cost < least:
                    least, before = cost, row
            self._straight[column], self._before[column] = least, before

    def _round_about(self, to_column: list[float], before_column: list[int]) -> dict[int, int]:
        """Where a full row gives up a unit for one in another column: the column it gives up, for each row reached.

        A row with units left costs nothing to begin with, and no way round is cheaper than nothing.
        """
        to_row, before_row = dict.fromkeys(self._full, inf), dict[int, int]()
        reached = self._reached(to_column, to_row, before_row)
        while reached:
            changed = False
            for row in reached:
                so_far = to_row[row]
                for column, cost in enumerate(self._next[row]):
                    if so_far + cost < to_column[column]:
                        to_column[column], before_column[column] = so_far + cost, row
                        changed = True
            reached = self._reached(to_column, to_row, before_row) if changed else []
        return before_row

    def _reached(self, to_column: list[float], to_row: dict[int, float], before_row: dict[int, int]) -> list[int]:
        reached = []
        for row, so_far in to_row.items():
            least = so_far
            for column, held in enumerate(self._held[row]):
                if to_column[column] - held < least:
                    least, before_row[row] = to_column[column] - held, column
            if least < so_far:
                to_row[row] = least
                reached.append(row)
        return reached
