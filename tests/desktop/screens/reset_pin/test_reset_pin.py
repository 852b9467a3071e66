"""A lost PIN: the question is shown, the answer and a new PIN go to the desk, what is wrong is said in its place."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.screens.reset_pin.presenter import Exits, ResetPinPresenter
from desktop.screens.reset_pin.state import Field, ResetPinState
from desktop.screens.reset_pin.view import ResetPinView
from exams import AcademyError, Challenge

NEW = "739214"
ASKED = Challenge("D00000001", "T1001", "7KQ2MX9D4T")


class Wrong(AcademyError):
    code = "E_RESET"


class Weak(AcademyError):
    code = "E_WEAK_PIN"


@dataclass
class Page:
    state: ResetPinState = field(default_factory=ResetPinState)
    cursor: str = ""

    def show_state(self, state):
        self.state = state

    def focus(self, place):
        self.cursor = place.value


@dataclass
class Desk:
    refusals: list[AcademyError] = field(default_factory=list)
    done: list[tuple[object, ...]] = field(default_factory=list)

    def ask(self, staff_id):
        self._refuse()
        return ASKED

    def by_code(self, staff_id, code, pin):
        self._refuse()
        self.done.append((staff_id, code, pin))

    def by_file(self, staff_id, raw, pin):
        self._refuse()
        self.done.append((staff_id, raw, pin))

    def _refuse(self):
        if self.refusals:
            raise self.refusals.pop(0)


class Way:
    def __init__(self, *refusals):
        self.desk, self.page, self.led = Desk(list(refusals)), Page(), []
        exits = Exits(lambda taken: taken(b"file"), self.led.append, lambda: self.led.append("door"))
        self.presenter = ResetPinPresenter(self.desk, "T1001", exits)
        self.presenter.attach(self.page)
        self.presenter.show()

    def fill(self, **fields):
        for name, text in fields.items():
            self.presenter.type(name, text)


def test_the_question_stands_there_to_be_read_out():
    way = Way()
    way.presenter.ask()
    assert way.page.state.question == ASKED.text
    assert way.page.cursor == "code"


def test_the_answer_sets_the_new_pin_and_leads_back_to_the_door():
    way = Way()
    way.fill(code="7KQ2M", pin=NEW, again=NEW)
    way.presenter.set_pin()
    assert (way.desk.done, way.led) == ([("T1001", "7KQ2M", NEW)], ["T1001"])


def test_an_answer_as_a_file_does_so_too():
    way = Way()
    way.fill(pin=NEW, again=NEW)
    way.presenter.use_file()
    assert (way.desk.done, way.led) == ([("T1001", b"file", NEW)], ["T1001"])


@pytest.mark.parametrize(("pin", "again"), [("", ""), (NEW, "739215")])
def test_before_a_pin_is_typed_twice_alike_no_try_is_spent(pin, again):
    way = Way()
    way.fill(code="7KQ2M", pin=pin, again=again)
    way.presenter.set_pin()
    way.presenter.use_file()
    assert (way.desk.done, way.page.cursor, bool(way.page.state.fault)) == ([], "pin", True)


@pytest.mark.parametrize(("refusal", "cursor"), [(Wrong(reason="code"), "code"), (Weak(), "pin")])
def test_a_refusal_is_said_where_it_is_mended(refusal, cursor):
    way = Way(refusal)
    way.fill(code="7KQ2M", pin=NEW, again=NEW)
    way.presenter.set_pin()
    assert (way.page.cursor, way.led) == (cursor, [])
    assert way.page.state.fault


def test_without_a_staff_id_nothing_is_asked():
    way = Way()
    way.fill(staff_id=" ")
    way.presenter.ask()
    assert (way.page.state.question, way.page.cursor) == ("", "staff_id")


def test_the_page_takes_an_answer_only_once_a_question_was_asked(qtbot):
    view = ResetPinView()
    qtbot.addWidget(view)
    view.show_state(ResetPinState())
    assert not view.findChild(QLineEdit, "code").isEnabled()
    view.show_state(ResetPinState(question=ASKED.text))
    assert view.findChild(QLineEdit, "code").isEnabled()
    heard = []
    view.typed.connect(lambda name, text: heard.append((name, text)))
    view.findChild(QLineEdit, "code").setText("7KQ")
    assert heard == [(Field.CODE.value, "7KQ")]
