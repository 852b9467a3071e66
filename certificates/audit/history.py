"""Where a certificate stood on a day: HR's lists say what was done to it, the acts say when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certificates.audit.proofs import Proved, day_of
from certificates.standing.lists import mark_of
from certificates.standing.standing import Standing
from exams import AuditAct


class Held(StrEnum):
    """On one day; only `VALID` counts."""

    VALID = "valid"
    PROVISIONAL = "provisional"
    EXPIRED = "expired"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn_device"


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """One certificate on the day asked for; `since` is the day on which it ended, `successor` what replaced it."""

    proved: Proved
    held: Held
    since: str = ""
    successor: str = ""


class History:
    """The lists, and the first day on which each mark was put on one of them; days are those in China."""

    def __init__(self, said: Standing, withdrawn: frozenset[str], acts: Iterable[AuditAct]) -> None:
        self._said = said
        self._withdrawn = withdrawn
        self._days: dict[tuple[str, str], str] = {}
        for one in acts:
            day, known = day_of(one.wt), self._days.get((one.act, one.about))
            self._days[one.act, one.about] = min(day, known or day)

    def undated(self) -> tuple[tuple[str, str], ...]:
        """What the lists name and no act dates, and the other way round: nothing, in a pack that HR made."""
        listed = {(str(one.kind), mark.hex()) for one in self._said.lists for mark in one.marks}
        listed |= {("device", serial) for serial in self._withdrawn}
        return tuple(sorted(listed ^ set(self._days)))

    def on(self, day: date, proved: Proved) -> HeldCertificate | None:
        """Nothing for a certificate that was issued later.

        One that HR confirmed counts from its first day; one taken back counted until the day before that act.
        """
        claims, told = proved.claims, day.isoformat()
        if claims.issued > day:
            return None
        mark = mark_of(claims.number).hex()
        for held, act, about in (
            (Held.REVOKED, "revoked", mark),
            (Held.WITHDRAWN, "device", proved.serial),
            (Held.SUPERSEDED, "superseded", mark),
        ):
            since = self._days.get((act, about), "")
            if since and since <= told:
                successor = self._said.successor(claims.number) if held is Held.SUPERSEDED else ""
                return HeldCertificate(proved, held, since, successor or "")
        if claims.valid_until < day:
            return HeldCertificate(proved, Held.EXPIRED, claims.valid_until.isoformat())
        confirmed = self._said.confirmed.names(claims.number)
        return HeldCertificate(proved, Held.VALID if confirmed else Held.PROVISIONAL)


def counts_of(lines: Iterable[HeldCertificate]) -> Mapping[str, int]:
    """How many lines of each kind."""
    counts: dict[str, int] = {}
    for one in lines:
        counts[one.held.value] = counts.get(one.held.value, 0) + 1
    return counts
