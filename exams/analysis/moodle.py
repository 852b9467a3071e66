"""Moodle's quiz statistics, its report's definitions to the letter; variances and covariances with n-1.

After question/classes/statistics/questions/calculator.php and mod/quiz/report/statistics/classes/calculator.php of
Moodle. A statistic that is not defined for the data is None.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import median

from exams.analysis.marks import Column, Marks
from exams.analysis.sums import correlation, ratio, spread


@dataclass(frozen=True, slots=True)
class ExamFigures:
    """Of the whole exam: marks, except `cic` and `error_ratio` in percent and the shapes, which have no unit."""

    mean: float
    median: float
    sd: float | None
    skewness: float | None
    kurtosis: float | None
    cic: float | None
    error_ratio: float | None
    standard_error: float | None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """Of one item, in percent, except `sd` in marks."""

    facility: float
    sd: float | None
    discrimination_index: float | None
    discriminative_efficiency: float | None
    effective_weight: float | None


def exam_figures(marks: Marks) -> ExamFigures:
    """Centre, spread, shape and reliability of the totals."""
    totals, unit, n = marks.totals(), marks.unit, len(marks.sittings)
    own = spread(totals, totals)
    sd = sqrt(own / (n * (n - 1))) / unit if n > 1 else None
    alpha = cronbach([spread(one.marks, one.marks) for one in marks.columns], own)
    error = None if alpha is None else sqrt(1 - alpha)
    return ExamFigures(
        mean=sum(totals) / (n * unit),
        median=median(totals) / unit,
        sd=sd,
        skewness=_skewness(totals),
        kurtosis=_kurtosis(totals),
        cic=None if alpha is None else float(100 * alpha),
        error_ratio=None if error is None else 100 * error,
        standard_error=None if error is None or sd is None else error * sd,
    )


def item_figures(marks: Marks) -> list[ItemFigures]:
    """In the order of the columns. The effective weights of items that do not pull against the total add up to 100."""
    totals = marks.totals()
    with_total = [spread(column.marks, totals) for column in marks.columns]
    pulls = sum(sqrt(one) for one in with_total if one > 0)
    return [
        _item(marks, column, totals, None if both < 0 else ratio(sqrt(both), pulls, 100.0))
        for column, both in zip(marks.columns, with_total, strict=True)
    ]


def _item(marks: Marks, column: Column, totals: Sequence[int], weight: float | None) -> ItemFigures:
    n = len(totals)
    rest = [total - mark for total, mark in zip(totals, column.marks, strict=True)]
    own, both = spread(column.marks, column.marks), spread(column.marks, rest)
    index = correlation(both, own, spread(rest, rest))
    return ItemFigures(
        facility=100 * (sum(column.marks) / (n * column.maximum)),
        sd=sqrt(own / (n * (n - 1))) / marks.unit if n > 1 else None,
        discrimination_index=None if index is None else 100 * index,
        discriminative_efficiency=ratio(both, spread(sorted(column.marks), sorted(rest)), 100.0),
        effective_weight=weight,
    )


def cronbach(items: Sequence[int], whole: int) -> Fraction | None:
    """Alpha of the items' spreads and that of their sum; None for one item or a constant sum. May be negative."""
    if len(items) < 2 or not whole:
        return None
    return Fraction(len(items), len(items) - 1) * (1 - Fraction(sum(items), whole))


def _deviations(totals: Sequence[int]) -> list[int]:
    # n times too large, which no ratio of moments notices, but whole
    whole, n = sum(totals), len(totals)
    return [n * total - whole for total in totals]


def _moment(deviations: Sequence[int], power: int) -> Fraction:
    return Fraction(sum(one**power for one in deviations), len(deviations))


def _skewness(totals: Sequence[int]) -> float | None:
    n, away = len(totals), _deviations(totals)
    if n < 3 or not any(away):
        return None
    k2 = n * _moment(away, 2) / (n - 1)
    k3 = n**2 * _moment(away, 3) / ((n - 1) * (n - 2))
    return float(k3 / k2) / sqrt(k2)


def _kurtosis(totals: Sequence[int]) -> float | None:
    n, away = len(totals), _deviations(totals)
    if n < 4 or not any(away):
        return None
    m2 = _moment(away, 2)
    k2 = n * m2 / (n - 1)
    k4 = n**2 * ((n + 1) * _moment(away, 4) - 3 * (n - 1) * m2**2) / ((n - 1) * (n - 2) * (n - 3))
    return float(k4 / k2**2)
