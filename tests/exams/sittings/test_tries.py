"""What the retake rule means for the next try: free, later, after study and a talk, or never again."""

from dataclasses import replace

import pytest

from exams.papers.blueprint import Retakes
from exams.papers.retakes import DAY_MS, HOUR_MS, Amends, Tried
from exams.sittings.tries import Admission, Obstacle, admission

NOW = 1_790_000_000_000
RULE = Retakes(tries=3, days=30, hours_between=24, seen_percent=20)
NO_WAITS = replace(RULE, tries=0, hours_between=0)
SCORES = {1: 59, 2: 60, 3: 20}
SINCE = NOW - HOUR_MS


def hours_ago(*hours):
    return [Tried(NOW - hour * HOUR_MS, chapters=SCORES) for hour in hours]


def test_the_first_try_is_free():
    assert admission([], RULE, NOW) == Admission(left=3)


def test_a_second_try_waits_until_a_day_after_the_first():
    assert admission(hours_ago(5), RULE, NOW) == Admission(Obstacle.TOO_SOON, NOW + 19 * HOUR_MS, left=2)


def test_the_hour_itself_is_allowed():
    assert admission(hours_ago(24), RULE, NOW) == Admission(left=2)


def test_after_three_tries_no_waiting_helps_but_study_and_a_talk():
    for later in (0, 40 * DAY_MS):
        found = admission(hours_ago(700, 100, 50), RULE, NOW + later)
        assert found == Admission(Obstacle.TRIES_USED, left=0, weak=(1, 3), talk_needed=True)


def test_what_is_done_stands_in_the_way_no_more():
    studied, talked = Amends(studied={1: SINCE, 3: SINCE}), Amends(talks=[SINCE])
    assert admission(hours_ago(700, 100, 50), RULE, NOW, studied).weak == ()
    assert not admission(hours_ago(700, 100, 50), RULE, NOW, talked).talk_needed
    assert admission(hours_ago(700, 100, 50), RULE, NOW, talked).obstacle is Obstacle.TRIES_USED


def test_after_study_and_talk_three_new_tries_begin_a_day_after_the_last_one():
    done = Amends(talks=[SINCE], studied={1: SINCE, 3: SINCE})
    assert admission(hours_ago(700, 100, 50), RULE, NOW, done) == Admission(left=3)
    soon = admission(hours_ago(700, 100, 5), RULE, NOW, done)
    assert (soon.next_wt, soon.weak, soon.talk_needed) == (NOW + 19 * HOUR_MS, (), False)
    assert soon.obstacle is Obstacle.TRIES_USED


def test_a_rule_without_talk_and_study_opens_when_its_days_are_over():
    rule = Retakes(tries=3, days=30, hours_between=24, weak_percent=0, coach_talk=False)
    found = admission(hours_ago(700, 100, 50), rule, NOW)
    assert (found.obstacle, found.next_wt) == (Obstacle.TRIES_USED, NOW + 20 * HOUR_MS)
    assert admission(hours_ago(700, 100, 50), rule, NOW + 20 * HOUR_MS) == Admission(left=3)


def test_a_cycle_that_has_run_out_by_its_days_is_followed_by_the_next():
    assert admission(hours_ago(2000, 1500), RULE, NOW) == Admission(left=3)


def test_whoever_has_passed_need_not_sit_again():
    for rule in (RULE, NO_WAITS):
        assert admission([Tried(NOW, passed=True)], rule, NOW).obstacle is Obstacle.ALREADY_PASSED


def test_without_waits_only_a_pass_stands_in_the_way():
    assert admission(hours_ago(0, 1, 2, 3, 4), NO_WAITS, NOW) == Admission()


@pytest.mark.feature("f5")
def test_a_pass_that_is_to_be_renewed_stands_in_nobodys_way():
    for rule in (RULE, NO_WAITS):
        renewed = replace(rule, renew_days=600)
        assert admission([Tried(NOW - 599 * DAY_MS, passed=True)], renewed, NOW).obstacle is Obstacle.ALREADY_PASSED
        assert admission([Tried(NOW - 600 * DAY_MS, passed=True)], renewed, NOW).obstacle is Obstacle.NONE
