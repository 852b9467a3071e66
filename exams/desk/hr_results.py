"""Results that HR alone has graded: held until officers release those of a session (features e7).

By default two: one proposes, another one looks at them and releases. The rule of the register may ask for one name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from exams.register.dispute_errors import ResultsReleaseRefused
from exams.register.dispute_rules import checked_rule
from exams.register.officers import plain_name, same_officer
from exams.register.outcome import SittingRow
from exams.store.appeal_rows import rules_of, save_rule
from exams.store.counted_rows import NOTHING, Counted
from exams.store.register_dialect import RegisterDb
from exams.store.released_rows import (
    held_sessions,
    propose_results,
    proposed_by,
    release_results,
    withdraw_proposal,
)
from exams.timing.clock import Clock

_RULE = "release_names"


class ReleaseStep(StrEnum):
    """What the officer who looks can do about held results: propose, release, or wait for somebody else to release."""

    PROPOSE = "propose"
    RELEASE = "release"
    WAIT = "wait"


class HeldResults(NamedTuple):
    """The results of a session that are held; `last_wt` is when the last of them was handed in.

    `proposed_by` is the officer who proposed to release them, empty where nobody did; `proposed_wt` when.
    """

    session: str
    course: str
    results: int
    last_wt: int
    proposed_by: str = ""
    proposed_wt: int = 0
    step: ReleaseStep = ReleaseStep.RELEASE


class ResultRelease:
    """Held results are no results on any page, in any export, and for no certificate."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = who
        self._clock = clock

    @property
    def names(self) -> int:
        """How many different officers a release wants."""
        return rules_of(self._db).release_names

    def set_names(self, count: int) -> int:
        """One name or two from now on; raises `BadDisputeRule`, `ResultsReleaseRefused` (held) for fewer meanwhile."""
        count = checked_rule(_RULE, count)
        with self._db.together():
            if count < self.names and held_sessions(self._db):
                raise ResultsReleaseRefused(reason="held", count=count)
            save_rule(self._db, _RULE, count)
        return count

    def held(self) -> tuple[HeldResults, ...]:
        """By session and course, the newest first."""
        names = self.names
        return tuple(HeldResults(*one, self._step(names, one[4])) for one in held_sessions(self._db))

    def propose(self, session: str) -> int:
        """As the first officer; gives how many results are held, 0 where none is. Raises `ResultsReleaseRefused`."""
        who = self._named(session)
        with self._db.together():
            count = self._count(session)
            before = proposed_by(self._db, session)
            if count and before:
                raise ResultsReleaseRefused(reason="proposed", session=session[:16], who=before)
            if count:
                propose_results(self._db, session, who, self._clock.now().wt)
        return count

    def withdraw(self, session: str) -> bool:
        """Nobody proposes it any more; any officer may say so. False where nobody did."""
        return withdraw_proposal(self._db, session)

    def release(self, session: str) -> int:
        """From now on the session's results count, also of bundles still to come; gives how many were held.

        Raises `ResultsReleaseRefused` where two names are wanted and nobody, or this very officer, has proposed it.
        """
        who = self._named(session)
        with self._db.together():
            if not self._count(session):
                return 0
            first = proposed_by(self._db, session)
            if self._step(self.names, first) is not ReleaseStep.RELEASE:
                raise ResultsReleaseRefused(reason="same" if first else "alone", session=session[:16], who=who)
            return release_results(self._db, session, who, self._clock.now().wt)

    def _step(self, names: int, first: str) -> ReleaseStep:
        if names == 1:
            return ReleaseStep.RELEASE
        if not first:
            return ReleaseStep.PROPOSE
        return ReleaseStep.WAIT if same_officer(first, self._who) else ReleaseStep.RELEASE

    def _count(self, session: str) -> int:
        return sum(one.results for one in self.held() if one.session == session)

    def _named(self, session: str) -> str:
        if not plain_name(self._who):
            raise ResultsReleaseRefused(reason="nobody", session=session[:16])
        return self._who.strip()


def without_held(sittings: Iterable[SittingRow], counted: Mapping[str, Counted]) -> tuple[SittingRow, ...]:
    """A person's finals without the results that are held; `counted` as `counted_otherwise` gives it."""
    return tuple(
        replace(one, percent=-1, passed=False, result="")
        if one.state == "submitted" and counted.get(one.sitting) == NOTHING
        else one
        for one in sittings
    )
