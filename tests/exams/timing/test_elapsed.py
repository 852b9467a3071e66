"""Time that counts: the boot clock inside one boot, the wall clock only across boots."""

import pytest

from exams.timing.clock import SystemClock
from exams.timing.elapsed import step, wall_jump
from exams.timing.story_clock import StoryClock

START = 1_790_000_000_000
MINUTE = 60_000


def test_plain_running_time_counts():
    clock = StoryClock(START)
    before = clock.now()
    clock.forward(minutes=7)
    assert step(before, clock.now()).ms == 7 * MINUTE


@pytest.mark.parametrize("shift", [-86_400_000, 86_400_000, -3_600_000, 8 * 3_600_000])
def test_turning_the_wall_clock_changes_nothing(shift):
    clock = StoryClock(START)
    before = clock.now()
    clock.forward(minutes=5)
    clock.set_wall(clock.now().wt + shift)
    assert step(before, clock.now()).ms == 5 * MINUTE
    assert wall_jump(before, clock.now()) == shift


def test_sleep_counts_as_time_gone():
    clock = StoryClock(START)
    before = clock.now()
    clock.suspend(10 * MINUTE)
    assert step(before, clock.now()).ms == 10 * MINUTE


def test_across_a_reboot_the_wall_clock_tells():
    clock = StoryClock(START)
    before = clock.now()
    clock.reboot(4 * MINUTE, "story-2")
    gone = step(before, clock.now())
    assert (gone.ms, gone.rebooted, gone.backwards) == (4 * MINUTE, True, False)


def test_a_wall_clock_set_back_over_a_reboot_gives_no_time_back():
    clock = StoryClock(START)
    before = clock.now()
    clock.reboot(-30 * MINUTE, "story-2", up_ms=45_000)
    gone = step(before, clock.now())
    assert (gone.ms, gone.rebooted, gone.backwards) == (45_000, True, True)


def test_a_wall_clock_that_says_less_than_the_machine_has_run_is_not_believed():
    clock = StoryClock(START)
    before = clock.now()
    clock.reboot(MINUTE, "story-2", up_ms=10 * MINUTE)
    gone = step(before, clock.now())
    assert (gone.ms, gone.backwards) == (10 * MINUTE, True)


def test_sleep_is_told_from_work_by_the_clock_that_stands_still_in_it():
    clock = StoryClock(START)
    before = clock.now()
    clock.forward(minutes=2)
    clock.suspend(5 * MINUTE)
    gone = step(before, clock.now())
    assert (gone.ms, gone.slept_ms) == (7 * MINUTE, 5 * MINUTE)


def test_the_year_2038_is_an_ordinary_year():
    clock = StoryClock(2_147_483_647_000)
    before = clock.now()
    clock.forward(minutes=2)
    assert step(before, clock.now()).ms == 2 * MINUTE


def test_the_systems_clocks_move_together():
    first, second = SystemClock().now(), SystemClock().now()
    assert first.boot == second.boot != ""
    assert second.bt >= first.bt
    assert second.mt >= first.mt
    assert abs(wall_jump(first, second)) < 1_000
