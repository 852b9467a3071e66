"""What has become of a sitting's time beside running, in words."""

from desktop.words.catalogue import tr
from desktop.words.clock import minutes_text, spoken_clock
from exams import Cause, Sitting

_UNSEEN = frozenset({Cause.STOPPED, Cause.SUSPEND})


def time_told(sitting: Sitting) -> tuple[tuple[str, str], ...]:
    """What disturbances have cost and what the proctor has given, name and length; empty where time has only run."""
    lengths = (
        (tr("Cost by a restart of the computer"), sitting.time.lost_ms),
        (tr("Without the program"), sum(gap.counted_ms for gap in sitting.gaps if gap.cause in _UNSEEN)),
        (tr("Time given back"), sitting.time.credited_ms),
        (tr("Time added by the proctor"), sitting.time.extended_ms),
    )
    return tuple((name, _length_text(ms // 1000)) for name, ms in lengths if ms >= 1000)


def _length_text(seconds: int) -> str:
    return spoken_clock(seconds) if seconds % 60 else minutes_text(seconds // 60)
