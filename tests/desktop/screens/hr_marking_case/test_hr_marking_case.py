"""One answer before its marker."""

from dataclasses import replace

import pytest

from tests.desktop.screens.dispute_house import SECRET, waited
from tests.drivers.disputes import MarkingDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable


@pytest.fixture
def page(room, window, qtbot, house):
    house.is_open = True
    room.open_case("s1", 4)
    waited(window)
    return MarkingDriver(qtbot, window.current().view)


@pytest.mark.feature("e4")
def test_points_are_given_without_knowing_whose_answer_it_is(page, house, window, qtbot):
    assert not page.sees(house.told.row.staff_id)
    assert page.sees("The candidate's remark: No answer, or several, are right: 两项都对")
    page.write("words", "可以")
    page.type("points", "0.5")
    page.press("mark")
    waited(window)
    assert house.marked == [("s1", 4, 500, "可以")]
    assert MarkingDriver(qtbot, window.current().view).sees("Waiting for you: 0")


def test_points_that_are_no_number_are_not_given(page, house, window):
    page.type("points", "half")
    page.press("mark")
    assert page.sees("Points are a number such as 0.5.")
    assert window.jobs.waiting == 0


def test_one_that_waits_for_others_shows_no_form(room, window, qtbot, house):
    house.is_open = True
    house.cases = [replace(house.cases[0], turn=0, mine=False, points=500)]
    room.open_case("s1", 4)
    waited(window)
    page = MarkingDriver(qtbot, window.current().view)
    assert page.sees("Done, given 0.5")
    assert page.sees("Marker 1: H3001")
    assert not page.has("mark")


def test_the_keys_are_asked_for_where_they_are_not_open(room, window, qtbot, house):
    room.open_case("s1", 4)
    page = MarkingDriver(qtbot, window.current().view)
    page.press("open_keys")
    assert page.sees("Type the passphrase of HR's keys first.")
    page.open(SECRET)
    waited(window)
    assert page.has("mark")


def test_everything_has_a_name_can_be_reached_and_is_not_cut(page, window):
    window.set_language("en")
    window.set_zoom(200)
    settle()
    view = window.current().view
    assert nameless(view) == []
    assert unreachable(view) == []
    assert cut_off(view) == []
