"""Numerical items: the worked figures of the course, the mistakes, the draw."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.chance.stream import Stream
from exams.items.errors import BadTemplate
from exams.items.formula import hundredths
from exams.items.generators import APART, REGISTRY, check_template, draw_numbers, mistakes, solve
from exams.items.item import Template
from tests.exams.items.samples import SAMPLES


def template(name, **ranges):
    return Template(name, ranges or SAMPLES[name])


def test_service_level_of_the_worked_example():
    numbers = {"offered": "1250", "answered": "1180", "within": "985"}
    assert solve(template("service_level_offered"), numbers) == Decimal("78.80")
    assert mistakes(template("service_level_offered"), numbers) == {"answered_base": Decimal("83.47")}


def test_abandon_rate_of_the_worked_example():
    numbers = {"offered": "1250", "abandoned": "70"}
    assert solve(template("abandon_rate"), numbers) == Decimal("5.60")
    assert mistakes(template("abandon_rate"), numbers) == {"answered_base": Decimal("5.93")}


def test_handling_time_of_the_worked_example_is_whole_seconds():
    numbers = {"talk": "165", "hold": "12", "wrap": "45"}
    assert str(solve(template("average_handling_time"), numbers)) == "222"
    assert mistakes(template("average_handling_time"), numbers) == {
        "without_wrap": Decimal(177),
        "without_hold": Decimal(210),
    }


def test_recommendation_score_of_the_worked_example():
    numbers = {"promoters": "62", "passives": "23", "detractors": "15"}
    assert solve(template("net_promoter_score"), numbers) == 47
    assert mistakes(template("net_promoter_score"), numbers) == {
        "promoters_only": Decimal("62.00"),
        "without_passives": Decimal("61.04"),
    }


def test_a_recommendation_score_may_be_negative():
    numbers = {"promoters": "10", "passives": "30", "detractors": "50"}
    assert solve(template("net_promoter_score"), numbers) == Decimal("-44.44")


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("0.005", "0.01"),
        ("0.0049999", "0.00"),
        ("-0.005", "-0.01"),
        ("2.675", "2.68"),
        ("1.995", "2.00"),
        ("3", "3.00"),
    ],
)
def test_answers_are_rounded_half_up_once(value, rounded):
    assert str(hundredths(Fraction(value))) == rounded


@given(st.fractions(min_value=-(10**9), max_value=10**9))
def test_rounding_moves_a_value_by_half_a_hundredth_at_most(value):
    assert abs(Fraction(hundredths(value)) - value) <= Fraction(1, 200)


@pytest.mark.feature("c6")
@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_drawn_numbers_keep_their_ranges_and_make_sense(name):
    check_template(template(name))
    drawn = set()
    for number in range(300):
        numbers = draw_numbers(template(name), Stream(f"{name}{number}".encode()))
        for variable, (low, high, step) in SAMPLES[name].items():
            value = Decimal(numbers[variable])
            assert Decimal(low) <= value <= Decimal(high)
            assert (value - Decimal(low)) % Decimal(step) == 0
        answer = solve(template(name), numbers)
        assert all(abs(answer - wrong) > APART for wrong in mistakes(template(name), numbers).values())
        drawn.add(tuple(numbers.items()))
    assert len(drawn) > 150


def test_the_same_chance_draws_the_same_numbers():
    numbers = draw_numbers(template("service_level_offered"), Stream(b"pinned"))
    assert numbers == draw_numbers(template("service_level_offered"), Stream(b"pinned"))
    assert list(numbers) == ["offered", "answered", "within"]


def test_decimal_steps_keep_their_decimals():
    ranges = {"talk": ("1.50", "1.50", "0.25"), "hold": ("0.25", "0.25", "1"), "wrap": ("1", "1", "1")}
    assert draw_numbers(template("average_handling_time", **ranges), Stream(b""))["talk"] == "1.50"


@pytest.mark.parametrize(
    ("name", "ranges", "reason"),
    [
        ("no_such", {"a": ("1", "2", "1")}, "generator"),
        ("abandon_rate", {"offered": ("1", "2", "1")}, "variables"),
        ("abandon_rate", {"offered": ("1", "2", "1"), "abandoned": ("1", "2", "1"), "x": ("1", "2", "1")}, "variables"),
        ("abandon_rate", {"offered": ("1", "2", "1"), "abandoned": ("1", "1e9", "1")}, "number"),
        ("abandon_rate", {"offered": ("1", "2", "0"), "abandoned": ("1", "2", "1")}, "range"),
        ("abandon_rate", {"offered": ("3", "2", "1"), "abandoned": ("1", "2", "1")}, "range"),
        ("abandon_rate", {"offered": ("1", "4", "2"), "abandoned": ("1", "2", "1")}, "range"),
        ("abandon_rate", {"offered": ("10", "20", "1"), "abandoned": ("30", "40", "1")}, "never_valid"),
    ],
)
def test_a_template_that_cannot_work_is_named_with_the_reason(name, ranges, reason):
    with pytest.raises(BadTemplate) as refused:
        check_template(template(name, **ranges))
    assert refused.value.facts["reason"] == reason
    assert refused.value.facts["generator"] == name


@pytest.mark.parametrize(
    "numbers",
    [{}, {"offered": "10"}, {"offered": "0", "abandoned": "0"}, {"offered": "1e9", "abandoned": "1"}],
)
def test_numbers_that_no_draw_gives_are_refused_not_divided_by(numbers):
    with pytest.raises(BadTemplate):
        solve(template("abandon_rate"), numbers)
