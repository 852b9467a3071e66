"""The branch database is opened here and nowhere else: pragmas, refusals, a copy, migrations."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from exams.store.backups import keep_copy, lost, newest_good
from exams.store.errors import DatabaseDamaged, DatabaseForeign, DatabaseNewer, DiskFailing, DiskFull, HomeReadOnly
from exams.store.shapes import Shape, shape_after, vouch

if TYPE_CHECKING:
    from sqlite_utils import Database

FILE_NAME = "academy.sqlite"
_GUESTS = ("certificate",)
"""How the names of the certificates' own tables in this file begin."""


def database_path(home: Path) -> Path:
    """Where the branch database of a home lies."""
    return home / FILE_NAME


def open_database(home: Path) -> "Database":
    """Open or create the database and bring its tables up to date; raises the classes of `store.errors`.

    A newer database is looked at through a connection that cannot write: it stays as it is, byte for byte.
    """
    from sqlite_utils import Database

    from exams.store.migrations import SHAPE, migrations

    path = database_path(home)
    existed = path.exists()
    _refuse_lost(home)
    with _told_plainly(home), ExitStack() as undo:
        if existed:
            _refuse_newer(home, SHAPE)
        connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        undo.callback(connection.close)
        db = Database(connection)
        _pragmas(db)
        if existed:
            _refuse_damage(db, home)
            _refuse_foreign(db)
            if migrations.pending(db):
                keep_copy(home)
        _begin_again(db)
        migrations.apply(db)
        vouch(db, _wanted(), _GUESTS, lambda: newest_good(home))
        db.execute(f"PRAGMA user_version = {SHAPE:d}")
        undo.pop_all()
    return db


def _begin_again(db: "Database") -> None:
    """A cut in the first opening may leave the list of migrations without its index: while empty, it is made anew."""
    if "_sqlite_migrations" in db.table_names() and not db["_sqlite_migrations"].count:
        db["_sqlite_migrations"].drop()


def _pragmas(db: "Database") -> None:
    db.enable_wal()
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA busy_timeout = 5000")


def _refuse_lost(home: Path) -> None:
    """A new database must not grow silently where an old one has vanished."""
    backup = lost(home)
    if backup:
        raise DatabaseDamaged(detail="missing", backup=backup)


def _refuse_newer(home: Path, shape: int) -> None:
    with read_only(home) as connection:
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > shape:
        raise DatabaseNewer(found=found, known=shape)


def _refuse_damage(db: "Database", home: Path) -> None:
    verdict = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
    if verdict != "ok":
        raise DatabaseDamaged(detail=verdict, backup=newest_good(home))


@cache
def _wanted() -> Shape:
    from exams.store.migrations import migrations

    return shape_after(migrations)


def _refuse_foreign(db: "Database") -> None:
    """Before anything is written: what a trigger or view would do with it is not ours."""
    strange = db.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()
    if strange is not None:
        raise DatabaseForeign(name=str(strange[0]))


@contextmanager
def _told_plainly(home: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise_disk_trouble(error)
        raise
    except sqlite3.DatabaseError as error:
        raise DatabaseDamaged(detail=str(error), backup=newest_good(home)) from error


def raise_disk_trouble(error: sqlite3.OperationalError) -> None:
    """Turn SQLite's word for a full, failing or read-only disk into ours; any other error is left to the caller."""
    match getattr(error, "sqlite_errorname", ""):
        case "SQLITE_FULL":
            raise DiskFull from error
        case name if name.startswith("SQLITE_IOERR"):
            raise DiskFailing(detail=name) from error
        case name if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise HomeReadOnly from error


@contextmanager
def read_only(home: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write, for the first screen: no migration, no other library."""
    path = database_path(home)
    if path.with_name(f"{path.name}-journal").exists():
        _undo_half_done(path)
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def _undo_half_done(path: Path) -> None:
    """A power cut while a new or restored database was turned to its log leaves what only a writer can undo."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as connection:
        connection.execute("PRAGMA user_version").fetchone()
