"""The notebook says what is due, asks it one by one, and tells when it comes again; the keyboard does it all."""

from dataclasses import replace

import pytest

from desktop.screens.mistakes.presenter import Exits, MistakesPresenter
from desktop.screens.mistakes.view import MistakesView
from desktop.widgets.check_value import Verdict
from desktop.widgets.values import FaceKind
from exams import AcademyError, Mistake
from tests.desktop.screens.my_training.study_desk import NOON, chinese, faults_of, opened
from tests.desktop.screens.reader.course import Desk as CourseDesk
from tests.drivers.base import Driver

DAY = 86_400_000
AIMS = {"zh": "说出定义", "en": "Give the definition"}


def a_mistake(what="s1", **changes):
    facts = {"chapter": 1, "section": "1.1", "objectives": AIMS, "item": "s1", "source": "check"}
    one = Mistake(what, **facts, since_wt=NOON, due_wt=NOON, lapses=1, run=0, retired=False)
    return replace(one, **changes)


class Notebook:
    """Two that are due, one for later, one that is known."""

    def __init__(self, *mistakes, fault=None):
        self.kept, self.fault = list(mistakes), fault
        self.course = CourseDesk()

    def mistakes(self):
        if self.fault:
            raise self.fault
        return tuple(self.kept)

    def due(self):
        return tuple(one for one in self.mistakes() if one.due_wt <= NOON and not one.retired)

    def question(self, what):
        return self.course.check_question(next(one.item for one in self.kept if one.what == what))

    def answer(self, what, value):
        one = next(one for one in self.kept if one.what == what)
        seen = self.course.check_answer(one.item, value)
        self.kept[self.kept.index(one)] = replace(one, due_wt=NOON + DAY, retired=one.run == 2)
        return seen


def full():
    return Notebook(
        a_mistake(),
        a_mistake("objective:1.1-b", item="t1", run=2),
        a_mistake("n1", item="n1", due_wt=NOON + DAY),
        a_mistake("m1", item="m1", retired=True, run=3),
    )


class Screen:
    def show_state(self, state):
        self.state = state


class Looking:
    def __init__(self, desk=None, view=None):
        self.led = []
        names = ("section", "home", "failed")
        exits = Exits(**{name: lambda *facts, name=name: self.led.append((name, *facts)) for name in names})
        self.desk = desk or full()
        self.presenter, self.screen = MistakesPresenter(self.desk, exits), view or Screen()
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state


def connected(desk=None, begun=False):
    view = MistakesView()
    looking = Looking(desk, view)
    presenter = looking.presenter
    for signal, slot in (
        (view.begin_asked, presenter.begin),
        (view.value_given, presenter.choose),
        (view.check_asked, presenter.check),
        (view.next_asked, presenter.go_on),
        (view.stop_asked, presenter.stop),
        (view.read_asked, presenter.read),
        (view.row_asked, presenter.open),
        (view.action_asked, presenter.act),
    ):
        signal.connect(slot)
    view.looking = looking
    if begun:
        presenter.begin()
    return view


@pytest.fixture
def notebook(qtbot):
    def made(desk=None):
        view = connected(desk)
        opened(qtbot, view)
        view.focus_first()
        return Driver(qtbot, view)

    return made


@pytest.mark.feature("a4")
def test_what_is_due_what_comes_and_what_is_known_are_told_apart():
    state = Looking().state
    assert (state.summary, state.due) == ("2 questions are due today", 2)
    assert [row.badge for row in state.rows] == ["Due today", "Due today", "0 of 3 right"]
    assert [row.badge for row in state.known] == ["Known"]


@pytest.mark.feature("a4")
def test_of_an_exam_only_the_objective_is_named():
    row = Looking().state.rows[1]
    assert row.title == "Give the definition"
    assert "from an exam" in row.subtitle


@pytest.mark.feature("a5")
def test_a_round_asks_what_is_due_and_tells_when_it_comes_again():
    looking = Looking()
    looking.presenter.begin()
    assert looking.state.asked.progress == "Question 1 of 2"
    looking.presenter.choose("B")
    looking.presenter.check()
    asked = looking.state.asked
    assert asked.check.verdict is Verdict.RIGHT
    assert asked.told.startswith("It comes again on ")
    looking.presenter.go_on()
    assert looking.state.asked.last
    looking.presenter.choose(False)
    looking.presenter.check()
    assert looking.state.asked.told == "Known: it is put away."
    looking.presenter.go_on()
    assert looking.state.asked is None
    assert looking.state.summary == "Nothing is due today."


def test_a_blank_answer_is_not_marked_and_an_answer_is_marked_once():
    looking = Looking()
    looking.presenter.begin()
    looking.presenter.check()
    assert looking.state.asked.check.fault == "Choose an answer first."
    looking.presenter.choose("A")
    looking.presenter.check()
    looking.presenter.choose("B")
    looking.presenter.check()
    assert looking.state.asked.check.value == "A"


def test_with_nothing_due_one_may_practise_all_the_same():
    looking = Looking(Notebook(a_mistake(due_wt=NOON + DAY)))
    assert (looking.state.summary, looking.state.due) == ("Nothing is due today.", -1)
    looking.presenter.begin()
    assert looking.state.asked.progress == "Question 1 of 1"


def test_an_empty_notebook_leads_home_and_a_failure_is_told():
    empty = Looking(Notebook())
    assert empty.state.face.kind is FaceKind.EMPTY
    empty.presenter.act()
    assert empty.led == [("home",)]
    assert Looking(Notebook(fault=AcademyError())).state.face.kind is FaceKind.ERROR


def test_a_row_and_a_question_lead_to_their_section():
    looking = Looking()
    looking.presenter.open("n1")
    looking.presenter.begin()
    looking.presenter.read()
    assert looking.led == [("section", "1.1")] * 2


@pytest.mark.feature("a5")
def test_a_round_by_keyboard_alone(notebook):
    from PySide6.QtCore import Qt

    page = notebook()
    page.key(Qt.Key.Key_Return)
    assert page.has("round")
    page.press("option_B")
    page.press("check_answer")
    assert page.view.focusWidget().objectName() == "next"
    page.key(Qt.Key.Key_Return)
    assert page.has("round")
    page.press("stop")
    assert page.text("summary") == "1 question is due today"


@pytest.mark.parametrize("begun", [False, True])
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, begun):
    assert faults_of(qtbot, qapp, lambda: connected(begun=begun)) == []


def test_what_is_asked_is_said_in_the_language_in_use():
    looking = Looking()
    looking.presenter.begin()
    with chinese():
        looking.presenter.show()
    assert looking.state.asked.aim == "说出定义"
    assert looking.state.asked.progress == "第 1 题，共 2 题"
