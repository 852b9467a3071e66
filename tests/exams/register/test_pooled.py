"""Item statistics over branches: those of one form when everybody had it, and right where everybody had other items."""

import json
from itertools import compress, zip_longest
from statistics import correlation

import pytest

from exams.analysis.analyse import analyse
from exams.analysis.marks import Column, Marks
from exams.register.answered import Answered, answered_text
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
    for one in pooled_items((*sat(at, marks), "") for at, marks in enumerate(people)):
        told = whole[one.item]
        for name in ("p", "d", "discrimination_index", "discriminative_efficiency", "point_biserial"):
            assert getattr(one, name) == pytest.approx(told[name], abs=1e-6), (one.item, name)
        assert list(one.flags) == told["flags"]


@pytest.mark.feature("c9")
def test_an_item_is_held_against_the_other_marks_of_the_papers_that_had_it():
    people, dice = list(cohort(7, 200)), numbers(8)
    papers = [dict(compress(one.items(), [True, *(next(dice) % 3 for _ in range(4))])) for one in people]
    papers = [{**one, "d": people[at]["d"]} for at, one in enumerate(papers)]
    for one in pooled_items((*sat(at, marks), "") for at, marks in enumerate(papers)):
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
    told = {
        one.item: one
        for one in pooled_items((*sat(at, {**one, "a": 0}), "") for at, one in enumerate(cohort(5, count)))
    }
    assert (told["a"].flags == ("W_ITEM_CONSTANT",)) is flagged


def chose(marks, dice):
    """Options: the key B where the mark is full, else A, C, or more seldom nothing; beside some a remark."""
    return {
        item: Answered("B" if points else ("A", "C", "A", "")[next(dice) % 4], "") for item, points in marks.items()
    }


def pulls_by_hand(people, said, item):
    """High and low 27 % of the totals, reckoned apart from the app; ties stay in the order of the sittings."""
    places = sorted(range(len(people)), key=lambda at: -sum(people[at].values()))
    size = len(people) * 27 // 100
    share = {}
    for letter in sorted({one[item].chosen for one in said} - {""}):
        taken = [one[item].chosen == letter for one in said]
        high, low = (sum(taken[at] for at in group) / size for group in (places[:size], places[-size:]))
        share[letter] = (sum(taken) / len(people), high, low, high - low)
    return share


@pytest.mark.feature("c8", "c9")
@pytest.mark.parametrize("seed", [11, 12, 13])
def test_the_pull_of_each_option_over_all_branches_is_what_a_hand_reckons(seed):
    people, dice = list(cohort(seed, 60)), numbers(seed + 100)
    said = [chose(one, dice) for one in people]
    told = pooled_items(
        (*sat(at, marks), answered_text(chosen)) for at, (marks, chosen) in enumerate(zip(people, said, strict=True))
    )
    for one in told:
        by_hand = pulls_by_hand(people, said, one.item)
        assert (one.answered, one.exposure, set(one.options)) == (60, 1.0, set(by_hand))
        for letter, shares in by_hand.items():
            found = one.options[letter]
            assert (found.share, found.high, found.low, found.pull) == pytest.approx(shares, abs=1e-6)
            assert found.right is (letter == "B")


@pytest.mark.feature("c8")
def test_options_are_of_the_sittings_that_were_looked_through_and_judged_from_thirty_on():
    people = list(cohort(5, 40))
    for read in (29, 30):
        said = [answered_text({"a": Answered("B" if one["a"] else "A", "")}) for one in people[:read]]
        told = pooled_items(
            (*sat(at, one), text) for at, (one, text) in enumerate(zip_longest(people, said, fillvalue=""))
        )
        one = told[0]
        assert (one.sittings, one.answered, one.options["A"].chosen) == (
            40,
            read,
            sum(not p["a"] for p in people[:read]),
        )
    none = [answered_text({"a": Answered("A" if at else "D", "")}) for at, _ in enumerate(people)]
    idle = pooled_items((*sat(at, {**one, "a": 0}), none[at]) for at, one in enumerate(people))[0]
    assert "W_OPTION_IDLE" in idle.flags


@pytest.mark.feature("c9", "c10")
def test_an_item_on_trial_gives_no_points_and_is_measured_all_the_same():
    people, dice = list(cohort(3, 60)), numbers(4)
    right = [next(dice) % 3 > 0 for _ in people]

    def with_trial(at, marks):
        sitting, text = sat(at, marks)
        told = json.loads(text)
        told["marks"].append([6, "t", "right" if right[at] else "wrong", 10**7 * right[at], 0, 0])
        return sitting, json.dumps(told), ""

    half = [with_trial(at, one) for at, one in enumerate(people)] + [
        (*sat(at + 60, one), "") for at, one in enumerate(people)
    ]
    trial = pooled_items(half)[-1]
    assert (trial.item, trial.trial, trial.sittings, trial.exposure) == ("t", True, 60, 0.5)
    assert trial.p == pytest.approx(sum(right) / 60, abs=1e-6)
    totals = [sum(one.values()) for one in people]
    assert trial.discrimination_index == pytest.approx(100 * correlation(list(map(int, right)), totals), abs=1e-6)


@pytest.mark.feature("b12", "c9")
def test_what_candidates_wrote_stands_beside_the_item():
    said = answered_text({"b": Answered("", "key: 两项都对")})
    told = {one.item: one for one in pooled_items((*sat(at, one), said) for at, one in enumerate(cohort(1, 2)))}
    assert (told["b"].remarks, told["a"].remarks) == (("key: 两项都对",) * 2, ())
