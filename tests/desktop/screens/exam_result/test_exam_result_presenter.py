"""What came of a sitting, what to study, and the certificate that follows: without a window."""

from dataclasses import replace

import pytest

from certificates.errors import NumbersUsedUp
from desktop.background.manual import ManualJobs
from desktop.screens.exam_result.presenter import ExamResultPresenter, Exits, Setting, weak_sections
from desktop.screens.exam_result.state import Certificate, Waits
from exams import Kind, Mark, MarkState, Obstacle, Result, State
from exams.papers.blueprint import Marking
from exams.store.errors import DiskFull
from exams.timing.account import TimeRecord
from tests.desktop.screens.exam_offer.test_exam_offer_presenter import OFFER, TODAY
from tests.desktop.screens.take_exam.exam_desk import Screen, a_sitting


def a_mark(position, item, points, most=1000):
    state = MarkState.RIGHT if points == most else MarkState.PARTIAL if points else MarkState.WRONG
    return Mark(position, item, state, 0, points, most)


MARKS = (
    a_mark(1, "1.1-s1", 1000),
    a_mark(2, "1.2-m1", 1000, 2000),
    a_mark(3, "1.3-n1", 0, 3000),
    a_mark(4, "1.2-s4", 0),
    a_mark(5, "9.9-s1", 0),
)
FAILED = Result(
    grader=1,
    score=17_000,
    max_score=27_000,
    pass_score=21_600,
    passed=False,
    red_line_right=4,
    red_line_needed=3,
    by_chapter={1: (9_000, 18_000), 2: (8_000, 9_000)},
    by_level={},
    marks=MARKS,
)
PASSED = replace(FAILED, score=27_000, passed=True, by_chapter={1: (18_000, 18_000)}, marks=MARKS[:1])
SETTING = Setting(
    names={"zh": "王小雨", "en": "Wang Xiaoyu"},
    offer=replace(OFFER, attempt=2, tries=3),
    chapters={1: {"zh": "概述", "en": "Overview"}, 2: {"zh": "储蓄", "en": "Savings"}},
    sections={"1.1": {"en": "One"}, "1.2": {"en": "Two"}, "1.3": {"en": "Three"}},
)


class Page:
    """A presenter with its jobs, and all the places it led to."""

    def __init__(self, result=FAILED, kind=Kind.FINAL, setting=SETTING, **changes):
        sitting = a_sitting(state=State.GRADED, kind=kind, result=result, elapsed_ms=601_000, **changes)
        self.screen, self.jobs, self.told = Screen(), ManualJobs(), []
        self.refusal = self.refused_record = None
        exits = Exits(
            certificate=self.told.append,
            review=lambda: self.told.append("review"),
            section=self.told.append,
            home=lambda: self.told.append("home"),
            issue=self._issue,
            issued=self._issued,
            again=lambda: self.told.append("again"),
        )
        self.presenter = ExamResultPresenter(sitting, setting, self.jobs, exits)
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state

    def facts(self):
        return {fact.name: fact.value for fact in self.state.facts}

    def _issue(self, _sitting):
        if self.refusal:
            raise self.refusal
        self.told.append("drawn")
        return "C-1"

    def _issued(self, _sitting):
        if self.refused_record:
            raise self.refused_record
        self.told.append("written down")


def test_a_fail_says_how_far_it_was_and_against_what():
    page = Page()
    assert page.state.gap == "4.6"
    assert page.facts() == {
        "Your points": "17 / 27 points",
        "To pass": "21.6 points · 80%",
        "Time used": "11 minutes",
        "Red-line questions": "Met: 4 right, 3 needed",
    }
    assert page.state.certificate is Certificate.NONE
    assert page.jobs.waiting == 0


def test_what_a_restart_has_cost_and_what_was_given_back_is_said():
    facts = Page(time=TimeRecord(lost_ms=425_000, credited_ms=360_000)).facts()
    assert facts["Cost by a restart of the computer"] == "7 minutes 5 seconds"
    assert facts["Time given back"] == "6 minutes"


