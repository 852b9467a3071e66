"""The form in which an appeal is entered."""

import pytest

from desktop.screens.hr_appeal_entry.state import Draft
from tests.drivers.disputes import AppealDriver as Driver
from tests.drivers.looks import cut_off, nameless, unreachable


def shown(room, window, qtbot, draft=None):
    room.open_entry(draft or Draft())
    return Driver(qtbot, window.current().view)


@pytest.mark.feature("e4")
def test_what_is_typed_becomes_an_appeal(room, window, qtbot, house):
    page = shown(room, window, qtbot, Draft(house.told.row.staff_id, "s1", "4"))
    page.write("reason", "两项都对")
    page.press("enter")
    (appeal,) = house.kept
    assert (appeal.position, appeal.reason, appeal.entered_by) == (4, "两项都对", house.who)
    assert Driver(qtbot, window.current().view).sees("Appeal 1")


@pytest.mark.feature("e4")
def test_a_late_one_is_refused_with_the_day_and_nothing_typed_is_lost(room, window, qtbot, house):
    page = shown(room, window, qtbot, Draft(house.told.row.staff_id, "s1", "", "2026-12-20"))
    page.write("reason", "两项都对")
    page.press("enter")
    assert house.kept == []
    assert page.sees("It came on 2026-12-20; the last day was 2026-12-03.")
    assert page.written("reason") == "两项都对"


def test_a_question_is_a_number(room, window, qtbot, house):
    page = shown(room, window, qtbot, Draft("T1", "s1", "four"))
    page.press("enter")
    assert page.sees("The question is a number, or empty for the whole result.")
    page.press("to_appeals")
    assert Driver(qtbot, window.current().view).has("enter_appeal")


def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window, qtbot):
    window.set_language("en")
    window.set_zoom(200)
    page = shown(room, window, qtbot).view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []
