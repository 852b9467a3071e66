"""A person who is locked out gets back in: HR sets a new PIN, on the real office of a demonstration branch."""

import pytest

from exams import AcademyError
from exams.journal.line import Event
from tests.drivers.new_pin import NewPinDriver
from tests.drivers.people import PeopleDriver
from tests.drivers.sign_in import secret_of

OLD, NEW = "258025", "741936"
LOCKED = "This account is locked after ten wrong tries."


def lock(app, staff_id):
    """Ten wrong PINs, as the journal tells it."""
    for _ in range(10):
        app.root.office.journal.append(Event.LOGIN_FAIL, {"staff": staff_id})


@pytest.fixture
def app(start, home):
    return start(home)


@pytest.fixture
def page(app):
    """HR at the page of 王小雨."""
    app.door.enter("H3001", secret_of("H3001"))
    app.go("People")
    people = PeopleDriver(app.qtbot, app.window)
    people.look_for("T1001")
    people.go_to(0)
    people.set_a_new_pin()
    return NewPinDriver(app.qtbot, app.window)


def test_a_locked_person_signs_in_with_the_new_pin_at_once_and_not_with_the_old_one(app, request):
    lock(app, "T1001")
    app.door.enter("T1001", OLD)
    assert app.door.fault.startswith(LOCKED)
    request.getfixturevalue("page").set_pin(NEW)
    app.window.jobs.finish_all()
    assert app.toast == "王小雨 (T1001) may sign in with the new PIN."
    app.sign_out()
    app.door.enter("T1001", OLD)
    assert app.door.fault.startswith("Staff ID or PIN is not right.")
    app.door.enter("T1001", NEW)
    assert app.person == "王小雨"


def test_a_refused_pin_leaves_the_old_one_in_force(app, page):
    page.set_pin("111111")
    app.window.jobs.finish_all()
    assert page.wrong() == ["pin"]
    app.sign_out()
    app.door.enter("T1001", OLD)
    assert app.person == "王小雨"


def test_the_journal_tells_who_set_it_and_for_whom_and_never_the_pin(app, page):
    page.set_pin(NEW)
    app.window.jobs.finish_all()
    *_, last = app.root.office.journal.of_type(Event.PIN_SET)
    assert {**last.facts(), "role_certificate": ""} == {"staff": "T1001", "by": "H3001", "role_certificate": ""}


def test_signing_out_while_the_desk_works_shows_hrs_pages_to_nobody(app, page):
    page.set_pin(NEW)
    app.sign_out()
    app.window.jobs.finish_all()
    assert app.at_door
    app.door.enter("T1001", NEW)
    assert app.person == "王小雨"


def test_a_refusal_that_comes_after_signing_out_is_told_at_the_door(app, page):
    page.set_pin("111111")
    app.sign_out()
    app.window.jobs.finish_all()
    assert app.at_door
    assert app.question == "This PIN is too easy to guess."
    app.confirm()
    with pytest.raises(AcademyError):
        app.root.office.sign_in("T1001", "111111")
