"""Deposit insurance: what is covered at two banks (Deposit Insurance Regulations, article 5)."""

from collections.abc import Mapping
from fractions import Fraction

from exams.items.formula import Exact, Generator, all_positive, exact_generator

LIMIT = Fraction(500_000)
"""Yuan for one depositor at one bank, principal and interest of all accounts added up."""


def _one_bank(numbers: Exact) -> Fraction:
    return numbers["term"] + numbers["interest"] + numbers["demand"]


def _insured(numbers: Exact) -> Fraction:
    return min(LIMIT, _one_bank(numbers)) + min(LIMIT, numbers["other"])


def _insured_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    bank, other = _one_bank(numbers), numbers["other"]
    return {
        "wealth_counted": min(LIMIT, bank + numbers["wealth"]) + min(LIMIT, other),
        "interest_left_out": min(LIMIT, bank - numbers["interest"]) + min(LIMIT, other),
        "one_limit_for_both": min(LIMIT, bank + other),
        "no_limit": bank + other,
    }


INSURANCE: Mapping[str, Generator] = {
    "insured_amount": exact_generator(
        ("term", "interest", "demand", "wealth", "other"), _insured, _insured_mistakes, all_positive
    ),
}
