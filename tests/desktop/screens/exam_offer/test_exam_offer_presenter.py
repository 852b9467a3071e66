"""What the terms say, what stands in the way, and what the code must be: without a window."""

from dataclasses import replace

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.exam_offer.presenter import ExamOfferPresenter, Exits, facts_of
from desktop.screens.exam_offer.state import Problem
from exams import ExamOffer, Kind, Obstacle, Person, Role
from exams.desk.errors import CannotBegin, ClockBehind, WrongCode
from exams.trust.codes import plain_code, shown, with_check
from tests.desktop.screens.take_exam.exam_desk import Screen, a_sitting

CODE = with_check("ABCDEFGHJK")
TODAY = 1_795_000_000_000
OFFER = ExamOffer(
    blueprint="final",
    titles={"zh": "结业考试", "en": "Final examination"},
    items=20,
    minutes=30,
    points=27_000,
    pass_percent=80,
    red_line_items=4,
    red_line_needed=3,
    attempt=2,
    tries=3,
    obstacle=Obstacle.NONE,
)


class Desk:
    """Offers one exam; opens it for one code."""

    person = Person("T1001", "王小雨", "Wang Xiaoyu", "BJ-WJ01", "A", Role.TRAINEE)

    def __init__(self, offer):
        self.told_offer = offer
        self.begun = []
        self.refusal = None

    def offer(self, _kind, _chapter=None):
        return self.told_offer

    def begin(self, kind, chapter=None, code=""):
        if self.refusal:
            raise self.refusal
        if kind is Kind.FINAL and not self.told_offer.open_sitting and plain_code(code) != CODE:
            raise WrongCode
        self.begun.append((kind, chapter))
        return a_sitting()


class Page:
    """A presenter with its desk, and all the places it led to."""

    def __init__(self, kind=Kind.FINAL, **changes):
        self.desk = Desk(replace(OFFER, **changes))
        self.screen, self.jobs, self.told = Screen(), ManualJobs(), []
        exits = Exits(begun=lambda sitting: self.told.append(sitting.id), failed=lambda e: self.told.append(e.code))
        self.presenter = ExamOfferPresenter(self.desk, self.jobs, kind, None, exits)
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state

    def begin(self, code, pledge=True):
        self.presenter.type_code(code)
        self.presenter.pledge(pledge)
        self.presenter.begin()
        self.jobs.finish_all()


def test_the_terms_name_all_that_decides():
    state = Page().state
    assert [(fact.name, fact.value) for fact in state.numbers] == [
        ("Questions", "20"),
        ("Minutes", "30"),
        ("Points", "27"),
        ("To pass", "80%"),
    ]
    assert [(fact.name, fact.value) for fact in state.facts] == [
        ("Your attempt", "2 of 3"),
        ("Red-line questions", "3 of 4 right"),
    ]


@pytest.mark.feature("c10")
def test_a_paper_with_trial_questions_says_how_many_and_not_which():
    facts = facts_of(replace(OFFER, items=23, trial=3))
    assert [(fact.name, fact.value) for fact in facts][-1] == (
        "Questions on trial, without points",
        "3 of 23, not told which",
    )
    assert not any("trial" in fact.name for fact in facts_of(OFFER))


@pytest.mark.feature("b11")
def test_who_sits_what_is_promised_and_how_it_works_come_before_the_clock():
    page = Page()
    assert [fact.value for fact in page.state.person] == ["王小雨 Wang Xiaoyu", "T1001"]
    assert len(page.state.rules) == 5
    assert "every time this window loses the focus" in page.state.recorded
    assert "the proctor sees" in page.state.recorded
    assert page.state.trial
    page.begin(CODE, pledge=False)
    assert page.state.problem is Problem.NO_PLEDGE
    assert page.desk.begun == []
    page.presenter.pledge(True)
    assert page.state.problem is Problem.NONE
    page.begin(CODE)
    assert page.desk.begun == [(Kind.FINAL, None)]


def test_a_quiz_has_no_limit_no_red_line_no_code_and_no_promise():
    page = Page(Kind.QUIZ, minutes=0, red_line_items=0, tries=0)
    state = page.state
    assert state.numbers[1].value == "no limit"
    assert [fact.value for fact in state.facts] == ["2, as often as you like"]
    assert not state.needs_code
    assert not state.needs_pledge
    assert not state.timed
    page.presenter.begin()
    page.jobs.finish_all()
    assert page.desk.begun == [(Kind.QUIZ, None)]


@pytest.mark.parametrize("obstacle", [one for one in Obstacle if one is not Obstacle.NONE])
def test_every_obstacle_is_a_sentence_and_nothing_begins(obstacle):
    page = Page(obstacle=obstacle, next_try_wt=TODAY)
    assert page.state.obstacle.endswith((".", "。"))
    page.begin(CODE)
    assert page.desk.begun == []
    assert page.state.passed is (obstacle is Obstacle.ALREADY_PASSED)


