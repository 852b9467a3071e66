"""How much exam time has gone: one function for the app and for HR (security design, section 5)."""

from dataclasses import dataclass

from exams.timing.clock import Moment, Reading

LATE_MS = 5_000
"""An answer is accepted until this long after the deadline (rule 6)."""

JUMP_MS = 120_000
"""Wall clock and boot clock that drift apart by more are a time jump (rule 8)."""

SLEPT_MS = 1_000
"""The awake clock that lags the boot clock by more means that the machine slept; less is the grain of the clocks."""


@dataclass(frozen=True, slots=True)
class Step:
    """Time between two moments: what counts, and why it was not plain running time."""

    ms: int
    rebooted: bool = False
    backwards: bool = False
    slept_ms: int = 0


def step(before: Moment, after: Moment) -> Step:
    """Inside one boot the boot clock alone counts, suspend included; across boots only the wall clock can tell.

    The new boot's own clock is the bound below which no wall clock is believed: so long the machine has run since.
    """
    if before.boot == after.boot:
        gone = after.bt - before.bt
        slept = gone - (after.mt - before.mt)
        return Step(max(0, gone), backwards=gone < 0, slept_ms=slept if slept > SLEPT_MS else 0)
    gone, least = after.wt - before.wt, max(0, after.bt)
    return Step(max(gone, least), rebooted=True, backwards=gone < 0 or least - gone > JUMP_MS)


def plain_ms(before: Reading, after: Reading, most: int) -> int | None:
    """How long time simply ran, up to `most`; None where anything else may have happened and `step` must look."""
    gone = after.bt - before.bt
    if before.boot != after.boot or not 0 <= gone <= most:
        return None
    if gone - (after.mt - before.mt) > SLEPT_MS or abs(after.wt - before.wt - gone) > JUMP_MS:
        return None
    return gone


def wall_jump(before: Reading, after: Reading) -> int:
    """By how many milliseconds the wall clock moved against the boot clock; 0 across boots, where none can tell."""
    if before.boot != after.boot:
        return 0
    return (after.wt - before.wt) - (after.bt - before.bt)
