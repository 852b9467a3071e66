"""All sittings of this PC: every change is one journal line first, the cache and the memory follow."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from exams.desk.errors import ForeignSitting, NotCertifiable
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
from exams.sittings.replay import apply, replay
from exams.sittings.sitting import Kind, Sitting, State
from exams.store.content_rows import ContentStore
from exams.store.journal_rows import JournalStore
from exams.store.sitting_rows import SittingRow, clear_rows, find_row, row_of, rows_of, save_row
from exams.timing.clock import Moment

if TYPE_CHECKING:
    from sqlite_utils import Database

HEARTBEAT_MS = 15_000

_CACHED = frozenset({Event.PAUSE, Event.RESUME, Event.VOID, Event.SUBMIT, Event.GRADED, Event.CERTIFICATE})
"""Events that the lists show; an answer is none of them, so that it costs one row and one flush."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a start line records beside the paper."""

    kind: Kind
    staff_id: str
    session: str
    attempt: int
    limit_ms: int
    extra_ms: int


class SittingBook:
    """Begins, changes and ends sittings. What a method returns has been committed."""

    def __init__(self, db: "Database", journal: JournalStore, content: ContentStore, device: str) -> None:
        self._db = db
        self._journal = journal
        self._content = content
        self._device = device
        self._open: dict[str, Sitting] = {}
        self._first: dict[str, int] = {}
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
            "content": self._content.parts_sha256(),
            "paper": paper_to_json(paper),
        }
        with self._journal.together():
            seq = self._journal.head()[0] + 1
            att = sitting_id(self._device, seq, facts)
            record = self._journal.append(Event.START, facts, att)
            sitting = replay([record])
            save_row(self._db, row_of(sitting, seq, seq))
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

    def rows(self, staff_id: str | None = None) -> tuple[SittingRow, ...]:
        """Cached sittings in the order they began; in unended ones the answers are counted now."""
        return tuple(self._counted(row) for row in rows_of(self._db, staff_id))

    def show(self, sitting: Sitting, position: int) -> Sitting:
        """Note which place is on the screen."""
        rules.require_open(sitting)
        rules.place(sitting, position)
        return self._note(sitting, Event.SHOW, {"position": position})

    def answer(self, sitting: Sitting, position: int, value: object) -> tuple[Sitting, Record]:
        """Save one response, None to clear it; raises what `rules.accept` raises, with nothing written."""
        now = self._journal.now()
        response = rules.accept(sitting, position, value, now)
        given = None if response is None else response_json(response)
        facts = {"position": position, "item": sitting.paper.at(position).item, "value": given}
        return self._write(sitting, Event.ANSWER, facts, now)

    def flag(self, sitting: Sitting, position: int, on: bool) -> Sitting:
        """Mark a place to come back to."""
        rules.require_open(sitting)
        rules.place(sitting, position)
        return self._note(sitting, Event.FLAG, {"position": position, "on": on})

    def tick(self, sitting: Sitting) -> Sitting:
        """The sitting now: a heartbeat every 15 s while open, handed in and graded once time is over."""
        now = self._journal.now()
        if rules.time_is_over(sitting, now):
            return self.finish(sitting, "time")
        if sitting.state is State.SUBMITTED:
            return self._grade(sitting)
        if sitting.is_open and sitting.limit_ms and _beat_is_due(sitting.last, now):
            return self._note(sitting, Event.HEARTBEAT, {})
        return rules.at(sitting, now)

    def finish(self, sitting: Sitting, cause: str) -> Sitting:
        """Hand in and grade in one transaction; `cause` is hand, time or forced."""
        rules.require_open(sitting)
        answers = {str(place): response_json(given) for place, given in sorted(sitting.answers.items())}
        digest = hashlib.sha256(canonical(answers)).hexdigest()
        with self._together(sitting):
            return self._grade(self._note(sitting, Event.SUBMIT, {"cause": cause, "answers": digest}))

    def certified(self, sitting_id: str, number: str, sha256: str) -> Sitting:
        """Journal the certificate of a passed final once; a second call changes nothing."""
        sitting = self.load(sitting_id)
        if sitting.certificate is not None:
            return sitting
        if sitting.kind is not Kind.FINAL or sitting.result is None or not sitting.result.passed:
            raise NotCertifiable(sitting=sitting_id)
        return self._note(sitting, Event.CERTIFICATE, {"number": number, "sha256": sha256})

    def rebuild(self) -> int:
        """Throw the cache away and fill it from the journal; returns how many sittings it holds.

        Raises `JournalBroken` or `SittingUnreadable` with the cache as it was.
        """
        self._checked = False
        self._require_whole()
        found: dict[str, Sitting] = {}
        rows: dict[str, SittingRow] = {}
        for record in self._journal.records():
            att, seq, event = record.line.att, record.line.seq, record.line.type
            if event == Event.START:
                found[att] = replay([record])
                rows[att] = row_of(found[att], seq, seq)
            elif att in found:
                found[att] = apply(found[att], record)
                if event in _CACHED:
                    rows[att] = row_of(found[att], rows[att].first_seq, seq)
        with self._journal.together():
            clear_rows(self._db)
            for row in rows.values():
                save_row(self._db, row)
        self._open.clear()
        return len(rows)

    def seen_items(self, staff_id: str, kind: Kind) -> frozenset[str]:
        """Items that earlier sittings of this kind have put before a person."""
        earlier = (row for row in rows_of(self._db, staff_id) if row.kind == kind.value)
        return frozenset(place.item for row in earlier for place in self._paper(row).items)

    def _grade(self, sitting: Sitting) -> Sitting:
        policy = GradingPolicy.of(self._content.blueprint(sitting.paper.blueprint))
        pairs = {(place.item, place.version) for place in sitting.paper.items}
        items = {name: self._content.item(name, version) for name, version in pairs}
        keys = {name: self._content.key(name, version) for name, version in pairs}
        result = grade(sitting.paper, keys, items, sitting.answers, policy)
        return self._note(sitting, Event.GRADED, {"result": result_to_json(result)})

    def _note(self, sitting: Sitting, event: Event, facts: Mapping[str, object]) -> Sitting:
        if event not in _CACHED:
            return self._write(sitting, event, facts)[0]
        with self._together(sitting):
            changed, record = self._write(sitting, event, facts)
            save_row(self._db, row_of(changed, self._first[sitting.id], record.line.seq))
        return changed

    def _write(
        self, sitting: Sitting, event: Event, facts: Mapping[str, object], moment: Moment | None = None
    ) -> tuple[Sitting, Record]:
        record = self._journal.append(event, facts, sitting.id, moment)
        changed = apply(sitting, record)
        self._open[sitting.id] = changed
        return changed, record

    @contextmanager
    def _together(self, sitting: Sitting) -> Iterator[None]:
        """All or nothing on the disk, and what is remembered goes back with it."""
        try:
            with self._journal.together():
                yield
        except BaseException:
            self._open[sitting.id] = sitting
            raise

    def _counted(self, row: SittingRow) -> SittingRow:
        if row.state not in {State.OPEN, State.PAUSED}:
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


def _beat_is_due(last: Moment, now: Moment) -> bool:
    """Every 15 s, and at once after a restart of the machine: from then on its own clock counts again."""
    return last.boot != now.boot or now.bt - last.bt >= HEARTBEAT_MS


def sitting_id(device: str, seq: int, facts: Mapping[str, object]) -> str:
    """16 hex: SHA-256 over device, journal sequence and start record, cut (command line design)."""
    return hashlib.sha256(canonical([device, seq, dict(facts)])).hexdigest()[:16]


def today(moment: Moment) -> datetime:
    """The wall clock of a moment, in UTC."""
    return datetime.fromtimestamp(moment.wt / 1000, UTC)
