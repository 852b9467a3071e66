"""Figures worked out on paper."""

from math import sqrt

import pytest

from exams.analysis.analyse import analyse
from tests.exams.analysis.data_sets import marks

STAIRS = analyse(marks([list(row) for row in ("111", "110", "100", "000")], dict.fromkeys("abc", 1)))
"""Totals 3, 2, 1, 0: covariances with three below the line, 5/3 the variance of the totals."""


def near(value):
    return pytest.approx(value, rel=1e-12, abs=1e-12)


def test_the_exam_by_hand():
    exam = STAIRS["exam"]
    assert (exam["sittings"], exam["items"], exam["maximum"], exam["group_size"]) == (4, 3, 3.0, 1)
    assert (exam["mean"], exam["median"], exam["sd"]) == (1.5, 1.5, near(sqrt(5 / 3)))
    assert (exam["skewness"], exam["kurtosis"]) == (0.0, near(-1.2))
    assert (exam["cic"], exam["error_ratio"], exam["standard_error"]) == (75.0, 50.0, near(sqrt(5 / 3) / 2))
    assert (exam["alpha"], exam["kr_20"], exam["kr_21"], exam["sem"]) == (0.75, 0.75, 0.6, near(sqrt(5 / 3) / 2))
    assert (exam["split_half_correlation"], exam["split_half"]) == (near(sqrt(0.5)), near(2 * sqrt(2) - 2))


def test_the_items_by_hand():
    first, second, third = STAIRS["items"].values()
    assert [one["facility"] for one in (first, second, third)] == [75.0, 50.0, 25.0]
    assert [one["p"] for one in (first, second, third)] == [0.75, 0.5, 0.25]
    assert [one["sd"] for one in (first, second, third)] == [0.5, near(sqrt(1 / 3)), 0.5]
    assert first["discrimination_index"] == near(100 * sqrt(3 / 11))
    assert second["discrimination_index"] == near(100 * sqrt(1 / 2))
    assert [one["discriminative_efficiency"] for one in (first, second, third)] == [100.0, 100.0, 100.0]
    weight = 2 * sqrt(1 / 2) + sqrt(2 / 3)
    assert first["effective_weight"] == third["effective_weight"] == near(100 * sqrt(1 / 2) / weight)
    assert second["effective_weight"] == near(100 * sqrt(2 / 3) / weight)
    assert (first["point_biserial"], second["point_biserial"]) == (near(sqrt(3 / 5)), near(sqrt(4 / 5)))
    assert (first["alpha_if_item_deleted"], second["alpha_if_item_deleted"]) == (near(8 / 11), 0.5)
    assert [one["d"] for one in (first, second, third)] == [1.0, 1.0, 1.0]


def test_items_that_pull_apart_by_hand():
    told = analyse(marks([["1", "0"], ["0", "1"], ["1", "1"]], {"a": 1, "b": 1}))
    for one in told["items"].values():
        assert (one["discrimination_index"], one["discriminative_efficiency"]) == (near(-50), near(-50))
        assert one["alpha_if_item_deleted"] is None
    assert told["exam"]["cic"] == near(100 * 2 * (1 - (2 / 3) / (1 / 3)))
    assert told["exam"]["error_ratio"] == near(100 * sqrt(3))


def test_an_item_against_the_total_has_no_weight_and_takes_none():
    told = analyse(marks([["3", "0", "2"], ["0", "1", "0"], ["3", "0", "0"]], {"a": 3, "b": 1, "c": 2}))["items"]
    assert told["b"]["effective_weight"] is None
    assert told["a"]["effective_weight"] + told["c"]["effective_weight"] == near(100)


def test_of_equal_totals_the_first_in_the_file_ranks_higher():
    told = analyse(marks([["1", "0"], ["1", "0"], ["0", "1"], ["0", "1"]], {"a": 1, "b": 1}))
    assert [one["d"] for one in told["items"].values()] == [1.0, -1.0]


@pytest.mark.parametrize(("n", "size"), [(3, 0), (4, 1), (7, 1), (8, 2), (99, 26), (100, 27), (200, 54), (1000, 270)])
def test_the_groups_are_27_percent_rounded_down(n, size):
    assert analyse(marks([["1"]] * n, {"a": 1}))["exam"]["group_size"] == size


def test_what_one_sitting_cannot_tell_is_none():
    told = analyse(marks([["1", "0"]], {"a": 1, "b": 1}))
    defined = {"sittings", "items", "maximum", "blanks", "replaced", "group_size", "mean", "median", "flags"}
    assert {name for name, value in told["exam"].items() if value is not None} == defined
    assert {name for name, value in told["items"]["a"].items() if value is not None} == {
        "maximum", "facility", "p", "flags"
    }  # fmt: skip


def test_equal_parts_are_no_variance_however_they_round():
    told = analyse(marks([["0.1", "0.2"], ["0.2", "0.1"], ["0.1", "0.2"]], {"a": 1, "b": 1}))
    assert told["exam"]["sd"] == 0.0
    assert told["exam"]["cic"] is told["exam"]["skewness"] is told["items"]["a"]["point_biserial"] is None


@pytest.mark.parametrize(
    ("row", "most"),
    [(["1", "0.5"], {"a": 1, "b": 1}), (["1", "2"], {"a": 1, "b": 2}), (["1", "1"], {"a": 1, "b": 2})],
    ids=["a part", "another maximum", "half of another maximum"],
)
def test_kuder_and_richardson_speak_of_right_and_wrong_alone(row, most):
    exam = analyse(marks([row, ["0", "0"], ["1", "0"]], most))["exam"]
    assert exam["alpha"] is not None
    assert exam["kr_20"] is exam["kr_21"] is None


def test_kr_21_is_kr_20_where_all_items_are_equally_hard():
    exam = analyse(marks([list("111"), list("110"), list("001"), list("000")], dict.fromkeys("abc", 1)))["exam"]
    assert exam["kr_21"] == near(exam["kr_20"])
    assert STAIRS["exam"]["kr_21"] < STAIRS["exam"]["kr_20"]