@pytest.mark.feature("e1")
def test_the_score_stands_chapter_by_chapter_with_the_line_and_the_sections_to_read_again():
    state = Page().state
    assert [(one.title, one.percent, one.pass_percent) for one in state.chapters] == [
        ("1  Overview", 50, 80),
        ("2  Savings", 88, 80),
    ]
    assert [(row.key, row.title) for row in state.weak] == [("1.3", "1.3  Three"), ("1.2", "1.2  Two")]
    assert state.weak[1].subtitle == "2 questions not fully right"


def test_the_sections_that_cost_most_come_first_and_no_more_than_five():
    marks = tuple(a_mark(number, f"1.{number}-s1", 0, 1000 * number) for number in range(1, 9))
    assert [section for section, _ in weak_sections(replace(FAILED, marks=marks))] == [
        "1.8",
        "1.7",
        "1.6",
        "1.5",
        "1.4",
    ]


def test_a_weak_section_is_one_press_away():
    page = Page()
    page.presenter.open_weakest()
    page.presenter.open_section("1.2")
    assert page.told == ["1.3", "1.2"]


def test_a_red_line_decides_whatever_the_score():
    page = Page(replace(PASSED, passed=False, red_line_right=2))
    assert page.state.gate_failed
    assert page.state.gap == ""
    assert page.facts()["Red-line questions"] == "Not met: 2 right, 3 needed"


@pytest.mark.parametrize(
    ("obstacle", "attempt", "next_try", "said"),
    [
        (Obstacle.NONE, 2, None, "You have 2 tries left."),
        (Obstacle.NONE, 3, None, "You have 1 try left."),
        (Obstacle.NO_SESSION, 5, None, ""),
        (Obstacle.TOO_SOON, 2, TODAY, "You have 2 tries left. The next try is possible from 18 Nov 2026 19:06."),
        (Obstacle.TRIES_USED, 4, None, "All tries of this cycle are used. Make a plan with your coach."),
    ],
)
def test_a_fail_says_when_and_how_often_it_may_be_tried_again(obstacle, attempt, next_try, said):
    offer = replace(SETTING.offer, obstacle=obstacle, attempt=attempt, next_try_wt=next_try)
    found = Page(setting=replace(SETTING, offer=offer)).state.next_try
    assert found == said


def test_in_a_later_cycle_the_tries_are_counted_anew():
    offer = replace(SETTING.offer, attempt=5, left=2)
    assert Page(setting=replace(SETTING, offer=offer)).state.next_try == "You have 2 tries left."


def test_the_certificate_is_drawn_beside_and_appears_when_it_stands():
    page = Page(PASSED)
    assert page.state.certificate is Certificate.ISSUING
    page.presenter.open_certificate()
    assert page.told == []
    page.jobs.finish_all()
    assert page.state.name == "Wang Xiaoyu"
    assert page.state.certificate is Certificate.READY
    page.presenter.open_certificate()
    assert page.told == ["drawn", "written down", "C-1"]


def test_a_redrawing_draws_no_second_certificate():
    page = Page(PASSED)
    page.presenter.show()
    page.jobs.finish_all()
    page.presenter.show()
    page.jobs.finish_all()
    assert page.told == ["drawn", "written down"]


def test_a_certificate_that_is_there_already_is_not_drawn_again():
    page = Page(PASSED, certificate="C-0")
    assert page.state.certificate is Certificate.READY
    assert page.jobs.waiting == 0


def test_a_certificate_is_shown_only_after_it_was_written_down():
    page = Page(PASSED)
    page.refused_record = DiskFull()
    page.jobs.finish_all()
    assert page.state.certificate is Certificate.FAILED
    assert "full" in page.state.issue_fault
    page.refused_record = None
    page.presenter.try_again()
    page.jobs.finish_all()
    assert page.state.certificate is Certificate.READY
    assert page.told == ["drawn", "drawn", "written down"]


