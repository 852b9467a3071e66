"""The marking rules of the final exam, each by its name in the course's table."""

import pytest

from exams.grading.grade import correct_response, mark_one, typical_mistake
from exams.grading.marks import MarkState
from exams.grading.policy import WHOLE, GradingPolicy
from exams.items.item import BestWorst, ItemType
from tests.exams.grading.places import RIGHT, Place

POLICY = GradingPolicy(pass_percent=80)
RIGHT_, PARTIAL, WRONG, BLANK = MarkState.RIGHT, MarkState.PARTIAL, MarkState.WRONG, MarkState.BLANK


def mark(kind, response, policy=POLICY, **facts):
    place = Place(kind, **facts)
    return mark_one(place.item, place.key, place.paper, response, policy)


@pytest.mark.parametrize(
    ("response", "state", "points"),
    [("B", RIGHT_, 1000), ("A", WRONG, 0), ("b", WRONG, 0), (None, BLANK, 0), ("", BLANK, 0), (True, WRONG, 0)],
)
def test_single_right_is_full_else_nothing(response, state, points):
    found = mark(ItemType.SINGLE, response)
    assert (found.state, found.points, found.max_points) == (state, points, 1000)


@pytest.mark.parametrize(
    ("response", "state", "points"),
    [(False, RIGHT_, 1000), (True, WRONG, 0), (None, BLANK, 0), ("false", WRONG, 0), ((), BLANK, 0)],
)
def test_truefalse_right_is_full_else_nothing_and_false_is_an_answer(response, state, points):
    found = mark(ItemType.TRUEFALSE, response)
    assert (found.state, found.points) == (state, points)


@pytest.mark.parametrize(
    ("response", "state", "points"),
    [
        (("A", "C", "D"), RIGHT_, 2000),
        (("D", "A", "C", "A"), RIGHT_, 2000),
        (("A", "C"), PARTIAL, 1000),
        (("D",), PARTIAL, 1000),
        (("A", "B"), WRONG, 0),
        (("A", "B", "C", "D"), WRONG, 0),
        (("B",), WRONG, 0),
        ((), BLANK, 0),
        (None, BLANK, 0),
        ("A", WRONG, 0),
    ],
)
def test_multiple_all_right_is_2_some_right_is_1_any_wrong_is_0(response, state, points):
    found = mark(ItemType.MULTIPLE, response)
    assert (found.state, found.points) == (state, points)


@pytest.mark.parametrize(
    ("response", "state", "points"),
    [
        (BestWorst("C", "A"), RIGHT_, 3000),
        (BestWorst("C", "B"), PARTIAL, 2000),
        (BestWorst("B", "A"), PARTIAL, 1000),
        (BestWorst("B", "D"), WRONG, 0),
        (BestWorst("A", "C"), WRONG, 0),
        (BestWorst("A", "A"), WRONG, 0),
        (BestWorst("A", ""), WRONG, 0),
        (BestWorst("C", ""), PARTIAL, 2000),
        (BestWorst("", "A"), PARTIAL, 1000),
        (BestWorst("", ""), BLANK, 0),
        ("C", WRONG, 0),
    ],
)
def test_scenario_best_is_2_worst_is_1_and_the_worst_taken_for_the_best_is_0(response, state, points):
    found = mark(ItemType.BEST_WORST, response)
    assert (found.state, found.points) == (state, points)


@pytest.mark.parametrize(
    ("response", "state"),
    [
        ("78.80", RIGHT_),
        ("78.8", RIGHT_),
        ("78.80 %", RIGHT_),
        ("７８．８", RIGHT_),
        ("78.82", RIGHT_),
        ("78.78", RIGHT_),
        ("78.820001", WRONG),
        ("78.779999", WRONG),
        ("83.47", WRONG),
        ("0.788", WRONG),
        ("-78.8", WRONG),
        ("78,8", WRONG),
        ("1e999999999", WRONG),
        ("", BLANK),
        ("  ", BLANK),
        (None, BLANK),
        (("78.80",), WRONG),
    ],
)
def test_numerical_is_right_within_the_tolerance_its_edge_included(response, state):
    found = mark(ItemType.NUMERICAL, response)
    assert (found.state, found.points) == (state, 3000 if state is RIGHT_ else 0)


@pytest.mark.parametrize(
    ("tolerance", "response", "state"), [("0", "78.8", RIGHT_), ("0", "78.81", WRONG), ("0.05", "78.85", RIGHT_)]
)
def test_the_tolerance_is_the_keys(tolerance, response, state):
    assert mark(ItemType.NUMERICAL, response, tolerance=tolerance).state is state


def test_fractions_are_ten_millionths_and_points_are_rounded_once_half_up():
    assert mark(ItemType.BEST_WORST, BestWorst("C", "B")).fraction == 6_666_667
    assert mark(ItemType.BEST_WORST, BestWorst("B", "A")).fraction == 3_333_333
    assert mark(ItemType.MULTIPLE, ("A",), points=1).points == 1
    assert mark(ItemType.MULTIPLE, ("A",), points=2001).points == 1001
    assert mark(ItemType.SINGLE, "B").fraction == WHOLE


@pytest.mark.parametrize(
    ("kind", "response", "points"),
    [
        (ItemType.SINGLE, "A", -250),
        (ItemType.MULTIPLE, ("B",), -500),
        (ItemType.MULTIPLE, ("A",), 1000),
        (ItemType.SINGLE, None, 0),
        (ItemType.TRUEFALSE, False, 1000),
    ],
)
def test_negative_marking_takes_a_share_for_a_wrong_answer_never_for_a_blank_one(kind, response, points):
    assert mark(kind, response, GradingPolicy(pass_percent=80, negative=WHOLE // 4)).points == points


@pytest.mark.parametrize("kind", list(RIGHT))
def test_the_correct_response_earns_full_marks(kind):
    place = Place(kind)
    right = correct_response(place.item, place.key, place.paper)
    assert right == ("78.80" if kind is ItemType.NUMERICAL else RIGHT[kind])
    assert mark(kind, right).state is RIGHT_


@pytest.mark.parametrize(
    ("response", "name"),
    [
        ("83.47", "answered_base"),
        ("83.5 %", "answered_base"),
        ("83", "answered_base"),
        ("83.48", "answered_base"),
        ("83.6", None),
        ("78.8", None),
        ("79", None),
        ("12", None),
        ("abc", None),
        (None, None),
        (True, None),
    ],
)
def test_a_typical_mistake_is_known_by_its_number(response, name):
    place = Place(ItemType.NUMERICAL)
    assert typical_mistake(place.item, place.paper, response) == name


def test_only_numbers_have_typical_mistakes():
    place = Place(ItemType.SINGLE)
    assert typical_mistake(place.item, place.paper, "A") is None
