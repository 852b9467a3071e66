"""Headquarters' log: who did what when, each line chained to the one before. Nothing here updates or deletes a line."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from exams.journal.line import canonical
from exams.store.database import raise_disk_trouble

if TYPE_CHECKING:
    from sqlite_utils import Database

DOMAIN = b"branch-academy/hq-log/v1\0"
_COLUMNS = "seq, wt, who, act, session, purpose, anchor, facts, digest"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One act; `session`, `purpose`, `anchor` are empty where it has none; `digest` covers all before it too."""

    wt: int
    who: str
    act: str
    session: str = ""
    purpose: str = ""
    anchor: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    seq: int = 0
    digest: str = ""

    def chained(self, prev: str) -> str:
        """The digest that belongs to this line behind one with the digest `prev`."""
        told = [self.seq, self.wt, self.who, self.act, self.session, self.purpose, self.anchor, dict(self.facts), prev]
        return hashlib.sha256(DOMAIN + canonical(told)).hexdigest()


def append_line(db: "Database", act: LogLine) -> LogLine:
    """Write an act behind the last one, whatever number and digest it came with.

    Raises `DiskFull`, `DiskFailing` or `HomeReadOnly` with nothing written.
    """
    last = db.execute("SELECT seq, digest FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    seq, prev = (0, "") if last is None else (int(last[0]), str(last[1]))
    numbered = replace(act, seq=seq + 1)
    line = replace(numbered, digest=numbered.chained(prev))
    texts = (line.who, line.act, line.session, line.purpose, line.anchor, canonical(dict(line.facts)).decode())
    try:
        db.conn.execute(
            f"INSERT INTO log ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (line.seq, line.wt, *texts, line.digest),
        )
    except sqlite3.OperationalError as error:
        raise_disk_trouble(error)
        raise
    return line


def log_lines(db: "Database", act: str = "", session: str = "") -> tuple[LogLine, ...]:
    """In order; with `act` or `session` only theirs."""
    query = f"SELECT {_COLUMNS} FROM log WHERE ? IN ('', act) AND ? IN ('', session) ORDER BY seq"  # noqa: S608
    return tuple(_line(row) for row in db.execute(query, (act, session)))


def first_break(db: "Database") -> int:
    """The number of the first line that was altered or stands where it does not belong; 0 where the log is whole."""
    prev = ""
    for expected, line in enumerate(log_lines(db), start=1):
        if line.seq != expected or line.chained(prev) != line.digest:
            return expected
        prev = line.digest
    return 0


def _line(row: tuple[object, ...]) -> LogLine:
    seq, wt, who, act, session, purpose, anchor, facts, digest = row
    texts = (str(who), str(act), str(session), str(purpose), str(anchor))
    return LogLine(int(str(wt)), *texts, json.loads(str(facts)), int(str(seq)), str(digest))
