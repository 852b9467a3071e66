"""Retake rules: how many, how far apart, and the day from which it is allowed again."""

from exams.papers.blueprint import Retakes
from exams.sittings.tries import HOUR_MS, Obstacle, Try, obstacle_of

NOW = 1_790_000_000_000
RULE = Retakes(tries=3, days=30, hours_between=24, seen_percent=20)


def hours_ago(*hours):
    return [Try(NOW - hour * HOUR_MS, passed=False) for hour in hours]


def test_the_first_try_is_free():
    assert obstacle_of([], RULE, NOW) == (Obstacle.NONE, None)


def test_a_second_try_waits_until_a_day_after_the_first():
    assert obstacle_of(hours_ago(5), RULE, NOW) == (Obstacle.TOO_SOON, NOW + 19 * HOUR_MS)


def test_the_hour_itself_is_allowed():
    assert obstacle_of(hours_ago(24), RULE, NOW) == (Obstacle.NONE, None)


def test_three_tries_in_thirty_days_are_all():
    found, when = obstacle_of(hours_ago(700, 100, 50), RULE, NOW)
    assert found is Obstacle.TRIES_USED
    assert when == NOW - 700 * HOUR_MS + 720 * HOUR_MS


def test_tries_older_than_the_window_no_longer_count():
    assert obstacle_of(hours_ago(2000, 1500, 800), RULE, NOW) == (Obstacle.NONE, None)


def test_whoever_has_passed_need_not_sit_again():
    assert obstacle_of([Try(NOW, passed=True)], None, NOW) == (Obstacle.ALREADY_PASSED, None)


def test_without_a_rule_only_a_pass_stands_in_the_way():
    assert obstacle_of(hours_ago(1, 2, 3, 4), None, NOW) == (Obstacle.NONE, None)
