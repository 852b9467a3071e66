"""Points given by a person: the result follows, nobody has less by it, and what was graded stays as it was."""

from hypothesis import given
from hypothesis import strategies as st

from exams.grading.answers import correct_response
from exams.grading.awards import with_awards
from exams.grading.grade import grade
from exams.grading.marks import MarkState
from exams.grading.policy import GradingPolicy
from tests.exams.grading.places import a_form, a_paper

POLICY = GradingPolicy(pass_percent=60)
PAPER, KEYS, ITEMS = a_paper(*a_form(10))
NONE = grade(PAPER, KEYS, ITEMS, {}, POLICY)
KNOWN = {one.position: correct_response(ITEMS[one.item], KEYS[one.item], one) for one in PAPER.items[:5]}
SOME = grade(PAPER, KEYS, ITEMS, KNOWN, POLICY)


def test_enough_points_pass_a_paper_that_had_failed():
    most = {place.position: place.points for place in PAPER.items[:9]}
    after = with_awards(NONE, PAPER, POLICY, most)
    assert (NONE.passed, after.passed) == (False, True)
    assert after.score == sum(most.values())
    assert sum(score for score, _ in after.by_chapter.values()) == after.score
    assert [one.state for one in after.marks] == [MarkState.RIGHT] * 9 + [MarkState.BLANK]


@given(st.dictionaries(st.integers(1, 12), st.integers(-2000, 5000)))
def test_nobody_has_less_and_no_question_more_than_it_is_worth(points):
    after = with_awards(SOME, PAPER, POLICY, points)
    assert SOME.score <= after.score <= SOME.max_score
    for was, now in zip(SOME.marks, after.marks, strict=True):
        assert was.points <= now.points <= now.max_points
    assert with_awards(after, PAPER, POLICY, points) == after


def test_no_points_change_nothing():
    assert with_awards(NONE, PAPER, POLICY, {}) == NONE
