"""Answers that HR has sent its receipt for are erased here once they are old enough; the chain stays as it is."""

import sqlite3
from contextlib import closing, suppress
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from exams.desk.answer_sealing import AnswerSealing
from exams.desk.branch_errors import NotAcknowledged
from exams.errors import AcademyError
from exams.journal.line import ANSWERING, Event
from exams.sittings.sitting import RUNNING
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import branch_facts, save_setting
from exams.store.sealed_rows import empty_sealed, leave_no_trace, sealed_atts, take_out
from exams.store.sitting_rows import SittingRow, rows_of

if TYPE_CHECKING:
    from sqlite_utils import Database

KEPT_DAYS = 180
"""Days after its end that a sitting's answers stay at the branch although HR has them."""

_ERASED = "erased"
"""The branch's setting that says which sittings were looked at: their last line, their end (ms UTC)."""

_DAY_MS = 86_400_000


class Erasing:
    """Of one home. Results stay: the `graded` line says score and date, and it names no answer."""

    def __init__(self, home: Path, db: "Database", journal: JournalStore) -> None:
        self._home = home
        self._db = db
        self._journal = journal

    def erase(self, days: int = KEPT_DAYS) -> int:
        """Erase what is due, and say so in the journal; returns how many sittings. Not within a transaction."""
        upto, before = self._journal.acknowledged(), self._journal.now().wt - days * _DAY_MS
        done = [int(part) for part in branch_facts(self._db).get(_ERASED, "0 0").split()]
        due = [row for row in rows_of(self._db) if _is_due(row, upto, before) and not _is_due(row, *done)]
        count = self._erase(due, upto) if due else 0
        if due:
            save_setting(self._db, _ERASED, f"{upto} {before}")
        return count

    def erase_sitting(self, sitting: str) -> int:
        """Erase one sitting's answers whatever their age; raises `NotAcknowledged` where HR has no line of its end."""
        upto = self._journal.acknowledged()
        rows = [row for row in rows_of(self._db) if row.id == sitting]
        if not all(row.last_seq <= upto and row.state not in RUNNING for row in rows):
            raise NotAcknowledged(sitting=sitting, acknowledged=upto)
        return self._erase(rows, upto)

    def _erase(self, rows: list[SittingRow], upto: int) -> int:
        sealed = sealed_atts(self._db)
        bodies = {row.id: self._bodies(row) for row in rows}
        gone = [att for att, seqs in bodies.items() if seqs or att in sealed]
        if not gone:
            return 0
        with self._journal.together():
            take_out(self._db, [seq for att in gone for seq in bodies[att]])
            empty_sealed(self._db, gone)
            self._journal.append(Event.ERASE, {"to": upto, "sittings": len(gone)})
        leave_no_trace(self._db, self._home)
        return len(gone)

    def _bodies(self, row: SittingRow) -> list[int]:
        """The lines of a sitting whose answers stand here."""
        with closing(self._journal.records(row.first_seq)) as records:
            its = takewhile(lambda one: one.line.seq <= row.last_seq, records)
            return [
                one.line.seq
                for one in its
                if one.line.att == row.id and one.line.type in ANSWERING and one.body is not None
            ]


def put_answers_away(sealing: AnswerSealing, erasing: Erasing) -> None:
    """Both, as far as it goes: on a full disk or beside a broken line the rest is tried again the next time."""
    with suppress(AcademyError, sqlite3.OperationalError):
        sealing.seal()
        erasing.erase()


def _is_due(row: SittingRow, upto: int, before: int) -> bool:
    return row.state not in RUNNING and row.last_seq <= upto and row.ended_wt is not None and row.ended_wt < before
