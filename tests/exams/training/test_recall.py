"""What was missed comes back tomorrow, then later and later, until it is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.training.recall import RETIRED_AFTER, missed, recalled

DAY_MS = 86_400_000
NOON = 1_795_500_000_000


def gaps(count):
    """Days between recalls that are all right and all on the day they are due."""
    recall, found = missed(NOON), []
    for _ in range(count):
        found.append((recall.due_wt - recall.last_wt) // DAY_MS)
        recall = recalled(recall, right=True, now_wt=recall.due_wt)
    return found


@pytest.mark.feature("a5")
def test_a_miss_comes_back_the_next_day_and_each_recall_puts_the_next_one_further_off():
    found = gaps(3)
    assert found[0] == 1
    assert found == sorted(set(found))


@pytest.mark.feature("a4")
def test_after_the_set_number_of_recalls_it_is_put_away():
    recall = missed(NOON)
    for number in range(RETIRED_AFTER):
        assert not recall.retired, number
        assert recall.is_due(recall.due_wt)
        recall = recalled(recall, right=True, now_wt=recall.due_wt)
    assert recall.retired
    assert not recall.is_due(recall.due_wt + 400 * DAY_MS)


def test_another_miss_begins_anew_and_is_counted():
    recall = recalled(missed(NOON), right=True, now_wt=NOON + DAY_MS)
    again = recalled(recall, right=False, now_wt=recall.due_wt)
    assert (again.run, again.lapses) == (0, 2)
    assert again.due_wt - again.last_wt == DAY_MS


def test_what_is_put_away_comes_back_once_it_is_missed_again():
    recall = missed(NOON)
    while not recall.retired:
        recall = recalled(recall, right=True, now_wt=recall.due_wt)
    assert not recalled(recall, right=False, now_wt=recall.last_wt + DAY_MS).retired


def test_right_again_on_the_same_day_shows_nothing():
    recall = missed(NOON)
    assert recalled(recall, right=True, now_wt=NOON + 60_000) == recall


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 200)), max_size=12))
def test_any_course_of_answers_is_scheduled_within_half_a_year(course):
    recall, now = missed(NOON), NOON
    for right, days in course:
        now += days * DAY_MS
        recall = recalled(recall, right=right, now_wt=now)
        assert DAY_MS <= recall.due_wt - recall.last_wt <= 180 * DAY_MS
