"""Exam sessions of this branch. Of a code only its Argon2id hash is kept."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

REHEARSED = "mock"
"""The blueprint a rehearsal is opened with, and no other session."""

_COLUMNS = "id, title, proctor, blueprint, code, opened_wt, closed_wt"


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session; `closed_wt` is None while it is open."""

    id: str
    title: str
    proctor: str
    blueprint: str
    code: str
    opened_wt: int
    closed_wt: int | None

    @property
    def is_rehearsal(self) -> bool:
        """Opened without headquarters, for practice items; nothing in it counts."""
        return self.blueprint == REHEARSED


def save_session(db: "Database", row: SessionRow) -> None:
    """Insert a session."""
    db.execute(
        f"INSERT INTO sessions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (row.id, row.title, row.proctor, row.blueprint, row.code, row.opened_wt, row.closed_wt),
    )


def find_session(db: "Database", session: str) -> SessionRow | None:
    """The session with this id."""
    return next((row for row in all_sessions(db) if row.id == session), None)


def mark_closed(db: "Database", session: str, wt: int) -> None:
    """From this moment on its code opens nothing."""
    db.execute("UPDATE sessions SET closed_wt = ? WHERE id = ? AND closed_wt IS NULL", (wt, session))


def all_sessions(db: "Database") -> tuple[SessionRow, ...]:
    """Newest first."""
    query = f"SELECT {_COLUMNS} FROM sessions ORDER BY opened_wt DESC, id"  # noqa: S608
    return tuple(SessionRow(*row) for row in db.execute(query))


def open_session_row(db: "Database") -> SessionRow | None:
    """The session that is open now."""
    return next((row for row in all_sessions(db) if row.closed_wt is None), None)
