"""A second, independent reading of a home: SQLite of the standard library and nothing of the product.

Only answers that were put away for HR are opened by other means.
"""

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.put_away import bodies_put_away

Row = tuple[int, bytes, bytes]
Rows = tuple[Row, ...]
DOMAIN = b"branch-academy/journal/v1\0"


@dataclass(frozen=True, slots=True)
class Given:
    """The last answer to one place, and the line it stands in."""

    value: object
    seq: int


Answers = dict[tuple[str, int], Given]


def rows_of(home: Path) -> Rows:
    """The journal as it is stored; raises `sqlite3.DatabaseError`."""
    with closing(sqlite3.connect(home / "academy.sqlite")) as database:
        return _rows(database, home)


def checked_rows(home: Path) -> tuple[str, Rows]:
    """SQLite's verdict on the whole file, and the journal; the first connection after the crash recovers the file."""
    with closing(sqlite3.connect(home / "academy.sqlite")) as database:
        return str(database.execute("PRAGMA integrity_check").fetchone()[0]), _rows(database, home)


def chain_fault(rows: Sequence[Row]) -> int:
    """The first line that does not follow on the one before, 0 where the chain is whole."""
    prev = "0" * 64
    for expected, (seq, raw, body) in enumerate(rows, start=1):
        line = json.loads(raw)
        told = (line["seq"], line["prev"], line["bh"])
        if seq != expected or told != (seq, prev, hashlib.sha256(body).hexdigest()):
            return expected
        prev = hashlib.sha256(DOMAIN + raw).hexdigest()
    return 0


def answers_of(rows: Sequence[Row]) -> Answers:
    """The last answer to every place of every sitting; one that was taken back is not there."""
    found: Answers = {}
    for seq, raw, body in rows:
        line = json.loads(raw)
        if line["type"] in {"answer", "draft"}:  # a draft is no answer, and takes the place of one
            facts = json.loads(body)
            found[line["att"], facts["position"]] = Given(facts.get("value"), seq)
    return {place: given for place, given in found.items() if given.value is not None}


def _rows(database: sqlite3.Connection, home: Path) -> Rows:
    query = "SELECT seq, line, body FROM journal ORDER BY seq"
    away = bodies_put_away(database, home)
    return tuple(
        (int(seq), bytes(line), away[seq] if body is None else bytes(body))
        for seq, line, body in database.execute(query)
    )
