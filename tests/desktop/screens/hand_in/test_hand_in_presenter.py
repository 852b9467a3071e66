"""Two steps to hand in, and every way back: without a window."""

from dataclasses import replace

import pytest

from desktop.screens.hand_in.presenter import Exits, HandInPresenter
from desktop.widgets.values import Tone
from exams import BestWorst, Cause, Gap, State
from exams.timing.account import TimeRecord
from tests.desktop.screens.take_exam.exam_desk import TITLES, Desk, Screen
from tests.exams.sittings.story import MINUTE, NOON

ANSWERS = {1: "A", 3: True}


class Page:
    """A presenter with its desk, and all the places it led to; `asked` are the questions put over the window."""

    def __init__(self, **changes):
        self.desk = Desk(**{"answers": ANSWERS, "flags": frozenset({3, 4}), "seen": frozenset({1, 2, 3}), **changes})
        self.screen = Screen()
        self.told, self.asked = [], []
        exits = Exits(
            back_to=self.told.append,
            ended=lambda sitting: self.told.append(sitting.state.value),
            ask=lambda question, confirmed: self.asked.append((question, confirmed)),
            failed=lambda error: self.told.append(error.code),
        )
        self.presenter = HandInPresenter(self.desk, self.desk.sitting, TITLES, exits)
        self.presenter.attach(self.screen)
        self.presenter.show()

    def details(self):
        question, _ = self.asked[-1]
        return {fact.name: fact.value for fact in question.details}


def numbers(places):
    return [place.position for place in places]


@pytest.mark.feature("b1")
def test_unanswered_and_flagged_places_are_listed():
    state = Page().screen.state
    assert numbers(state.unanswered) == [2, 4, 5]
    assert numbers(state.flagged) == [3, 4]
    assert numbers(state.places) == [1, 2, 3, 4, 5]
    assert state.answered == 2


def test_half_a_pair_counts_as_unanswered():
    state = Page(answers={5: BestWorst("A", "")}).screen.state
    assert 5 in numbers(state.unanswered)
    assert state.answered == 0


def test_every_place_leads_back_and_so_does_the_button():
    page = Page(position=2)
    page.presenter.go_to(5)
    page.presenter.go_back()
    assert page.told == [5, 2]


@pytest.mark.feature("b1")
def test_handing_in_takes_two_steps():
    page = Page()
    page.presenter.ask()
    assert page.desk.written == []
    question, confirmed = page.asked[0]
    assert question.tone is Tone.BAD  # the focus begins at the safe answer
    confirmed()
    assert page.desk.written == [("hand_in", 0, None)]
    assert page.told == ["graded"]


def test_the_question_says_what_is_open_and_how_much_time_is_left():
    page = Page()
    page.presenter.ask()
    assert page.details() == {
        "Answered": "2 of 5",
        "Without an answer": "No. 2, 4, 5",
        "Flagged": "No. 3, 4",
        "Time left": "20 minutes",
    }


def test_a_whole_paper_is_not_warned_about():
    page = Page(answers=dict.fromkeys(range(1, 6), "A"), flags=frozenset(), limit_ms=0)
    page.presenter.ask()
    question, _ = page.asked[0]
    assert question.text == "Every question is answered."
    assert page.details() == {"Answered": "5 of 5"}


def test_a_refused_hand_in_is_told_and_changes_nothing():
    page = Page()
    page.presenter.ask()
    page.desk.fill_disk()
    page.asked[0][1]()
    assert page.told == ["E_DISK_FULL"]
    page.desk.broken = None
    page.presenter.ask()
    assert len(page.asked) == 2


def test_when_time_is_over_here_too_the_result_comes_by_itself_and_once():
    page = Page()
    page.desk.leave(0)
    page.presenter.tick()
    page.presenter.tick()
    assert page.told == ["graded"]


def test_the_time_goes_on_here_too():
    page = Page()
    page.desk.leave(700)
    page.presenter.tick()
    assert page.screen.seconds == [700]


