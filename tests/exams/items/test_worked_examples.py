"""The worked examples of the course, each with the typical mistakes that it names."""

from decimal import Decimal

import pytest

from exams.items.generators import mistakes, solve
from exams.items.item import Template

EXAMPLES = [
    (
        "WE-D1 demand deposit up to settlement",
        "demand_interest",
        {"first": "10000", "added": "5000", "taken": "8000", "day_in": "10", "day_out": "15", "rate": "0.20"},
        "5.47",
        {"days_365": "5.39", "last_balance": "3.58", "settlement_day_left_out": "5.43"},
    ),
    (
        "WE-D3 three years to maturity",
        "term_interest",
        {"principal": "50000", "months": "36", "rate": "1.90", "posted": "1.50"},
        "2850.00",
        {"posted_rate": "2250.00"},
    ),
    (
        "WE-D3 six months to maturity",
        "term_interest",
        {"principal": "50000", "months": "6", "rate": "1.30", "posted": "1.10"},
        "325.00",
        {"annual_rate_by_months": "3900.00"},
    ),
    (
        "WE-D3 three months to maturity",
        "term_interest",
        {"principal": "50000", "months": "3", "rate": "1.30", "posted": "1.10"},
        "162.50",
        {},
    ),
    (
        "WE-D4 all drawn early",
        "early_withdrawal_interest",
        {"principal": "50000", "rate": "1.50", "demand": "0.20", "day": "10"},
        "66.11",
        {"term_rate": "495.83", "days_365": "65.21", "last_day_counted": "66.39"},
    ),
    (
        "WE-D5 part drawn early: 3,600.00 less 2,575.50",
        "partial_withdrawal_loss",
        {"principal": "100000", "taken": "30000", "years": "2", "rate": "1.80", "demand": "0.20", "days": "333"},
        "1024.50",
        {"demand_interest_left_out": "1080.00", "whole_deposit": "3415.00"},
    ),
    (
        "WE-D6 (c) renewed, then drawn early; (a) is the mistake",
        "renewal_early_interest",
        {"principal": "80000", "rate": "1.50", "renewal": "1.30", "demand": "0.20", "day": "9"},
        "1245.11",
        {"interest_not_renewed": "1244.44", "renewal_rate": "1493.22", "first_year_lost": "206.67"},
    ),
    (
        "WE-D8 notice or none: 62.50 less 16.67",
        "call_deposit_notice_gain",
        {"principal": "100000", "call": "0.75", "demand": "0.20", "days": "30"},
        "45.83",
        {"call_interest_alone": "62.50", "demand_interest_alone": "16.67"},
    ),
    (
        "WE-D11 two banks and a wealth product",
        "insured_amount",
        {"term": "480000", "interest": "5200", "demand": "63000", "wealth": "200000", "other": "300000"},
        "800000.00",
        {"one_limit_for_both": "500000.00", "no_limit": "848200.00"},
    ),
    (
        "WE-L1 principal in the first instalment",
        "equal_instalment_principal",
        {"balance": "300000", "rate": "3.60", "payment": "2980.65"},
        "2080.65",
        {"interest_part": "900.00"},
    ),
    (
        "WE-L2 first payment",
        "equal_principal_payment",
        {"principal": "300000", "rate": "3.60", "months": "120", "period": "1"},
        "3400.00",
        {"one_too_many": "3392.50"},
    ),
    (
        "WE-L2 last payment",
        "equal_principal_payment",
        {"principal": "300000", "rate": "3.60", "months": "120", "period": "120"},
        "2507.50",
        {"first_payment": "3400.00", "one_too_many": "2500.00"},
    ),
    (
        "2.8, payment 41 of WE-L2",
        "equal_principal_payment",
        {"principal": "300000", "rate": "3.60", "months": "120", "period": "41"},
        "3100.00",
        {},
    ),
    (
        "WE-L2 interest in all",
        "equal_principal_total_interest",
        {"principal": "300000", "rate": "3.60", "months": "120"},
        "54450.00",
        {"full_principal_all_along": "108000.00", "half_the_months": "54000.00"},
    ),
    (
        "2.8, two days and two charges",
        "prepayment_wait_saving",
        {"amount": "100000", "fee": "1.00", "rate": "3.60"},
        "700.00",
        {"fee_alone": "1000.00", "interest_added": "1300.00"},
    ),
    (
        "WE-L5 penalty interest",
        "penalty_interest",
        {"principal": "5000", "rate": "3.60", "extra": "50", "days": "20"},
        "15.00",
        {"contract_rate": "10.00", "extra_alone": "5.00", "extra_as_points": "148.89"},
    ),
    (
        "WE-C1 posted the day after the statement",
        "interest_free_days",
        {"posted": "6", "statement": "5", "due": "25"},
        "49",
        {"both_days_counted": "50", "wrong_bill": "19"},
    ),
    (
        "WE-C1 posted on the statement day",
        "interest_free_days",
        {"posted": "5", "statement": "5", "due": "25"},
        "20",
        {"both_days_counted": "21", "wrong_bill": "50"},
    ),
    (
        "WE-C2 contract on the unpaid part",
        "unpaid_part_interest",
        {"amount": "5000", "day": "10", "paid": "500", "rate": "0.05"},
        "126.00",
        {"full_amount": "137.25", "from_due_day": "24.75", "to_due_day": "101.25"},
    ),
    (
        "WE-C3 nothing paid: late fee",
        "late_fee",
        {"bill": "5000", "minimum": "10", "paid": "0", "fee": "5"},
        "25.00",
        {"whole_bill": "250.00"},
    ),
    (
        "WE-L6 charge of twelve instalments",
        "instalment_cost",
        {"amount": "12000", "months": "12", "fee": "0.60"},
        "864.00",
        {"one_month": "72.00", "falling_balance": "468.00"},
    ),
    (
        "WE-W1 gain after a redemption fee: 101,053.18 in hand",
        "holding_gain_after_fee",
        {"amount": "100000", "buy": "1.0250", "sell": "1.0410", "fee": "0.50"},
        "1053.18",
        {"fee_left_out": "1560.98", "without_shares": "1092.00"},
    ),
    (
        "WE-W1 gain as of a year",
        "annualised_return",
        {"buy": "1.0250", "sell": "1.0410", "days": "180"},
        "3.17",
        {"not_annualised": "1.56"},
    ),
    (
        "WE-W1 loss as of a year",
        "annualised_return",
        {"buy": "1.0250", "sell": "1.0180", "days": "180"},
        "-1.38",
        {"not_annualised": "-0.68"},
    ),
    (
        "WE-T1 received 6 July, due 5 August, now 2 August",
        "complaint_days_left",
        {"received": "6", "today": "2"},
        "3",
        {"first_day_counted": "2", "limits_added": "18", "month_of_30": "4"},
    ),
    (
        "WE-T1 received 9 March, due 8 May, answered 12 May",
        "complaint_days_over",
        {"received": "9", "answered": "12"},
        "4",
        {"first_day_counted": "5", "limits_added": "-11", "month_of_30": "3"},
    ),
    (
        "WE-T1 received 9 March, 30 days: 8 April",
        "last_day_next_month",
        {"received": "9", "limit": "30"},
        "8",
        {"first_day_counted": "7", "month_of_30": "9"},
    ),
    (
        "WE-T1 received 6 July, 30 days: 5 August",
        "last_day_next_month",
        {"received": "6", "limit": "30"},
        "5",
        {},
    ),
    (
        "WE-K3 settled at once",
        "solved_once_rate",
        {"closed": "1180", "repeats": "142"},
        "87.97",
        {"repeat_share": "12.03", "repeats_added": "89.26"},
    ),
]


@pytest.mark.feature("c6")
@pytest.mark.parametrize(
    ("generator", "numbers", "answer", "wrong"), [row[1:] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES]
)
def test_a_worked_example_comes_out_as_the_course_has_it(generator, numbers, answer, wrong):
    template = Template(generator, {})
    assert str(solve(template, numbers)) == answer
    found = mistakes(template, numbers)
    assert {name: found[name] for name in wrong} == {name: Decimal(value) for name, value in wrong.items()}


def test_what_the_shares_lose_in_rounding_is_within_the_tolerance():
    template = Template("holding_gain_after_fee", {})
    numbers = {"amount": "100000", "buy": "1.0250", "sell": "1.0180", "fee": "0.000001"}
    assert abs(solve(template, numbers) - Decimal("-682.92")) <= Decimal("0.01")
