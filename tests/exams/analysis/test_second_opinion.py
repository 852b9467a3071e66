"""Every figure equals that of a second implementation, and what others have published."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.analysis.analyse import analyse
from tests.exams.analysis import second_statistician as second
from tests.exams.analysis.data_sets import SETS, marks, rows

COUNTS = {"sittings", "items", "maximum", "blanks", "replaced", "group_size", "flags"}


def figures(cells, most):
    told = analyse(marks(cells, most))
    exam = {name: value for name, value in told["exam"].items() if name not in COUNTS}
    return exam, {item: {n: v for n, v in one.items() if n not in COUNTS} for item, one in told["items"].items()}


def assert_equal(cells, most):
    exam, items = figures(cells, most)
    people = rows(cells, most)
    near(exam, second.exam(people, most))
    assert list(items) == list(most)
    for name, told in items.items():
        near(told, second.item(people, name, most))


def near(told, expected):
    assert set(told) == set(expected)
    for name, value in expected.items():
        assert told[name] == (None if value is None else pytest.approx(value, rel=1e-6, abs=1e-6)), name


def without(told, names):
    return {name: value for name, value in told.items() if name not in names}


@pytest.mark.feature("c8")
@pytest.mark.parametrize("name", sorted(SETS))
def test_a_second_implementation_finds_the_same(name):
    assert_equal(*SETS[name])


@st.composite
def exams(draw, least=1):
    most = {f"Q{number}": draw(st.sampled_from((1, 2, 5))) for number in range(draw(st.integers(1, 6)))}
    row = st.tuples(*(st.integers(-1, 2 * maximum).map(lambda half: str(half / 2)) for maximum in most.values()))
    return draw(st.lists(row.map(list), min_size=least, max_size=45)), most


@given(exams())
def test_whatever_the_marks_a_second_implementation_finds_the_same(exam):
    assert_equal(*exam)


@given(exams(), st.randoms(use_true_random=False))
def test_the_order_of_the_sittings_changes_nothing_but_how_ties_fall_into_groups(exam, chance):
    cells, most = exam
    mixed = random.Random(chance.random()).sample(cells, len(cells))
    (before, items), (after, again) = figures(cells, most), figures(mixed, most)
    tied = len({sum(map(float, row)) for row in cells}) < len(cells)
    for told in (*items.values(), *again.values()) if tied else ():
        told.pop("d")
    assert (before, items) == (after, again)


@given(exams(), st.sampled_from((2, 3, 10)))
def test_marks_in_another_currency_scale_what_is_in_marks_and_nothing_else(exam, factor):
    cells, most = exam
    dear = [[str(float(cell) * factor) for cell in row] for row in cells]
    (before, items), (after, again) = figures(cells, most), figures(dear, {n: m * factor for n, m in most.items()})
    in_marks = ("mean", "median", "sd", "standard_error", "sem")
    near(after, {n: v * factor if v is not None and n in in_marks else v for n, v in before.items()})
    for name, told in items.items():
        near(again[name], {n: v * factor if v is not None and n == "sd" else v for n, v in told.items()})


@given(exams())
def test_a_mark_given_to_everybody_moves_the_centre_and_nothing_else(exam):
    cells, most = exam
    wide = {name: maximum + 1 for name, maximum in most.items()}
    kind = [[str(float(row[0]) + 1), *row[1:]] for row in cells]
    (before, items), (after, again) = figures(cells, wide), figures(kind, wide)
    moved = {"mean", "median", "facility", "p", "kr_20", "kr_21"}
    near(without(after, moved), without(before, moved))
    assert after["mean"] == pytest.approx(before["mean"] + 1)
    for name, told in items.items():
        near(without(again[name], moved), without(told, moved))


def test_the_law_school_test_has_its_published_figures():
    exam, items = figures(*SETS["lsat6"])
    assert exam["alpha"] == exam["kr_20"] == pytest.approx(0.2950, abs=5e-5)
    assert [one["p"] for one in items.values()] == [0.924, 0.709, 0.553, 0.763, 0.870]
    reduced = [one["alpha_if_item_deleted"] for one in items.values()]
    assert reduced == [pytest.approx(value, abs=5e-5) for value in (0.2754, 0.2376, 0.2168, 0.2459, 0.2663)]
