"""A locked page lets its own person go on, makes wrong tries wait, and shows nothing of what lies behind."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.screens.locked.presenter import Exits, LockedPresenter
from desktop.screens.locked.state import LockedState
from desktop.screens.locked.view import LockedView
from exams import AcademyError
from tests.desktop.screens.staff_desks import PROCTOR


class Refused(AcademyError):
    code = "E_SIGN_IN"


@dataclass
class Page:
    state: LockedState = field(default_factory=LockedState)
    focused: int = 0

    def show_state(self, state):
        self.state = state

    def focus_secret(self):
        self.focused += 1


@dataclass
class Door:
    refusals: list[AcademyError] = field(default_factory=list)
    tries: list[tuple[str, str]] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)

    def __post_init__(self):
        exits = Exits(self.sign_in, lambda: self.ways.append("back"), lambda: self.ways.append("door"))
        self.presenter, self.page = LockedPresenter(PROCTOR, exits), Page()
        self.presenter.attach(self.page)
        self.presenter.show()

    def sign_in(self, staff_id, secret):
        self.tries.append((staff_id, secret))
        if self.refusals:
            raise self.refusals.pop(0)

    def enter(self, secret):
        self.presenter.type(secret)
        self.presenter.unlock()


def test_the_right_passphrase_leads_back():
    door = Door()
    door.enter("river lantern")
    assert (door.tries, door.ways) == ([("P2001", "river lantern")], ["back"])


def test_a_wrong_one_is_said_and_forgotten_and_may_have_to_wait():
    door = Door([Refused(wait_seconds=2)])
    door.enter("river")
    assert door.page.state.fault
    assert (door.page.state.secret, door.page.state.wait_seconds) == ("", 2)
    door.enter("river lantern")
    assert len(door.tries) == 1
    for _ in range(2):
        door.presenter.tick()
    assert (door.page.state.fault, door.page.state.wait_seconds) == ("", 0)
    door.enter("river lantern")
    assert door.ways == ["back"]


def test_an_empty_field_spends_no_try():
    door = Door()
    door.presenter.unlock()
    assert (door.tries, door.page.focused) == ([], 1)


def test_somebody_else_goes_to_the_door():
    door = Door()
    door.presenter.leave()
    assert door.ways == ["door"]


@pytest.mark.parametrize("fault", ["", "Staff ID or PIN is not right."])
def test_the_page_says_whose_it_is_and_hides_what_is_typed(qtbot, fault):
    view = LockedView()
    qtbot.addWidget(view)
    view.show_state(LockedState("周静", "P2001", "river", fault, 3 if fault else 0))
    field = view.findChild(QLineEdit, "pin")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert fault in field.accessibleDescription()
    assert field.text() == "river"
