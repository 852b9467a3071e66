"""Who leaves the PC alone is signed out, a proctor's panel is locked, an exam is left in peace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exams import Kind, glance
from exams.journal.line import Event
from tests.drivers.sign_in import secret_of


def leave_alone(app):
    """The quick way to the same end as ten minutes without a key."""
    QTest.keyClick(app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("staff_id", ["T1001", "H3001"])
def test_trainees_and_hr_are_signed_out(start, home, staff_id):
    app = start(home)
    app.door.enter(staff_id, secret_of(staff_id))
    leave_alone(app)
    assert app.at_door
    assert app.person == ""


def test_a_proctors_panel_is_locked_and_opens_for_its_proctor_only(start, home):
    app = start(home)
    app.door.enter("P2001", secret_of("P2001"))
    leave_alone(app)
    assert (app.place, app.person) == ("This page is locked", "")
    app.window.person_action.emit("packs")
    assert app.place == "This page is locked"
    app.type("pin", "258025")
    app.press("unlock")
    assert app.place == "This page is locked"
    app.type("pin", secret_of("P2001"))
    app.press("unlock")
    assert app.place == "Proctor's desk"
    assert app.person == "周静"


def test_from_the_locked_page_somebody_else_can_sign_in(start, home):
    app = start(home)
    app.door.enter("P2001", secret_of("P2001"))
    leave_alone(app)
    app.press("switch_user")
    assert app.at_door
    app.door.enter("T1001", secret_of("T1001"))
    assert app.place == "My training"


def test_a_running_exam_is_never_taken_away(start, home):
    app = start(home)
    person = app.root.office.person("T1003")
    app.root.office.desk_of(person).begin(Kind.FINAL, None, glance(home).session_code)
    app.door.enter("T1003", secret_of("T1003"))
    assert app.calm
    leave_alone(app)
    assert app.calm


@pytest.mark.parametrize("line", ["packs", "people", "enter", "exam"])
def test_e05_a_trainee_who_reaches_for_a_proctors_line_is_refused_and_that_is_written_down(start, home, line):
    app = start(home)
    app.door.enter("T1001", secret_of("T1001"))
    app.window.person_action.emit(line)
    assert app.place == "My training"
    assert app.question == "Your role may not do this."
    told = [record.facts() for record in app.root.office.journal.of_type(Event.ERROR)]
    assert told == [{"code": "E_ROLE", "staff": "T1001"}]
