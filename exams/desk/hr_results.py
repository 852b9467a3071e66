"""Results that HR alone has graded: held until an officer releases those of a session (features e7)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from exams.register.outcome import SittingRow
from exams.store.counted_rows import NOTHING, Counted
from exams.store.register_dialect import RegisterDb
from exams.store.released_rows import held_sessions, release_results
from exams.timing.clock import Clock


class HeldResults(NamedTuple):
    """The results of a session that are held; `last_wt` is when the last of them was handed in."""

    session: str
    course: str
    results: int
    last_wt: int


class ResultRelease:
    """Held results are no results on any page, in any export, and for no certificate."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = who
        self._clock = clock

    def held(self) -> tuple[HeldResults, ...]:
        """By session and course, the newest first."""
        return tuple(HeldResults(*one) for one in held_sessions(self._db))

    def release(self, session: str) -> int:
        """From now on the session's results count, also of bundles still to come; gives how many were held."""
        return release_results(self._db, session, self._who, self._clock.now().wt)


def without_held(sittings: Iterable[SittingRow], counted: Mapping[str, Counted]) -> tuple[SittingRow, ...]:
    """A person's finals without the results that are held; `counted` as `counted_otherwise` gives it."""
    return tuple(
        replace(one, percent=-1, passed=False, result="")
        if one.state == "submitted" and counted.get(one.sitting) == NOTHING
        else one
        for one in sittings
    )
