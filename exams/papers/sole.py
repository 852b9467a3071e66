"""Whether a table is the only one of least cost: then it need not be looked for, as any search would end in it."""

from collections.abc import Sequence
from math import inf

Costs = Sequence[Sequence[Sequence[int]]]
"""Per row and column, the cost of the first, second, ... unit there, never falling; its length is the most it holds."""


def is_sole_cheapest(costs: Costs, counts: Sequence[Sequence[int]], apart: int = 0) -> bool:
    """True where every other table with the same sums costs more than `apart` more, for each round of its moves.

    Two tables differ by rounds of moves, each of a unit from one column to another in some row, that together leave
    every sum as it was: a table is the cheapest if no round of single moves saves anything.
    """
    least = _moves(costs, counts)
    return bool(least) and _least_round(least) > apart


# These are asked thousands of times a paper: they call little, and go by the numbers of the columns.
def _moves(costs: Costs, counts: Sequence[Sequence[int]]) -> list[list[float]]:
    """What the cheapest move from one column to another costs; nothing where a cell has less than it should give."""
    columns = range(len(costs[0]))
    least: list[list[float]] = [[inf] * len(columns) for _ in columns]
    for line, used in zip(costs, counts, strict=True):
        onward = _onward(line, used)
        if not onward:
            return []
        for given in columns:
            if used[given]:
                ways, held = least[given], line[given][used[given] - 1]
                for column in columns:
                    way = onward[column] - held
                    if way < ways[column]:  # noqa: PLR1730  a call takes as long as all the rest of it
                        ways[column] = way
    for column in columns:
        least[column][column] = inf  # a column for itself is no move
    return least


def _onward(line: Sequence[Sequence[int]], used: Sequence[int]) -> list[float]:
    """What one more of each cell costs; nothing where a cell has less than it should give."""
    onward: list[float] = []
    for cell, count in zip(line, used, strict=True):
        if count < len(cell):
            onward.append(cell[count])
        elif count == len(cell):
            onward.append(inf)
        else:
            return []
    return onward


def _least_round(least: list[list[float]]) -> float:
    """The cost of the cheapest way from a column back to itself (Floyd and Warshall)."""
    columns = range(len(least))
    for between in columns:
        onward = least[between]
        for ways in least:
            first = ways[between]
            if first < inf:
                for column in columns:
                    way = first + onward[column]
                    if way < ways[column]:  # noqa: PLR1730  a call takes as long as all the rest of it
                        ways[column] = way
    return min([least[column][column] for column in columns])
