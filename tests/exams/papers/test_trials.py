"""Trial items stand among the scored ones, give no points, and leave every other paper as it was."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.grading.grade import grade
from exams.grading.policy import GradingPolicy
from exams.items.item import AnswerKey, ItemType, Level
from exams.papers.blueprint import RedLineGate, TrialItems
from exams.papers.blueprint_check import disagreements
from exams.papers.codec import paper_bytes, paper_from_json, paper_to_json
from exams.papers.draw import Candidate, draw_from
from exams.papers.errors import Infeasible
from exams.papers.feasible import check_feasible
from exams.papers.pool import prepare
from exams.papers.shortage import Lack, Shortage
from tests.exams.papers.full_form import TODAY, an_item, full_bank, full_blueprint

SINGLE = ItemType.SINGLE
WANTED = TrialItems(5, {2: 2})


def on_trial(chapter, number, **facts):
    told = {"id": f"trial-{chapter}-{number}", "trial": True, "enemies": (), "red_line": False, **facts}
    return an_item(chapter, SINGLE, 900 + number, **told)


TRIALS = tuple(on_trial(chapter, number) for chapter in (1, 2, 3) for number in range(4))


def asking(wanted=WANTED):
    return replace(full_blueprint(), trial=wanted)


@pytest.fixture(scope="module")
def pool():
    return prepare(asking(), (*full_bank(), *TRIALS), TODAY)


def paper_for(pool, staff_id="A1", seen=frozenset()):
    return draw_from(pool, Candidate("s", staff_id, "", 1), seen)


def short_of(wanted, *items):
    return check_feasible(asking(wanted), (*full_bank(), *items), TODAY)


@pytest.mark.feature("c10")
def test_a_paper_has_the_wanted_trial_items_on_top_of_its_scored_ones(pool):
    for number in range(30):
        paper = paper_for(pool, f"A{number}")
        trial = [place for place in paper.items if not place.points]
        assert (len(paper.items), len(trial)) == (75, 5)
        assert {place.item for place in trial} <= {item.id for item in TRIALS}
        assert sum(place.chapter == 2 for place in trial) >= 2
        assert sum(place.points for place in paper.items) == full_blueprint().total


def test_the_same_person_gets_the_same_trial_items_and_others_get_others(pool):
    assert paper_bytes(paper_for(pool)) == paper_bytes(paper_for(pool))
    assert len({frozenset(p.item for p in paper_for(pool, f"A{n}").items if not p.points) for n in range(12)}) > 3


def test_trial_items_stand_anywhere_in_the_paper(pool):
    spots = Counter(
        (place.position - 1) // 25 for n in range(30) for place in paper_for(pool, f"A{n}").items if not place.points
    )
    assert min(spots[third] for third in range(3)) > 25


def test_without_trial_items_a_paper_is_what_it_was_however_many_the_bank_holds():
    plain, beside = (prepare(full_blueprint(), bank, TODAY) for bank in (full_bank(), (*full_bank(), *TRIALS)))
    for number in range(8):
        assert paper_bytes(paper_for(plain, f"A{number}")) == paper_bytes(paper_for(beside, f"A{number}"))


def test_the_scored_items_of_a_paper_are_those_that_it_has_without_trial_items(pool):
    plain = prepare(full_blueprint(), full_bank(), TODAY)
    scored = {place.item for place in paper_for(pool).items if place.points}
    assert scored == {place.item for place in paper_for(plain).items}


def test_trial_items_that_were_seen_come_last(pool):
    first = {place.item for place in paper_for(pool).items if not place.points}
    second = {place.item for place in paper_for(pool, "A2", frozenset(first)).items if not place.points}
    assert len(first & second) <= 2  # of chapter 2 there are four, of the whole twelve


def test_a_paper_with_trial_items_reads_back_from_the_journal(pool):
    paper = paper_for(pool)
    assert paper_from_json(paper_to_json(paper)) == paper


@pytest.mark.feature("c10")
def test_too_few_trial_items_are_refused_with_the_missing_count():
    assert short_of(TrialItems(5), *TRIALS[:3]) == (Shortage(None, None, None, 5, 3, Lack.TRIAL),)
    assert short_of(TrialItems(5, {3: 3}), *TRIALS[:10]) == (Shortage(3, None, None, 3, 2, Lack.TRIAL),)
    assert short_of(TrialItems(5, {3: 3}), *TRIALS) == ()
    with pytest.raises(Infeasible):
        paper_for(prepare(asking(), full_bank(), TODAY))


def test_trial_items_of_a_type_that_the_chapter_does_not_ask_would_be_known_and_count_for_nothing():
    strange = [replace(one, type=ItemType.BEST_WORST) for one in TRIALS if one.chapter < 3]
    assert short_of(TrialItems(1), *strange) == (Shortage(None, None, None, 1, 0, Lack.TRIAL),)
    assert short_of(TrialItems(1), replace(TRIALS[-1], type=ItemType.BEST_WORST)) == ()


def test_trial_items_that_exclude_each_other_count_once_and_never_meet():
    foes = [on_trial(1, n, enemies=tuple(f"trial-1-{other}" for other in range(4) if other != n)) for n in range(4)]
    assert short_of(TrialItems(2), *foes) == (Shortage(None, None, None, 2, 1, Lack.TRIAL),)
    pool = prepare(asking(TrialItems(2)), (*full_bank(), *foes, on_trial(2, 0)), TODAY)
    for number in range(10):
        trial = {place.item for place in paper_for(pool, f"A{number}").items if not place.points}
        assert len(trial & {one.id for one in foes}) == 1


def test_a_trial_item_whose_enemy_is_scored_is_promised_to_nobody_and_never_stands_beside_it():
    scored = [one.id for one in full_bank() if one.chapter == 1]
    shy = on_trial(1, 0, enemies=tuple(scored))
    assert short_of(TrialItems(1), shy)[0].available == 0
    pool = prepare(asking(TrialItems(1)), (*full_bank(), shy, on_trial(2, 0)), TODAY)
    assert all("trial-1-0" not in {p.item for p in paper_for(pool, f"A{n}").items} for n in range(10))


@pytest.mark.parametrize("wanted", [TrialItems(1, {1: 2}), TrialItems(3, {9: 1}), TrialItems(-1), TrialItems(431)])
def test_numbers_of_trial_items_that_cannot_be_are_told(wanted):
    assert disagreements(asking(wanted)) == ("trial",)
    assert disagreements(asking()) == ()


def test_a_red_line_on_trial_fills_no_gate():
    bank = tuple(on_trial(1, n, id=f"red-{n}", red_line=True, trial=n > 1) for n in range(6))
    plan = replace(asking(TrialItems(2)), cells={(1, SINGLE): 2}, levels={}, red_line=RedLineGate(2, 2))
    paper = draw_from(prepare(plan, bank, TODAY), Candidate("s", "A", "", 1))
    assert {place.item for place in paper.items if place.red_line} == {"red-0", "red-1"}
    assert len(paper.items) == 4


LETTERS = st.sampled_from([None, "A", "B", "C", "D"])
SMALL = tuple(on_trial(1, n, id=f"scored-{n}", trial=False, red_line=n < 2) for n in range(4))
NOVEL = tuple(on_trial(1, n, level=Level.EVALUATE, red_line=True) for n in range(3))


@pytest.mark.feature("c10")
@given(st.lists(LETTERS, min_size=4, max_size=4), st.lists(LETTERS, min_size=3, max_size=3), st.integers(0, 10_000_000))
def test_answers_to_trial_items_never_change_the_result(scored, tried, negative):
    plan = replace(asking(TrialItems(3)), cells={(1, SINGLE): 4}, levels={}, red_line=RedLineGate(2, 2))
    items = {one.id: one for one in (*SMALL, *NOVEL)}
    paper = draw_from(prepare(plan, items.values(), TODAY), Candidate("s", "A", "", 1))
    keys = {name: AnswerKey(name, one.version, "A", {}) for name, one in items.items()}
    policy = GradingPolicy(60, red_line_needed=2, chapter_pass={1: 50}, negative=negative, floor=-9000)
    given_to = dict(zip((one.id for one in SMALL), scored, strict=True))
    told = dict(zip((one.id for one in NOVEL), tried, strict=True))

    def result(**more):
        answers = {place.position: {**given_to, **more}.get(place.item) for place in paper.items}
        responses = {position: one for position, one in answers.items() if one is not None}
        return replace(grade(paper, keys, items, responses, policy), marks=())

    assert result(**told) == result()
    assert "evaluate" not in result(**told).by_level
