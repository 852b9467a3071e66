"""The queue of answers that people mark."""

from dataclasses import replace

import pytest

from tests.desktop.screens.dispute_house import SECRET, waited
from tests.drivers.disputes import MarkingDriver
from tests.drivers.looks import cut_off, nameless, unreachable


def shown(room, window, qtbot):
    room.open_marking()
    return MarkingDriver(qtbot, window.current().view)


@pytest.mark.feature("e4")
def test_the_queue_says_whose_turn_it_is_and_how_far_markers_agree(room, window, qtbot, house):
    house.cases.append(replace(house.cases[0], position=5, turn=2, mine=False))
    page = shown(room, window, qtbot)
    assert page.sees("Waiting for you: 1")
    assert page.sees("2 marked twice: 50 % the same, 1 went to a third, kappa 0.00.")
    assert "Waits for the first marker" in page.lines[0]
    assert "Waits for the second marker, another person" in page.lines[1]


def test_new_answers_are_looked_for_once_the_keys_are_open(room, window, qtbot, house):
    page = shown(room, window, qtbot)
    assert not page.has("gather")
    page.open(SECRET)
    waited(window)
    assert page.sees("1 new answer")
    page.press("gather")
    waited(window)
    page.press("to_matrix")
    assert (room.left, house.is_open) == (["matrix"], False)


def test_nothing_to_mark_is_said(room, window, qtbot, house):
    house.cases = []
    assert shown(room, window, qtbot).sees("Nothing waits for a marker")


def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window, qtbot):
    window.set_language("en")
    window.set_zoom(200)
    page = shown(room, window, qtbot).view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []
