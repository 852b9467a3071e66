"""Courses with a last day for people and teams: looked at, assigned, taken back, refused (g1), in a real register."""

import pytest

from desktop.wiring.assign import AssignHouse
from desktop.words.errors import error_sentence
from exams import open_register, register_path
from exams.desk.hr_people import StaffFile
from exams.register.errors import BadAssignment
from exams.register.people import StaffRow
from exams.store.register_errors import RegisterNotWritten
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.hr_register import AssignDriver, PlanDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable

STAFF = (
    StaffRow("T1001", "王小雨", "", "BJ-WJ01", "一组"),
    StaffRow("T1002", "<b>李明</b>", "", "BJ-WJ01", "二 组"),
    StaffRow("T2001", "赵强", "", "SH-PD02"),
)
WRONG_DAY = BadAssignment(reason="day", name="T1001", course="TELE")


@pytest.fixture
def people(house, tmp_path):
    with open_register(register_path(tmp_path), "H3001") as register:
        register.import_staff(StaffFile("名单.csv", STAFF))
    house.assign = AssignHouse(tmp_path, "H3001")
    return house.assign


@pytest.fixture
def page(people, room, window, qtbot):
    room.open_assign()
    return shown(window, qtbot, AssignDriver)


def pressed(page, window, button):
    page.press(button)
    window.jobs.finish_all()


@pytest.mark.feature("g1")
def test_a_course_is_given_to_people_after_a_look_whom_it_means(page, window, qtbot, people):
    assert page.sees("Nothing is assigned yet.")
    page.fill("TELE", "T1001, T2001 T1001", "2999-12-31")
    assert not page.can_press("assign")
    pressed(page, window, "look")
    assert shown(window, qtbot, PlanDriver).lines == ["T1001 | 1 | 0 | 0 | Possible", "T2001 | 1 | 0 | 0 | Possible"]
    assert people.assignments() == ()
    pressed(page, window, "assign")
    assert page.sees("Assigned. Who joins them later is meant too.")
    assert [line.split(" | ")[:4] for line in page.lines] == [
        ["2", "TELE", "T2001", "2999-12-31"],
        ["1", "TELE", "T1001", "2999-12-31"],
    ]
    assert "H3001" in page.lines[0]
    assert (page.text("course"), page.text("names"), page.can_press("assign")) == ("TELE", "", False)


@pytest.mark.feature("g1")
def test_a_team_whose_name_has_a_space_and_everybody_are_meant(page, window, qtbot, people):
    page.mean("team")
    page.fill("TELE", "BJ-WJ01/二 组")
    pressed(page, window, "look")
    assert shown(window, qtbot, PlanDriver).lines == ["BJ-WJ01/二 组 | 1 | 0 | 0 | Possible"]
    pressed(page, window, "assign")
    page.mean("all")
    assert not page.has("names")
    pressed(page, window, "look")
    assert shown(window, qtbot, PlanDriver).lines == ["everybody | 3 | 0 | 1 | Possible"]


def test_one_name_that_is_not_possible_keeps_all_from_being_assigned(page, window, qtbot, people):
    page.fill("TELE", "T1001, T9999")
    pressed(page, window, "look")
    first, second = shown(window, qtbot, PlanDriver).lines
    assert first == "T1001 | 1 | 0 | 0 | Possible"
    nobody = BadAssignment(reason="name", name="T9999", course="TELE")
    assert second == "T9999 | – | – | – | Not possible"
    assert page.text("refused") == f"T9999: {error_sentence(nobody).text}"
    assert not page.can_press("assign")
    page.type("names", "T1001")
    assert not page.has("plan")
    pressed(page, window, "look")
    assert page.can_press("assign")


def test_a_wrong_day_and_empty_fields_are_told(page, window):
    page.press("look")
    assert page.sees("Name the course first.")
    page.type("course", "TELE")
    page.press("look")
    assert page.sees("Say who must pass it.")
    page.part("names").setText(" ".join(f"T{number}" for number in range(201)))
    page.press("look")
    assert page.sees("So many at once are a team or a branch.")
    page.fill("TELE", "T1001", "31.12.2026")
    pressed(page, window, "look")
    assert page.text("refused") == f"T1001: {error_sentence(WRONG_DAY).text}"
    assert not page.can_press("assign")


@pytest.mark.feature("g1")
def test_what_was_assigned_is_taken_back_by_a_press_or_row_by_row(page, window, driver, people):
    page.fill("TELE", "T1001, T2001")
    pressed(page, window, "look")
    pressed(page, window, "assign")
    pressed(page, window, "undo")
    assert people.assignments() == ()
    assert page.sees("Taken back. What was sat and passed stays.")
    assert not page.has("undo")
    page.type("names", "T1002")
    pressed(page, window, "look")
    pressed(page, window, "assign")
    page.go_to(0)
    page.press("remove")
    assert driver.question == "Take this assignment back?"
    driver.cancel()
    assert len(people.assignments()) == 1
    page.press("remove")
    driver.confirm()
    window.jobs.finish_all()
    assert (people.assignments(), page.has("undo"), page.has("remove")) == ((), False, False)


def test_an_assignment_that_another_officer_took_back_meanwhile_is_told(page, window, people):
    page.fill("TELE", "T1001")
    pressed(page, window, "look")
    pressed(page, window, "assign")
    people.take_back([1])
    pressed(page, window, "undo")
    assert page.sees(error_sentence(BadAssignment(reason="number", name="1", course="")).text)
    assert (page.lines, page.has("undo")) == ([], False)


class Broken:
    """A register that cannot be written."""

    def assignments(self):
        raise RegisterNotWritten(path="r.sqlite", detail="locked")

    plan = assign = take_back = lambda self, _: self.assignments()


def test_what_the_register_refuses_is_told_and_what_is_typed_stays(house, room, window, qtbot):
    house.assign = Broken()
    room.open_assign()
    page = shown(window, qtbot, AssignDriver)
    assert page.sees("The register r.sqlite could not be written: locked")
    assert not page.sees("Nothing is assigned yet.")
    page.fill("TELE", "T1001")
    page.press("look")
    assert window.current().held()
    window.jobs.finish_all()
    assert page.sees("The register r.sqlite could not be written: locked")
    assert (page.text("names"), window.current().held(), page.has("plan")) == ("T1001", False, False)


@pytest.mark.parametrize(("code", "zoom"), [("zh", 200), ("en", 100)])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(people, room, window, qtbot, code, zoom):
    window.set_language(code)
    window.set_zoom(zoom)
    room.open_assign()
    page = shown(window, qtbot, AssignDriver)
    page.fill("TELE", "T1001, T9999", "2999-12-31")
    pressed(page, window, "look")
    settle()
    assert (nameless(page.view), unreachable(page.view), cut_off(page.view)) == ([], [], [])
