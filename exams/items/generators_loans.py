"""Loans: equal principal, equal instalments, prepayment and penalty interest; rates in percent a year."""

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


def _payment(numbers: Exact, paid: Fraction) -> Fraction:
    """The payment of a loan with equal principal once so many payments have been made."""
    share = numbers["principal"] / numbers["months"]
    return share + month_interest(numbers["principal"] - share * paid, numbers["rate"])


def _equal_principal(numbers: Exact) -> Fraction:
    return _payment(numbers, numbers["period"] - 1)


def _equal_principal_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {"first_payment": _payment(numbers, Fraction()), "one_too_many": _payment(numbers, numbers["period"])}


def _equal_principal_valid(numbers: Numbers) -> bool:
    whole = whole_between(numbers, {"months": (1, 360), "period": (1, 360)})
    return all_positive(numbers) and whole and numbers["period"] <= numbers["months"]


def _total_interest(numbers: Exact) -> Fraction:
    return month_interest(numbers["principal"], numbers["rate"], (numbers["months"] + 1) / 2)


def _total_interest_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "full_principal_all_along": month_interest(numbers["principal"], numbers["rate"], numbers["months"]),
        "half_the_months": month_interest(numbers["principal"], numbers["rate"], numbers["months"] / 2),
    }


def _total_interest_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and whole_between(numbers, {"months": (1, 360)})


def _instalment_principal(numbers: Exact) -> Fraction:
    return numbers["payment"] - month_interest(numbers["balance"], numbers["rate"])


def _instalment_principal_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {"interest_part": month_interest(numbers["balance"], numbers["rate"])}


def _instalment_principal_valid(numbers: Numbers) -> bool:
    covers = numbers["payment"] * 1200 > numbers["balance"] * numbers["rate"]
    return all_positive(numbers) and covers and numbers["payment"] < numbers["balance"]


def _waiting(numbers: Exact) -> Fraction:
    return numbers["amount"] * numbers["fee"] / 100 - month_interest(numbers["amount"], numbers["rate"])


def _waiting_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    fee = numbers["amount"] * numbers["fee"] / 100
    return {
        "fee_alone": fee,
        "interest_added": fee + month_interest(numbers["amount"], numbers["rate"]),
    }


def _waiting_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and numbers["fee"] * 12 > numbers["rate"]


def _penalty(numbers: Exact) -> Fraction:
    return _overdue(numbers, numbers["rate"] * (100 + numbers["extra"]) / 100)


def _overdue(numbers: Exact, rate: Fraction) -> Fraction:
    return day_interest(numbers["principal"], rate, numbers["days"])


def _penalty_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "contract_rate": _overdue(numbers, numbers["rate"]),
        "extra_alone": _overdue(numbers, numbers["rate"] * numbers["extra"] / 100),
        "extra_as_points": _overdue(numbers, numbers["rate"] + numbers["extra"]),
    }


def _penalty_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and whole_between(numbers, {"days": (1, 3660)})


LOANS: Mapping[str, Generator] = {
    "equal_principal_payment": exact_generator(
        ("principal", "rate", "months", "period"),
        _equal_principal,
        _equal_principal_mistakes,
        _equal_principal_valid,
    ),
    "equal_principal_total_interest": exact_generator(
        ("principal", "rate", "months"), _total_interest, _total_interest_mistakes, _total_interest_valid
    ),
    "equal_instalment_principal": exact_generator(
        ("balance", "rate", "payment"),
        _instalment_principal,
        _instalment_principal_mistakes,
        _instalment_principal_valid,
    ),
    "prepayment_wait_saving": exact_generator(("amount", "fee", "rate"), _waiting, _waiting_mistakes, _waiting_valid),
    "penalty_interest": exact_generator(
        ("principal", "rate", "extra", "days"), _penalty, _penalty_mistakes, _penalty_valid
    ),
}
