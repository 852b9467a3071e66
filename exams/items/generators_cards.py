"""Credit cards: free days, interest on the unpaid part, the cost of instalments, the late fee.

Purchases are posted in April; rates and fees are in percent, the interest rate by the day.
"""

from collections.abc import Mapping
from fractions import Fraction

from exams.items.formula import Exact, Generator, Numbers, all_positive, exact_generator, whole, whole_between

AFTER_DUE = Fraction(11)
"""25 May, the due day, to 4 June, the day before the next statement."""


def _free_days(numbers: Exact) -> Fraction:
    due = numbers["due"] - numbers["posted"]
    return due if numbers["posted"] <= numbers["statement"] else due + 30


def _free_days_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    own_bill = numbers["posted"] <= numbers["statement"]
    return {
        "both_days_counted": _free_days(numbers) + 1,
        "wrong_bill": _free_days(numbers) + (30 if own_bill else -30),
    }


def _free_days_valid(numbers: Numbers) -> bool:
    days = {"posted": (1, 30), "statement": (1, 27), "due": (2, 28)}
    return whole_between(numbers, days) and numbers["statement"] < numbers["due"]


def _before_due(numbers: Exact) -> Fraction:
    """Days from the posting day in April to 24 May."""
    return 55 - numbers["day"]


def _interest(balance: Fraction, numbers: Exact, days: Fraction) -> Fraction:
    return balance * numbers["rate"] * days / 100


def _unpaid_part(numbers: Exact) -> Fraction:
    return _interest(numbers["amount"] - numbers["paid"], numbers, _before_due(numbers) + AFTER_DUE)


def _unpaid_part_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    unpaid = numbers["amount"] - numbers["paid"]
    from_due_day = _interest(unpaid, numbers, AFTER_DUE)
    return {
        "full_amount": _interest(numbers["amount"], numbers, _before_due(numbers)) + from_due_day,
        "from_due_day": from_due_day,
        "to_due_day": _interest(unpaid, numbers, _before_due(numbers)),
    }


def _unpaid_part_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and numbers["paid"] < numbers["amount"] and whole_between(numbers, {"day": (6, 30)})


def _instalments(numbers: Exact) -> Fraction:
    return numbers["amount"] * numbers["fee"] * numbers["months"] / 100


def _instalments_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "one_month": numbers["amount"] * numbers["fee"] / 100,
        "falling_balance": _instalments(numbers) * (numbers["months"] + 1) / (2 * numbers["months"]),
    }


def _instalments_valid(numbers: Numbers) -> bool:
    return all_positive(numbers) and whole_between(numbers, {"months": (1, 60)})


def _late_fee(numbers: Exact) -> Fraction:
    return (_least(numbers) - numbers["paid"]) * numbers["fee"] / 100


def _least(numbers: Exact) -> Fraction:
    return numbers["bill"] * numbers["minimum"] / 100


def _late_fee_mistakes(numbers: Exact) -> Mapping[str, Fraction]:
    return {
        "whole_bill": (numbers["bill"] - numbers["paid"]) * numbers["fee"] / 100,
        "paid_left_out": _least(numbers) * numbers["fee"] / 100,
    }


def _late_fee_valid(numbers: Numbers) -> bool:
    charged = all(numbers[name] > 0 for name in ("bill", "minimum", "fee"))
    return charged and 0 <= numbers["paid"] * 100 < numbers["bill"] * numbers["minimum"]


CARDS: Mapping[str, Generator] = {
    "interest_free_days": exact_generator(
        ("posted", "statement", "due"), _free_days, _free_days_mistakes, _free_days_valid, whole
    ),
    "unpaid_part_interest": exact_generator(
        ("amount", "day", "paid", "rate"), _unpaid_part, _unpaid_part_mistakes, _unpaid_part_valid
    ),
    "instalment_cost": exact_generator(
        ("amount", "months", "fee"), _instalments, _instalments_mistakes, _instalments_valid
    ),
    "late_fee": exact_generator(("bill", "minimum", "paid", "fee"), _late_fee, _late_fee_mistakes, _late_fee_valid),
}
