"""Beside a running exam a proctor is let in, nobody else; the exam is watched meanwhile."""

from dataclasses import dataclass, field

import pytest

from desktop.screens.proctor_door.presenter import Exits, ProctorDoorPresenter
from desktop.screens.proctor_door.state import ProctorDoorState
from desktop.screens.proctor_door.view import ProctorDoorView
from exams import AcademyError
from tests.desktop.screens.my_training.study_desk import faults_of

DESK = object()


class Refused(AcademyError):
    code = "E_SIGN_IN"


@dataclass
class Page:
    state: ProctorDoorState = field(default_factory=ProctorDoorState)
    focused: list[str] = field(default_factory=list)

    def show_state(self, state):
        self.state = state

    def focus_staff_id(self):
        self.focused.append("staff_id")

    def focus_secret(self):
        self.focused.append("secret")


@dataclass
class Door:
    refusals: list[AcademyError] = field(default_factory=list)
    tries: list[tuple[str, str]] = field(default_factory=list)
    ways: list[object] = field(default_factory=list)
    runs: bool = True

    def __post_init__(self):
        exits = Exits(
            self.sign_in, self.ways.append, lambda: self.ways.append("back"), lambda: self.runs, self.ways.append
        )
        self.presenter, self.page = ProctorDoorPresenter("王小雨 · T1001", exits), Page()
        self.presenter.attach(self.page)
        self.presenter.show()

    def sign_in(self, staff_id, secret):
        self.tries.append((staff_id, secret))
        if self.refusals:
            raise self.refusals.pop(0)
        return DESK

    def enter(self, staff_id, secret):
        self.presenter.type_staff_id(staff_id)
        self.presenter.type_secret(secret)
        self.presenter.enter()


def test_a_proctors_passphrase_gives_the_pc_to_the_proctor():
    door = Door()
    door.enter(" P2001 ", "river lantern")
    assert (door.tries, door.ways) == ([("P2001", "river lantern")], [DESK])


def test_a_wrong_one_is_said_and_forgotten_and_may_have_to_wait():
    door = Door([Refused(wait_seconds=2)])
    door.enter("P2001", "river")
    assert door.page.state.fault
    assert (door.page.state.secret, door.page.state.wait_seconds, door.ways) == ("", 2, [])
    door.enter("P2001", "river lantern")
    assert len(door.tries) == 1
    for _ in range(2):
        door.presenter.tick()
    assert (door.page.state.fault, door.page.state.wait_seconds) == ("", 0)
    door.enter("P2001", "river lantern")
    assert door.ways == [DESK]


@pytest.mark.parametrize(("staff_id", "secret", "field"), [("", "river", "staff_id"), ("P2001", "", "secret")])
def test_an_empty_field_gets_the_cursor_and_spends_no_try(staff_id, secret, field):
    door = Door()
    door.enter(staff_id, secret)
    assert (door.tries, door.page.focused) == ([], [field])


def test_an_exam_that_is_over_meanwhile_is_shown_at_once():
    door = Door()
    door.presenter.tick()
    assert door.ways == []
    door.runs = False
    door.presenter.tick()
    assert door.ways == ["back"]


def test_leaving_the_window_is_told_to_the_exam_once_for_each_time():
    door = Door()
    for away in (False, True, True, False, True):
        door.presenter.leave_window(away)
    assert door.ways == [True, False, True]


@pytest.mark.parametrize(
    "state", [ProctorDoorState("王小雨 · T1001"), ProctorDoorState("王小雨", "P2001", "", "No.", 30)]
)
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, state):
    def build():
        view = ProctorDoorView("Demonstration: staff ID P2001, passphrase river lantern")
        view.show_state(state)
        return view

    assert faults_of(qtbot, qapp, build) == []
