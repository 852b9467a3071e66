"""How much exam time has gone: one function for the app and for HR (security design, section 5)."""

from dataclasses import dataclass

from exams.timing.clock import Moment

GRACE_MS = 3 * 60_000
"""A gap this long inside one boot is resumed without the proctor (rule 2)."""

LATE_MS = 5_000
"""An answer is accepted until this long after the deadline (rule 6)."""

JUMP_MS = 120_000
"""Wall clock and boot clock that drift apart by more are a time jump (rule 8)."""


@dataclass(frozen=True, slots=True)
class Step:
    """Time between two moments: what counts, and why it was not plain running time."""

    ms: int
    rebooted: bool = False
    backwards: bool = False


def step(before: Moment, after: Moment) -> Step:
    """Inside one boot the boot clock alone counts, suspend included; across boots only the wall clock can tell."""
    if before.boot == after.boot:
        gone = after.bt - before.bt
        return Step(max(0, gone), backwards=gone < 0)
    gone = after.wt - before.wt
    return Step(max(0, gone), rebooted=True, backwards=gone < 0)


def wall_jump(before: Moment, after: Moment) -> int:
    """By how many milliseconds the wall clock moved against the boot clock; 0 across boots, where none can tell."""
    if before.boot != after.boot:
        return 0
    return (after.wt - before.wt) - (after.bt - before.bt)
