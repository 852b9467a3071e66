"""A number being typed: what is no number yet, what comes back, what an input method composes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from desktop.screens.take_exam.state import Hint, TakeExamState
from desktop.screens.take_exam.view import TakeExamView
from desktop.widgets.values import SaveState
from tests.drivers.take_exam import TakeExamDriver

STATE = TakeExamState(title="结业考试", position=2, total=3, item_type="numerical", stem="接通率是多少？")


@pytest.fixture
def shown(dressed, qtbot):
    def show(state):
        view = dressed(TakeExamView, "en", 100)
        view.show_state(state)
        view.focus_answer()
        told = []
        view.answered.connect(told.append)
        return TakeExamDriver(qtbot, view), told

    return show


def test_what_is_no_number_yet_stays_in_its_field_and_is_called_kept(shown):
    state = replace(STATE, unit="%", value="78", saved=SaveState.SAVED)
    driver, _ = shown(state)
    driver.type_number("78.")
    driver.view.show_state(replace(state, value=None, draft="78.", hint=Hint.NO_NUMBER_YET))
    assert driver.text("number") == "78."
    assert driver.saved == "Kept on this PC as typed"
    assert "Not a number yet" in driver.hint


def test_a_draft_shown_again_is_told_once_enter_is_pressed(shown):
    driver, told = shown(replace(STATE, draft="12 a", hint=Hint.NO_NUMBER_YET))
    assert driver.text("number") == "12 a"
    driver.key(Qt.Key.Key_Return, "number")
    assert told == ["12 a"]


def test_what_an_input_method_composes_is_told_once_it_is_committed(shown):
    driver, _ = shown(STATE)
    field, told = driver.part("number"), []
    driver.view.drafted.connect(told.append)
    for event in (QInputMethodEvent("shier", []), QInputMethodEvent("shi er", [])):
        QCoreApplication.sendEvent(field, event)
    assert told == []
    committed = QInputMethodEvent("", [])
    committed.setCommitString("１２")
    QCoreApplication.sendEvent(field, committed)
    assert told == ["１２"]
