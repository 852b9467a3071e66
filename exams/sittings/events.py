"""Kinds of lines that the journal's own list does not name yet."""

from enum import StrEnum


class FurtherEvent(StrEnum):
    """Recorded like every other event: the proctor adds minutes or opens again, the machine sleeps, a sign-in locks."""

    EXTEND = "extend"
    REOPEN = "reopen"
    SUSPEND = "suspend"
    LOCK = "lock"
