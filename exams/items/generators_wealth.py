"""Wealth products: gain or loss of a holding, and a return as of a year; a loss is negative."""

from collections.abc import Mapping
from fractions import Fraction

from exams.items.formula import Exact, Generator, Numbers, all_positive, exact_generator, hundredths, whole_between


def _value(numbers: Exact) -> Fraction:
    """Value at the selling price; shares are booked to two decimals, as in the course."""
    shares = Fraction(hundredths(numbers["amount"] / numbers["buy"]))
    return shares * numbers["sell"]


def _gain(numbers: Exact) -> Fraction:
    return _after_fee(numbers, _value(numbers)) - numbers["amount"]


def _after_fee(numbers: Exact, value: Fraction) -> Fraction:
    return value * (100 - numbers["fee"]) / 100


def _gain_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    amount, difference = numbers["amount"], numbers["sell"] - numbers["buy"]
    return {
        "fee_left_out": _value(numbers) - amount,
        "fee_on_gain": _after_fee(numbers, _value(numbers) - amount),
        "without_shares": _after_fee(numbers, amount * (1 + difference)) - amount,
    }


def _gain_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and numbers["fee"] < 100


def _annualised(numbers: Exact) -> Fraction:
    return (numbers["sell"] / numbers["buy"] - 1) * 100 * 365 / numbers["days"]


def _annualised_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "not_annualised": (numbers["sell"] / numbers["buy"] - 1) * 100,
        "difference_not_divided": (numbers["sell"] - numbers["buy"]) * 100 * 365 / numbers["days"],
        "days_360": _annualised(numbers) * 360 / 365,
    }


def _annualised_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and whole_between(numbers, {"days": (1, 3660)})


WEALTH: Mapping[str, Generator] = {
    "holding_gain_after_fee": exact_generator(("amount", "buy", "sell", "fee"), _gain, _gain_mistakes, _gain_valid),
    "annualised_return": exact_generator(("buy", "sell", "days"), _annualised, _annualised_mistakes, _annualised_valid),
}
