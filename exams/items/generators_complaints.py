"""Complaints: calendar days of the time limits, the day of receipt not counted, and the share settled at once.

An item draws days of the month and its months are fixed here, so that it can keep to Mondays, whose limits of 15, 30
and 60 days never end on a weekend.
"""

from collections.abc import Mapping
from fractions import Fraction

from exams.items.formula import Exact, Generator, Numbers, all_positive, exact_generator, whole, whole_between

COMPLEX, LONGEST, SIMPLE = 30, 60, 15
"""Days in all: a complex case, a very complex one that was approved and told, a simple one."""


def _left(numbers: Exact) -> Fraction:
    """Received on a day of July, now a day of August, limit of a complex case."""
    return COMPLEX - (31 - numbers["received"] + numbers["today"])


def _left_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "first_day_counted": _left(numbers) - 1,
        "limits_added": _left(numbers) + SIMPLE,
        "month_of_30": _left(numbers) + 1,
    }


def _left_valid(numbers: Numbers) -> bool:
    whole_days = whole_between(numbers, {"received": (1, 31), "today": (1, 31)})
    return whole_days and numbers["today"] < numbers["received"] - 1


def _over(numbers: Exact) -> Fraction:
    """Received on a day of March, answered on a day of May, limit of a case prolonged as it should be."""
    return 31 - numbers["received"] + 30 + numbers["answered"] - LONGEST


def _over_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "first_day_counted": _over(numbers) + 1,
        "limits_added": _over(numbers) - SIMPLE,
        "month_of_30": _over(numbers) - 1,
    }


def _over_valid(numbers: Numbers) -> bool:
    whole_days = whole_between(numbers, {"received": (1, 31), "answered": (1, 31)})
    return whole_days and numbers["answered"] + 1 > numbers["received"]


def _last_day(numbers: Exact) -> Fraction:
    """The day of the next month on which a limit ends that began in a month of 31 days."""
    return numbers["received"] + numbers["limit"] - 31


def _last_day_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {"first_day_counted": _last_day(numbers) - 1, "month_of_30": _last_day(numbers) + 1}


def _last_day_valid(numbers: Numbers) -> bool:
    whole_days = whole_between(numbers, {"received": (1, 31), "limit": (1, 59)})
    return whole_days and 1 <= numbers["received"] + numbers["limit"] - 31 <= 28


def _settled(numbers: Exact) -> Fraction:
    return (numbers["closed"] - numbers["repeats"]) * 100 / numbers["closed"]


def _settled_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "repeat_share": numbers["repeats"] * 100 / numbers["closed"],
        "repeats_added": numbers["closed"] * 100 / (numbers["closed"] + numbers["repeats"]),
    }


def _settled_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and numbers["repeats"] < numbers["closed"]


COMPLAINTS: Mapping[str, Generator] = {
    "complaint_days_left": exact_generator(("received", "today"), _left, _left_mistakes, _left_valid, whole),
    "complaint_days_over": exact_generator(("received", "answered"), _over, _over_mistakes, _over_valid, whole),
    "last_day_next_month": exact_generator(
        ("received", "limit"), _last_day, _last_day_mistakes, _last_day_valid, whole
    ),
    "solved_once_rate": exact_generator(("closed", "repeats"), _settled, _settled_mistakes, _settled_valid),
}
