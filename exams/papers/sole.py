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
    least: list[list[float]] = [[inf] * len(costs[0]) for _ in costs[0]]
    for line, used in zip(costs, counts, strict=True):
        if any(map(_holds_less, line, used)):
            return False
        more = [cell[count] if count < len(cell) else inf for cell, count in zip(line, used, strict=True)]
        for given, (cell, count) in enumerate(zip(line, used, strict=True)):
            if count:
                least[given] = _lesser(least[given], -cell[count - 1], more)
    for column, ways in enumerate(least):
        ways[column] = inf  # a column for itself is no move
    return _least_round(least) > apart


def _lesser(ways: list[float], first: float, onward: list[float]) -> list[float]:
    return [way if way <= first + cost else first + cost for way, cost in zip(ways, onward, strict=True)]


def _holds_less(cell: Sequence[int], count: int) -> bool:
    return len(cell) < count


def _least_round(least: list[list[float]]) -> float:
    """The cost of the cheapest way from a column back to itself (Floyd and Warshall)."""
    for between, onward in enumerate(least):
        for start, ways in enumerate(least):
            if ways[between] < inf:
                least[start] = _lesser(ways, ways[between], onward)
    return min((ways[column] for column, ways in enumerate(least)), default=inf)
