"""All sittings of this PC: every change is one journal line first, the cache and the memory follow."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from exams.desk.errors import ForeignSitting, NotCertifiable
from exams.desk.sightings import HEARTBEAT_MS, sightings
from exams.errors import AcademyError
from exams.grading.grade import grade
from exams.grading.policy import GradingPolicy
from exams.items.response import response_json
from exams.journal.check import check_chain
from exams.journal.errors import JournalBroken
from exams.journal.line import Event, Record, canonical
from exams.papers.codec import paper_to_json
from exams.papers.paper import Paper
from exams.sittings import rules
from exams.sittings.codec import result_to_json
from exams.sittings.errors import SittingUnreadable
from exams.sittings.events import FurtherEvent
from exams.sittings.replay import apply, replay
from exams.sittings.sitting import RUNNING, Kind, Sitting, State
from exams.store.content_rows import ContentStore
from exams.store.errors import DiskFull, HomeReadOnly
from exams.store.journal_rows import JournalStore
from exams.store.sitting_rows import SittingRow, clear_rows, find_row, row_of, rows_of, save_row
from exams.timing.clock import Moment
from exams.timing.policy import TimePolicy

if TYPE_CHECKING:
    from sqlite_utils import Database

_CACHED = frozenset(
    {
        Event.PAUSE,
        Event.RESUME,
        FurtherEvent.EXTEND,
        FurtherEvent.SUSPEND,
        Event.VOID,
        Event.SUBMIT,
        Event.GRADED,
        Event.CERTIFICATE,
    }
)
"""Events that the lists show; an answer is none of them, so that it costs one row and one flush."""

_UNENDED = frozenset({*RUNNING, State.SUBMITTED})


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a start line records beside the paper."""

    kind: Kind
    staff_id: str
    session: str
    attempt: int
    limit_ms: int
    extra_ms: int
    policy: TimePolicy = TimePolicy()


