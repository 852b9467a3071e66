"""The facts of a session's report: who sat, what became of their time, and every override with who and why."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from exams.bundles.closing import OF_THE_ROOM, stories_before, sums_of_room, sums_of_sittings
from exams.desk.admittance import told
from exams.desk.check_in import RosterLine
from exams.desk.incident_book import Incident
from exams.desk.joining import JoinedPc
from exams.desk.offers import SessionInfo, SittingLine
from exams.desk.sitting_book import SittingBook
from exams.journal.anchor import release_anchor
from exams.journal.line import Event, Record
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import facts_of
from exams.store.journal_rows import JournalStore
from exams.store.sitting_rows import rows_of
from exams.timing.gaps import Gap

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Override:
    """One act of a proctor. `ms`: added, or asked to be given back; 0 where it moves no time."""

    sitting: str
    event: str
    by: str
    reason: str
    wt: int
    ms: int = 0
    phone: str = ""  # the nonce under which a second authority granted it


@dataclass(frozen=True, slots=True)
class SittingFacts:
    """One sitting of a session with its time; `gaps` are all disturbances with their cause."""

    line: SittingLine
    limit_ms: int
    elapsed_ms: int
    extra_ms: int
    extended_ms: int
    credited_ms: int
    paused_ms: int
    focus_lost: int
    gaps: tuple[Gap, ...]
    away_ms: int = 0  # how long the exam window was left, in all


@dataclass(frozen=True, slots=True)
class SessionReport:
    """What is printed and signed when a session closes; `head` is the journal it was read from."""

    session: SessionInfo
    sittings: tuple[SittingFacts, ...]
    overrides: tuple[Override, ...]
    records: int
    head: str
    joined: tuple[JoinedPc, ...] = ()  # other PCs of the session, which this journal's head vouches for
    people: tuple[RosterLine, ...] = ()
    incidents: tuple[Incident, ...] = ()
    sums: Mapping[str, int] = field(default_factory=dict)  # as the closing line has them

    @property
    def anchor(self) -> str:
        """The head as people read it out."""
        return release_anchor(self.head)

    def as_json(self) -> dict[str, object]:
        """Plain values, one shape for the command line and the digest."""
        return asdict(self)


_BY_HAND = (Event.PAUSE, Event.RESUME, Event.EXTEND, Event.REOPEN, Event.VOID, Event.SUBMIT, Event.HANDOVER)


def overrides_of(journal: JournalStore, sittings: frozenset[str]) -> tuple[Override, ...]:
    """Every act of a proctor on these sittings, in order; lines that cannot be read are the check's business."""
    acts = (_act(record) for record in journal.of_type(*_BY_HAND) if record.line.att in sittings)
    return tuple(act for act in acts if act is not None)


def sitting_facts(book: SittingBook, lines: tuple[SittingLine, ...]) -> tuple[SittingFacts, ...]:
    """The lines of a list with what the journal says about their time."""
    return tuple(_facts(book, line) for line in lines)


def _act(record: Record) -> Override | None:
    try:
        facts = facts_of(record)
    except SittingUnreadable:
        return None
    by = facts.get("by")
    if not by:
        return None
    ms = int(facts.get("ms") or facts.get("credit_ms") or 0)
    why, phone = str(facts.get("reason", "")), str(facts.get("phone", ""))
    return Override(record.line.att, record.line.type, str(by), why, record.line.wt, ms, phone)


def session_sums(db: "Database", journal: JournalStore, session: str) -> dict[str, int]:
    """The sums of a session as the journal stands, or as it stood when the session was closed: what HR counts too."""
    closed = (one for one in journal.of_type(Event.SESSION_CLOSE) if told(one).get("session") == session)
    end = next((one.line.seq for one in closed), journal.head()[0] + 1)
    finals = {row.id: row.first_seq for row in rows_of(db) if row.session == session}
    lines: dict[str, list[Record]] = {att: [] for att in finals}
    if finals:
        for record in journal.records(min(finals.values())):
            if record.line.att in lines:
                lines[record.line.att].append(record)
    room = (record for record in journal.of_type(*OF_THE_ROOM) if record.line.seq < end)
    return {**sums_of_sittings(session, stories_before(end, lines)), **sums_of_room(session, room)}


def _facts(book: SittingBook, line: SittingLine) -> SittingFacts:
    sitting = book.now(book.load(line.sitting))
    return SittingFacts(
        line=line,
        limit_ms=sitting.limit_ms,
        elapsed_ms=sitting.elapsed_ms,
        extra_ms=sitting.extra_ms,
        extended_ms=sitting.time.extended_ms,
        credited_ms=sitting.time.credited_ms,
        paused_ms=sitting.time.paused_ms,
        focus_lost=sitting.focus_lost,
        gaps=sitting.gaps,
        away_ms=sitting.away_ms,
    )
