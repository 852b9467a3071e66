"""The page before handing in, from a state alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.screens.hand_in.state import HandInState
from desktop.screens.hand_in.view import HandInView
from desktop.widgets.values import Fact, Place, PlaceState
from desktop.words.waiting import Waiting
from tests.drivers.hand_in import HandInDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable

OPEN = (Place(2, PlaceState.SEEN), Place(4, PlaceState.UNSEEN, flagged=True))
WAITING = Waiting("Please call the proctor", "Why.", "Safe.", "Time.", "Do.")
DONE = (Place(1, PlaceState.ANSWERED), Place(3, PlaceState.ANSWERED, flagged=True))
STATE = HandInState(
    title="结业考试 · 王小雨",
    answered=2,
    unanswered=OPEN,
    flagged=(DONE[1], OPEN[1]),
    places=(DONE[0], OPEN[0], DONE[1], OPEN[1]),
    here=2,
    seconds_left=754,
)


@pytest.fixture
def shown(dressed, qtbot):
    def show(state=STATE, code="en", zoom=100):
        view = dressed(HandInView, code, zoom)
        view.show_state(state)
        view.focus_back()
        told = []
        view.position_asked.connect(told.append)
        view.back_asked.connect(lambda: told.append("back"))
        view.hand_in_asked.connect(lambda: told.append("hand in"))
        return HandInDriver(qtbot, view), told

    return show


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_and_everything_is_named_and_reachable(shown, code, zoom):
    many = tuple(Place(number, PlaceState.UNSEEN, flagged=True) for number in range(1, 41))
    time = (Fact("Cost by a restart of the computer", "7 minutes 5 seconds"), Fact("Time given back", "6 minutes"))
    driver, _ = shown(replace(STATE, unanswered=many, flagged=many, places=many, time=time, alert=10), code, zoom)
    settle()
    assert cut_off(driver.view) == []
    assert nameless(driver.view) == []
    assert unreachable(driver.view) == []


@pytest.mark.feature("b1")
def test_open_and_flagged_places_are_listed_and_lead_back(shown):
    driver, told = shown()
    assert driver.numbers("unanswered") == [2, 4]
    assert driver.numbers("flagged") == [3, 4]
    assert driver.numbers("navigator") == [1, 2, 3, 4]
    assert driver.notice == "2 questions have no answer yet."
    for group, number in (("unanswered", 4), ("flagged", 3), ("navigator", 1)):
        driver.go_to(group, number)
    assert told == [4, 3, 1]


def test_a_whole_paper_shows_no_empty_lists(shown):
    driver, _ = shown(replace(STATE, unanswered=(), flagged=(), places=DONE))
    assert driver.notice == "Every question is answered."
    assert driver.numbers("unanswered") == []
    assert not driver.has("unanswered")
    assert not driver.has("flagged")


def test_enter_pressed_once_too_often_leads_back_and_never_hands_in(shown):
    driver, told = shown()
    driver.key(Qt.Key.Key_Return)
    assert told == ["back"]


def test_the_buttons_say_what_they_do(shown):
    driver, told = shown()
    driver.press("hand_in")
    driver.press("back")
    assert told == ["hand in", "back"]


def test_the_clock_goes_on(shown):
    driver, _ = shown()
    driver.view.show_seconds(59)
    assert driver.clock == "00:59"


def test_while_it_waits_there_is_one_calm_page_and_nothing_to_press(shown):
    driver, _ = shown(replace(STATE, open=False, waiting=WAITING))
    assert driver.waiting == "Please call the proctor"
    assert all(driver.sees(word) for word in ("Why.", "Safe.", "Time.", "Do."))
    assert not any(driver.has(name) for name in ("hand_in", "back", "place_2", "open_questions"))
    assert driver.clock == "12:34"
    driver.view.show_state(STATE)
    assert driver.waiting == ""
    assert driver.can_press("hand_in")


def test_what_became_of_the_time_is_listed_only_where_something_did(shown):
    driver, _ = shown()
    assert driver.facts == {}
    driver.view.show_state(replace(STATE, time=(Fact("Time given back", "6 minutes"),)))
    assert driver.facts == {"Time given back": "6 minutes"}


def test_short_time_is_said_beside_the_clock(shown):
    driver, _ = shown()
    assert driver.alert == ""
    driver.view.show_state(replace(STATE, seconds_left=600, alert=10))
    assert driver.alert == "Less than 10 minutes left"


def test_the_window_that_loses_the_focus_is_told(shown, qtbot):
    driver, _ = shown()
    told = []
    driver.view.window_left.connect(told.append)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert told[-1] is True
