"""The question that people try the exam's page out with: all of it works, and nothing is recorded."""

import pytest
from PySide6.QtCore import Qt

from desktop.screens.take_exam.state import Panel
from desktop.screens.take_exam.trial import TrialPresenter
from exams import Kind
from exams.items.item import ItemType
from tests.desktop.screens.take_exam.exam_desk import Desk, Screen

pytestmark = pytest.mark.feature("b11")


@pytest.fixture
def trial():
    question = Desk().question("", 1)
    assert question.type is ItemType.SINGLE
    presenter, screen, told = None, Screen(), []
    presenter = TrialPresenter(question, lambda: told.append("done"))
    presenter.attach(screen)
    presenter.show()
    return presenter, screen, told


def test_everything_can_be_tried(trial):
    presenter, screen, told = trial
    presenter.choose("A")
    presenter.flag()
    presenter.strike("B")
    presenter.highlight(0, 3)
    presenter.highlight(5, 6)
    presenter.unhighlight(2)
    presenter.toggle(Panel.NOTES)
    presenter.note("x")
    presenter.toggle_striking()
    state = screen.state
    assert (state.value, state.flagged, state.trial) == ("A", True, True)
    assert (state.aids.strikes, state.aids.spans, state.aids.scratch) == (frozenset("B"), ((5, 6),), "x")
    assert (state.aids.panel, state.aids.striking) == (Panel.NOTES, True)
    presenter.toggle_language()
    assert (screen.state.stem, screen.state.value) == ("题干 1", "A")
    presenter.leave()
    assert told == ["done"]


def test_from_the_terms_and_back_with_what_was_typed_and_nothing_is_written(way):
    way.room.open_offer(Kind.FINAL)
    way.offer.type_code("abcde")
    way.offer.promise()
    before = len(way.pc.records())
    way.offer.press("try_question")
    assert way.exam.clock == ""
    way.exam.key(Qt.Key.Key_A)
    way.exam.key(Qt.Key.Key_F)
    assert len(way.exam.chosen) == 1
    assert not way.exam.has("summary")
    way.exam.key(Qt.Key.Key_N)
    assert way.offer.code == "abcde"
    assert way.offer.part("pledge").isChecked()
    assert len(way.pc.records()) == before
