"""A table of counts with given row and column sums, at the least cost: successive shortest paths, integers only."""

from collections.abc import Sequence
from dataclasses import dataclass

Costs = Sequence[Sequence[Sequence[int]]]
"""Per row and column, the cost of the first, second, ... unit there, never falling; its length is the most it holds."""

FAR = 1 << 120
"""Dearer than any way through the table."""


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
    while _add_one(flow, costs):
        pass
    return flow


@dataclass(slots=True)
class _Ways:
    """The cheapest way found to each row and column, and the column and row before it (-1: it starts there)."""

    to_row: list[int]
    to_column: list[int]
    before_row: list[int]
    before_column: list[int]


def _add_one(flow: Flow, costs: Costs) -> bool:
    """Place one more unit along the cheapest way, moving others where that helps; False where none fits."""
    ways = _ways(flow, costs)
    ends = [column for column, left in enumerate(flow.column_left) if left and ways.to_column[column] < FAR]
    if not ends:
        return False
    column = min(ends, key=ways.to_column.__getitem__)
    flow.column_left[column] -= 1
    while True:
        row = ways.before_column[column]
        flow.counts[row][column] += 1
        column = ways.before_row[row]
        if column < 0:
            flow.row_left[row] -= 1
            return True
        flow.counts[row][column] -= 1


def _ways(flow: Flow, costs: Costs) -> _Ways:
    rows, columns = len(flow.row_left), len(flow.column_left)
    ways = _Ways([0 if left else FAR for left in flow.row_left], [FAR] * columns, [-1] * rows, [-1] * columns)
    while _reach_columns(flow, costs, ways) and _reach_rows(flow, costs, ways):
        pass
    return ways


def _reach_columns(flow: Flow, costs: Costs, ways: _Ways) -> bool:
    changed = False
    for row, so_far in enumerate(ways.to_row):
        if so_far == FAR:
            continue
        for column, used in enumerate(flow.counts[row]):
            units = costs[row][column]
            if used < len(units) and so_far + units[used] < ways.to_column[column]:
                ways.to_column[column] = so_far + units[used]
                ways.before_column[column] = row
                changed = True
    return changed


def _reach_rows(flow: Flow, costs: Costs, ways: _Ways) -> bool:
    changed = False
    for row, counts in enumerate(flow.counts):
        for column, used in enumerate(counts):
            if not used or ways.to_column[column] == FAR:
                continue
            back = ways.to_column[column] - costs[row][column][used - 1]
            if back < ways.to_row[row]:
                ways.to_row[row] = back
                ways.before_row[row] = column
                changed = True
    return changed
