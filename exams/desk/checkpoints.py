"""The device vouches for its journal: at every moment that counts, never for a single answer (security design, 4.2)."""

import logging
import sqlite3
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from exams.devices.checkpoint import Checkpoint, sign_checkpoint
from exams.devices.record import MOST_RECORD
from exams.errors import AcademyError
from exams.journal.line import Event, Record, line_hash
from exams.store.checkpoint_rows import checkpoints, last_checkpoint, save_checkpoint
from exams.store.database import raise_disk_trouble
from exams.store.device_files import kept_record, load_device
from exams.store.journal_rows import JournalStore
from exams.trust.envelope import Purpose, claimed_payload
from exams.trust.keys import SigningKey
from exams.trust.shapes import bytes_in, text_in

if TYPE_CHECKING:
    from sqlite_utils import Database

EVERY_MS = 300_000

_log = logging.getLogger(__name__)

_MOMENTS = frozenset(
    {
        Event.GENESIS,
        Event.DEVICE_IMPORT,
        Event.APP_START,
        Event.APP_STOP,
        Event.SESSION_OPEN,
        Event.SESSION_CLOSE,
        Event.START,
        Event.SUBMIT,
        Event.GRADED,
        Event.VOID,
        Event.CERTIFICATE,
        Event.REPORT,
        Event.LIST,
        Event.EXPORT,
    }
)


class Checkpoints:
    """Signs nothing before the PC is enrolled. `attend` the journal with `witness`."""

    def __init__(self, db: "Database", home: Path) -> None:
        self._db = db
        self._home = home
        self._last_bt: int | None = None

    def witness(self, record: Record) -> None:
        """Sign after a line that counts, and every five minutes while a sitting is watched."""
        line = record.line
        if line.type in _MOMENTS or (line.type == Event.HEARTBEAT and self._is_due(line.bt)):
            self._last_bt = line.bt
            self._sign(line.seq, line_hash(record.raw), line.wt)

    def sign_now(self, journal: JournalStore) -> bytes | None:
        """A checkpoint of the journal as it stands, the one of this length where there is one; None if not enrolled."""
        size, head = journal.head()
        if size and self._device is not None:
            self._sign(size, head, journal.now().wt)
        last = last_checkpoint(self._db)
        return last[1] if last is not None and last[0] == size else None

    def since(self, first: int = 1) -> tuple[tuple[int, bytes], ...]:
        """Those that cover `first` lines or more, in order: how many, and the envelope."""
        return checkpoints(self._db, first)

    @cached_property
    def _device(self) -> tuple[str, SigningKey] | None:
        """Serial and key, where the record in this home is this key's."""
        try:
            raw, keys = kept_record(self._home), load_device(self._home)
            if raw is None or keys is None:
                return None
            about = claimed_payload(raw, Purpose.DEVICE, MOST_RECORD)
            return (text_in(about, "serial"), keys.sign) if bytes_in(about, "sign") == keys.sign.public else None
        except AcademyError as error:  # a line that was written must not be told as one that was not
            _log.warning("no checkpoints: %s", error)
            return None

    def _is_due(self, bt: int) -> bool:
        return self._last_bt is None or not 0 <= bt - self._last_bt < EVERY_MS

    def _sign(self, size: int, head: str, wt: int) -> None:
        if self._device is None:
            return
        serial, key = self._device
        raw = sign_checkpoint(Checkpoint(serial, size, head, wt), key)
        try:
            save_checkpoint(self._db, size, raw)
        except sqlite3.OperationalError as error:
            # Alone, the line is written already and the next moment vouches for it too; a transaction fails whole.
            if self._db.conn.in_transaction:
                raise_disk_trouble(error)
                raise
            _log.warning("checkpoint %d not kept: %s", size, error)
