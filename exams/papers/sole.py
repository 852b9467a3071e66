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
    size = len(costs[0])
    least: list[list[float]] = [[inf] * size for _ in range(size)]
    for line, used in zip(costs, counts, strict=True):
        more: list[float] = []
        for cell, count in zip(line, used, strict=True):
            if len(cell) < count:
                return False
            more.append(cell[count] if count < len(cell) else inf)
        for given, count in enumerate(used):
            if count:
                _lessen(least[given], -line[given][count - 1], more)
    for column, ways in enumerate(least):
        ways[column] = inf  # a column for itself is no move
    return _least_round(least) > apart


def _lessen(ways: list[float], first: float, onward: list[float]) -> None:
    for column, cost in enumerate(onward):
        way = first + cost
        if way < ways[column]:  # noqa: PLR1730  a call takes as long as all the rest of it
            ways[column] = way


def _least_round(least: list[list[float]]) -> float:
    """The cost of the cheapest way from a column back to itself (Floyd and Warshall)."""
    for between, onward in enumerate(least):
        for ways in least:
            if ways[between] < inf:
                _lessen(ways, ways[between], onward)
    return min((ways[column] for column, ways in enumerate(least)), default=inf)
