"""The sums of the generators done a second way: day by day on the calendar, month by month through a schedule."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.chance.stream import Stream
from exams.items.errors import BadTemplate
from exams.items.formula import hundredths
from exams.items.generators import draw_numbers, solve
from exams.items.item import Template
from tests.exams.items.samples import SAMPLES

CENT = Decimal("0.01")
WHOLE = ("interest_free_days", "complaint_days_left", "complaint_days_over", "last_day_next_month")
MONEY = sorted(set(SAMPLES) - {*WHOLE, "average_handling_time"})


def drawn(name, seed):
    numbers = draw_numbers(Template(name, SAMPLES[name]), Stream(seed))
    return numbers, {key: Fraction(value) for key, value in numbers.items()}


def answer(name, numbers):
    return solve(Template(name, {}), {key: str(value) for key, value in numbers.items()})


@given(st.binary(max_size=8))
def test_demand_interest_is_the_sum_of_every_days_balance(seed):
    numbers, exact = drawn("demand_interest", seed)
    paid_in, taken_out = date(2026, 4, int(exact["day_in"])), date(2026, 5, int(exact["day_out"]))
    balances, day = Fraction(), date(2026, 3, 21)
    while day <= date(2026, 6, 20):
        balances += exact["first"] + exact["added"] * (day >= paid_in) - exact["taken"] * (day >= taken_out)
        day += timedelta(1)
    assert answer("demand_interest", numbers) == hundredths(balances * exact["rate"] / 36000)


@given(st.integers(1, 30), st.sampled_from([2026, 2027, 2029]))
def test_days_of_an_early_withdrawal_are_those_of_the_calendar(day, year):
    days = (date(year, 9, day) - date(year, 1, 15)).days
    numbers = {"principal": 36000, "rate": "1.50", "demand": "1", "day": day}
    assert answer("early_withdrawal_interest", numbers) == days


@given(st.integers(1, 30), st.sampled_from([2026, 2027, 2028]))
def test_days_after_a_renewal_are_those_of_the_calendar(day, year):
    days = (date(year, 6, day) - date(year, 3, 1)).days
    numbers = {"principal": 18000, "rate": "100", "renewal": "2", "demand": "1", "day": day}
    assert answer("renewal_early_interest", numbers) == 18000 + days


@given(st.binary(max_size=8))
def test_what_is_lost_is_the_gap_between_drawing_a_part_and_leaving_it_all(seed):
    numbers, exact = drawn("partial_withdrawal_loss", seed)
    left, year = exact["principal"] - exact["taken"], exact["rate"] * exact["years"] / 100
    early = exact["taken"] * exact["demand"] * exact["days"] / 36000 + left * year
    assert answer("partial_withdrawal_loss", numbers) == hundredths(exact["principal"] * year - early)


@given(st.binary(max_size=8))
def test_no_more_than_the_limit_is_insured_at_each_bank(seed):
    numbers, exact = drawn("insured_amount", seed)
    insured = Fraction(answer("insured_amount", numbers))
    assert insured <= min(1_000_000, exact["term"] + exact["interest"] + exact["demand"] + exact["other"])
    assert insured == Fraction(answer("insured_amount", {**numbers, "wealth": "1"}))


@given(st.binary(max_size=8))
def test_equal_principal_pays_back_the_loan_and_the_interest_in_all(seed):
    numbers, exact = drawn("equal_principal_total_interest", seed)
    months = int(exact["months"])
    owed, interest = exact["principal"], Fraction()
    for _ in range(months):
        interest += owed * exact["rate"] / 1200
        owed -= exact["principal"] / months
    assert owed == 0
    assert answer("equal_principal_total_interest", numbers) == hundredths(interest)


@given(st.binary(max_size=8))
def test_a_payment_of_equal_principal_is_that_of_the_schedule(seed):
    numbers, exact = drawn("equal_principal_payment", seed)
    share = exact["principal"] / exact["months"]
    owed = exact["principal"]
    for _ in range(int(exact["period"]) - 1):
        owed -= share
    assert answer("equal_principal_payment", numbers) == hundredths(share + owed * exact["rate"] / 1200)


@given(st.integers(1, 30), st.integers(1, 10), st.integers(19, 28))
def test_free_days_are_those_from_posting_to_the_due_day_of_its_bill(posted, statement, due):
    bill = date(2026, 4, statement) if posted <= statement else date(2026, 5, statement)
    days = (bill.replace(day=due) - date(2026, 4, posted)).days
    assert answer("interest_free_days", {"posted": posted, "statement": statement, "due": due}) == days


@given(st.integers(6, 30))
def test_interest_on_the_unpaid_part_runs_from_posting_to_the_day_before_the_statement(day):
    days = (date(2026, 6, 5) - date(2026, 4, day)).days
    numbers = {"amount": 1100, "day": day, "paid": 100, "rate": "0.1"}
    assert answer("unpaid_part_interest", numbers) == days


@given(st.integers(1, 31), st.integers(1, 31), st.sampled_from([2026, 2027, 2028]))
def test_days_left_end_on_the_last_day_of_the_limit(received, today, year):
    left = (date(year, 7, received) + timedelta(30) - date(year, 8, today)).days
    numbers = {"received": received, "today": today}
    if left > 0:
        assert answer("complaint_days_left", numbers) == left
    else:
        with pytest.raises(BadTemplate):
            answer("complaint_days_left", numbers)


@given(st.integers(1, 31), st.integers(1, 31))
def test_days_over_begin_after_the_last_day_of_the_limit(received, answered):
    over = (date(2027, 5, answered) - date(2027, 3, received) - timedelta(60)).days
    numbers = {"received": received, "answered": answered}
    if over > 0:
        assert answer("complaint_days_over", numbers) == over
    else:
        with pytest.raises(BadTemplate):
            answer("complaint_days_over", numbers)


@given(st.integers(1, 31), st.integers(1, 59), st.sampled_from([1, 3, 5, 7, 8, 10, 12]))
def test_the_last_day_is_that_of_the_calendar(received, limit, month):
    last = date(2026, month, received) + timedelta(limit)
    numbers = {"received": received, "limit": limit}
    if last.month == month % 12 + 1 and last.day <= 28:
        assert answer("last_day_next_month", numbers) == last.day
    elif last.month == month:
        with pytest.raises(BadTemplate):
            answer("last_day_next_month", numbers)


@given(st.binary(max_size=8), st.sampled_from(WHOLE))
def test_days_are_whole(seed, name):
    numbers, _ = drawn(name, seed)
    assert str(answer(name, numbers)).isdecimal()


@given(st.binary(max_size=8), st.sampled_from(MONEY))
def test_sums_have_two_decimals(seed, name):
    numbers, _ = drawn(name, seed)
    found = answer(name, numbers)
    assert found == found.quantize(CENT)
    assert found.as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("demand_interest", {"first": 1, "added": 1, "taken": 3, "day_in": 1, "day_out": 1, "rate": 1}),
        ("demand_interest", {"first": 1, "added": 1, "taken": 1, "day_in": 31, "day_out": 1, "rate": 1}),
        ("early_withdrawal_interest", {"principal": 1, "rate": 1, "demand": 2, "day": 1}),
        ("early_withdrawal_interest", {"principal": 1, "rate": 2, "demand": 1, "day": "1.5"}),
        ("partial_withdrawal_loss", {"principal": 1, "taken": 2, "years": 1, "rate": 2, "demand": 1, "days": 9}),
        ("partial_withdrawal_loss", {"principal": 3, "taken": 2, "years": 1, "rate": 2, "demand": 1, "days": 365}),
        ("call_deposit_notice_gain", {"principal": 1, "call": 1, "demand": 1, "days": 30}),
        ("equal_principal_payment", {"principal": 1, "rate": 1, "months": 12, "period": 13}),
        ("equal_instalment_principal", {"balance": 120000, "rate": 12, "payment": 1200}),
        ("prepayment_wait_saving", {"amount": 1, "fee": "0.1", "rate": "1.2"}),
        ("interest_free_days", {"posted": 1, "statement": 25, "due": 25}),
        ("unpaid_part_interest", {"amount": 100, "day": 6, "paid": 100, "rate": 1}),
        ("unpaid_part_interest", {"amount": 100, "day": 5, "paid": 10, "rate": 1}),
        ("late_fee", {"bill": 1000, "minimum": 10, "paid": 100, "fee": 5}),
        ("solved_once_rate", {"closed": 10, "repeats": 10}),
        ("annualised_return", {"buy": 0, "sell": 1, "days": 30}),
    ],
)
def test_numbers_that_make_no_case_are_refused(name, numbers):
    with pytest.raises(BadTemplate):
        answer(name, numbers)
