"""The checkpoints this device has signed, by how many lines of the journal each covers."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def save_checkpoint(db: "Database", size: int, raw: bytes) -> None:
    """One envelope; of one size the first one stays, as it may have been read out already."""
    db.conn.execute("INSERT OR IGNORE INTO checkpoints (size, raw) VALUES (?, ?)", (size, raw))


def checkpoints(db: "Database", first: int = 1) -> tuple[tuple[int, bytes], ...]:
    """Sizes and envelopes from `first` lines on, in order."""
    rows = db.execute("SELECT size, raw FROM checkpoints WHERE size >= ? ORDER BY size", (first,))
    return tuple((int(size), bytes(raw)) for size, raw in rows)


def last_checkpoint(db: "Database") -> tuple[int, bytes] | None:
    """The one that covers most; None before the first."""
    row = db.execute("SELECT size, raw FROM checkpoints ORDER BY size DESC LIMIT 1").fetchone()
    return None if row is None else (int(row[0]), bytes(row[1]))