def test_a_paused_sitting_can_be_neither_handed_in_nor_gone_back_to():
    page = Page()
    page.desk.pause()
    page.presenter.tick()
    assert not page.screen.state.open
    page.presenter.ask()
    page.presenter.go_to(1)
    page.presenter.go_back()
    assert page.asked == []
    assert page.told == []
    page.desk.resume()
    page.presenter.tick()
    assert page.screen.state.open
    page.presenter.go_to(1)
    assert page.told == [1]


@pytest.mark.parametrize("cause", [Cause.PAUSE, Cause.STOPPED, Cause.SUSPEND, Cause.REBOOT])
def test_a_sitting_that_waits_says_why_here_too_and_its_clock_is_shown(cause):
    page = Page()
    page.desk.stop(cause)
    page.presenter.tick()
    assert page.screen.state.waiting.paused is (cause is Cause.PAUSE)
    page.desk.leave(61)
    page.presenter.tick()
    assert page.screen.state.seconds_left == 61
    page.desk.resume()
    page.presenter.tick()
    assert page.screen.state.waiting is None


@pytest.mark.parametrize("cause", [Cause.PAUSE, Cause.REBOOT])
def test_a_hand_in_that_meets_the_wait_frightens_nobody(cause):
    page = Page()
    page.presenter.ask()
    page.desk.stop(cause)
    page.asked[0][1]()
    assert page.told == []
    assert page.screen.state.waiting is not None


def test_a_sitting_that_ended_under_the_question_leads_to_its_end():
    page = Page()
    page.presenter.ask()
    page.desk.sitting = Desk(state=State.GRADED).sitting
    page.asked[0][1]()
    assert page.told == ["graded"]


def test_short_time_is_said_here_too():
    page = Page()
    said = []
    for seconds in (601, 600, 120):
        page.desk.leave(seconds)
        page.presenter.tick()
        said.append(page.screen.state.alert)
    assert said == [None, 10, 2]


def test_what_was_lost_given_back_and_added_is_said():
    gaps = (
        Gap(Cause.STOPPED, NOON, 90_000, 90_000),
        Gap(Cause.SUSPEND, NOON, 30_000, 30_000),
        Gap(Cause.REBOOT, NOON, 7 * MINUTE, 7 * MINUTE),
        Gap(Cause.AWAY, NOON, MINUTE, MINUTE),
    )
    time = TimeRecord(gaps=gaps, lost_ms=7 * MINUTE + 5000, credited_ms=6 * MINUTE, extended_ms=10 * MINUTE)
    assert [(fact.name, fact.value) for fact in Page(time=time).screen.state.time] == [
        ("Cost by a restart of the computer", "7 minutes 5 seconds"),
        ("Without the program", "2 minutes"),
        ("Time given back", "6 minutes"),
        ("Time added by the proctor", "10 minutes"),
    ]


def test_time_that_has_only_run_is_not_spoken_of():
    assert Page().screen.state.time == ()


def test_minutes_given_while_the_page_stands_there_are_said_at_once():
    page = Page()
    page.desk.resume(credit_ms=3 * MINUTE)
    page.presenter.tick()
    assert [fact.value for fact in page.screen.state.time] == ["3 minutes"]


def test_leaving_the_window_and_coming_back_are_written_down_once_each():
    page = Page()
    drawn = len(page.screen.states)
    for away in (True, True, False):
        page.presenter.leave_window(away)
    assert page.desk.written == [("focus", 0, "lost"), ("focus", 0, "back")]
    assert len(page.screen.states) == drawn


def test_a_disk_that_fails_at_every_tick_is_told_once():
    page = Page()
    page.desk.fill_disk()
    for _ in range(3):
        page.presenter.tick()
    assert page.told == ["E_DISK_FULL"]


def test_a_clock_put_away_stays_away():
    page = Page()
    page.presenter.hide_clock(True)
    page.presenter.show()
    assert page.screen.state.clock_hidden
    assert replace(page.screen.state, clock_hidden=False) == page.screen.states[0]
