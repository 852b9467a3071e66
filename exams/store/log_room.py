"""Room for the lines of a sitting, on the disk before it begins: in the database's own write-ahead log.

A commit that makes the log longer has the file system write down the new length too, in a journal of its own; one that
overwrites what is there already has not: it takes little more than half as long. And what another program takes of a
nearly full disk during an exam is not taken from its answers.
"""

import os
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

ROOM = 2 * 1024 * 1024
"""Bytes: an answer takes some 6,000 with what is noted of its question, an hour's exam seldom more than this."""
MOST = 4 * 1024 * 1024
"""Bytes: about the thousand pages at which SQLite begins its log again from the front (`wal_autocheckpoint`)."""
_ZEROS = bytes(64 * 1024)
_flush = getattr(os, "fdatasync", os.fsync)


def make_room(db: "Database") -> None:
    """Lengthen the log by `ROOM` bytes up to `MOST`; where that cannot be, it grows with each line as ever.

    The bytes are zeros, which no reader of the log takes for a page (https://www.sqlite.org/fileformat2.html#walformat:
    the salts and sums of a frame must fit the header's). They are written under the lock of a writer, after whose last
    page they lie.
    """
    log = f"{db.conn.execute('PRAGMA database_list').fetchone()[2]}-wal"
    with suppress(OSError, sqlite3.OperationalError):
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            _lengthen(log)
        finally:
            db.conn.execute("COMMIT")


def _lengthen(log: str) -> None:
    handle = os.open(log, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    try:
        size = os.fstat(handle).st_size
        missing = min(size + ROOM, MOST) - size
        if missing <= 0:
            return
        while missing > 0:
            missing -= os.write(handle, _ZEROS[:missing])
        _flush(handle)
    finally:
        os.close(handle)
