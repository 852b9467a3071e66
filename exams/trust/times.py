"""Moments as files spell them: `2026-11-29T09:00:00Z`. Milliseconds since 1970, UTC, inside the program."""

import re
from datetime import UTC, datetime, timedelta

from exams.trust.errors import NotStrict

_SPELLING = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_START = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_LAST_MS = 253_402_300_799_999


def read_time(text: str) -> int:
    """Milliseconds UTC; raises `NotStrict` for any other spelling, for no such day and before 1970."""
    if not _SPELLING.fullmatch(text):
        raise NotStrict(detail="time")
    try:
        moment = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise NotStrict(detail="time") from None
    if moment < _START:
        raise NotStrict(detail="time")
    return (moment - _START) // _SECOND * 1000


def write_time(wt: int) -> str:
    """The second a moment lies in; raises `NotStrict` outside the years 1970 to 9999."""
    if not 0 <= wt <= _LAST_MS:
        raise NotStrict(detail="time")
    return f"{(_START + wt // 1000 * _SECOND).replace(tzinfo=None).isoformat()}Z"