@pytest.mark.parametrize(
    ("left", "attempt", "told"), [(3, 1, "1 of 3"), (1, 3, "3 of 3"), (3, 4, "1 of 3"), (0, 4, "all 3 used")]
)
def test_the_attempt_is_counted_within_the_cycle(left, attempt, told):
    assert Page(left=left, attempt=attempt).state.facts[0].value == told


@pytest.mark.feature("e3")
def test_after_the_last_try_the_page_says_what_opens_the_next():
    used = {"obstacle": Obstacle.TRIES_USED, "left": 0}
    assert Page(**used, weak=(1, 4), talk_needed=True).state.steps == (
        "Study chapters 1, 4 again and pass the quiz of each once more.",
        "Talk with your coach. Then the proctor or HR notes the talk on this PC.",
    )
    assert Page(**used, weak=(2,)).state.steps == ("Study chapter 2 again and pass its quiz once more.",)
    (wait,) = Page(**used, next_try_wt=TODAY).state.steps
    assert wait.startswith("A new cycle begins on")
    assert Page(**used).state.steps == ("Ask your coach what comes next.",)


def test_where_nothing_stands_in_the_way_or_it_goes_on_there_is_nothing_to_do():
    assert Page().state.steps == ()
    assert Page(obstacle=Obstacle.TRIES_USED, left=0, talk_needed=True, open_sitting="x").state.steps == ()


def test_waiting_says_until_when():
    assert "2026" in Page(obstacle=Obstacle.TOO_SOON, next_try_wt=TODAY).state.obstacle


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), shown(CODE), shown(CODE).lower(), f" {shown(CODE).lower()} "])
def test_the_code_may_be_typed_as_one_likes(typed):
    page = Page()
    page.begin(typed)
    assert page.told == [a_sitting().id]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", Problem.NO_CODE),
        ("  ", Problem.NO_CODE),
        (CODE[:-1], Problem.MISTYPED),
        (with_check("AAAAABBBBB"), Problem.WRONG_CODE),
    ],
)
def test_a_wrong_code_is_said_at_the_field_with_the_code_kept(typed, problem):
    page = Page()
    page.begin(typed)
    assert page.state.problem is problem
    assert page.state.code == typed
    assert not page.state.busy
    assert page.told == []


def test_typing_takes_the_fault_back():
    page = Page()
    page.begin("")
    page.presenter.type_code("A")
    page.presenter.show()
    assert page.state.problem is Problem.NONE
    assert page.state.code == "A"


def test_while_it_begins_nothing_begins_twice():
    page = Page()
    page.presenter.type_code(CODE)
    page.presenter.pledge(True)
    page.presenter.begin()
    page.presenter.begin()
    assert page.state.busy
    assert page.jobs.waiting == 1


def test_an_unfinished_sitting_goes_on_without_code_and_promise_whatever_stands_in_the_way():
    page = Page(open_sitting="x", obstacle=Obstacle.NO_SESSION)
    assert page.state.resumes
    assert page.state.obstacle == ""
    assert "clock is running" in page.state.resume_note
    assert not page.state.needs_code
    page.presenter.begin()
    page.jobs.finish_all()
    assert page.told == [a_sitting().id]


@pytest.mark.parametrize("kind", [Kind.MOCK, Kind.QUIZ])
def test_nobody_records_who_leaves_the_window_while_practising(kind):
    rules = Page(kind).state.rules
    assert not any("recorded" in rule or "proctor" in rule for rule in rules)


def test_a_clock_that_is_behind_is_an_obstacle_with_a_way_to_try_again():
    page = Page()
    page.desk.refusal = ClockBehind(minutes=15)
    page.begin(CODE)
    assert page.state.obstacle.startswith("The computer's clock is 15 minutes behind its own record.")
    assert page.state.retry
    assert page.told == []
    page.presenter.begin()
    page.jobs.finish_all()
    assert page.state.retry  # it is behind still
    page.desk.refusal = None
    page.presenter.begin()
    assert page.state.obstacle == ""
    page.jobs.finish_all()
    assert page.told == [a_sitting().id]


@pytest.mark.parametrize("obstacle", [one for one in Obstacle if one is not Obstacle.NONE])
def test_what_trying_again_cannot_mend_offers_no_trying_again(obstacle):
    assert not Page(obstacle=obstacle, next_try_wt=TODAY).state.retry


def test_another_refusal_is_told_and_the_terms_are_read_anew():
    page = Page()
    page.desk.refusal = CannotBegin(obstacle="no_session")
    page.desk.told_offer = replace(OFFER, obstacle=Obstacle.NONE)
    page.presenter.type_code(CODE)
    page.presenter.pledge(True)
    page.presenter.begin()
    page.desk.told_offer = replace(OFFER, obstacle=Obstacle.NO_SESSION)
    page.jobs.finish_all()
    assert page.told == ["E_CANNOT_BEGIN"]
    assert page.state.obstacle
    assert not page.state.busy


def test_a_page_that_was_left_is_not_drawn_on():
    page = Page()
    page.presenter.detach(page.screen)
    drawn = len(page.screen.states)
    page.presenter.show()
    assert len(page.screen.states) == drawn
