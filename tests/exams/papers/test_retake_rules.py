"""The retake row of the course's table: up to 2 retakes in 30 days, 24 h apart, then study, a talk, a new cycle."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.papers.blueprint import Retakes
from exams.papers.retakes import DAY_MS, HOUR_MS, Amends, RetakeStanding, Tried, standing
from tests.exams.papers.full_form import full_blueprint

RULE = full_blueprint().retakes
NOW = 1_795_000_000_000
DAY = 24


def fails(*hours_ago, chapters=None):
    return [Tried(NOW - hours * HOUR_MS, passed=False, chapters=chapters or {}) for hours in hours_ago]


def at(hours):
    return NOW + hours * HOUR_MS


def test_the_rule_of_the_course_is_the_rule_without_further_words():
    rule = Retakes(tries=3, days=30, hours_between=24, seen_percent=20, weak_percent=60, coach_talk=True)
    assert rule == RULE


@pytest.mark.parametrize(
    ("hours_ago", "left", "from_hours"),
    [
        ((), 3, None),
        ((5,), 2, 19),
        ((24,), 2, 0),
        ((100, 5), 1, 19),
        ((100, 24), 1, 0),
        ((30 * DAY, 5), 3, 19),  # the cycle ends before the wait does
        ((30 * DAY - 20, 10), 1, 14),  # the wait ends before the cycle does
        ((30 * DAY,), 3, 29 * -DAY),
        ((29 * DAY,), 2, 28 * -DAY),
        ((70 * DAY, 69 * DAY, 68 * DAY, 2 * DAY), 2, -DAY),  # a fourth try was the first of a new cycle
    ],
    ids=str,
)
def test_two_retakes_in_thirty_days_a_day_apart(hours_ago, left, from_hours):
    found = standing(fails(*hours_ago), RULE, NOW)
    assert (found.left, found.passed) == (left, False)
    assert found.from_wt == (0 if from_hours is None else at(from_hours))
    assert found.open_at(NOW) is (from_hours is None or from_hours <= 0)
    assert (found.weak, found.talk_needed) == ((), False)


def test_the_millisecond_before_a_day_has_gone_is_too_soon():
    found = standing(fails(24), RULE, NOW)
    assert found.open_at(NOW)
    assert not found.open_at(NOW - 1)


SCORES = {1: 59, 2: 60, 3: 100, 4: 0, 5: 61, 6: 80}
THREE = fails(90, 60, 30, chapters=SCORES)
TALK = NOW - HOUR_MS
STUDIED = {1: NOW - HOUR_MS, 4: NOW - 2 * HOUR_MS}


@pytest.mark.parametrize(
    ("amends", "weak", "talk_needed"),
    [
        (None, (1, 4), True),
        (Amends(talks=[TALK]), (1, 4), False),
        (Amends(studied=STUDIED), (), True),
        (Amends(talks=[TALK], studied={1: TALK}), (4,), False),
        (Amends(talks=[THREE[-1].began_wt], studied=STUDIED), (), True),  # a talk before the last try is none after it
        (Amends(talks=[TALK], studied={**STUDIED, 4: THREE[-1].began_wt}), (4,), False),
    ],
)
def test_after_the_third_fail_weak_chapters_and_a_talk_come_first(amends, weak, talk_needed):
    for later in (0, 40 * DAY_MS):
        found = standing(THREE, RULE, NOW + later, amends)
        assert found == RetakeStanding(passed=False, left=0, from_wt=None, weak=weak, talk_needed=talk_needed)
        assert not found.open_at(NOW + later)


def test_then_a_new_cycle_of_three_begins_a_day_after_the_last_try():
    amends = Amends(talks=[TALK], studied=STUDIED)
    found = standing(THREE, RULE, NOW, amends)
    assert (found.left, found.from_wt, found.open_at(NOW)) == (3, at(-6), True)
    soon = fails(50, 40, 5, chapters=SCORES)
    assert not standing(soon, RULE, NOW, amends).open_at(NOW)
    assert standing(soon, RULE, NOW, amends).open_at(at(19))


def test_only_the_last_try_says_which_chapters_are_weak():
    tries = [*fails(90, 60, chapters={1: 10}), *fails(30, chapters={1: 70})]
    assert standing(tries, RULE, NOW, Amends(talks=[TALK])).open_at(NOW)


def test_a_rule_without_a_talk_opens_when_the_days_are_over():
    rule = replace(RULE, coach_talk=False, weak_percent=0)
    found = standing(THREE, rule, NOW)
    assert (found.left, found.from_wt) == (0, THREE[0].began_wt + 30 * DAY_MS)
    assert standing(THREE, rule, found.from_wt).left == 3
    assert standing(THREE, replace(rule, weak_percent=60), found.from_wt).weak == (1, 4)


@pytest.mark.parametrize(("weak_percent", "opens"), [(0, None), (60, at(-6))])
def test_a_rule_without_talk_and_days_opens_by_study_alone_or_never(weak_percent, opens):
    rule = replace(RULE, coach_talk=False, weak_percent=weak_percent, days=0)
    assert standing(THREE, rule, NOW, Amends(studied=STUDIED)).from_wt == opens


def test_unlimited_tries_only_wait():
    rule = replace(RULE, tries=0)
    found = standing(fails(*range(100, 0, -10)), rule, NOW)
    assert (found.left, found.from_wt) == (None, at(14))
    assert standing([], rule, NOW) == RetakeStanding(passed=False, left=None, from_wt=0)


def test_whoever_has_passed_does_not_sit_again():
    found = standing([*fails(90), Tried(NOW, passed=True)], RULE, NOW)
    assert (found.passed, found.left, found.open_at(NOW + 99 * DAY_MS)) == (True, 0, False)


tried = st.builds(
    Tried, st.integers(0, 10**10), st.just(value=False), st.dictionaries(st.integers(1, 6), st.integers(0, 100))
)
tries = st.lists(tried, unique_by=lambda one: one.began_wt)
rules = st.builds(
    Retakes, st.integers(0, 4), st.integers(0, 40), st.integers(0, 50), st.just(20), st.integers(0, 100), st.booleans()
)
amends = st.builds(Amends, st.lists(st.integers(0, 10**10)), st.dictionaries(st.integers(1, 6), st.integers(0, 10**10)))


@given(tries, rules, st.integers(0, 2 * 10**10), amends)
def test_whatever_happened_the_order_it_is_told_in_does_not_matter_and_a_closed_door_says_why(past, rule, now, done):
    found = standing(past, rule, now, done)
    assert found == standing(past[::-1], rule, now, done)
    assert found.left is None or 0 <= found.left <= rule.tries
    if found.open_at(now):
        assert found.left != 0
        assert not found.weak
        assert not found.talk_needed
    elif found.from_wt is not None:
        assert found.from_wt > now
    else:
        assert found.weak or found.talk_needed or not (rule.days or rule.weak_percent or rule.coach_talk)


RENEWED = replace(RULE, renew_days=639)


def passed(days_ago):
    return Tried(NOW - days_ago * DAY_MS, passed=True)


@pytest.mark.feature("f5")
def test_a_pass_opens_the_exam_again_when_its_certificate_is_to_be_renewed_and_no_sooner():
    assert standing([passed(638)], RENEWED, NOW) == RetakeStanding(True, 0, NOW + DAY_MS)
    assert standing([passed(639)], RENEWED, NOW) == RetakeStanding(False, 3, 0)
    assert standing([passed(9_000)], RULE, NOW) == RetakeStanding(True, 0, None)


@pytest.mark.feature("f5")
def test_a_renewal_has_a_cycle_of_its_own_and_what_was_before_the_pass_counts_no_more():
    before = [*fails(700 * DAY, 699 * DAY), passed(690)]
    assert standing(before, RENEWED, NOW).left == 3
    found = standing([*before, *fails(100)], RENEWED, NOW)
    assert (found.passed, found.left, found.open_at(NOW)) == (False, 2, True)
    used = standing([*before, *fails(100, 70, 40)], RENEWED, NOW)
    assert (used.left, used.talk_needed) == (0, True)


@pytest.mark.feature("f5")
def test_the_renewed_pass_holds_as_long_again():
    found = standing([passed(1400), passed(100)], RENEWED, NOW)
    assert (found.passed, found.open_at(NOW), found.from_wt) == (True, False, NOW + 539 * DAY_MS)
