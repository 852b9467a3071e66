"""How long a pass counts, and in which state a person is with a course on a day."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

YEARS = 2
"""So long a certificate is valid where it does not say otherwise itself (certificates.md)."""

FOREVER = "9999-12-31"


class State(StrEnum):
    """Of a person with a course, on one day."""

    VALID = "valid"
    DUE = "due"
    EXPIRED = "expired"
    FAILED = "failed"
    ABSENT = "absent"
    REVOKED = "revoked"
    IN_REVIEW = "in_review"
    NONE = "none"


def day_of(wt: int) -> str:
    """The UTC day of a moment in ms."""
    return datetime.fromtimestamp(wt / 1000, UTC).date().isoformat()


def last_valid_day(issued: str) -> str:
    """The day before the same day `YEARS` later; of 29 February, the 28th."""
    day = date.fromisoformat(issued)
    try:
        later = day.replace(year=day.year + YEARS)
    except ValueError:
        return date(day.year + YEARS, 2, 28).isoformat()
    return (later - timedelta(days=1)).isoformat()


def is_day(text: str) -> bool:
    """True for a day in ISO form."""
    try:
        return len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
