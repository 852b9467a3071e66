"""The gauge says what is known, what it rests on, and is right about people who learn by another model than its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.training.readiness import FEWEST, Answered, Wanted, gauge
from tests.exams.training.trainees import DAY_MS, FINAL, NOW, PASS_PERCENT, trainees

BANDS = range(0, 100, 20)
PEOPLE = 2_000
ONE = {1: Wanted(10)}


def answers(right, wrong, days_ago=0, chapter=1):
    rows = [*([True] * right), *([False] * wrong)]
    return [Answered(chapter, f"{chapter}-{n}", one, NOW - days_ago * DAY_MS) for n, one in enumerate(rows)]


@pytest.fixture(scope="module")
def told():
    """Of each trainee what the gauge says before the final, and what came of it: for the whole and by chapter."""
    whole, chapters = [], []
    for person in trainees(PEOPLE, seed=2026):
        shown = gauge(person.answers, FINAL, PASS_PERCENT, NOW)
        whole.append((shown.whole.chance, person.passed()))
        chapters += [(one.chance, person.passed(chapter)) for chapter, one in shown.chapters.items()]
    return whole, chapters


def off_by(pairs, band):
    """How far the mean of what was shown is from the share that passed, in points; None for a band with nobody."""
    inside = [(chance, passed) for chance, passed in pairs if chance is not None and band <= chance < band + 20]
    if not inside:
        return None
    return abs(sum(chance for chance, _ in inside) - 100 * sum(passed for _, passed in inside)) / len(inside)


@pytest.mark.feature("a11")
@pytest.mark.parametrize("band", BANDS)
def test_of_2000_trainees_as_many_pass_as_they_were_told(told, band):
    whole, _ = told
    assert off_by(whole, band) <= 10


@pytest.mark.feature("a11")
@pytest.mark.parametrize("band", BANDS)
def test_the_same_holds_for_each_chapter(told, band):
    _, chapters = told
    assert off_by(chapters, band) <= 10


def test_a_gauge_that_is_twenty_points_off_would_be_seen(told):
    _, chapters = told
    shifted = [(None if chance is None else chance - 20, passed) for chance, passed in chapters]
    assert off_by(shifted, 40) > 10


def test_too_few_answers_say_nothing():
    assert gauge(answers(FEWEST - 1, 0), ONE, 80, NOW).chapters[1].chance is None
    assert gauge(answers(FEWEST, 0), ONE, 80, NOW).chapters[1].chance is not None


def test_the_same_question_again_and_again_is_one_question():
    again = answers(1, 0) * 40
    assert gauge(again, ONE, 80, NOW).chapters[1].chance is None


def test_what_was_known_long_ago_says_nothing_of_today():
    assert gauge(answers(30, 0, days_ago=60), ONE, 80, NOW).chapters[1].chance is None


def test_the_basis_is_told():
    known = gauge(answers(20, 3, days_ago=11) + answers(20, 0), ONE, 80, NOW).chapters[1]
    assert (known.answers, known.days) == (43, 12)


def test_the_whole_is_not_told_while_a_chapter_is_unknown():
    both = {1: Wanted(10), 2: Wanted(10)}
    half = gauge(answers(30, 0), both, 80, NOW)
    assert (half.whole.chance, half.weakest) == (None, 1)
    full = gauge(answers(30, 0) + answers(10, 10, chapter=2), both, 80, NOW)
    assert full.whole.chance is not None
    assert full.weakest == 2


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 30), st.integers(1, 100))
def test_a_chance_lies_between_1_and_99_and_a_right_answer_never_lowers_it(right, wrong, items, percent):
    wanted = {1: Wanted(items)}
    before = gauge(answers(right, wrong), wanted, percent, NOW).chapters[1].chance
    after = gauge([*answers(right, wrong), Answered(1, "new", True, NOW)], wanted, percent, NOW).chapters[1].chance
    for chance in (before, after):
        assert chance is None or 1 <= chance <= 99
    if before is not None:
        assert after is not None
        assert after >= before
