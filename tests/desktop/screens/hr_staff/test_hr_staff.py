"""A staff list: looked at, taken in, taken back."""

import pytest

from exams.register.errors import BadMerge
from exams.register.people import StaffRow
from tests.desktop.screens.hr_register import SPOILT, WANG
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.hr_register import StaffListDriver
from tests.drivers.looks import cut_off, nameless, unreachable

LI = StaffRow("T7001", "王小雨", id_tail="0011")


@pytest.mark.feature("g5")
def test_a_staff_list_is_looked_at_changes_people_and_is_taken_back(room, window, qtbot, house):
    room.open_staff()
    page = shown(window, qtbot, StaffListDriver)
    assert not page.can_press("apply")
    page.press("choose_file")
    window.jobs.finish_all()
    assert page.sees("a.bundle would change this. Nothing is written yet.")
    assert [line.split(" | ")[:3] for line in page.lines] == [
        ["T1001", "王小雨", "Joined"],
        ["T1002", "李明", "Moved"],
        ["T1003", "赵强", "Left"],
    ]
    assert page.sees("李明: T1002, T9002")
    assert house.imports == []
    page.press("apply")
    assert (len(house.imports), page.can_press("apply")) == (1, False)
    page.press("undo")
    assert house.imports == []
    assert page.sees("Everybody stands as before the last list.")
    assert not page.can_press("undo")


def test_a_list_with_wrong_rows_names_them_and_cannot_be_taken_in(room, window, qtbot, house):
    house.file = SPOILT
    room.open_staff()
    page = shown(window, qtbot, StaffListDriver)
    page.press("choose_file")
    window.jobs.finish_all()
    assert page.sees("Row 9: The staff ID T1001 stands in this list twice.")
    assert not page.can_press("apply")


def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window):
    room.open_staff()
    page = window.current().view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(room, window, code):
    window.set_language(code)
    window.set_zoom(200)
    room.open_staff()
    assert cut_off(window.current().view) == []


@pytest.mark.feature("g5")
def test_two_records_of_one_person_become_one_and_come_apart_again(room, window, qtbot, house):
    house.alike = ((WANG, LI),)
    room.open_staff()
    page = shown(window, qtbot, StaffListDriver)
    assert page.sees("These look like one person: T1001 王小雨, T7001 王小雨")
    page.type("kept", "T1001")
    page.type("gone", " T7001 ")
    page.press("merge")
    assert house.merged == (("T1001", "T7001"),)
    assert page.sees("T7001 is one with T1001 now.")
    page.press("undo")
    assert house.imports == []


def test_two_people_are_not_made_one(room, window, qtbot, house):
    room.open_staff()
    page = shown(window, qtbot, StaffListDriver)
    house.refusal = BadMerge(reason="id_number", kept="T1001", gone="T7001")
    page.press("merge")
    assert page.sees("The ID numbers of T1001 and T7001 end differently: these are two people.")
