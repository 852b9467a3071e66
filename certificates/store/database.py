"""The register is opened here: pragmas, refusals, migrations. A connection lives as long as one piece of work."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from certificates.errors import CannotWrite, NewerRegister, RegisterDamaged
from exams import Shape, of_tables, shape_after, shape_of

if TYPE_CHECKING:
    from sqlite_utils import Database

_FILE = "academy.sqlite"
_OURS = "certificate"
"""How the names of our own tables in the branch database begin; the rest is vouched for by whoever opens that."""
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_CANTOPEN", "SQLITE_READONLY")


def has_register(home: Path) -> bool:
    """True where a home has a database at all."""
    return (home / _FILE).is_file()


@contextmanager
def open_register(home: Path) -> Iterator["Database"]:
    """The register, brought up to date; raises `NewerRegister`, `RegisterDamaged` or `CannotWrite`."""
    from sqlite_utils import Database

    from certificates.store.migrations import KNOWN, migrations

    path = home / _FILE
    with _told_plainly(path), closing(sqlite3.connect(path)) as connection:
        db = Database(connection)
        db.enable_wal()
        for pragma in ("synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF", "busy_timeout = 5000"):
            db.execute(f"PRAGMA {pragma}")
        newer = {step.name for step in migrations.applied(db)} - KNOWN
        if newer:
            raise NewerRegister(steps=sorted(newer))
        if migrations.pending(db):
            migrations.apply(db)
        if of_tables(shape_of(db), _OURS) != _wanted():
            raise RegisterDamaged(path=str(path), reason="schema")
        yield db


@cache
def _wanted() -> Shape:
    from certificates.store.migrations import migrations

    return of_tables(shape_after(migrations), _OURS)


@contextmanager
def _told_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(_NO_ROOM):
            raise CannotWrite(path=str(path), reason=name) from error
        raise
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # a broken constraint is our mistake, not the file's
            raise
        raise RegisterDamaged(path=str(path), reason=str(error)) from error
