"""Gaps in a sitting's time, each with its cause: what the printed report lists and HR looks at."""

from dataclasses import dataclass
from enum import StrEnum

from exams.timing.clock import Moment
from exams.timing.elapsed import JUMP_MS, Step, wall_jump

AWAY_MS = 60_000
"""The running app writes every 15 seconds: four times nothing is a gap."""


class Cause(StrEnum):
    """Why time did not simply run."""

    STOPPED = "stopped"  # the app was closed, crashed or killed; the machine ran on
    SUSPEND = "suspend"  # the machine slept
    REBOOT = "reboot"  # the machine was restarted, or its power failed
    AWAY = "away"  # the app ran, and nobody had the sitting before them
    CLOCK = "clock"  # somebody turned the wall clock
    PAUSE = "pause"  # the proctor stopped the time


@dataclass(frozen=True, slots=True)
class Gap:
    """`ms` is its length, for `CLOCK` by how much the clock was turned; `counted_ms` of it were exam time."""

    cause: Cause
    began_wt: int
    ms: int
    counted_ms: int
    backwards: bool = False

    @property
    def code(self) -> str:
        """How HR files it: to look at, or not to be believed."""
        if self.backwards:
            return "E_TIME_NEGATIVE"
        return {Cause.CLOCK: "W_CLOCK_JUMP", Cause.PAUSE: "W_PAUSE"}.get(self.cause, "W_RESUME")


def gaps_between(before: Moment, after: Moment, gone: Step, *, stopped: bool, stop: Cause | None) -> tuple[Gap, ...]:
    """What happened in a step; `stopped`: the app was gone meanwhile, `stop`: what the sitting waited for."""
    counted = 0 if stop is Cause.PAUSE else gone.ms
    if gone.rebooted:
        return (Gap(Cause.REBOOT, before.wt, gone.ms, counted, gone.backwards),)
    awake = gone.ms - gone.slept_ms
    found = [Gap(Cause.STOPPED, before.wt, awake, min(counted, awake))] if stopped else []
    if gone.slept_ms:
        found.append(Gap(Cause.SUSPEND, before.wt, gone.slept_ms, min(counted, gone.slept_ms)))
    if awake > AWAY_MS and not stopped and stop is None:
        found.append(Gap(Cause.AWAY, before.wt, awake, awake))
    turned = wall_jump(before, after)
    if abs(turned) > JUMP_MS:
        found.append(Gap(Cause.CLOCK, before.wt, turned, 0))
    return tuple(found)
