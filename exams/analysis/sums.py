"""Exact sums behind variances and correlations."""

from collections.abc import Sequence
from math import sqrt
from operator import mul


def spread(left: Sequence[int], right: Sequence[int]) -> int:
    """n(n-1) times the covariance with n-1: n·Σxy - Σx·Σy; of a list with itself 0 only where all are equal."""
    products: int = sum(map(mul, left, right))
    return len(left) * products - sum(left) * sum(right)


def correlation(both: int, left: int, right: int) -> float | None:
    """Pearson's, of three spreads; None where one list is constant."""
    if not (left and right):
        return None
    return max(-1.0, min(1.0, both / sqrt(left * right)))


def ratio(part: float, whole: float, times: float) -> float | None:
    """None where the whole is 0."""
    return times * (part / whole) if whole else None
