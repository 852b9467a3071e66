"""The help and the slip are at hand at the door, for the proctor, and in an exam; a running session keeps awake."""

import pytest
from PySide6.QtCore import Qt

from exams import Kind, glance
from tests.drivers.readiness import ReadinessDriver
from tests.drivers.sign_in import secret_of

F1 = Qt.Key.Key_F1


def test_at_the_door_the_help_leads_to_the_slip_and_back(start, home):
    app = start(home)
    app.qtbot.keyClick(app.window, F1)
    assert app.question == "Help on exam day"
    app.press("check_pc")
    assert app.place == "Is this PC ready?"
    app.window.jobs.finish_all()
    slip = ReadinessDriver(app.qtbot, app.window.current().view)
    assert {"clock", "zone", "database", "journal", "pack", "keys"} <= {*slip.in_order}
    slip.press("leave_readiness")
    assert app.at_door


@pytest.mark.feature("d11")
def test_the_proctors_menu_leads_to_the_slip_and_back_to_the_room(start, home):
    app = start(home)
    app.door.enter("P2001", secret_of("P2001"))
    app.go("Is this PC ready?")
    app.window.jobs.finish_all()
    slip = ReadinessDriver(app.qtbot, app.window.current().view)
    assert "journal" in slip.in_order
    slip.press("leave_readiness")
    assert app.place == "Proctor's desk"


def test_the_help_begins_with_the_page_of_who_is_signed_in(start, home):
    app = start(home)
    app.door.enter("P2001", secret_of("P2001"))
    app.press("help")
    assert app.sees("What if somebody has forgotten the PIN?")


@pytest.mark.feature("d9")
def test_a_final_of_the_demonstration_shows_the_lock_and_leaves_the_pc_free(start, home):
    app = start(home)
    begin_final(app.root, home)
    app.door.enter("T1003", secret_of("T1003"))
    assert app.calm
    assert app.sees("Practice: a real exam would fill the screen")
    assert not app.window.isFullScreen()
    app.qtbot.keyClick(app.window, F1, Qt.KeyboardModifier.ShiftModifier)
    assert app.question == "Help on exam day"
    assert not app.has("check_pc")


def begin_final(root, home):
    person = next(one for one in root.office.people() if one.staff_id == "T1003")
    return root.office.desk_of(person).begin(Kind.FINAL, None, glance(home).session_code)
