"""Kinds of lines about a sitting's time that the journal's own list does not name."""

from enum import StrEnum


class TimeEvent(StrEnum):
    """Recorded like every other event."""

    EXTEND = "extend"
    SUSPEND = "suspend"
