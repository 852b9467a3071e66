"""Interop 4.4: numbers as they are typed, units, three kinds of tolerance."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.grading.door import grade_case
from exams.interop.grading.numerical import read_typed, within
from exams.interop.grading.quantity import exact

READ = [
    ("3.14", Fraction("3.14"), ""),
    ("1,234", Fraction("1.234"), ""),
    ("1,234,567", Fraction(1234567), ""),
    ("1,234.5", Fraction("1234.5"), ""),
    ("1 234.50 kg", Fraction("1234.5"), "kg"),
    ("-5", Fraction(-5), ""),
    ("+5", Fraction(5), ""),
    (".5", Fraction(1, 2), ""),
    ("5.", Fraction(5), ""),
    ("1e3", Fraction(1000), ""),
    ("1x10^3", Fraction(1000), ""),
    ("1*10**-2", Fraction(1, 100), ""),
    ("2×10^2m", Fraction(200), "m"),
    ("12%", Fraction(12), "%"),
    ("100元", Fraction(100), "元"),
    ("0x10", Fraction(0), "x10"),
    ("1_000", Fraction(1), "_000"),
    ("3X10^8", Fraction(3), "X10^8"),
]


@pytest.mark.parametrize(("text", "value", "unit"), READ)
def test_a_number_as_it_is_typed(text, value, unit):
    assert read_typed(text) == (value, unit)


@pytest.mark.parametrize("text", ["", "abc", "NaN", "１２", "٣", "1e999999999", "9" * 5000, "--5", "kg5"])
def test_what_is_no_number(text):
    assert read_typed(text) is None


def test_a_unit_may_stand_before_the_number():
    assert read_typed("¥ 12.50", units_before=True) == (Fraction("12.5"), "¥")
    assert read_typed("12.50 ¥", units_before=True) is None


def test_a_stored_answer_may_have_a_decimal_comma():
    question = {"type": "numerical", "answers": [{"text": "0,75", "fraction": 1, "tolerance": 0.01}]}
    assert [grade_case(question, typed).state for typed in ("0.75", "0,76", "0.77", "75")] == [
        "right", "right", "wrong", "wrong",
    ]  # fmt: skip
    cloze = {"type": "cloze", "parts": [{"type": "numerical", "answers": [{"text": "1,5", "fraction": 1}]}]}
    assert grade_case(cloze, ["1.5"]).state == "right"


def test_without_a_list_of_units_nothing_is_deducted_below_nought():
    answers = [{"text": "5", "fraction": -0.5, "tolerance": 0}]
    assert float(grade_case({"type": "numerical", "answers": answers}, "5").fraction) == 0
    right = {"type": "numerical", "answers": [{"text": "5", "fraction": 1, "tolerance": 0}]}
    assert grade_case(right, "5 frogs").state == "right"
    assert float(grade_case(right, "5", {"unit_grading_type": 1, "unit_penalty": 0.2}).fraction) == 0.8


KINDS = [
    ("nominal", "10", "0.5", "10.5", True),
    ("nominal", "10", "0.5", "9.5", True),
    ("nominal", "10", "0.5", "10.51", False),
    ("nominal", "10", "0", "10", True),
    ("nominal", "10", "0", "10.0001", False),
    ("relative", "200", "0.1", "220", True),
    ("relative", "200", "0.1", "179", False),
    ("relative", "-200", "0.1", "-220", True),
    ("relative", "0", "0.1", "0.01", False),
    ("geometric", "100", "1", "50", True),
    ("geometric", "100", "1", "200", True),
    ("geometric", "100", "1", "49", False),
    ("geometric", "100", "1", "201", False),
    ("geometric", "-100", "1", "-200", True),
    ("geometric", "-100", "1", "-50", True),
    ("geometric", "-100", "1", "-49", False),
]


@pytest.mark.parametrize(("kind", "answer", "tolerance", "value", "near"), KINDS)
def test_a_tolerance_of_each_kind(kind, answer, tolerance, value, near):
    assert within(exact(value), exact(answer), exact(tolerance), kind) is near


def test_a_difference_below_fourteen_digits_is_none():
    assert within(Fraction(1) + Fraction(1, 10**15), Fraction(1), Fraction(0), "nominal")
    assert not within(Fraction(1) + Fraction(1, 10**12), Fraction(1), Fraction(0), "nominal")


@given(st.fractions(), st.fractions(min_value=0, max_value=100))
def test_the_answer_itself_is_always_near_enough(answer, tolerance):
    assert all(within(answer, answer, tolerance, kind) for kind in ("nominal", "relative", "geometric"))


def numerical(response, *answers, **options):
    question = {"type": "numerical", "answers": [dict(zip(("text", "fraction", "tolerance"), a)) for a in answers]}  # noqa: B905
    return grade_case(question, response, options).to_json()


def test_the_first_answer_that_fits_wins():
    answers = (("3", 1, 0), ("3", 0.5, 1), ("*", 0.1, 0))
    assert numerical("3", *answers)["fraction"] == 1
    assert numerical("3.9", *answers)["fraction"] == 0.5
    assert numerical("99", *answers) == {"fraction": 0.1, "state": "partial"}


def test_a_star_takes_every_number_and_no_word():
    assert numerical("7", ("*", 1, 0))["state"] == "right"
    assert numerical("seven", ("*", 1, 0))["state"] == "wrong"


def test_a_range_of_two_ends_counts_its_ends():
    assert numerical("5", ("1..5", 1))["state"] == "right"
    assert numerical("5.1", ("1..5", 1))["state"] == "wrong"


def test_only_blanks_are_no_response():
    assert numerical("  ", ("3", 1, 0)) == {"fraction": 0.0, "state": "blank"}


def test_the_kind_of_tolerance_comes_by_number_or_by_name():
    assert numerical("220", ("200", 1, "0.1"), tolerancetype=1)["state"] == "right"
    assert numerical("220", ("200", 1, "0.1"), tolerance_type="relative")["state"] == "right"
    assert numerical("220", ("200", 1, "0.1"))["state"] == "wrong"


UNITS = [{"unit": "m", "multiplier": 1}, {"unit": "cm", "multiplier": 100}]


def test_a_value_is_scaled_by_its_unit():
    assert numerical("250 cm", ("2.5", 1, 0), units=UNITS)["state"] == "right"
    assert numerical("2.5 m", ("2.5", 1, 0), units=UNITS)["state"] == "right"
    assert numerical("250 m", ("2.5", 1, 0), units=UNITS)["state"] == "wrong"


def test_without_a_penalty_a_wrong_unit_costs_nothing():
    assert numerical("2.5 kg", ("2.5", 1, 0), units=UNITS)["fraction"] == 1


def test_a_wrong_unit_costs_a_part_of_the_mark_or_of_the_maximum():
    assert numerical("2.5 kg", ("2.5", 0.5, 0), units=UNITS, unitgradingtype=1, unitpenalty=0.1)["fraction"] == 0.45
    assert numerical("2.5 kg", ("2.5", 0.5, 0), units=UNITS, unitgradingtype=2, unitpenalty=0.1)["fraction"] == 0.4
    assert numerical("2.5", ("2.5", 0.05, 0), units=UNITS, unitgradingtype=2, unitpenalty=0.1)["fraction"] == 0


def test_a_right_number_in_a_known_but_other_unit_is_taken_unscaled_and_costs():
    told = numerical("2.5 cm", ("2.5", 1, 0), units=UNITS, unitgradingtype=1, unitpenalty=0.2)
    assert told == {"fraction": 0.8, "state": "partial"}


def test_a_unit_may_be_chosen_apart():
    assert numerical({"answer": "250", "unit": "cm"}, ("2.5", 1, 0), units=UNITS)["state"] == "right"


def test_a_very_long_number_is_refused_as_one():
    assert numerical("1" * 100_000, ("1", 1, 0))["state"] == "wrong"
    assert numerical("x" + "." * 100_000, ("1", 1, 0), units_before=True)["state"] == "wrong"
