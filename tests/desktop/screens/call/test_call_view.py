"""The call on the screen: by keyboard alone, in both languages, with nothing cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from desktop.widgets.mood import MOOD_TONES
from desktop.words import tr
from desktop.words.calls import MOODS
from tests.desktop.screens.my_training.study_desk import chinese
from tests.drivers.calls import CallDriver, CallResultDriver, CallsDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.window import WindowDriver

KEYS = {1: Qt.Key.Key_1, 2: Qt.Key.Key_2, 3: Qt.Key.Key_3}


@pytest.fixture
def call(room):
    room.calls.open_call("s01")
    return room.screen(CallDriver)


def press(room, key):
    """A key where the focus is."""
    room.qtbot.keyClick(room.window.focusWidget() or room.window, key)


def test_mood_is_a_word_and_a_picture(call):
    assert (call.text("caller_name"), call.text("caller_mood")) == ("Ms Wang", "angry")
    call.say(1)
    assert call.text("caller_mood") == "upset"
    assert call.said()[-1] == "Ms Wang (upset): Go on then."
    assert len(MOOD_TONES) == len(MOODS)


def test_a_press_says_a_reply_and_the_keyboard_stands_on_the_next_ones(call):
    assert call.focused == "reply_1"
    call.say(1)
    assert call.replies()[1] == "Is it you who wants to know?"
    assert call.focused == "reply_1"


def test_what_must_be_said_is_ticked_in_words(call):
    assert call.listed("phrase") == ["Identity check: not said yet"]
    call.say(1)
    assert call.listed("phrase") == ["Identity check: said"]


def test_the_form_takes_one_value_by_mouse(call):
    call.take("cause", "other")
    call.take("cause", "check")
    assert call.taken("cause", "check")
    assert not call.taken("cause", "other")


def test_numbers_mean_the_reply_or_the_value_where_the_keyboard_is(room, call):
    press(room, Qt.Key.Key_F)
    assert call.focused == "note_cause_check"
    press(room, Qt.Key.Key_2)
    assert call.taken("cause", "other")
    assert len(call.said()) == 1
    press(room, Qt.Key.Key_F)
    press(room, Qt.Key.Key_2)
    assert len(call.said()) == 4


def test_tab_goes_through_the_replies_and_on_to_the_note_also_after_a_reply(room, call):
    for _ in range(2):
        way = [call.focused]
        for _ in range(3):
            press(room, Qt.Key.Key_Tab)
            way.append(call.focused)
        assert way == ["reply_1", "reply_2", "reply_3", "note_cause_check"]
        press(room, Qt.Key.Key_F)
        press(room, Qt.Key.Key_1)


def test_a_key_held_too_long_says_one_reply(call):
    keys = {one.key().toString(): one.autoRepeat() for one in call.view.findChildren(QShortcut)}
    assert {key: keys[key] for key in ("1", "9", "F", "P")} == dict.fromkeys(("1", "9", "F", "P"), False)


def test_the_situation_stays_at_hand_after_its_beginning_has_scrolled_away(call):
    assert call.text("situation_again") == call.text("situation") == "Morning, the caller is not verified."


def test_arrows_move_between_the_values_of_a_field(room, call):
    press(room, Qt.Key.Key_F)
    press(room, Qt.Key.Key_Down)
    assert call.focused == "note_cause_other"
    press(room, Qt.Key.Key_Return)
    assert call.taken("cause", "other")


def test_on_hold_the_conversation_is_away_and_no_key_answers(room, call):
    press(room, Qt.Key.Key_P)
    assert call.has("on_hold")
    assert not call.has("conversation")
    press(room, Qt.Key.Key_1)
    press(room, Qt.Key.Key_F)
    press(room, Qt.Key.Key_P)
    assert call.has("conversation")
    assert (len(call.said()), call.focused) == (1, "reply_1")


def test_the_clock_says_in_words_that_the_target_is_over(room, call):
    assert not call.has("late")
    room.branch.clock.forward(101_000)
    room.window.current().presenter.tick()
    assert call.text("handling_time") == "01:41 of 01:40"
    assert call.has("late")


@pytest.mark.feature("a8", "i1")
def test_another_language_in_the_middle_of_a_call_loses_nothing(room, call):
    call.say(1)
    call.take("cause", "other")
    with chinese():
        room.window.set_zoom(125)
        page = room.screen(CallDriver)
        assert page.said()[-1].endswith("你问吧。")
        assert page.taken("cause", "other")
        page.say(2)
    assert len(room.screen(CallDriver).said()) == 5


@pytest.mark.feature("a8", "a9")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_whole_call_is_played_by_keyboard_alone(room, language):
    room.calls.open_calls()
    assert room.screen(CallsDriver).view.focusWidget().objectName() == "next_call"
    press(room, Qt.Key.Key_Return)
    if language == "zh":
        with chinese():
            played(room)
    else:
        played(room)


def played(room):
    room.window.set_zoom(150)
    call = room.screen(CallDriver)
    press(room, Qt.Key.Key_F)
    press(room, Qt.Key.Key_1)
    press(room, Qt.Key.Key_F)
    for number in (1, 2, 3):
        press(room, KEYS[number])
    assert call.text("call_ended") == tr("The call has ended.")
    assert call.focused == "finish"
    press(room, Qt.Key.Key_Return)
    result = room.screen(CallResultDriver)
    assert result.text("verdict") == tr("Passed")
    press(room, Qt.Key.Key_Return)
    assert len(room.screen(CallDriver).said()) == 1


def test_what_is_empty_in_the_note_is_asked_before_the_result(room, call):
    for number in (1, 2, 3):
        call.say(number)
    call.press("finish")
    sheet = WindowDriver(room.qtbot, room.window)
    assert sheet.question == "1 field of the note is empty"
    sheet.cancel()
    call.take("cause", "check")
    call.press("finish")
    assert room.screen(CallResultDriver).text("verdict") == "Passed"


def test_leaving_keeps_the_call_and_the_list_says_so(room, call):
    call.say(1)
    room.calls.open_calls()
    assert "On the line" in room.screen(CallsDriver).rows()[0]
    room.branch.clock.forward(3_600_000)
    room.screen(CallsDriver).open("s01")
    back = room.screen(CallDriver)
    assert (len(back.said()), back.text("handling_time")) == (3, "00:00 of 01:40")


def test_beginning_again_asks_first(room, call):
    call.say(1)
    call.press("begin_again")
    WindowDriver(room.qtbot, room.window).confirm()
    assert len(room.screen(CallDriver).said()) == 1


@pytest.mark.parametrize("speaking", ["zh", "en"])
@pytest.mark.parametrize(("zoom", "size"), [(100, (1440, 900)), (200, (1024, 700))])
def test_nothing_is_cut_off_nameless_or_out_of_reach(room, speaking, zoom, size):
    def faults():
        view = room.window.current().view
        settle()
        return cut_off(view) + nameless(view) + unreachable(view)

    def walk():
        found = faults()
        call = room.screen(CallDriver)
        call.say(2)
        found += faults()
        room.window.current().presenter.pause()
        found += faults()
        room.window.current().presenter.pause()
        room.screen(CallDriver).say(1)
        found += faults()
        room.screen(CallDriver).press("finish")
        WindowDriver(room.qtbot, room.window).confirm()
        return found + faults()

    room.window.resize(*size)
    room.window.set_zoom(zoom)
    if speaking == "zh":
        with chinese():
            room.calls.open_call("s01")
            assert walk() == []
    else:
        room.calls.open_call("s01")
        assert walk() == []
