"""The questions of a bank that exams have shown something about."""

from pathlib import Path
from typing import NamedTuple

from exams.store.bank_rows import reading


class FigureRow(NamedTuple):
    """A question with its figures; `flags` are codes with blanks between, `detail` is JSON."""

    id: int
    name: str
    record: str
    state: str
    version: int
    sittings: int
    facility: float | None
    discrimination: float | None
    flags: str
    detail: str


def figure_rows(path: Path) -> tuple[FigureRow, ...]:
    """Those that want a look first, then by number; raises `BankMissing`, `BankForeign`."""
    with reading(path) as connection:
        rows = connection.execute(
            "SELECT q.id, q.name, q.record, q.state, q.version, f.sittings, f.facility, f.discrimination, f.flags,"
            " f.detail FROM figures f JOIN questions q ON q.id = f.question ORDER BY f.flags = '', q.id"
        ).fetchall()
    return tuple(FigureRow(*row) for row in rows)