def test_a_certificate_that_cannot_be_drawn_is_said_in_place_and_tried_again_on_request():
    page = Page(PASSED)
    page.refusal = NumbersUsedUp()
    page.jobs.finish_all()
    assert page.state.certificate is Certificate.FAILED
    assert "certificate numbers" in page.state.issue_fault
    page.presenter.show()
    assert page.jobs.waiting == 0  # a change of language is no wish to try again
    page.refusal = None
    page.presenter.try_again()
    assert page.state.certificate is Certificate.ISSUING
    assert page.state.issue_fault == ""
    page.jobs.finish_all()
    assert page.state.certificate is Certificate.READY


@pytest.mark.parametrize("kind", [Kind.QUIZ, Kind.MOCK])
def test_a_practice_paper_is_explained_and_gives_no_certificate(kind):
    page = Page(PASSED, kind)
    assert page.state.reviewable
    assert page.jobs.waiting == 0
    page.presenter.open_review()
    assert page.told == ["review"]
    assert Page(FAILED, kind).state.next_try.startswith("You may try again at any time")


def test_the_questions_of_a_final_stay_sealed():
    assert not Page().state.reviewable


def test_a_certificate_that_comes_after_the_page_was_left_disturbs_nobody():
    page = Page(PASSED)
    page.presenter.go_home()
    page.presenter.detach(page.screen)
    drawn = len(page.screen.states)
    page.jobs.finish_all()
    assert len(page.screen.states) == drawn
    assert page.told == ["home", "drawn", "written down"]


def handed_in(awaits_code):
    """The page of a final that has no result yet."""
    answers = {1: "A", 2: ("A", "B")}
    page = Page(None, setting=replace(SETTING, awaits_code=awaits_code), answers=answers, ended_wt=TODAY)
    assert page.jobs.waiting == 0
    return page


@pytest.mark.parametrize(("awaits_code", "waits"), [(True, Waits.FOR_CODE), (False, Waits.FOR_HQ)])
def test_a_final_without_a_grade_says_that_it_is_handed_in_and_who_brings_the_result(awaits_code, waits):
    page = handed_in(awaits_code)
    assert (page.state.waits, page.state.certificate, page.state.chapters) == (waits, Certificate.NONE, ())
    assert page.facts() == {"Handed in": "18 Nov 2026 19:06", "Answered": "2 / 5", "Time used": "11 minutes"}


def test_whoever_waits_may_look_again():
    page = handed_in(True)
    page.presenter.look_again()
    assert page.told == ["again"]


@pytest.mark.feature("e7")
def test_the_score_by_level_stands_in_the_order_of_thinking():
    result = replace(FAILED, by_level={"apply": (1_000, 4_000), "remember": (2_000, 2_000)})
    levels = Page(result).state.levels
    assert [(one.title, one.percent, one.detail) for one in levels] == [
        ("Remember", 100, "2 / 2 points"),
        ("Apply", 25, "1 / 4 points"),
    ]


@pytest.mark.feature("e2")
def test_the_rule_of_scoring_is_printed_as_this_exam_has_it():
    rule = Page().state.rule
    assert any(line.startswith("Several right answers") for line in rule)
    assert "A wrong answer loses nothing; no answer gives nothing." in rule
    assert "At least 3 red-line questions must be right, whatever the score." in rule
    assert rule[-1].startswith("Scored by version 1 ")
    marking = Marking(negative=2_500_000, floor=1_000, chapter_pass={2: 60})
    strict = Page(setting=replace(SETTING, offer=replace(SETTING.offer, marking=marking))).state.rule
    assert "A wrong answer loses 25% of its points; the whole score never falls below 1 points." in strict
    assert "Chapter 2 must reach 60% of its own points." in strict


@pytest.mark.feature("e7")
def test_a_fail_is_told_as_something_between_few_people_and_a_pass_is_not():
    assert "nobody else" in Page().state.between_us
    assert Page(PASSED).state.between_us == ""
    assert Page(kind=Kind.MOCK).state.between_us == ""
