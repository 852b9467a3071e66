"""The versions of a bank's overlay, kept in its question bank."""

from pathlib import Path
from typing import NamedTuple

from exams.store.bank_rows import changed, reading


class OverlayRow(NamedTuple):
    """One version; `record` is JSON, `wt` in ms UTC."""

    version: int
    record: str
    who: str
    wt: int


def overlay_rows(path: Path) -> tuple[OverlayRow, ...]:
    """All versions, the newest first; raises `BankMissing`, `BankForeign`."""
    with reading(path) as connection:
        rows = connection.execute("SELECT version, record, who, wt FROM overlays ORDER BY version DESC").fetchall()
    return tuple(OverlayRow(*row) for row in rows)


def save_overlay(path: Path, row: OverlayRow) -> bool:
    """Put the next version; False where somebody else was first with its number. Makes the bank where there is none."""
    with changed(path, may_be_new=True) as connection:
        newest = connection.execute("SELECT coalesce(max(version), 0) FROM overlays").fetchone()[0]
        if row.version != int(newest) + 1:
            return False
        connection.execute("INSERT INTO overlays VALUES (?, ?, ?, ?)", row)
    return True
