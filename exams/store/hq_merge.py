"""A newer copy of headquarters' database beside the one here: read from a copy of its own, rows taken over."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from exams.store.hq_database import FILE_NAME, FOLDER, open_hq_database

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES = ("keys", "packs", "ceks", "sessions", "codes", "slot_files", "devices")
"""What headquarters alone writes; settings and log are each home's own."""


@contextmanager
def copy_opened(folder: Path) -> Iterator["Database | None"]:
    """The database that lies in `folder`, opened as a copy: a stick may be write-protected. None where none lies there.

    Raises the classes of `store.errors`, or `OSError` where it cannot be read.
    """
    if not (folder / FILE_NAME).is_file():
        yield None
        return
    with TemporaryDirectory(prefix="academy-hq-") as place:
        beside = Path(place) / FOLDER
        beside.mkdir()
        for name in (FILE_NAME, f"{FILE_NAME}-wal"):
            if (folder / name).is_file():
                shutil.copyfile(folder / name, beside / name)
        with closing(open_hq_database(Path(place))) as db:
            yield db


def take_rows(db: "Database", other: "Database") -> None:
    """Every row of the other's tables; one with the same key takes the place of the one here."""
    for table in _TABLES:
        columns = [str(row[1]) for row in db.execute(f"PRAGMA table_info({table})")]
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        rows = other.execute(f"SELECT {names} FROM {table}").fetchall()  # noqa: S608
        db.conn.executemany(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608
