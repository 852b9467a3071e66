"""Answers of finals that are over are put away: out of the journal's bodies, sealed to HR (attack B07)."""

import hashlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from exams.bundles.answers import SealedAnswers, seal_answers, unseal_answers
from exams.bundles.bundle import MOST
from exams.devices.identity import DeviceKeys
from exams.errors import AcademyError
from exams.journal.line import ANSWERING, Record
from exams.sittings.sitting import Kind, State
from exams.store.device_files import device_record, load_device
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import branch_facts, save_setting
from exams.store.sealed_rows import (
    drop_own,
    drop_sealed,
    empty_log,
    leave_no_trace,
    own_copies,
    put_back,
    save_sealed,
    sealed_atts,
    take_out,
)
from exams.store.session_rows import open_session_row
from exams.store.sitting_rows import SittingRow, rows_of
from exams.store.trust_files import has_trust, load_trust

if TYPE_CHECKING:
    from sqlite_utils import Database

_TRACES = "traces"
"""The branch's setting that is on while what was sealed may still stand in a log or a copy."""

_OVER = frozenset({State.GRADED.value, State.VOID.value, State.MOVED.value})


@dataclass(frozen=True, slots=True)
class _Keys:
    """Whose journal it is, to whom answers are sealed, and this PC's own keys."""

    serial: str
    hr: bytes
    own: DeviceKeys


class AnswerSealing:
    """Of one home. While a session is open this PC keeps a copy that it can open: its sittings may be reopened."""

    def __init__(self, home: Path, db: "Database", journal: JournalStore) -> None:
        self._home = home
        self._db = db
        self._journal = journal

    def seal(self) -> int:
        """Seal what is over and not sealed yet; returns how many sittings. Not within a transaction.

        Before this PC is enrolled there is nobody to seal to: everything stays as it is. Raises `DiskFull`,
        `HomeReadOnly` or `DatabaseDamaged`; what is not sealed then is tried again the next time.
        """
        running = open_session_row(self._db)
        session = running.id if running else ""
        self._let_go(session)
        done = sealed_atts(self._db)
        waiting = [row for row in rows_of(self._db) if _is_over(row) and row.id not in done]
        keys = _keys(self._home) if waiting else None
        sealed = [
            row.id for row in waiting if keys and self._seal(keys, row, own=bool(session) and row.session == session)
        ]
        self._tidy()
        return len(sealed)

    def give_back(self, sitting: str) -> bool:
        """Put a sitting's answers back for its reopening; False where they are not sealed, or not to be had here."""
        own, keys = own_copies(self._db).get(sitting), load_device(self._home)
        record = device_record(self._home) if own is not None else None
        if own is None or keys is None or record is None:
            return False
        sealed = SealedAnswers(sitting, keys.seal.keyid, own)
        bodies = unseal_answers(sealed, record.serial, [keys.seal], MOST)
        with self._journal.together():
            for seq, body in bodies.items():
                put_back(self._db, seq, body)
            drop_sealed(self._db, sitting)
        return True

    def _let_go(self, session: str) -> None:
        """Sittings whose session is over are reopened by nobody."""
        own = own_copies(self._db)
        kept = {row.id for row in rows_of(self._db) if session and row.session == session} if own else set()
        if own.keys() - kept:
            drop_own(self._db, sorted(own.keys() - kept))
            empty_log(self._db)

    def _tidy(self) -> None:
        """Also after a power cut between the sealing and this."""
        if branch_facts(self._db).get(_TRACES) == "on":
            leave_no_trace(self._db, self._home)
            save_setting(self._db, _TRACES, "off")

    def _lines(self, row: SittingRow) -> Iterator[Record]:
        with closing(self._journal.records(row.first_seq)) as records:
            for record in takewhile(lambda one: one.line.seq <= row.last_seq, records):
                if record.line.att == row.id and record.line.type in ANSWERING:
                    yield record

    def _seal(self, keys: _Keys, row: SittingRow, *, own: bool) -> bool:
        lines = list(self._lines(row))
        bodies = {record.line.seq: record.body for record in lines if record.body is not None}
        # What somebody changed stays to be seen: sealed, it would be told from an honest one by HR alone.
        if not all(_fits(record) for record in lines):
            return False
        mine = seal_answers(keys.serial, row.id, bodies, keys.own.seal.public).raw if own and bodies else None
        sealed = seal_answers(keys.serial, row.id, bodies, keys.hr) if bodies else SealedAnswers(row.id, "", b"")
        with self._journal.together():
            save_sealed(self._db, sealed, mine)
            take_out(self._db, bodies)
            save_setting(self._db, _TRACES, "on")
        return bool(bodies)


def _fits(record: Record) -> bool:
    return record.body is None or hashlib.sha256(record.body).hexdigest() == record.line.bh


def can_seal(home: Path) -> bool:
    """Whether this PC knows HR's key and is enrolled: else answers stay in the journal in clear."""
    return _keys(home) is not None


def _is_over(row: SittingRow) -> bool:
    return row.kind == Kind.FINAL.value and row.state in _OVER


def _keys(home: Path) -> _Keys | None:
    with suppress(AcademyError):
        record, own = (device_record(home), load_device(home)) if has_trust(home) else (None, None)
        if record is not None and own is not None:
            return _Keys(record.serial, load_trust(home).root.hr_seal, own)
    return None
