"""What the home screen offers next."""

import pytest

from exams.training.plan import Standing, plan, with_gates
from exams.training.study import ChapterProgress, NextStep, SectionProgress, SectionState

TITLES = {"zh": "一", "en": "One"}


def a_chapter(number, read, passed):
    state = SectionState.READ if read else SectionState.UNREAD
    sections = (SectionProgress(f"{number}.1", SectionState.READ), SectionProgress(f"{number}.2", state))
    return ChapterProgress(number, TITLES, sections, 90 if passed else None, passed)


def standing(**changes):
    facts = {"minutes": {"1.1": 6, "1.2": 8}, "mock_taken": False, "open_sitting": None, "certificate": None}
    return Standing(**{**facts, "may_sit": True, **changes})


def test_the_first_unread_section_comes_first():
    training = plan((a_chapter(1, read=False, passed=False),), standing())
    assert (training.next_step, training.next_target) == (NextStep.READ, "1.2")
    assert training.minutes_left == 8


def test_after_reading_comes_the_quiz():
    training = plan((a_chapter(1, read=True, passed=False),), standing())
    assert (training.next_step, training.next_target) == (NextStep.QUIZ, "1")


def test_then_the_mock_then_the_exam():
    chapters = (a_chapter(1, read=True, passed=True),)
    assert plan(chapters, standing()).next_step is NextStep.MOCK
    assert plan(chapters, standing(mock_taken=True)).next_step is NextStep.EXAM
    assert plan(chapters, standing(mock_taken=True, may_sit=False)).next_step is NextStep.WAIT


def test_an_open_sitting_comes_before_everything():
    chapters = (a_chapter(1, read=False, passed=False),)
    assert plan(chapters, standing(open_sitting="ab", certificate="C")).next_step is NextStep.RESUME


@pytest.mark.feature("f5")
def test_a_certificate_is_the_end_of_the_way_until_the_exam_is_open_again_to_renew_it():
    chapters = (a_chapter(1, read=True, passed=True),)
    held = {"mock_taken": True, "certificate": "C"}
    assert plan(chapters, standing(**held, may_sit=False)).next_step is NextStep.CERTIFICATE
    assert plan(chapters, standing(**held)).next_step is NextStep.EXAM


def test_gates_lock_what_follows_an_unpassed_chapter_where_the_branch_wants_them():
    chapters = [a_chapter(1, read=True, passed=False), a_chapter(2, read=False, passed=False)]
    assert [one.locked for one in with_gates(chapters, gating=True)] == [False, True]
    assert [one.locked for one in with_gates(chapters, gating=False)] == [False, False]
