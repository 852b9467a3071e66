"""The simulated cohort: what it proves of the final, and that its measures notice what is wrong."""

from statistics import fmean

import pytest

from exams.items.item import Difficulty, Item
from exams.papers.draw import Candidate, draw_from
from tests.exams.papers import cohort
from tests.exams.papers.shipped_bank import forms, pools

PEOPLE = 1_000
SEED = 20261129


@pytest.fixture(scope="module", params=sorted(forms()))
def items(request) -> list[Item]:
    """The items of one paper of a form."""
    pool = pools()[request.param]
    return [pool.items[place.item] for place in draw_from(pool, Candidate("2026", "COHORT", "", 1)).items]


def test_a_paper_of_the_final_is_reliable(items):
    columns = cohort.answers(items, PEOPLE, SEED)
    assert cohort.kr20(list(columns.values())) >= 0.80


def test_trained_people_reach_what_the_final_expects_of_them(items):
    columns = cohort.answers(items, PEOPLE, SEED)
    assert 82 <= 100 * fmean(cohort.scores(list(columns.values()))) / len(items) <= 88


@pytest.mark.parametrize("form", sorted(forms()))
def test_no_item_is_answered_better_by_the_weak(form):
    for one in cohort.discrimination(cohort.answers(forms()[form], PEOPLE, SEED)):
        assert one.rest > 0, one
        assert one.upper_lower > 0, one


def test_an_item_with_a_wrong_key_is_noticed(items):
    def spoilt(item: Item, ability: float) -> float:
        right = cohort.chance(item, ability)
        return 1 - right if item is items[0] else right

    found = {one.item: one for one in cohort.discrimination(cohort.answers(items, PEOPLE, SEED, spoilt))}
    assert found[items[0].id].rest < 0
    assert found[items[0].id].upper_lower < 0
    assert found[items[1].id].rest > 0


def test_answers_of_pure_luck_have_no_reliability(items):
    columns = cohort.answers(items, PEOPLE, SEED, lambda _item, _ability: 0.5)
    assert abs(cohort.kr20(list(columns.values()))) < 0.2


def test_the_same_seed_gives_the_same_answers_and_another_one_others(items):
    assert cohort.answers(items, 50, 1) == cohort.answers(items, 50, 1)
    assert cohort.answers(items, 50, 1) != cohort.answers(items, 50, 2)


def test_an_item_is_answered_the_same_whatever_stands_beside_it(items):
    alone = cohort.answers(items[:1], 50, SEED)
    assert cohort.answers(items, 50, SEED)[items[0].id] == alone[items[0].id]


def test_the_able_and_the_easy_have_the_better_chance(items):
    for item in items:
        assert cohort.chance(item, 1) > cohort.chance(item, -1) > cohort.GUESS[item.type]
    assert cohort.LOCATION[Difficulty.EASY] < cohort.LOCATION[Difficulty.MEDIUM] < cohort.LOCATION[Difficulty.HARD]


def test_kr20_agrees_with_a_table_worked_by_hand():
    columns = [(0, 0, 0, 1), (0, 0, 1, 1), (0, 1, 1, 1)]
    # shares 1/4 1/2 3/4: p(1-p) = 3/16 + 4/16 + 3/16 = 10/16; scores 0 1 2 3: variance 20/16; 3/2 * (1 - 1/2)
    assert cohort.kr20(columns) == pytest.approx(0.75)


def test_discrimination_agrees_with_a_table_worked_by_hand():
    found = cohort.discrimination({"one": (0, 0, 1, 1), "two": (0, 1, 0, 1), "three": (0, 0, 1, 1)})
    # the rest of "one" is 0 1 1 2: covariance 1/4, spreads 1/4 and 1/2
    assert found[0].rest == pytest.approx(0.25 / (0.25 * 0.5) ** 0.5)
    assert found[0].upper_lower == 1
