"""Kinds of lines that the journal's own list does not name yet."""

from enum import StrEnum


class FurtherEvent(StrEnum):
    """Recorded like every other event: minutes added by the proctor, a sleep of the machine, a locked sign-in."""

    EXTEND = "extend"
    SUSPEND = "suspend"
    LOCK = "lock"
