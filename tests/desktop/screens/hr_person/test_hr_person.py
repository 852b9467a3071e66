"""One person of the register."""

import pytest

from exams.register.errors import PersonUnknown
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.base import Driver
from tests.drivers.looks import cut_off, nameless, settle, unreachable


@pytest.mark.feature("g9")
def test_of_an_id_number_only_four_signs_are_shown(room, window, qtbot):
    room.open_person("T1001")
    page = shown(window, qtbot, Driver)
    assert page.sees("••••0011")
    assert page.sees("92% · until 2028-11-28")
    assert page.sees("Joined · BJ-WJ01 客服一组 · 名单.xlsx")


def test_somebody_whom_nobody_knows_is_told_as_such(room, window, qtbot, house):
    house.refusal = PersonUnknown(staff_id="T9999")
    room.open_person("T9999")
    assert shown(window, qtbot, Driver).sees("Nobody with the staff ID T9999 is in the register.")


def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window):
    room.open_person("T1001")
    settle()
    page = window.current().view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(room, window, code):
    window.set_language(code)
    window.set_zoom(200)
    room.open_person("T1001")
    settle()
    assert cut_off(window.current().view) == []
