"""Whether the pack in use is still needed: a second one would take its files away."""

from pathlib import Path
from typing import TYPE_CHECKING

from exams.desk.key_ring import KeyRing
from exams.store.session_rows import open_session_row

if TYPE_CHECKING:
    from sqlite_utils import Database


def session_in_need(db: "Database", home: Path) -> str:
    """A session that is open, or whose exams are not all graded; empty where there is none.

    Keys of sessions that are over are erased when the program opens, not here.
    """
    running = open_session_row(db)
    return running.id if running else next(iter(KeyRing(home / "keys").sessions()), "")
