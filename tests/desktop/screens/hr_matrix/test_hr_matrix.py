"""The matrix: from all branches to one, to its people, to a person and back."""

import pytest

from exams.store.register_errors import RegisterNotWritten
from tests.desktop.screens.hr_assign.test_hr_assign import Broken
from tests.desktop.screens.hr_checks.test_hr_checks import Checks
from tests.desktop.screens.hr_held.test_hr_held import Held
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.hr_register import BranchPeopleDriver, MatrixDriver
from tests.drivers.looks import cut_off, nameless, unreachable


@pytest.mark.feature("g1")
def test_the_matrix_leads_to_a_branch_and_on_to_a_person_and_back(room, window, qtbot):
    room.open()
    page = shown(window, qtbot, MatrixDriver)
    assert page.lines == [
        "BJ-WJ01 | 30 of 43 · 69% | 46 of 50 · 92%",
        "GZ-TH03 | – | 8 of 20 · 40%",
        "SH-PD02 | 41 of 50 · 82% | 70 of 71 · 98%",
    ]
    assert not page.has("people")
    page.enter_at(1)
    people = shown(window, qtbot, BranchPeopleDriver)
    assert people.sees("People of GZ-TH03")
    assert people.lines[1].startswith("T1002 | <b>李明</b> | 客服二组 | CASH | Never sat |")
    people.enter_at(0)
    assert window.current().title == "王小雨 · T1001"
    page = shown(window, qtbot, MatrixDriver)
    assert page.sees("••••0011")
    assert page.sees("BJ-WJ01-2026-000001-X")
    page.press("to_matrix")
    assert shown(window, qtbot, BranchPeopleDriver).sees("People of GZ-TH03")


def test_further_branches_stand_on_further_pages(room, window, qtbot, house):
    house.branches = 51
    room.open()
    page = shown(window, qtbot, MatrixDriver)
    assert page.text("where") == "Branches 1 to 3 of 51"
    assert (page.can_press("before"), page.can_press("after")) == (False, True)
    page.press("after")
    assert page.text("where") == "Branches 51 to 51 of 51"
    page.press("before")
    assert page.text("where") == "Branches 1 to 3 of 51"


def test_everything_beside_collecting_stands_in_menus_by_what_it_is_about(room, window, qtbot):
    room.open()
    page = shown(window, qtbot, MatrixDriver)
    assert page.can_press("to_collect")
    assert page.lines_of("people_menu") == ["Staff list", "Assign courses", "Rules of learning"]
    assert page.lines_of("results_menu") == ["Held results", "Marking by hand", "Appeals", "Graded again"]
    assert page.lines_of("look_menu") == ["Item analysis", "Spot checks"]
    assert page.lines_of("out_menu") == ["Export for Excel", "Audit pack"]


def test_the_pages_behind_the_menus_lead_back(room, window, qtbot, house):
    house.held, house.checks, house.assign = Held(), Checks(), Broken()
    room.open()
    for menu, line in (
        ("results_menu", "Held results"),
        ("look_menu", "Spot checks"),
        ("people_menu", "Assign courses"),
    ):
        shown(window, qtbot, MatrixDriver).go(menu, line)
        window.jobs.finish_all()
        assert window.current().title == line
        shown(window, qtbot, MatrixDriver).press("to_matrix")
        assert window.current().title == "Who is due"


def test_a_menu_is_opened_and_its_line_is_pressed_by_keyboard_alone(room, window, qtbot):
    room.open()
    shown(window, qtbot, MatrixDriver).go_by_keys("people_menu", 1)
    assert window.current().title == "Staff list"


def test_a_register_that_cannot_be_opened_is_told(room, window, qtbot, house):
    house.refusal = RegisterNotWritten(path="r.sqlite", detail="locked")
    room.open()
    assert shown(window, qtbot, MatrixDriver).sees("The register r.sqlite could not be written: locked")


def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window):
    room.open()
    page = window.current().view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(room, window, code):
    window.set_language(code)
    window.set_zoom(200)
    room.open()
    assert cut_off(window.current().view) == []
