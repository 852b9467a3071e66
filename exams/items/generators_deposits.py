"""Deposits: interest by balance-days and by the single deposit; 360 days or 12 months to the year, last day left out.

Where an item's dates are part of the sum, the generator fixes the month and the item draws the day of the month.
"""

from collections.abc import Mapping
from fractions import Fraction

from exams.items.formula import (
    Exact,
    Generator,
    Numbers,
    all_positive,
    day_interest,
    exact_generator,
    month_interest,
    whole_between,
)

QUARTER_DAYS = 92
"""21 March to 20 June, the settlement day included."""


def _demand_pieces(numbers: Exact) -> tuple[tuple[Fraction, Fraction], ...]:
    """Balance and days of each stretch: paid in on a day of April, drawn on a day of May, settled on 20 June."""
    middle = numbers["first"] + numbers["added"]
    return (
        (numbers["first"], 10 + numbers["day_in"]),
        (middle, 30 - numbers["day_in"] + numbers["day_out"]),
        (middle - numbers["taken"], 52 - numbers["day_out"]),
    )


def _demand(numbers: Exact) -> Fraction:
    return sum((day_interest(balance, numbers["rate"], days) for balance, days in _demand_pieces(numbers)), Fraction())


def _demand_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    last = _demand_pieces(numbers)[-1][0]
    return {
        "days_365": _demand(numbers) * 360 / 365,
        "last_balance": day_interest(last, numbers["rate"], Fraction(QUARTER_DAYS)),
        "settlement_day_left_out": _demand(numbers) - day_interest(last, numbers["rate"], Fraction(1)),
    }


def _demand_valid(numbers: Numbers) -> bool:
    enough = numbers["taken"] <= numbers["first"] + numbers["added"]
    return all_positive(numbers) and enough and whole_between(numbers, {"day_in": (1, 30), "day_out": (1, 31)})


def _term(numbers: Exact) -> Fraction:
    return month_interest(numbers["principal"], numbers["rate"], numbers["months"])


def _term_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "posted_rate": month_interest(numbers["principal"], numbers["posted"], numbers["months"]),
        "annual_rate_by_months": _term(numbers) * 12,
    }


def _term_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and whole_between(numbers, {"months": (1, 60)})


def _early_days(numbers: Exact) -> Fraction:
    """15 January to a day of September of a year that is no leap year."""
    return 228 + numbers["day"]


def _early(numbers: Exact) -> Fraction:
    return day_interest(numbers["principal"], numbers["demand"], _early_days(numbers))


def _early_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "term_rate": day_interest(numbers["principal"], numbers["rate"], _early_days(numbers)),
        "days_365": _early(numbers) * 360 / 365,
        "last_day_counted": _early(numbers) + day_interest(numbers["principal"], numbers["demand"], Fraction(1)),
    }


def _early_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and numbers["demand"] < numbers["rate"] and whole_between(numbers, {"day": (1, 30)})


def _lost(numbers: Exact, principal: Fraction) -> Fraction:
    """What this much of a deposit earns less when it is drawn after so many days instead of at the end of its term."""
    kept = month_interest(principal, numbers["rate"], numbers["years"] * 12)
    return kept - day_interest(principal, numbers["demand"], numbers["days"])


def _partial(numbers: Exact) -> Fraction:
    return _lost(numbers, numbers["taken"])


def _partial_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "whole_deposit": _lost(numbers, numbers["principal"]),
        "demand_interest_left_out": month_interest(numbers["taken"], numbers["rate"], numbers["years"] * 12),
    }


def _partial_valid(numbers: Numbers) -> bool:
    part = numbers["taken"] < numbers["principal"] and numbers["demand"] < numbers["rate"]
    early = numbers["days"] < 365 * numbers["years"]
    return all_positive(numbers) and part and early and whole_between(numbers, {"years": (1, 5), "days": (1, 1826)})


def _renewed_days(numbers: Exact) -> Fraction:
    """1 March, when the one-year deposit fell due and renewed itself, to a day of June."""
    return 91 + numbers["day"]


def _renewed(numbers: Exact) -> Fraction:
    return _after_first_year(numbers, numbers["demand"])


def _after_first_year(numbers: Exact, rate: Fraction) -> Fraction:
    first = numbers["principal"] * numbers["rate"] / 100
    return first + day_interest(numbers["principal"] + first, rate, _renewed_days(numbers))


def _renewed_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    principal, demand, days = numbers["principal"], numbers["demand"], _renewed_days(numbers)
    return {
        "first_year_lost": day_interest(principal, demand, 365 + days),
        "renewal_rate": _after_first_year(numbers, numbers["renewal"]),
        "interest_not_renewed": principal * numbers["rate"] / 100 + day_interest(principal, demand, days),
    }


def _renewed_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and whole_between(numbers, {"day": (1, 30)})


def _notice(numbers: Exact) -> Fraction:
    return day_interest(numbers["principal"], numbers["call"] - numbers["demand"], numbers["days"])


def _notice_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "call_interest_alone": day_interest(numbers["principal"], numbers["call"], numbers["days"]),
        "demand_interest_alone": day_interest(numbers["principal"], numbers["demand"], numbers["days"]),
    }


def _notice_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and numbers["demand"] < numbers["call"] and whole_between(numbers, {"days": (7, 3660)})


DEPOSITS: Mapping[str, Generator] = {
    "demand_interest": exact_generator(
        ("first", "added", "taken", "day_in", "day_out", "rate"), _demand, _demand_mistakes, _demand_valid
    ),
    "term_interest": exact_generator(("principal", "months", "rate", "posted"), _term, _term_mistakes, _term_valid),
    "early_withdrawal_interest": exact_generator(
        ("principal", "rate", "demand", "day"), _early, _early_mistakes, _early_valid
    ),
    "partial_withdrawal_loss": exact_generator(
        ("principal", "taken", "years", "rate", "demand", "days"), _partial, _partial_mistakes, _partial_valid
    ),
    "renewal_early_interest": exact_generator(
        ("principal", "rate", "renewal", "demand", "day"), _renewed, _renewed_mistakes, _renewed_valid
    ),
    "call_deposit_notice_gain": exact_generator(
        ("principal", "call", "demand", "days"), _notice, _notice_mistakes, _notice_valid
    ),
}