class SittingBook:
    """Begins, changes and ends sittings. What a method returns has been committed."""

    def __init__(self, db: "Database", journal: JournalStore, content: ContentStore, device: str) -> None:
        self._db = db
        self._journal = journal
        self._content = content
        self._device = device
        self._open: dict[str, Sitting] = {}
        self._first: dict[str, int] = {}
        self._watched: set[str] = set()  # sittings this process has had before their person since it began
        self._checked = False

    def begin(self, beginning: Beginning, paper: Paper) -> Sitting:
        """Write the start line; the sitting's id is a digest over device, sequence number and paper.

        Raises `JournalBroken` where the chain does not hold: no sitting starts on a spoilt record.
        """
        self._require_whole()
        facts = {
            "kind": beginning.kind.value,
            "staff": beginning.staff_id,
            "session": beginning.session,
            "attempt": beginning.attempt,
            "limit_ms": beginning.limit_ms,
            "extra_ms": beginning.extra_ms,
            "time": beginning.policy.as_json(),
            "content": self._content.parts_sha256(),
            "paper": paper_to_json(paper),
        }
        with self._journal.together():
            seq = self._journal.head()[0] + 1
            att = sitting_id(self._device, seq, facts)
            record = self._journal.append(Event.START, facts, att)
            sitting = replay([record])
            save_row(self._db, row_of(sitting, seq, seq))
        self._watched.add(att)
        return self._keep(sitting, seq)

    def load(self, sitting_id: str) -> Sitting:
        """The sitting as its lines tell it; raises `ForeignSitting` where there is none."""
        held = self._open.get(sitting_id)
        if held is not None:
            return held
        row = find_row(self._db, sitting_id)
        if row is None:
            raise ForeignSitting(sitting=sitting_id)
        return self._keep(replay(self._lines(row.first_seq, sitting_id)), row.first_seq)

    def now(self, sitting: Sitting) -> Sitting:
        """The sitting at this moment, nothing written: what a list shows."""
        return rules.at(sitting, self._journal.now(), stopped=self._is_unwatched(sitting))

    def rows(self, staff_id: str | None = None) -> tuple[SittingRow, ...]:
        """Cached sittings in the order they began; in unended ones the answers are counted now."""
        return tuple(self._counted(row) for row in rows_of(self._db, staff_id))

    def show(self, sitting: Sitting, position: int) -> Sitting:
        """Note which place is on the screen."""
        sitting = self.watch(sitting)
        rules.require_open(sitting)
        rules.place(sitting, position)
        return self.note(sitting, Event.SHOW, {"position": position})

    def answer(self, sitting: Sitting, position: int, value: object) -> tuple[Sitting, Record]:
        """Save one response, None to clear it; what `rules.accept` refuses is recorded by its code alone."""
        now = self._journal.now()
        sitting = self.watch(sitting, now)
        try:
            response = rules.accept(sitting, position, value, now)
        except AcademyError as refusal:
            self._refused(sitting, position, refusal)
            raise
        given = None if response is None else response_json(response)
        facts = {"position": position, "item": sitting.paper.at(position).item, "value": given}
        return self._write(sitting, Event.ANSWER, facts, now)

    def flag(self, sitting: Sitting, position: int, on: bool) -> Sitting:
        """Mark a place to come back to."""
        sitting = self.watch(sitting)
        rules.require_open(sitting)
        rules.place(sitting, position)
        return self.note(sitting, Event.FLAG, {"position": position, "on": on})

    def focus(self, sitting: Sitting, lost: bool) -> Sitting:
        """Note that the exam window lost the focus or has it again; only finals keep count."""
        if sitting.has_ended or sitting.kind is not Kind.FINAL:
            return sitting
        return self.note(self.watch(sitting), Event.FOCUS_LOST if lost else Event.FOCUS_GAINED, {})

    def tick(self, sitting: Sitting) -> Sitting:
        """The sitting now: a heartbeat every 15 s while its time runs, handed in and graded once it is over."""
        now = self._journal.now()
        if rules.time_is_over(sitting, now, stopped=self._is_unwatched(sitting)):
            return self.finish(sitting, "time")
        if sitting.state is State.SUBMITTED:
            return self._grade(sitting)
        sitting = self.watch(sitting, now)
        if sitting.limit_ms and sitting.time_runs and now.bt - sitting.last.bt >= HEARTBEAT_MS:
            return self.note(sitting, Event.HEARTBEAT, {}, now)
        return rules.at(sitting, now)

    def watch(self, sitting: Sitting, now: Moment | None = None) -> Sitting:
        """Write down what became of the time since the last line: the app was gone, the machine slept, a clock turned."""
        seen = sightings(sitting, now or self._journal.now(), unwatched=self._is_unwatched(sitting))
        with self.together(sitting):
            for event, facts in seen:
                sitting = self.note(sitting, event, facts, now)
        self._watched.add(sitting.id)
        return sitting

    def finish(self, sitting: Sitting, cause: str, by: Mapping[str, object] | None = None) -> Sitting:
        """Hand in and grade in one transaction; `cause` is hand, time or forced, then with who and why."""
        stopped = self._is_unwatched(sitting)
        if cause == "hand":
            sitting = self.watch(sitting)
            rules.require_open(sitting)
        rules.require_running(sitting)
        answers = {str(place): response_json(given) for place, given in sorted(sitting.answers.items())}
        digest = hashlib.sha256(canonical(answers)).hexdigest()
        gone = {"stopped": True} if stopped and cause != "hand" else {}
        with self.together(sitting):
            facts = {"cause": cause, "answers": digest, **gone, **(by or {})}
            return self._grade(self.note(sitting, Event.SUBMIT, facts))

    def close_overdue(self) -> tuple[Sitting, ...]:
        """Hand in and grade whatever ran out while nobody came back; what cannot be read now stays as it is."""
        closed = []
        for row in rows_of(self._db):
            if row.state in _UNENDED:
                with suppress(AcademyError):
                    sitting = self.load(row.id)
                    over = rules.time_is_over(sitting, self._journal.now(), stopped=self._is_unwatched(sitting))
                    if over or sitting.state is State.SUBMITTED:
                        closed.append(self.tick(sitting))
        return tuple(closed)

    def certified(self, sitting_id: str, number: str, sha256: str) -> Sitting:
        """Journal the certificate of a passed final once; a second call changes nothing."""
        sitting = self.load(sitting_id)
        if sitting.certificate is not None:
            return sitting
        if sitting.kind is not Kind.FINAL or sitting.result is None or not sitting.result.passed:
            raise NotCertifiable(sitting=sitting_id)
        return self.note(sitting, Event.CERTIFICATE, {"number": number, "sha256": sha256})

    def rebuild(self) -> int:
        """Throw the cache away and fill it from the journal; returns how many sittings it holds.

        Raises `JournalBroken` or `SittingUnreadable` with the cache as it was.
        """
        self._checked = False
        self._require_whole()
        rows = rows_told_by(self._journal.records())
        with self._journal.together():
            clear_rows(self._db)
            for row in rows:
                save_row(self._db, row)
        self._open.clear()
        return len(rows)

    def seen_items(self, staff_id: str, kind: Kind) -> frozenset[str]:
        """Items that earlier sittings of this kind have put before a person."""
        earlier = (row for row in rows_of(self._db, staff_id) if row.kind == kind.value)
        return frozenset(place.item for row in earlier for place in self._paper(row).items)

    def note(
        self,
        sitting: Sitting,
        event: Event | FurtherEvent,
        facts: Mapping[str, object],
        moment: Moment | None = None,
    ) -> Sitting:
        """One more line about a sitting, and its cached row where the lists show the event."""
        if event not in _CACHED:
            return self._write(sitting, event, facts, moment)[0]
        with self.together(sitting):
            changed, record = self._write(sitting, event, facts, moment)
            save_row(self._db, row_of(changed, self._first[sitting.id], record.line.seq))
        return changed

    @contextmanager
    def together(self, *sittings: Sitting) -> Iterator[None]:
        """All or nothing on the disk, and what is remembered goes back with it."""
        try:
            with self._journal.together():
                yield
        except BaseException:
            self._open.update({sitting.id: sitting for sitting in sittings})
            raise

    def _grade(self, sitting: Sitting) -> Sitting:
        policy = GradingPolicy.of(self._content.blueprint(sitting.paper.blueprint))
        pairs = {(place.item, place.version) for place in sitting.paper.items}
        items = {name: self._content.item(name, version) for name, version in pairs}
        keys = {name: self._content.key(name, version) for name, version in pairs}
        result = grade(sitting.paper, keys, items, sitting.answers, policy)
        return self.note(sitting, Event.GRADED, {"result": result_to_json(result)})

    def _write(
        self,
        sitting: Sitting,
        event: Event | FurtherEvent,
        facts: Mapping[str, object],
        moment: Moment | None = None,
    ) -> tuple[Sitting, Record]:
        record = self._journal.append(event, facts, sitting.id, moment)
        changed = apply(sitting, record)
        self._open[sitting.id] = changed
        return changed, record

    def _refused(self, sitting: Sitting, position: int, refusal: AcademyError) -> None:
        with suppress(DiskFull, HomeReadOnly):  # the person hears of the refusal all the same
            self._write(sitting, Event.ERROR, {"code": refusal.code, "position": position})

    def _is_unwatched(self, sitting: Sitting) -> bool:
        return sitting.id not in self._watched

    def _counted(self, row: SittingRow) -> SittingRow:
        if row.state not in RUNNING:
            return row
        try:
            return replace(row, answered=len(self.load(row.id).answers))
        except (JournalBroken, SittingUnreadable):
            return row

    def _require_whole(self) -> None:
        if self._checked:
            return
        for finding in check_chain(self._journal.rows()):
            raise JournalBroken(seq=finding.seq, fault=finding.code)
        self._checked = True

    def _keep(self, sitting: Sitting, first: int) -> Sitting:
        self._open[sitting.id] = sitting
        self._first[sitting.id] = first
        return sitting

    def _paper(self, row: SittingRow) -> Paper:
        """From the start line alone: what came after it does not change the paper."""
        held = self._open.get(row.id)
        with closing(self._journal.records(row.first_seq)) as records:
            return held.paper if held else replay([next(records)]).paper

    def _lines(self, first: int, att: str) -> list[Record]:
        return [record for record in self._journal.records(first) if record.line.att == att]


def rows_told_by(records: Iterator[Record]) -> tuple[SittingRow, ...]:
    """The cached rows as the journal tells them, in the order the sittings began."""
    found: dict[str, Sitting] = {}
    rows: dict[str, SittingRow] = {}
    for record in records:
        att, seq, event = record.line.att, record.line.seq, record.line.type
        if event == Event.START:
            found[att] = replay([record])
            rows[att] = row_of(found[att], seq, seq)
        elif att in found:
            found[att] = apply(found[att], record)
            if event in _CACHED:
                rows[att] = row_of(found[att], rows[att].first_seq, seq)
    return tuple(rows.values())


def sitting_id(device: str, seq: int, facts: Mapping[str, object]) -> str:
    """16 hex: SHA-256 over device, journal sequence and start record, cut (command line design)."""
    return hashlib.sha256(canonical([device, seq, dict(facts)])).hexdigest()[:16]


def today(moment: Moment) -> datetime:
    """The wall clock of a moment, in UTC."""
    return datetime.fromtimestamp(moment.wt / 1000, UTC)
