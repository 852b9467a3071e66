"""How firmly an exam holds the PC."""

from enum import StrEnum


class Lock(StrEnum):
    """SHOWN takes copying, dragging and menus away inside the window alone, as in a demonstration; FULL all it can."""

    NONE = "none"
    SHOWN = "shown"
    FULL = "full"


def lock_of(*, counts: bool, wanted: bool, demonstration: bool) -> Lock:
    """The lock of a sitting: none where it does not count (quiz, mock) or the signed blueprint wants none."""
    if not (counts and wanted):
        return Lock.NONE
    return Lock.SHOWN if demonstration else Lock.FULL
