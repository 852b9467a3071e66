"""What Chinese practice adds: 难度, 区分度 by groups of 27 %, and the reliabilities of classical test theory."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from exams.analysis.marks import Column, Marks
from exams.analysis.moodle import cronbach
from exams.analysis.sums import correlation, spread

GROUP_PERCENT = 27


@dataclass(frozen=True, slots=True)
class Reliability:
    """Between sittings of one exam: coefficients up to 1, `sem` in marks.

    `kr_20` and `kr_21` only where every mark is none or all of one maximum. `split_half` is stepped up by
    Spearman-Brown from `split_half_correlation`, that of the odd with the even columns.
    """

    alpha: float | None
    kr_20: float | None
    kr_21: float | None
    split_half_correlation: float | None
    split_half: float | None
    sem: float | None


@dataclass(frozen=True, slots=True)
class Separation:
    """Of one item: `p` 0 to 1 (higher is easier), `d` and `point_biserial` -1 to 1.

    `point_biserial` is the item's correlation with the whole total, itself included.
    """

    p: float
    d: float | None
    point_biserial: float | None
    alpha_if_item_deleted: float | None


def group_size(sittings: int) -> int:
    """Sittings in the high and in the low group: 27 %, rounded down."""
    return sittings * GROUP_PERCENT // 100


def reliability(marks: Marks) -> Reliability:
    """None where the data do not define it."""
    totals, n = marks.totals(), len(marks.sittings)
    own = spread(totals, totals)
    alpha = cronbach([spread(one.marks, one.marks) for one in marks.columns], own)
    told = None if alpha is None else float(alpha)
    halves = _halves(marks.columns, n)
    dichotomous = alpha is not None and _is_dichotomous(marks.columns)
    return Reliability(
        alpha=told,
        kr_20=told if dichotomous else None,
        kr_21=_kr_21(marks, totals) if dichotomous else None,
        split_half_correlation=halves,
        split_half=None if halves is None or halves <= -1 else 2 * halves / (1 + halves),
        sem=None if alpha is None else sqrt(own / (n * (n - 1))) / marks.unit * sqrt(1 - alpha),
    )


def groups(totals: Sequence[int]) -> tuple[list[int], list[int]]:
    """The places of the high and of the low group; of equal totals the one that stands first ranks higher."""
    ranked = sorted(range(len(totals)), key=totals.__getitem__, reverse=True)  # stable, also in reverse
    size = group_size(len(totals))
    return ranked[:size], ranked[len(ranked) - size :]


def separations(marks: Marks) -> list[Separation]:
    """In the order of the columns; of equal totals the sitting that stands first in the file ranks higher."""
    totals = marks.totals()
    high, low = groups(totals)
    own = spread(totals, totals)
    spreads = [spread(one.marks, one.marks) for one in marks.columns]
    found = []
    for place, column in enumerate(marks.columns):
        both = spread(column.marks, totals)
        found.append(
            Separation(
                p=sum(column.marks) / (len(totals) * column.maximum),
                d=_group_difference(column, high, low),
                point_biserial=correlation(both, spreads[place], own),
                alpha_if_item_deleted=_without(spreads, place, own - 2 * both + spreads[place]),
            )
        )
    return found


def _group_difference(column: Column, high: Sequence[int], low: Sequence[int]) -> float | None:
    if not high:
        return None
    difference = sum(column.marks[one] for one in high) - sum(column.marks[one] for one in low)
    return difference / (len(high) * column.maximum)


def _without(spreads: Sequence[int], place: int, rest: int) -> float | None:
    alpha = cronbach([*spreads[:place], *spreads[place + 1 :]], rest)
    return None if alpha is None else float(alpha)


def _halves(columns: Sequence[Column], n: int) -> float | None:
    if len(columns) < 2:
        return None
    odd, even = (
        [sum(row) for row in zip(*(one.marks for one in half), strict=True)] for half in (columns[::2], columns[1::2])
    )
    return correlation(spread(odd, even), spread(odd, odd), spread(even, even)) if n > 1 else None


def _is_dichotomous(columns: Sequence[Column]) -> bool:
    most = columns[0].maximum
    return all(one.maximum == most and set(one.marks) <= {0, most} for one in columns)


def _kr_21(marks: Marks, totals: Sequence[int]) -> float:
    # Variance with n, as the p(1-p) of KR-20 have it: equal to KR-20 where all items are equally hard.
    k, n, most = len(marks.columns), len(totals), marks.columns[0].maximum
    mean = Fraction(sum(totals), n * most)
    variance = Fraction(spread(totals, totals), n**2 * most**2)
    return float(Fraction(k, k - 1) * (1 - mean * (k - mean) / (k * variance)))
