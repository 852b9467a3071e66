"""A simulated cohort: chances of a right answer by ability and authored difficulty, and what classical test theory
makes of the answers. It proves the arithmetic of a blueprint and nothing about the items: those need real answers.

The chance is `c + (1 - c) / (1 + exp(-SLOPE * (ability - b)))`: `b` from the author's difficulty, `c` from the type's
guessing. Abilities are the quantiles of a normal distribution, so that a cohort of one size is always the same.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean

from exams.items.item import Difficulty, Item, ItemType

SLOPE = 1.1
LOCATION = {Difficulty.EASY: -2.6, Difficulty.MEDIUM: -1.8, Difficulty.HARD: -0.8}
"""Where a person without luck answers half of such items right, in standard deviations of ability."""

GUESS = {
    ItemType.SINGLE: 1 / 4,
    ItemType.MULTIPLE: 1 / 26,  # sets of two to five of five options
    ItemType.TRUEFALSE: 1 / 2,
    ItemType.NUMERICAL: 0.0,
    ItemType.BEST_WORST: 1 / 20,  # an ordered pair of five moves
}
GROUP = 27
"""Percent of a cohort in its upper and lower group."""

Chance = Callable[[Item, float], float]
Column = Sequence[int]
"""One item's marks, 1 for fully right, over the cohort in order of ability."""


def abilities(size: int) -> tuple[float, ...]:
    """A normal spread, lowest first."""
    return tuple(NormalDist().inv_cdf((number + 0.5) / size) for number in range(size))


def chance(item: Item, ability: float) -> float:
    """Of a fully right answer."""
    guess = GUESS[item.type]
    return guess + (1 - guess) / (1 + math.exp(-SLOPE * (ability - LOCATION[item.difficulty])))


def answers(items: Sequence[Item], size: int, seed: int, model: Chance = chance) -> dict[str, Column]:
    """Who of a cohort answers which item right; the same for the same seed, whatever other items there are."""
    people = abilities(size)
    columns = {}
    for item in items:
        luck = random.Random(f"{seed} {item.id}")
        columns[item.id] = [int(luck.random() < model(item, ability)) for ability in people]
    return columns


def scores(columns: Sequence[Column]) -> list[int]:
    """Each person's items right."""
    return [sum(marks) for marks in zip(*columns, strict=True)]


def kr20(columns: Sequence[Column]) -> float:
    """Kuder and Richardson's formula 20: how far a paper's items measure one thing, 1 at most."""
    shares = [fmean(column) for column in columns]
    spread = _variance(scores(columns))
    return len(columns) / (len(columns) - 1) * (1 - sum(p * (1 - p) for p in shares) / spread)


@dataclass(frozen=True, slots=True)
class Discrimination:
    """One item: its correlation with the rest of the paper, and the upper group's share right less the lower's."""

    item: str
    rest: float
    upper_lower: float


def discrimination(columns: dict[str, Column]) -> list[Discrimination]:
    """Each item against the score of all the others."""
    totals = scores(list(columns.values()))
    return [_discrimination(name, column, totals) for name, column in columns.items()]


def _discrimination(name: str, column: Column, totals: Sequence[int]) -> Discrimination:
    rest = [total - mark for total, mark in zip(totals, column, strict=True)]
    order = sorted(range(len(rest)), key=lambda person: (rest[person], person))
    group = len(order) * GROUP // 100
    lower, upper = (fmean(column[person] for person in part) for part in (order[:group], order[-group:]))
    return Discrimination(name, _correlation(column, rest), upper - lower)


def _correlation(first: Sequence[int], second: Sequence[int]) -> float:
    """0 where one of both does not vary: it tells nobody apart."""
    spread = math.sqrt(_variance(first) * _variance(second))
    if not spread:
        return 0.0
    means = fmean(first), fmean(second)
    return fmean((one - means[0]) * (two - means[1]) for one, two in zip(first, second, strict=True)) / spread


def _variance(values: Sequence[int]) -> float:
    mean = fmean(values)
    return fmean((value - mean) ** 2 for value in values)
