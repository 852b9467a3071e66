"""What is told about an item, and what only many sittings may tell."""

import pytest

from exams.analysis.analyse import analyse, flags
from exams.analysis.guessing import Asked, random_guess_score
from tests.exams.analysis.data_sets import marks

GOOD, BAD = list("11101"), list("00011")
"""Items: two that tell apart, one more, one that is wrong way round, one that everybody knows."""


def cohort(n):
    return analyse(marks([GOOD if place % 2 else BAD for place in range(n)], dict.fromkeys("abcde", 1)))


def test_items_are_flagged_from_thirty_sittings_on():
    told = cohort(30)
    found = {item: one["flags"] for item, one in told["items"].items()}
    assert found == {
        "a": [],
        "b": [],
        "c": [],
        "d": ["W_ITEM_NEGATIVE", "W_ITEM_DUBIOUS", "W_ITEM_WEAK"],
        "e": ["W_ITEM_CONSTANT"],
    }
    assert told["exam"]["flags"] == []


def test_fewer_judge_no_item():
    told = cohort(29)
    assert {tuple(one["flags"]) for one in told["items"].values()} == {()}
    assert told["exam"]["flags"] == ["W_FEW_SITTINGS"]


def test_the_bound_of_moodle_is_exclusive():
    figures = {"sd": 1.0, "discrimination_index": 10.0, "d": 0.2}
    assert flags({**figures, "discriminative_efficiency": 15.0}) == []
    assert flags({**figures, "discriminative_efficiency": 14.9}) == ["W_ITEM_DUBIOUS"]
    assert flags({**figures, "discriminative_efficiency": 15.0, "d": 0.19}) == ["W_ITEM_WEAK"]


@pytest.mark.parametrize(
    ("asked", "score"),
    [
        (Asked("single", fractions=(1, 0, 0, 0)), 0.25),
        (Asked("single", fractions=(1, 0.5, -0.5)), pytest.approx(1 / 3)),
        (Asked("single"), None),
        (Asked("truefalse"), 0.5),
        (Asked("matching", choices=4), 0.25),
        (Asked("matching"), None),
        (Asked("shortanswer"), 0.0),
        (Asked("numerical"), 0.0),
        (Asked("shortanswer", wildcard=0.2), 0.2),
        (Asked("multiple", fractions=(0.5, 0.5, -1)), None),
        (Asked("essay"), None),
    ],
)
def test_a_guess_earns_what_moodle_says(asked, score):
    assert random_guess_score(asked) == score


def test_the_guess_is_told_where_the_type_is_known():
    told = analyse(marks([["1", "0"]], {"a": 1, "b": 1}), {"b": Asked("truefalse")})["items"]
    assert (told["a"]["random_guess_score"], told["b"]["random_guess_score"]) == (None, 0.5)
