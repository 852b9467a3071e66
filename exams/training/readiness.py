"""How likely a person is to reach what the final asks, by chapter and as a whole. Pure.

A chapter's share of right answers is a beta distribution that the person's own practice has narrowed (Gelman et al.,
*Bayesian Data Analysis*, 3rd ed., §2.4); what it says of so many new questions is the beta-binomial distribution. An
answer counts half after `HALF_LIFE_DAYS`, for people learn and forget; a second answer to the same question counts a
third, for it was seen before. What is expected of a chapter before its first answer is how the person fares elsewhere
(ch. 5: a hierarchy of two levels, its means in place of its hyperparameters). The chance of the whole is that of the
chapters' sum, each chapter by its points.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import comb, exp, lgamma

PRIOR = (4.0, 1.0)
"""Right and wrong answers that everybody is credited with before the first one."""
FROM_ELSEWHERE = 8.0
"""Answers' worth that a chapter takes over from how the person fares in all chapters."""
HALF_LIFE_DAYS = 5.0
SEEN_BEFORE = 1 / 3
FEWEST = 12
"""Answers to different questions of a chapter below which nothing is said of it."""
LEAST_WEIGHT = 4.0
"""What they must still weigh: what somebody knew a month ago says nothing of today."""
_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of practice: which question of which chapter, whether right, when (ms UTC)."""

    chapter: int
    item: str
    right: bool
    wt: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the final asks of a chapter: so many questions, and so many points each (milli-points)."""

    items: int
    points: int = 1000


@dataclass(frozen=True, slots=True)
class Readiness:
    """The chance of the pass mark in percent, None where too little is known; from so many answers in so many days."""

    chance: int | None
    answers: int
    days: int


@dataclass(frozen=True, slots=True)
class Gauge:
    """The chapters of the final, and the final as a whole: None while one chapter is not known well enough."""

    chapters: Mapping[int, Readiness]
    whole: Readiness

    @property
    def weakest(self) -> int | None:
        """The chapter with the smallest chance among those that are known."""
        known = {chapter: one.chance for chapter, one in self.chapters.items() if one.chance is not None}
        return min(known, key=lambda chapter: known[chapter] or 0, default=None)


def gauge(answers: Iterable[Answered], wanted: Mapping[int, Wanted], pass_percent: int, now_wt: int) -> Gauge:
    """What the answers say of a final with these chapters and this pass mark."""
    given = sorted(answers, key=lambda one: one.wt)
    parts = {chapter: [one for one in given if one.chapter == chapter] for chapter in wanted}
    weights = {chapter: _weighed(part, now_wt) for chapter, part in parts.items()}
    usual = _share(weights.values())
    spread = {chapter: _spread(weights[chapter], usual, want.items) for chapter, want in wanted.items()}
    chapters = {
        chapter: _told(parts[chapter], sum(weights[chapter]), _reach([spread[chapter]], [want], pass_percent), now_wt)
        for chapter, want in wanted.items()
    }
    counted = [one for part in parts.values() for one in part]
    whole = _reach(list(spread.values()), list(wanted.values()), pass_percent)
    all_known = bool(chapters) and all(one.chance is not None for one in chapters.values())
    return Gauge(chapters, Readiness(_percent(whole) if all_known else None, len(counted), _days(counted, now_wt)))


def _told(part: Sequence[Answered], weight: float, chance: float, now_wt: int) -> Readiness:
    known = len({one.item for one in part}) >= FEWEST and weight >= LEAST_WEIGHT
    return Readiness(_percent(chance) if known else None, len(part), _days(part, now_wt))


def _days(part: Sequence[Answered], now_wt: int) -> int:
    """Over how many days the answers reach back, the first one counted."""
    return 0 if not part else max(0, now_wt - min(one.wt for one in part)) // _DAY_MS + 1


def _percent(chance: float) -> int:
    """Never 0 and never 100: nobody knows that."""
    return min(99, max(1, round(chance * 100)))


def _weighed(part: Sequence[Answered], now_wt: int) -> tuple[float, float]:
    """Right and wrong answers, each by what it still tells."""
    right = wrong = 0.0
    seen: set[str] = set()
    for one in part:
        weight = 0.5 ** (max(0, now_wt - one.wt) / _DAY_MS / HALF_LIFE_DAYS) * (SEEN_BEFORE if one.item in seen else 1)
        seen.add(one.item)
        right, wrong = (right + weight, wrong) if one.right else (right, wrong + weight)
    return right, wrong


def _share(weights: Iterable[tuple[float, float]]) -> float:
    """The share of right answers over all chapters."""
    right, wrong = PRIOR
    for more_right, more_wrong in weights:
        right, wrong = right + more_right, wrong + more_wrong
    return right / (right + wrong)


def _spread(weight: tuple[float, float], usual: float, items: int) -> list[float]:
    """The chance of each number of right answers among so many new questions."""
    right, wrong = weight[0] + FROM_ELSEWHERE * usual, weight[1] + FROM_ELSEWHERE * (1 - usual)
    base = _log_beta(right, wrong)
    return [
        comb(items, count) * exp(_log_beta(right + count, wrong + items - count) - base) for count in range(items + 1)
    ]


def _log_beta(right: float, wrong: float) -> float:
    return lgamma(right) + lgamma(wrong) - lgamma(right + wrong)


def _reach(spreads: Sequence[Sequence[float]], wanted: Sequence[Wanted], pass_percent: int) -> float:
    """The chance that the points together reach the pass mark.

    The sums of all chapters would be hundreds of thousands; those of either half are thousands, and are paired.
    """
    enough = sum(want.items * want.points for want in wanted) * pass_percent
    some, others = _sums(spreads[::2], wanted[::2]), sorted(_sums(spreads[1::2], wanted[1::2]).items())
    points_of_others = [points * 100 for points, _ in others]
    at_least = [*reversed([*accumulate(chance for _, chance in reversed(others))]), 0.0]
    return sum(
        chance * at_least[bisect_left(points_of_others, enough - points * 100)] for points, chance in some.items()
    )


def _sums(spreads: Sequence[Sequence[float]], wanted: Sequence[Wanted]) -> dict[int, float]:
    """The chance of each sum of points that these chapters can give."""
    sums: dict[int, float] = {0: 1.0}
    for spread, want in zip(spreads, wanted, strict=True):
        after: dict[int, float] = {}
        for points, chance in sums.items():
            for count, share in enumerate(spread):
                after[points + count * want.points] = after.get(points + count * want.points, 0.0) + chance * share
        sums = after
    return sums
