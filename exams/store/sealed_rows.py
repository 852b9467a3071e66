"""Answers that lie sealed, and bodies taken out of the journal's table: the only place where a body ever goes."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from exams.bundles.answers import SealedAnswers
from exams.store.backups import folder, keep_copy

if TYPE_CHECKING:
    from sqlite_utils import Database

_CLEAR = "SELECT 1 FROM journal WHERE body IS NOT NULL AND seq IN (SELECT value FROM json_each(?)) LIMIT 1"


def save_sealed(db: "Database", sealed: SealedAnswers, own: bytes | None) -> None:
    """One sitting's answers; `own` is what only this PC opens, None where nobody here may have them back."""
    db.execute(
        "INSERT OR REPLACE INTO sealed (att, key, raw, own) VALUES (?, ?, ?, ?)",
        (sealed.sitting, sealed.key, sealed.raw, own),
    )


def sealed_of(db: "Database", atts: Iterable[str]) -> tuple[SealedAnswers, ...]:
    """What lies sealed of these sittings, by sitting."""
    query = "SELECT att, key, raw FROM sealed WHERE raw != x'' AND att IN (SELECT value FROM json_each(?)) ORDER BY att"
    rows = db.execute(query, (json.dumps(sorted(atts)),))
    return tuple(SealedAnswers(str(att), str(key), bytes(raw)) for att, key, raw in rows)


def sealed_atts(db: "Database") -> frozenset[str]:
    """The sittings whose answers were put away: they lie sealed, or were erased since."""
    return frozenset(str(att) for (att,) in db.execute("SELECT att FROM sealed"))


def own_copies(db: "Database") -> dict[str, bytes]:
    """By sitting, what this PC can open again."""
    rows = db.execute("SELECT att, own FROM sealed WHERE own IS NOT NULL ORDER BY att")
    return {str(att): bytes(own) for att, own in rows}


def drop_own(db: "Database", atts: Iterable[str]) -> None:
    """From now on only HR opens them."""
    db.execute("UPDATE sealed SET own = NULL WHERE att IN (SELECT value FROM json_each(?))", (json.dumps([*atts]),))


def drop_sealed(db: "Database", att: str) -> None:
    """As if it had never been sealed: its answers stand in the journal again."""
    db.execute("DELETE FROM sealed WHERE att = ?", (att,))


def empty_sealed(db: "Database", atts: Iterable[str]) -> None:
    """Nothing of them stays here but that they were put away."""
    query = "UPDATE sealed SET raw = x'', own = NULL WHERE att IN (SELECT value FROM json_each(?))"
    db.execute(query, (json.dumps([*atts]),))


def take_out(db: "Database", seqs: Iterable[int]) -> int:
    """Take the bodies of these lines out of the table; returns how many were there. The lines stay as they are."""
    query = "UPDATE journal SET body = NULL WHERE body IS NOT NULL AND seq IN (SELECT value FROM json_each(?))"
    return int(db.execute(query, (json.dumps([*seqs]),)).rowcount)


def put_back(db: "Database", seq: int, body: bytes) -> None:
    """Put a body where one was taken out; whoever calls has held it against the line's hash."""
    db.execute("UPDATE journal SET body = ? WHERE seq = ? AND body IS NULL", (body, seq))


def leave_no_trace(db: "Database", home: Path) -> None:
    """What was taken out stands in no log and in no copy either: a copy that has it gives way to a new one.

    Not within a transaction. Raises what `keep_copy` raises, with the old copies still there.
    """
    empty_log(db)
    told = json.dumps([int(seq) for (seq,) in db.execute("SELECT seq FROM journal WHERE body IS NULL")])
    stale = [path for path in sorted(folder(home).glob("academy-*.sqlite")) if _has_clear(path, told)]
    if stale:
        keep_copy(home)
    for path in stale:
        path.unlink(missing_ok=True)


def empty_log(db: "Database") -> None:
    """Write everything into the database's own file and cut the write-ahead log to nothing."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _has_clear(path: Path, seqs: str) -> bool:
    """A copy that cannot be read has nothing to be found with SQLite; it stays, as what it was made for."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            return copy.execute(_CLEAR, (seqs,)).fetchone() is not None
    except sqlite3.DatabaseError:
        return False
