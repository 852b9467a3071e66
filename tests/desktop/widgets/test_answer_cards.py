"""The cards with text, an order or several places: answered by keyboard, shown again, read only in a review."""

import pytest
from PySide6.QtCore import Qt

from desktop.widgets.answers import answer_input
from desktop.widgets.values import Option

pytestmark = pytest.mark.feature("c1")

ALT = Qt.KeyboardModifier.AltModifier
STEPS = tuple(Option(letter, f"step {letter}") for letter in "BAC")
LISTS = tuple(Option(letter, letter) for letter in ("1", "1A", "1B", "2", "2A", "2B"))
CASE = tuple(Option(letter, letter) for letter in ("1", "1A", "1B", "2", "2+B", "2+A", "3"))


def asked(kind, show, options):
    answer = answer_input(kind)
    answer.show_question(options)
    driver = show(answer)
    told = []
    answer.answered.connect(lambda value: told.append(("answered", value)))
    answer.drafted.connect(lambda value: told.append(("drafted", value)))
    answer.focus_first()
    return answer, driver, told


def test_a_short_answer_is_told_with_every_key(show, qtbot):
    answer, driver, told = asked("shortanswer", show, ())
    qtbot.keyClicks(answer.focusWidget(), "ab")
    assert told == [("drafted", "a"), ("drafted", "ab")]
    driver.key(Qt.Key.Key_Backspace)
    driver.key(Qt.Key.Key_Backspace)
    assert told[-1] == ("drafted", None)


def test_every_place_is_reached_with_tab_and_open_ones_are_empty(show, qtbot):
    answer, driver, told = asked("fill", show, LISTS[:1] + LISTS[3:4])
    driver.key(Qt.Key.Key_Tab)
    qtbot.keyClicks(answer.focusWidget(), "x")
    assert told == [("drafted", ["", "x"])]
    answer.set_value(["p", "q"])
    assert answer.value() == ["p", "q"]
    assert len(told) == 1


def test_lists_are_chosen_from_with_the_arrows(show):
    _, driver, told = asked("matching", show, LISTS)
    driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Down)
    assert [value for _, value in told] == [["A", ""], ["B", ""], ["B", "A"]]
    driver.key(Qt.Key.Key_Up)
    assert told[-1] == ("answered", ["B", ""])


def test_alt_and_an_arrow_move_a_step_and_the_focus_goes_with_it(show):
    answer, driver, told = asked("ordering", show, STEPS)
    assert answer.value() is None
    for _ in range(3):
        driver.key(Qt.Key.Key_Down, modifier=ALT)
    assert [value for _, value in told] == [["A", "B", "C"], ["A", "C", "B"]]
    assert answer.focusWidget().objectName() == "step_B"
    driver.key(Qt.Key.Key_Up)
    assert answer.focusWidget().objectName() == "step_C"


def test_an_order_that_is_right_as_it_stands_can_be_said_so(show):
    _, driver, told = asked("ordering", show, STEPS)
    driver.press("keep_order")
    assert told == [("answered", ["B", "A", "C"])]
    assert not driver.has("keep_order")


def test_the_buttons_of_a_step_move_it_as_well(show):
    _, driver, told = asked("ordering", show, STEPS)
    driver.press("up_C")
    assert told == [("answered", ["B", "C", "A"])]
    assert not driver.can_press("up_B")


def test_a_case_takes_letters_where_the_focus_is_and_a_text(show, qtbot):
    answer, driver, told = asked("case", show, CASE)
    driver.key(Qt.Key.Key_B)
    driver.part("choice_2").focus_first()
    driver.key(Qt.Key.Key_A)
    driver.key(Qt.Key.Key_B)
    driver.part("text_3").setFocus()
    qtbot.keyClicks(answer.focusWidget(), "9")
    assert [value for _, value in told] == [["B", "", ""], ["B", "B", ""], ["B", "AB", ""], ["B", "AB", "9"]]


@pytest.mark.parametrize(
    ("kind", "options", "value"),
    [
        ("shortanswer", (), "x"),
        ("fill", LISTS[:1] + LISTS[3:4], ["x", ""]),
        ("dropdown", LISTS, ["B", "A"]),
        ("ordering", STEPS, ["C", "A", "B"]),
        ("case", CASE, ["A", "AB", "9"]),
    ],
)
def test_what_was_answered_is_shown_again_and_a_review_changes_nothing(show, kind, options, value):
    answer, driver, told = asked(kind, show, options)
    answer.set_value(value)
    answer.set_read_only(True)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Down):
        driver.key(key)
    driver.key(Qt.Key.Key_Down, modifier=ALT)
    assert answer.value() == value
    assert told == []
    answer.set_value(None)
    assert answer.value() is None
