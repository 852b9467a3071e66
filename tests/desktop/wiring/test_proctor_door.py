"""A proctor comes to a PC that an exam holds: the lock stays until the passphrase is accepted, and comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.lockdown.mode import Lock
from exams import Kind, glance
from exams.journal.line import Event
from tests.drivers.proctor_act import ProctorActDriver
from tests.drivers.proctor_door import ProctorDoorDriver
from tests.drivers.proctor_room import ProctorRoomDriver
from tests.drivers.proctor_sitting import ProctorSittingDriver
from tests.drivers.sign_in import secret_of
from tests.drivers.take_exam import TakeExamDriver

WHO = "T1003"
DOOR, DESK = "The proctor signs in here", "Proctor's desk"


class Held:
    """Stands in for the lock: remembers what the PC was held with."""

    def __init__(self):
        self.told = []

    def __call__(self, _window, lock):
        self.lock = lock
        return (self,)

    def on(self):
        self.told.append(self.lock)

    def off(self):
        self.told.append(Lock.NONE)


@pytest.fixture
def held(monkeypatch):
    """No demonstration: the lock is a whole one."""
    made = Held()
    monkeypatch.setattr("desktop.wiring.lockdown.measures_of", made)
    monkeypatch.setattr("exams.is_demonstration_pack", lambda _home: False, raising=False)
    return made


@pytest.fixture
def app(start, home, held):
    """Somebody sits a final that holds the PC."""
    app = start(home)
    office = app.root.office
    office.desk_of(office.person(WHO)).begin(Kind.FINAL, None, glance(home).session_code)
    app.door.enter(WHO, secret_of(WHO))
    assert (app.place, held.told) == ("Exam", [Lock.FULL])
    return app


def door(app):
    return ProctorDoorDriver(app.qtbot, app.window)


def come(app):
    """The key of the page, from wherever the focus is."""
    app.settle()
    QTest.keyClick(app.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.feature("d9", "d10")
def test_the_lock_is_given_back_to_a_proctors_passphrase_only_and_the_exam_can_then_be_moved(app, held):
    stem = TakeExamDriver(app.qtbot, app.window).stem
    app.press("proctor_door")
    page = door(app)
    assert (app.place, held.told) == (DOOR, [Lock.FULL])
    assert not app.has("proctor_door")
    assert not page.sees(stem)
    page.enter("P2001", "no such words")
    page.enter(WHO, secret_of(WHO))
    assert page.fault
    assert (app.place, held.told) == (DOOR, [Lock.FULL])
    assert [one.facts() for one in app.root.office.journal.of_type(Event.ERROR)] == [{"code": "E_ROLE", "staff": WHO}]
    page.enter("P2001", secret_of("P2001"))
    assert (app.place, held.told) == (DESK, [Lock.FULL, Lock.NONE])
    assert app.person == "周静"
    ProctorRoomDriver(app.qtbot, app.window).enter_at(0)
    assert {"pause", "hand_over", "void"} <= set(ProctorSittingDriver(app.qtbot, app.window).acts)


@pytest.mark.feature("d9")
def test_back_in_the_exam_nothing_was_let_go(app, held):
    come(app)
    app.window.set_language("zh")
    assert not app.has("proctor_door")
    app.press("back_to_exam")
    app.window.set_language("en")
    assert app.has("proctor_door")
    come(app)
    assert app.place == DOOR
    QTest.keyClick(app.window, Qt.Key.Key_Escape)
    assert (app.place, held.told) == ("Exam", [Lock.FULL])


@pytest.mark.feature("d9", "b15")
def test_whoever_sat_there_signs_in_again_the_pc_is_held_again_and_the_proctor_of_a_wait_comes_the_same_way(app, held):
    come(app)
    door(app).enter("P2001", secret_of("P2001"))
    ProctorRoomDriver(app.qtbot, app.window).enter_at(0)
    ProctorSittingDriver(app.qtbot, app.window).do("pause")
    ProctorActDriver(app.qtbot, app.window).do(reason="Fire alarm")
    app.sign_out()
    assert (app.at_door, app.has("proctor_door")) == (True, False)
    app.door.enter(WHO, secret_of(WHO))
    assert (app.place, held.told) == ("Exam", [Lock.FULL, Lock.NONE, Lock.FULL])
    held.told.clear()
    app.press("proctor_signs_in")
    assert (app.place, held.told) == (DOOR, [])
    door(app).enter("P2001", secret_of("P2001"))
    assert (app.place, held.told) == (DESK, [Lock.NONE])
