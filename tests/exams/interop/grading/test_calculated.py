"""Interop 4.5: formulas with the values of one candidate."""

import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.grading.door import grade_case
from exams.interop.grading.errors import BadCase, NotMarkable
from exams.interop.grading.formula import reckoned, shown

VALUES = {"a": 3.0, "b": 4.0, "long name": 10.0}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("{a} + {b}", 7),
        ("{a}-{b}-1", -2),
        ("2*{a}+{b}/2", 8),
        ("2*({a}+{b})", 14),
        ("-{a}*-2", 6),
        ("-2**2", -4),
        ("2**3**2", 512),
        ("17 % 5", 2),
        ("{long name}", 10),
        ("1.5e2 + .5", 150.5),
        ("sqrt({a}*{a}+{b}*{b})", 5),
        ("pow({a}, 2)", 9),
        ("round(2.345, 2)", 2.35),
        ("round(-2.5)", -3),
        ("max(1, {b}, 2) + min(3, 1)", 5),
        ("sin(pi()/2)", 1),
        ("log(exp(2))", 2),
        ("ABS(-{a})", 3),
    ],
)
def test_a_formula_has_its_value(formula, value):
    assert reckoned(formula, VALUES) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    "formula",
    [
        "", "{c}", "{a} +", "{a} {b}", "1/0", "sqrt(-1)", "pow(10, 400)", "system(1)", "sqrt()", "sqrt(1, 2)", "a + b",
        "__import__('os')", "{a}; {b}", "(" * 60 + "1" + ")" * 60, "1" * 3000, "(1", "1)", "9**9**9**9",
        "2**" * 600 + "1",
    ],
)  # fmt: skip
def test_what_is_no_formula_is_refused(formula):
    with pytest.raises(BadCase):
        reckoned(formula, VALUES)


@given(st.text(alphabet="{}ab0123456789.+-*/%(), pisqrt", max_size=40))
def test_any_text_is_a_number_or_refused(formula):
    with suppress(BadCase):
        assert math.isfinite(reckoned(formula, VALUES))


@pytest.mark.parametrize(
    ("value", "length", "kind", "told"),
    [
        (2.345, 2, "1", 2.35),
        (1234.5, 0, "1", 1235),
        (0.012345, 2, "2", 0.012),
        (123456, 3, "2", 123000),
        (0, 3, "2", 0),
        (-9.995, 3, "2", -10),
    ],
)
def test_an_answer_is_told_with_decimals_or_figures(value, length, kind, told):
    assert shown(value, length, kind) == pytest.approx(told, rel=1e-12)


def calculated(text, tolerance=0.0, **more):
    return {"type": "calculated", "answers": [{"text": text, "fraction": 1, "tolerance": tolerance, **more}]}


def test_a_response_is_compared_with_the_value_of_the_formula():
    question = calculated("{a} + {b}")
    assert grade_case(question, "7", {"values": {"a": 3, "b": 4}}).state == "right"
    assert grade_case(question, "7", {"values": {"a": "3", "b": "5.5"}}).state == "wrong"
    assert grade_case(question, "", {"values": {"a": 3, "b": 4}}).state == "blank"


def test_the_tolerance_is_relative_unless_the_answer_says_another():
    given_values = {"values": {"a": 200}}
    assert grade_case(calculated("{a}", 0.01), "202", given_values).state == "right"
    assert grade_case(calculated("{a}", 0.01, tolerance_type=2), "202", given_values).state == "wrong"
    assert grade_case(calculated("{a}", 2, tolerance_type="nominal"), "202", given_values).state == "right"


def test_the_answer_is_rounded_as_it_is_told_before_it_is_compared():
    question = calculated("{a} / 3", correct_answer_length=2, correct_answer_format=1)
    assert grade_case(question, "3.33", {"values": {"a": 10}}).state == "right"
    assert grade_case(calculated("{a} / 3"), "3.33", {"values": {"a": 10}}).state == "wrong"


def test_without_the_values_nobody_can_mark():
    with pytest.raises(NotMarkable):
        grade_case(calculated("{a}"), "1")


def test_values_that_are_no_numbers_are_refused():
    with pytest.raises(BadCase):
        grade_case(calculated("{a}"), "1", {"values": {"a": "x"}})
