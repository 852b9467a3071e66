"""The clock of a call: it runs, stands, sleeps and restarts honestly."""

import pytest

from exams.scenarios.handling import Handling, brought_up, held, seconds_of, taken_up
from exams.timing.story_clock import StoryClock


@pytest.fixture
def clock():
    return StoryClock(1_800_000_000_000)


def running(clock):
    return taken_up(Handling(), clock.now(), pausable=True)


def test_what_has_gone_is_counted_once_however_often_it_is_asked_for(clock):
    handling = running(clock)
    for _ in range(3):
        clock.forward(20_400)
        handling = brought_up(handling, clock.now(), pausable=True)
    assert seconds_of(handling, clock.now(), pausable=True) == 61
    assert handling.runs


def test_a_pause_stops_the_clock_where_the_branch_allows_it_and_only_there(clock):
    for pausable, seconds in ((True, 10), (False, 310)):
        handling = running(clock)
        clock.forward(10_000)
        handling = held(handling, clock.now(), pausable=pausable)
        clock.forward(minutes=5)
        assert handling.runs is not pausable
        assert seconds_of(taken_up(handling, clock.now(), pausable=pausable), clock.now(), pausable=pausable) == seconds


def test_a_pc_that_sleeps_handles_no_call(clock):
    handling = running(clock)
    clock.forward(10_000)
    clock.suspend(3_600_000)
    assert seconds_of(handling, clock.now(), pausable=True) == 10
    assert seconds_of(handling, clock.now(), pausable=False) == 3_610


def test_a_program_that_died_loses_only_what_was_not_written_down(clock):
    handling = running(clock)
    clock.forward(10_000)
    handling = brought_up(handling, clock.now(), pausable=True)
    clock.forward(7_000)
    clock.reboot(600_000, "story-2")
    assert seconds_of(handling, clock.now(), pausable=True) == 10
    assert taken_up(handling, clock.now(), pausable=True).ms == 10_000
    assert taken_up(handling, clock.now(), pausable=False).ms == 617_000


def test_turning_the_wall_clock_changes_nothing(clock):
    handling = running(clock)
    clock.forward(10_000)
    clock.set_wall(1)
    assert seconds_of(handling, clock.now(), pausable=True) == 10
