"""What the exam screen looks like and how it is worked, from a state alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.screens.take_exam.state import Hint, TakeExamState
from desktop.screens.take_exam.view import TakeExamView
from desktop.widgets.values import Option, Place, PlaceState, SaveState
from desktop.words.waiting import Waiting
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.take_exam import ALT, CONTROL, TakeExamDriver

LONG = "客户来电说昨晚有人用他的账户转出一笔钱，他没有操作过，非常着急，希望马上把钱追回来。"
OPTIONS = tuple(Option(letter, f"{letter}：{LONG}") for letter in "BADCFE")
PLACES = (
    Place(1, PlaceState.ANSWERED),
    Place(2, PlaceState.SEEN, flagged=True),
    Place(3, PlaceState.UNSEEN),
    *(Place(number, PlaceState.UNSEEN) for number in range(4, 41)),
)
STATE = TakeExamState(
    title="结业考试 · 王小雨",
    position=2,
    total=40,
    stem=LONG * 3,
    options=OPTIONS,
    places=PLACES,
    answered=1,
    seconds_left=754,
)
WAITING = Waiting("Please call the proctor", f"Why. {LONG}", f"Safe. {LONG}", f"Time. {LONG}", f"Do. {LONG}")
TYPES = ("single", "multiple", "truefalse", "numerical", "best_worst")


@pytest.fixture
def shown(dressed, qtbot):
    def show(state=STATE, code="en", zoom=100):
        view = dressed(TakeExamView, code, zoom)
        view.show_state(state)
        view.focus_answer()
        told = []
        view.answered.connect(told.append)
        for name in ("next_asked", "back_asked", "flag_asked", "summary_asked", "retry_asked"):
            getattr(view, name).connect(lambda name=name: told.append(name))
        view.position_asked.connect(told.append)
        return TakeExamDriver(qtbot, view), told

    return show


@pytest.mark.feature("i2")
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("kind", TYPES)
def test_nothing_is_cut_off_and_everything_is_named_and_reachable(shown, kind, code, zoom):
    busy = replace(STATE, item_type=kind, saved=SaveState.FAILED, hint=Hint.NOT_SAVED, alert=10, flagged=True)
    driver, _ = shown(busy, code, zoom)
    settle()
    assert cut_off(driver.view) == []
    assert nameless(driver.view) == []
    assert unreachable(driver.view) == []


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_page_of_a_sitting_that_waits_cuts_nothing_off(shown, code, zoom):
    driver, _ = shown(replace(STATE, stem="", options=(), waiting=WAITING, open=False, alert=2), code, zoom)
    settle()
    assert driver.waiting == WAITING.title
    assert cut_off(driver.view) == []
    assert nameless(driver.view) == []
    assert unreachable(driver.view) == []


@pytest.mark.feature("b10")
@pytest.mark.parametrize(
    ("key", "letter"),
    [(Qt.Key.Key_A, "B"), (Qt.Key.Key_B, "A"), (Qt.Key.Key_1, "B"), (Qt.Key.Key_6, "E"), (Qt.Key.Key_3, "D")],
)
def test_letters_and_digits_choose_wherever_the_focus_is(shown, key, letter):
    driver, told = shown()
    driver.part("flag").setFocus()
    driver.key(key)
    assert told == [letter]
    assert driver.chosen == [letter]


@pytest.mark.feature("b10")
@pytest.mark.parametrize(
    ("key", "modifier", "wish"),
    [
        (Qt.Key.Key_Right, ALT, "next_asked"),
        (Qt.Key.Key_Left, ALT, "back_asked"),
        (Qt.Key.Key_M, CONTROL, "flag_asked"),
        (Qt.Key.Key_Return, CONTROL, "summary_asked"),
        (Qt.Key.Key_Enter, CONTROL, "summary_asked"),
    ],
)
@pytest.mark.parametrize("kind", ["single", "numerical"])
def test_keys_turn_flag_and_lead_to_the_summary(shown, key, modifier, wish, kind):
    driver, told = shown(replace(STATE, item_type=kind))
    driver.shortcut(key, modifier)
    assert told == [wish]


@pytest.mark.feature("b10")
@pytest.mark.parametrize("kind", TYPES)
def test_tab_goes_from_the_answer_to_the_buttons(shown, kind):
    driver, _ = shown(replace(STATE, item_type=kind))
    way = []
    while "next" not in way and len(way) < 20:
        driver.key(Qt.Key.Key_Tab)
        way.append(driver.view.focusWidget().objectName())
    assert way[-3:] == ["back", "flag", "next"]
    assert not any(name.startswith("place_") for name in way)


def test_the_buttons_do_the_same(shown):
    driver, told = shown()
    for name in ("next", "back", "flag", "summary"):
        driver.press(name)
    assert told == ["next_asked", "back_asked", "flag_asked", "summary_asked"]


@pytest.mark.feature("b1")
def test_the_navigator_says_unseen_seen_answered_flagged_here_and_leads_there(shown):
    driver, told = shown()
    assert driver.place(1) == "Question 1, Answered"
    assert driver.place(2) == "Question 2, Not answered, Flagged, Here"
    assert driver.place(3) == "Question 3, Not seen yet"
    driver.go_to(3)
    assert told == [3]


def test_saved_is_said_beside_the_answer(shown):
    driver, _ = shown()
    assert driver.saved == ""
    driver.view.show_state(replace(STATE, value="A", saved=SaveState.SAVED))
    assert driver.saved == "Saved on this PC"
    driver.view.show_state(replace(STATE, saved=SaveState.SAVED))
    assert driver.saved == "Answer taken back"


def test_not_saved_is_said_loudly_with_a_way_to_try_again(shown):
    driver, told = shown()
    driver.choose("A")
    driver.view.show_state(replace(STATE, draft="A", saved=SaveState.FAILED, hint=Hint.NOT_SAVED))
    assert driver.saved == "Not saved"
    assert "not saved" in driver.hint
    assert driver.chosen == ["A"]
    driver.press("notice_action")
    assert told == ["A", "retry_asked"]


def test_a_redrawing_takes_nothing_from_what_is_being_typed(shown):
    state = replace(STATE, item_type="numerical", options=(), unit="%", value="7")
    driver, _ = shown(state)
    driver.type_number("78.8")
    driver.view.show_state(replace(state, flagged=True))
    assert driver.text("number") == "78.8"
    driver.view.show_state(replace(state, value="78.8"))
    assert driver.text("number") == "78.8"


def test_a_number_that_cannot_be_read_is_said_at_its_field(shown):
    state = replace(STATE, item_type="numerical", options=(), draft="abc")
    driver, _ = shown(state)
    driver.view.show_state(replace(state, fault="This cannot be read.", saved=SaveState.FAILED, hint=Hint.UNREADABLE))
    assert driver.sees("This cannot be read.")
    assert driver.text("number") == "abc"


def test_half_a_pair_is_shown_again_and_says_what_is_missing(shown):
    half = {"best": "A", "worst": ""}
    state = replace(STATE, item_type="best_worst", value=half, saved=SaveState.SAVED, hint=Hint.HALF)
    driver, _ = shown(state)
    assert driver.pair == "A-"
    assert "missing" in driver.hint


def test_the_clock_is_seen_can_be_put_away_and_shows_itself_when_it_is_urgent(shown, qtbot):
    driver, _ = shown()
    assert driver.clock == "12:34"
    with qtbot.waitSignal(driver.view.clock_hidden) as told:
        driver.press("countdown")
    assert told.args == [True]
    driver.view.show_state(replace(STATE, clock_hidden=True))
    assert driver.clock == "Time hidden"
    driver.view.show_state(replace(STATE, clock_hidden=True, seconds_left=119, alert=2))
    assert driver.clock == "01:59"
    assert driver.alert == "Less than 2 minutes left"


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_short_time_is_said_beside_the_clock_without_moving_the_question(shown, code, zoom):
    state = replace(STATE, title="Final examination · Wang Xiaoyu")
    driver, _ = shown(state, code, zoom)
    settle()
    before = driver.where("option_B")
    for minutes in (10, 2):
        driver.view.show_state(replace(state, seconds_left=minutes * 60, alert=minutes))
        settle()
        assert str(minutes) in driver.alert
        assert driver.where("option_B") == before


def test_a_quiz_without_a_limit_has_no_clock(shown):
    driver, _ = shown(replace(STATE, seconds_left=None))
    assert driver.clock == ""


def test_while_paused_there_is_no_question_and_nothing_to_press(shown):
    driver, _ = shown()
    driver.view.show_state(replace(STATE, stem="", options=(), waiting=WAITING, open=False))
    assert driver.stem == ""
    assert driver.waiting == "Please call the proctor"
    assert all(driver.sees(word) for word in ("Why.", "Safe.", "Time.", "Do."))
    assert not any(driver.has(name) for name in ("answer", "next", "back", "flag", "summary", "place_3"))
    assert driver.clock == "12:34"
    driver.view.show_seconds(753, None)
    assert driver.clock == "12:33"
    driver.view.show_state(STATE)
    assert driver.waiting == ""
    assert LONG in driver.stem
    assert driver.can_press("next")
    driver.key(Qt.Key.Key_A)
    assert driver.chosen == ["B"]  # the keyboard is on the answer again


def test_whoever_listens_is_told_what_the_page_of_a_sitting_that_waits_says(shown):
    driver, _ = shown(replace(STATE, stem="", options=(), waiting=WAITING, open=False))
    part = driver.part("waiting")
    assert part.accessibleName() == WAITING.title
    assert part.accessibleDescription() == WAITING.text


def test_the_window_that_loses_the_focus_is_told_and_when_it_has_it_again(shown, qtbot):
    driver, _ = shown()
    driver.view.window().activateWindow()
    qtbot.waitUntil(driver.view.window().isActiveWindow)
    told = []
    driver.view.window_left.connect(told.append)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert set(told) == {True}
    driver.view.activateWindow()
    qtbot.waitUntil(driver.view.isActiveWindow)
    assert told[-1] is False


def test_a_menu_of_the_window_is_no_leaving(shown, qtbot):
    driver, _ = shown()
    told = []
    driver.view.window_left.connect(told.append)
    menu = QWidget(driver.view, Qt.WindowType.Popup)
    with qtbot.waitExposed(menu):
        menu.show()
    with qtbot.waitSignal(driver.view.ticked):
        pass
    assert True not in told


def test_the_last_question_leads_to_the_summary_and_the_first_not_back(shown):
    driver, _ = shown(replace(STATE, position=40))
    assert driver.text("next") == "Check and hand in"
    driver.view.show_state(replace(STATE, position=1))
    assert not driver.can_press("back")
