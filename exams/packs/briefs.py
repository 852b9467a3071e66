"""What headquarters says of a session beside its keys: who is expected, which rules hold; signed with the slots."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from exams.trust.errors import NotStrict
from exams.trust.shapes import Table, exactly, number_in, table_in, text_in
from exams.trust.strict_json import Json
from exams.trust.times import read_time, write_time

MOST_PEOPLE = 500
MOST_MINUTES = 240
_MINUTE_MS = 60_000
_MOST_NAME, _MOST_SEAT = 64, 16


@dataclass(frozen=True, slots=True)
class RoomRules:
    """`start_code`: nobody begins without one. Nobody begins from `entry_until_wt` on (ms UTC, 0: all through the
    window), and nobody hands in before `earliest_ms` of the exam's own time has gone.
    """

    start_code: bool = False
    entry_until_wt: int = 0
    earliest_ms: int = 0

    def as_json(self) -> dict[str, Json]:
        """For the slot file and for the journal."""
        until = write_time(self.entry_until_wt) if self.entry_until_wt else ""
        return {"start_code": self.start_code, "entry_until": until, "earliest": self.earliest_ms // _MINUTE_MS}

    @classmethod
    def of(cls, value: Json) -> Self:
        """The rules as they were written down; raises `NotStrict`."""
        table = exactly(value, "start_code", "entry_until", "earliest")
        start_code, until = table["start_code"], text_in(table, "entry_until")
        minutes = number_in(table, "earliest")
        if not isinstance(start_code, bool) or minutes > MOST_MINUTES:
            raise NotStrict(detail="rules")
        return cls(start_code, read_time(until) if until else 0, minutes * _MINUTE_MS)


NO_RULES = RoomRules()
"""Where headquarters says nothing."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of a roster; `seat` empty where none was given."""

    staff_id: str
    name: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class SessionBrief:
    """One session's rules and roster; an empty roster expects nobody in particular."""

    session: str
    rules: RoomRules = NO_RULES
    roster: tuple[Expected, ...] = ()


def briefs_payload(briefs: Iterable[SessionBrief]) -> list[Json]:
    """As they stand in a slot file."""
    return [
        {
            "session_id": one.session,
            "rules": one.rules.as_json(),
            "roster": [{"staff": who.staff_id, "name": who.name, "seat": who.seat} for who in one.roster],
        }
        for one in briefs
    ]


def read_briefs(value: Json) -> tuple[SessionBrief, ...]:
    """The briefs of a slot file, at most one for a session; raises `NotStrict`."""
    if not isinstance(value, list):
        raise NotStrict(detail="briefs")
    briefs = tuple(_brief(exactly(one, "session_id", "rules", "roster")) for one in value)
    if len({one.session for one in briefs}) != len(briefs):
        raise NotStrict(detail="briefs")
    return briefs


def _brief(table: Table) -> SessionBrief:
    rows = table["roster"]
    if not isinstance(rows, list) or len(rows) > MOST_PEOPLE:
        raise NotStrict(detail="roster")
    roster = tuple(_expected(exactly(row, "staff", "name", "seat")) for row in rows)
    if len({who.staff_id for who in roster}) != len(roster):
        raise NotStrict(detail="roster")
    return SessionBrief(text_in(table, "session_id"), RoomRules.of(table_in(table, "rules")), roster)


def _expected(row: Table) -> Expected:
    who = Expected(text_in(row, "staff"), text_in(row, "name"), text_in(row, "seat"))
    fits = 0 < len(who.staff_id) <= 16 and len(who.name) <= _MOST_NAME and len(who.seat) <= _MOST_SEAT
    if not fits:
        raise NotStrict(detail="roster")
    return who
