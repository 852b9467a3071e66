"""Every mark is listed and leads to its place; one whose words are gone can be thrown away, not lost."""

import pytest

from desktop.screens.my_marks.presenter import Exits, MyMarksPresenter
from desktop.screens.my_marks.view import MyMarksView
from desktop.widgets.values import FaceKind
from exams import AcademyError, MarkKind, ReaderMark, TextPlace
from tests.desktop.screens.my_training.study_desk import NOON, StudyDesk, faults_of, opened
from tests.drivers.base import Driver

PLACED = ReaderMark("m1", "1.1", "zh", MarkKind.HIGHLIGHT, "", "谁先接谁负责", NOON, TextPlace(3, 0, 6))
NOTED = ReaderMark("m2", "1.2", "en", MarkKind.NOTE, "Ask Chen", "Channels are phone", NOON, TextPlace(0, 0, 0))
LOST = ReaderMark("m3", "1.1", "zh", MarkKind.NOTE, "问过了", "这段话没有了", NOON, None)


class Marks:
    def __init__(self, *marks, fault=None):
        self.kept, self.fault = list(marks), fault

    def all(self):
        if self.fault:
            raise self.fault
        return tuple(self.kept)

    def remove(self, mark_id):
        self.kept = [one for one in self.kept if one.id != mark_id]


class Screen:
    def show_state(self, state):
        self.state = state


class Looking:
    def __init__(self, *marks, fault=None, view=None):
        self.led, self.asked = [], []
        exits = Exits(
            paragraph=lambda section, block: self.led.append((section, block)),
            home=lambda: self.led.append("home"),
            ask=lambda question, confirmed: self.asked.append((question, confirmed)),
        )
        self.desk = Marks(*marks, fault=fault)
        self.presenter = MyMarksPresenter(self.desk, StudyDesk().section, exits)
        self.screen = view or Screen()
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state


def connected(*marks):
    view = MyMarksView()
    looking = Looking(*marks, view=view)
    view.opened.connect(looking.presenter.open)
    view.home_asked.connect(looking.presenter.go_home)
    view.looking = looking
    return view


@pytest.mark.feature("a6")
def test_marks_stand_by_section_and_those_without_a_place_apart():
    state = Looking(PLACED, LOST, NOTED).state
    assert [(group.title, [row.title for row in group.rows]) for group in state.groups] == [
        ("1.1  What a centre is", ["谁先接谁负责"]),
        ("1.2  Channels", ["Ask Chen"]),
    ]
    assert [row.badge for row in state.lost] == ["no longer in the text"]


def test_a_mark_leads_to_its_paragraph():
    looking = Looking(PLACED)
    looking.presenter.open("m1")
    assert looking.led == [("1.1", 3)]


@pytest.mark.feature("a6")
def test_a_mark_without_a_place_is_removed_only_when_that_is_confirmed():
    looking = Looking(LOST)
    looking.presenter.open("m3")
    ((question, confirmed),) = looking.asked
    assert "这段话没有了" in question.text
    assert "问过了" in question.note
    assert looking.desk.kept
    confirmed()
    assert looking.state.face.kind is FaceKind.EMPTY


def test_a_failure_is_told():
    assert Looking(fault=AcademyError()).state.face.kind is FaceKind.ERROR


def test_a_row_opens_by_keyboard(qtbot):
    from PySide6.QtCore import Qt

    view = connected(NOTED)
    opened(qtbot, view)
    page = Driver(qtbot, view)
    page.part("row_m2").setFocus()
    page.key(Qt.Key.Key_Return)
    assert view.looking.led == [("1.2", 0)]


@pytest.mark.parametrize("marks", [(), (PLACED, LOST, NOTED)])
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, marks):
    assert faults_of(qtbot, qapp, lambda: connected(*marks)) == []
