"""The sittings as they lie in the journal: read from it, written to it, cached in rows for the lists."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exams.desk.errors import ForeignSitting
from exams.journal.check import check_chain
from exams.journal.errors import JournalBroken
from exams.journal.line import Event, Record
from exams.papers.paper import Paper
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import apply, replay
from exams.sittings.sitting import RUNNING, Kind, Sitting
from exams.store.corrected_rows import CorrectedRow, clear_corrected, save_corrected
from exams.store.journal_rows import JournalStore
from exams.store.sitting_rows import SittingRow, clear_rows, find_row, row_of, rows_of, save_row
from exams.timing.clock import Moment

if TYPE_CHECKING:
    from sqlite_utils import Database

_CACHED = frozenset(
    {
        Event.PAUSE,
        Event.RESUME,
        Event.EXTEND,
        Event.REOPEN,
        Event.SUSPEND,
        Event.HANDOVER,
        Event.VOID,
        Event.SUBMIT,
        Event.GRADED,
        Event.CERTIFICATE,
    }
)
"""Events that the lists show; an answer is none of them, so that it costs one row and one flush."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuilding found: sittings, how many with answers that are sealed or erased, and ids it could not count.

    Of those last ones, neither graded nor readable, the cache keeps how many places were answered as it was.
    """

    sittings: int
    withheld: int
    uncounted: tuple[str, ...]


class SittingShelf:
    """Loads sittings and adds lines to them; it knows no rules. What a method returns has been committed."""

    def __init__(self, db: "Database", journal: JournalStore) -> None:
        self._db = db
        self._journal = journal
        self._open: dict[str, Sitting] = {}
        self._first: dict[str, int] = {}
        self._checked = False

    def load(self, sitting_id: str) -> Sitting:
        """The sitting as its lines tell it; raises `ForeignSitting` where there is none."""
        held = self._open.get(sitting_id)
        if held is not None:
            return held
        row = find_row(self._db, sitting_id)
        if row is None:
            raise ForeignSitting(sitting=sitting_id)
        sitting = replay(self._lines(row.first_seq, sitting_id))
        if sitting.withheld and not sitting.has_ended:  # somebody took its answers: it would be graded without them
            raise SittingUnreadable(seq=row.first_seq)
        return self.keep(sitting, row.first_seq)

    def forget(self, sitting_id: str) -> None:
        """Read a sitting from its lines the next time: their bodies were sealed, or given back."""
        self._open.pop(sitting_id, None)

    def rows(self, staff_id: str | None = None) -> tuple[SittingRow, ...]:
        """Cached sittings in the order they began; in unended ones the answers are counted now."""
        return tuple(self._counted(row) for row in rows_of(self._db, staff_id))

    def rebuild(self) -> Rebuilt:
        """Throw the cache away and fill it from the journal.

        Raises `JournalBroken` or `SittingUnreadable` with the cache as it was.
        """
        self._checked = False
        self.require_whole()
        told = sittings_told_by(self._journal.records())
        before = {row.id: row for row in rows_of(self._db)}
        with self._journal.together():
            clear_rows(self._db)
            for row, sitting in told:
                save_row(self._db, _with_count(row, sitting, before.get(row.id)))
            clear_corrected(self._db)
            for record in self._journal.of_type(Event.CERTIFICATE_IMPORT):
                save_corrected(self._db, corrected_row(record))
        self._open.clear()
        untold = tuple(row.id for row, sitting in told if sitting.withheld and sitting.result is None)
        return Rebuilt(len(told), sum(bool(sitting.withheld) for _, sitting in told), untold)

    def seen_items(self, staff_id: str, kind: Kind) -> frozenset[str]:
        """Items that earlier sittings of this kind have put before a person."""
        earlier = (row for row in rows_of(self._db, staff_id) if row.kind == kind.value)
        return frozenset(place.item for row in earlier for place in self._paper(row).items)

    def note(
        self,
        sitting: Sitting,
        event: Event,
        facts: Mapping[str, object],
        moment: Moment | None = None,
    ) -> Sitting:
        """One more line about a sitting, and its cached row where the lists show the event."""
        if event not in _CACHED:
            return self.write(sitting, event, facts, moment)[0]
        with self.together(sitting):
            changed, record = self.write(sitting, event, facts, moment)
            self._save(row_of(changed, self._first[sitting.id], record.line.seq), changed)
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

    def require_whole(self) -> None:
        """Raises `JournalBroken` where the chain does not hold; looked at once."""
        if self._checked:
            return
        for finding in check_chain(self._journal.rows()):
            raise JournalBroken(seq=finding.seq, fault=finding.code)
        self._checked = True

    def write(
        self,
        sitting: Sitting,
        event: Event,
        facts: Mapping[str, object],
        moment: Moment | None = None,
        change: Callable[[Sitting], Sitting] | None = None,
    ) -> tuple[Sitting, Record]:
        """One more line about a sitting, with the line itself; `change` is what replaying the line would give.

        What it makes of the sitting is worked out before it is written: after the wait for the disk a processor
        begins anew, and there is nothing left to do.
        """
        record = self._journal.prepare(event, facts, sitting.id, moment)
        changed = apply(sitting, record) if change is None else change(sitting)
        self._journal.store(record)
        self._open[sitting.id] = changed
        return changed, record

    def _save(self, row: SittingRow, sitting: Sitting) -> None:
        save_row(self._db, _with_count(row, sitting, find_row(self._db, row.id) if sitting.withheld else None))

    def _counted(self, row: SittingRow) -> SittingRow:
        if row.state not in RUNNING:
            return row
        try:
            return replace(row, answered=len(self.load(row.id).answers))
        except (JournalBroken, SittingUnreadable):
            return row

    def keep(self, sitting: Sitting, first: int) -> Sitting:
        """Remember a sitting and where its lines begin."""
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


def _with_count(row: SittingRow, sitting: Sitting, before: SittingRow | None) -> SittingRow:
    """Where neither answers nor a result tell how many were given, what the cache said before stays."""
    untold = before is not None and sitting.withheld and sitting.result is None
    return replace(row, answered=before.answered) if before is not None and untold else row


def corrected_row(record: Record) -> CorrectedRow:
    """What a line about a certificate of HR's tells the cache."""
    facts = record.facts()
    return CorrectedRow(facts["sitting"], facts["number"], facts["replaces"])


def sittings_told_by(records: Iterator[Record]) -> tuple[tuple[SittingRow, Sitting], ...]:
    """The cached rows as the journal tells them, each with its sitting, in the order the sittings began."""
    found: dict[str, Sitting] = {}
    rows: dict[str, SittingRow] = {}
    for record in records:
        att, seq, event = record.line.att, record.line.seq, record.line.type
        if event == Event.START or (event == Event.HANDOVER and att and att not in found):
            found[att] = replay([record])
            rows[att] = row_of(found[att], seq, seq)
        elif att in found:
            found[att] = apply(found[att], record)
            if event in _CACHED:
                rows[att] = row_of(found[att], rows[att].first_seq, seq)
    return tuple((row, found[att]) for att, row in rows.items())
