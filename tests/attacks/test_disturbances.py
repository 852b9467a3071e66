"""Disks that fail, a second process, turned clocks: nothing acknowledged is lost, and what is wrong is said."""

import pytest

from tests.attacks.clocks import TURNS, turned, zone_changed
from tests.attacks.disturbances import FAILING, failing, second_process
from tests.attacks.flushes import flushes_per_answer
from tests.attacks.unsettled import Rooms


@pytest.fixture(scope="module")
def rooms(tmp_path_factory):
    return Rooms(tmp_path_factory.mktemp("rooms"))


@pytest.mark.tool("strace")
@pytest.mark.slow
@pytest.mark.parametrize("one", FAILING, ids=lambda one: one.title)
def test_a_disk_that_refuses_is_told_in_a_sentence_and_costs_no_acknowledged_answer(rooms, one):
    assert failing(rooms.room(one.title), one) == ""


def test_a_second_process_on_one_home_is_refused_and_the_first_works_on(rooms):
    assert second_process(rooms.room("two processes")) == ""


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.title)
def test_the_time_left_is_right_and_every_answer_stands(rooms, turn):
    assert turned(rooms.home(turn.title), rooms.content, turn) == ""


def test_a_changed_zone_changes_nothing(rooms):
    assert zone_changed(rooms.home("zone"), rooms.content) == ""


@pytest.mark.tool("strace")
@pytest.mark.feature("b3")
def test_one_answer_costs_one_flush_of_the_disk():
    counted = flushes_per_answer()
    assert len(counted) >= 100
    assert set(counted) == {("fdatasync",)}
