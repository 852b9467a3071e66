"""The journal's table: append one line, read them in order. Nothing here ever updates or deletes a line."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from exams.journal.check import Row
from exams.journal.errors import JournalBroken
from exams.journal.line import GENESIS, SALT_BYTES, Event, Record, line_hash, make_body, make_line, read_line
from exams.store.database import raise_disk_trouble
from exams.store.log_room import make_room
from exams.timing.clock import Clock, Moment

if TYPE_CHECKING:
    from sqlite_utils import Database

_INSERT = "INSERT INTO journal (seq, line, body) VALUES (?, ?, ?)"
_OF_TYPE = """
    SELECT line, body FROM journal
    WHERE CASE WHEN json_valid(CAST(line AS TEXT)) THEN json_extract(CAST(line AS TEXT), '$.type') END
        IN (SELECT value FROM json_each(?))
    ORDER BY seq"""
_LATEST = """
    SELECT max(CASE WHEN json_valid(CAST(line AS TEXT)) THEN json_extract(CAST(line AS TEXT), '$.wt') END)
    FROM journal WHERE seq >= ?"""

Witness = Callable[[Record], None]
"""Sees each line that was written; raises only what undoes the transaction around it."""


class JournalStore:
    """The one journal of this PC. `append` has committed when it returns, unless a transaction is open around it.

    The connection is one that begins no transaction by itself (`isolation_level` None).
    """

    def __init__(self, db: "Database", clock: Clock, salt: Callable[[], bytes] | None = None) -> None:
        self._db = db
        self._clock = clock
        self._salt = salt or partial(os.urandom, SALT_BYTES)
        self._floor: int | None = None
        self._head: tuple[int, str] | None = None
        self._witness: Witness | None = None
        self._vouched: dict[str, str] = {}

    def attend(self, witness: Witness) -> None:
        """Show every line to `witness` once it is written, within the transaction where one is open."""
        self._witness = witness

    def vouch(self, staff_id: str, role_certificate: str) -> None:
        """From now on what this person does (`by` or `proctor` in the facts) names the certificate it is done under."""
        self._vouched[staff_id] = role_certificate

    def now(self) -> Moment:
        """The clocks as the next line would carry them."""
        return self._clock.now()

    def append(self, event: Event, facts: Mapping[str, object], att: str = "", moment: Moment | None = None) -> Record:
        """Write one line and its body in one transaction; raises `DiskFull` or `HomeReadOnly` with nothing written."""
        record = self.prepare(event, facts, att, moment)
        self.store(record)
        return record

    def prepare(self, event: Event, facts: Mapping[str, object], att: str = "", moment: Moment | None = None) -> Record:
        """The next line as it would be written; nothing is."""
        vouched = self._vouched.get(str(facts.get("by") or facts.get("proctor"))) if self._vouched else None
        body = make_body({**facts, "role_certificate": vouched} if vouched else facts, self._salt())
        seq, prev = self._head or self.head()
        line = make_line(seq + 1, prev, moment or self._clock.now(), event, att, body)
        return Record(line, line.encode(), body)

    def store(self, record: Record) -> None:
        """Write a prepared line: one statement, which is its own transaction unless one is open around it."""
        # What a transaction has written may yet be taken back: then the next line looks at the table again.
        following = None if self._db.conn.in_transaction else (record.line.seq, line_hash(record.raw))
        self._head = None
        try:
            self._db.conn.execute(_INSERT, (record.line.seq, record.raw, record.body))
        except sqlite3.OperationalError as error:
            raise_disk_trouble(error)
            raise
        self._head = following
        if self._floor is not None:
            confirmed = b'"confirmed"' in (record.body or b"")
            self._floor = record.line.wt if confirmed else max(self._floor, record.line.wt)
        if self._witness is not None:
            self._witness(record)

    def make_room(self) -> None:
        """Before a sitting: what it will write has its place on the disk, as far as the disk has it."""
        make_room(self._db)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Lines, and rows of tables that go with them, all or none; raises `DiskFull` or `HomeReadOnly`."""
        try:
            with self._db.atomic():
                yield
        except sqlite3.OperationalError as error:
            raise_disk_trouble(error)
            raise

    def head(self) -> tuple[int, str]:
        """The last sequence number and the hash its successor must carry."""
        row = self._db.execute("SELECT seq, line FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return (0, GENESIS) if row is None else (int(row[0]), line_hash(bytes(row[1])))

    def floor_wt(self) -> int:
        """It cannot be earlier now: the latest wall clock of any line since a proctor last confirmed the clock."""
        if self._floor is None:
            jumps = self.of_type(Event.TIME_JUMP)
            first = max((jump.line.seq for jump in jumps if b'"confirmed"' in (jump.body or b"")), default=1)
            self._floor = int(self._db.execute(_LATEST, (first,)).fetchone()[0] or 0)
        return self._floor

    def acknowledged(self) -> int:
        """How many lines HR has sent its receipt for; 0 before the first one."""
        return max((_size_in(record) for record in self.of_type(Event.ACK)), default=0)

    def rows(self, first: int = 1) -> Iterator[Row]:
        """The stored bytes from `first` on, in order."""
        query = "SELECT seq, line, body FROM journal WHERE seq >= ? ORDER BY seq"
        for seq, raw, body in self._db.execute(query, (first,)):
            yield int(seq), bytes(raw), None if body is None else bytes(body)

    def records(self, first: int = 1) -> Generator[Record, None, None]:
        """The same, read; raises `JournalBroken` at a line that cannot be read."""
        for seq, raw, body in self.rows(first):
            line = read_line(raw)
            if line is None:
                raise JournalBroken(seq=seq)
            yield Record(line, raw, body)

    def of_type(self, *events: Event) -> Iterator[Record]:
        """Only lines of these types, in order; cheap, as SQL chooses. Unreadable lines are left to the check."""
        names = json.dumps(sorted(event.value for event in events))
        for raw, body in self._db.execute(_OF_TYPE, (names,)):
            line = read_line(bytes(raw))
            if line is not None:
                yield Record(line, bytes(raw), None if body is None else bytes(body))


def _size_in(record: Record) -> int:
    """What a receipt's line says; nothing where its body is not the one that was written."""
    fits = record.body is not None and hashlib.sha256(record.body).hexdigest() == record.line.bh
    return int(record.facts().get("size", 0)) if fits else 0
