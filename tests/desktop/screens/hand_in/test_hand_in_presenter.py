"""Two steps to hand in, and every way back: without a window."""

from dataclasses import replace

import pytest

from desktop.screens.hand_in.presenter import Exits, HandInPresenter
from desktop.widgets.values import Tone
from exams import BestWorst
from tests.desktop.screens.take_exam.exam_desk import TITLES, Desk, Screen

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
    page.desk.leave(61)
    page.presenter.tick()
    assert page.screen.seconds == [61]


def test_a_paused_sitting_can_be_neither_handed_in_nor_gone_back_to():
    page = Page()
    page.desk.pause()
    page.presenter.tick()
    assert not page.screen.state.open
    page.presenter.ask()
    page.presenter.go_to(1)
    assert page.asked == []
    assert page.told == []


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
