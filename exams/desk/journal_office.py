"""The journal seen from outside the app: the check, and the caches filled anew."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from exams.desk.office import open_office
from exams.desk.sitting_shelf import Rebuilt
from exams.items.response import response_json
from exams.journal.check import Finding, Withheld, check_chain, taken_bodies
from exams.journal.line import Event, Record, read_line
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import apply, replay
from exams.sittings.sitting import Sitting, State
from exams.store.database import database_path, open_database
from exams.store.journal_rows import JournalStore
from exams.store.sealed_rows import sealed_atts, sealed_of
from exams.timing.clock import SystemClock

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class JournalReport:
    """`ok` means chain and database whole; an open sitting is a finding, not a fault, and a body put away is neither.

    `sealed` are the sittings whose answers lie sealed to HR, `erased` counts lines whose bodies are gone for good.
    """

    ok: bool
    records: int
    sittings: tuple[Sitting, ...]
    findings: tuple[Finding, ...]
    sealed: frozenset[str] = frozenset()
    erased: int = 0

    def as_json(self) -> dict[str, object]:
        """The shape of `academy journal check --json`; answers only of open sittings, later that they are sealed."""
        return {
            "ok": self.ok,
            "records": self.records,
            "sittings": [_sitting_json(sitting, sealed=sitting.id in self.sealed) for sitting in self.sittings],
            "findings": [{"seq": finding.seq, "code": finding.code} for finding in self.findings],
            **({"erased": self.erased} if self.erased else {}),
        }


@dataclass(slots=True)
class _Reading:
    """What one pass over the journal gathers."""

    records: int = 0
    sittings: dict[str, Sitting] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    unreadable: list[Finding] = field(default_factory=list)
    bodiless: dict[str, int] = field(default_factory=dict)  # lines without a body, by sitting


def check_journal(home: Path) -> JournalReport:
    """Read the whole journal and judge it; no home is in order, with 0 records."""
    if not database_path(home).exists():
        return JournalReport(True, 0, (), ())
    db = open_database(home)
    try:
        return _check(db)
    finally:
        db.close()


def rebuild_caches(home: Path, content: Path | None = None) -> Rebuilt:
    """Fill every cached table from the journal; says also what it can no longer tell."""
    with open_office(home, content) as office:
        return office.book.rebuild()


def _check(db: "Database") -> JournalReport:
    whole = str(db.execute("PRAGMA integrity_check(1)").fetchone()[0]) == "ok"
    journal = JournalStore(db, SystemClock())
    rows = list(journal.rows())
    sealed = {one.sitting for one in sealed_of(db, sealed_atts(db))}
    withheld = Withheld(sealed_atts(db), journal.acknowledged())
    faults = tuple(check_chain(rows))
    reading = _Reading(records=len(rows))
    for _, raw, body in rows:
        line = read_line(raw)
        if line is not None and line.att:
            _follow(reading, Record(line, raw, body))
    unended = tuple(
        Finding(reading.last[sitting.id], "W_OPEN_SITTING")
        for sitting in reading.sittings.values()
        if sitting.state in {State.OPEN, State.PAUSED, State.SUBMITTED}
    )
    faults += tuple(reading.unreadable) + (() if whole else (Finding(0, "E_DATABASE_DAMAGED"),))
    ok, findings = not faults, (*faults, *taken_bodies(rows, withheld), *unended)
    erased = sum(count for att, count in reading.bodiless.items() if att not in sealed)
    return JournalReport(ok, reading.records, tuple(reading.sittings.values()), findings, frozenset(sealed), erased)


def _follow(reading: _Reading, record: Record) -> None:
    """A sitting that cannot be read is followed no further; one whose bodies were erased is no fault."""
    att = record.line.att
    if record.body is None:
        reading.bodiless[att] = reading.bodiless.get(att, 0) + 1
    try:
        if record.line.type == Event.START:
            reading.sittings[att] = replay([record])
        elif att in reading.sittings:
            reading.sittings[att] = apply(reading.sittings[att], record)
    except SittingUnreadable as error:
        reading.sittings.pop(att, None)
        if record.body is not None:
            reading.unreadable.append(Finding(record.line.seq, error.code))
    reading.last[att] = record.line.seq


def _sitting_json(sitting: Sitting, *, sealed: bool) -> dict[str, object]:
    facts: dict[str, object] = {"id": sitting.id, "staff_id": sitting.staff_id, "state": sitting.state.value}
    if sitting.has_ended:
        return {**facts, "answers": "sealed"} if sealed else facts
    given = {str(place): response_json(value) for place, value in sorted(sitting.answers.items())}
    return {**facts, "answers": given}
