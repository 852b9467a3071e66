"""Item statistics over branches: those of one form when everybody had it, and right where everybody had other items."""

import json
from itertools import compress
from statistics import correlation

import pytest

from exams.analysis.analyse import analyse
from exams.analysis.marks import Column, Marks
from exams.register.pooled import pooled_items
from tests.exams.register.mixing import numbers

ITEMS = ("a", "b", "c", "d", "e")
MOST = dict(zip(ITEMS, (1000, 1000, 2000, 3000, 1000), strict=True))


def sat(number, marks):
    """A result in which these items were asked."""
    listed = [[at, item, "right", 0, points, MOST[item]] for at, (item, points) in enumerate(marks.items(), 1)]
    return f"s{number:03d}", json.dumps(
        {"score": sum(marks.values()), "max_score": sum(MOST[item] for item in marks), "marks": listed}
    )


def cohort(seed, count):
    """Marks of so many people, better ones better at everything."""
    dice = numbers(seed)
    for _ in range(count):
        skill = next(dice) % 100
        yield {item: MOST[item] * (next(dice) % 100 < 25 + skill * 3 // 4) for item in ITEMS}


@pytest.mark.feature("c9")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_one_form_the_figures_are_those_of_its_own_analysis(seed):
    people = list(cohort(seed, 60))
    columns = tuple(Column(item, MOST[item], tuple(one[item] for one in people)) for item in ITEMS)
    whole = analyse(Marks(tuple(f"s{at:03d}" for at in range(60)), columns, 1000))["items"]
    for one in pooled_items(sat(at, marks) for at, marks in enumerate(people)):
        told = whole[one.item]
        for name in ("p", "d", "discrimination_index", "discriminative_efficiency", "point_biserial"):
            assert getattr(one, name) == pytest.approx(told[name], abs=1e-6), (one.item, name)
        assert list(one.flags) == told["flags"]


@pytest.mark.feature("c9")
def test_an_item_is_held_against_the_other_marks_of_the_papers_that_had_it():
    people, dice = list(cohort(7, 200)), numbers(8)
    papers = [dict(compress(one.items(), [True, *(next(dice) % 3 for _ in range(4))])) for one in people]
    papers = [{**one, "d": people[at]["d"]} for at, one in enumerate(papers)]
    for one in pooled_items(sat(at, marks) for at, marks in enumerate(papers)):
        had = [paper for paper in papers if one.item in paper]
        largest = max(sum(MOST[item] for item in paper) for paper in had) - MOST[one.item]
        others = [sum(paper.values()) - paper[one.item] for paper in had]
        could = [sum(MOST[item] for item in paper) - MOST[one.item] for paper in had]
        rest = [points * largest // most for points, most in zip(others, could, strict=True)]
        own = [paper[one.item] for paper in had]
        assert one.sittings == len(had)
        assert one.p == pytest.approx(sum(own) / MOST[one.item] / len(had), abs=1e-6)
        assert one.discrimination_index == pytest.approx(100 * correlation(own, rest), abs=1e-6)


@pytest.mark.parametrize(("count", "flagged"), [(29, False), (30, True)])
def test_an_item_is_judged_from_thirty_sittings_on(count, flagged):
    told = {one.item: one for one in pooled_items(sat(at, {**one, "a": 0}) for at, one in enumerate(cohort(5, count)))}
    assert (told["a"].flags == ("W_ITEM_CONSTANT",)) is flagged
