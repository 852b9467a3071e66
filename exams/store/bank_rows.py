"""A question bank: one SQLite file, each import one transaction with a number, the last one can be taken back."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from exams.store.bank_errors import BankForeign, BankMissing, BankNothing, BankNotWritten, BankTouched
from exams.store.database import raise_disk_trouble
from exams.store.shapes import shape_of

APPLICATION_ID = 0x42414251  # "BABQ"
_TABLES = (
    "CREATE TABLE imports (number INTEGER PRIMARY KEY, files TEXT NOT NULL, questions INTEGER NOT NULL,"
    " who TEXT NOT NULL) STRICT",
    "CREATE TABLE questions (id INTEGER PRIMARY KEY, import INTEGER NOT NULL REFERENCES imports (number),"
    " type TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1,"
    " state TEXT NOT NULL DEFAULT 'draft', author TEXT NOT NULL DEFAULT '', review TEXT NOT NULL DEFAULT '') STRICT",
    "CREATE TABLE versions (question INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,"
    " version INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (question, version)) STRICT",
    "CREATE TABLE acts (question INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,"
    " number INTEGER NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, who TEXT NOT NULL,"
    " wt INTEGER NOT NULL, PRIMARY KEY (question, number)) STRICT",
    "CREATE TABLE figures (question INTEGER PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,"
    " sittings INTEGER NOT NULL, facility REAL, discrimination REAL, flags TEXT NOT NULL, detail TEXT NOT NULL) STRICT",
    "CREATE TABLE blueprints (name TEXT NOT NULL, version INTEGER NOT NULL, record TEXT NOT NULL,"
    " who TEXT NOT NULL, wt INTEGER NOT NULL, PRIMARY KEY (name, version)) STRICT",
    "CREATE TABLE overlays (version INTEGER PRIMARY KEY, record TEXT NOT NULL, who TEXT NOT NULL,"
    " wt INTEGER NOT NULL) STRICT",
)
_TOUCHED = (
    "SELECT count(*) FROM questions WHERE import = ? AND (state <> 'draft' OR version > 1 OR id IN"
    " (SELECT question FROM acts))"
)

Row = tuple[str, str, str]
"""Type, name, and the question as JSON."""


class Taken(NamedTuple):
    """One import: its number from 1, the names of its files, how many questions it brought."""

    number: int
    files: tuple[str, ...]
    questions: int


def add_import(path: Path, files: Sequence[str], rows: Iterable[Row], who: str = "") -> Taken:
    """All rows or none; makes the bank where there is none. Raises `BankForeign`, `BankNotWritten`, disk trouble.

    `who` is written down as the one who took them in; each question begins as a draft of nobody's.
    """
    with changed(path, may_be_new=True) as connection:
        number = _last(connection) + 1
        before = _questions(connection)
        connection.execute(
            "INSERT INTO imports VALUES (?, ?, 0, ?)", (number, json.dumps(files, ensure_ascii=False), who)
        )
        connection.executemany(
            "INSERT INTO questions (import, type, name, record) VALUES (?, ?, ?, ?)", ((number, *row) for row in rows)
        )
        count = _questions(connection) - before
        connection.execute("UPDATE imports SET questions = ? WHERE number = ?", (count, number))
    return Taken(number, tuple(files), count)


def undo_import(path: Path) -> Taken:
    """Take the last import back: what is in the bank is what was in it before. Raises `BankMissing`, `BankNothing`,
    and `BankTouched` where people have worked on what it brought.
    """
    with changed(path, may_be_new=False) as connection:
        number = _last(connection)
        if not number:
            raise BankNothing(path=str(path))
        if touched := int(connection.execute(_TOUCHED, (number,)).fetchone()[0]):
            raise BankTouched(count=touched)
        files = connection.execute("SELECT files FROM imports WHERE number = ?", (number,)).fetchone()[0]
        count = connection.execute("DELETE FROM questions WHERE import = ?", (number,)).rowcount
        connection.execute("DELETE FROM imports WHERE number = ?", (number,))
    return Taken(number, tuple(json.loads(files)), count)


def bank_records(path: Path) -> Iterator[str]:
    """Every question as JSON, in the order of import; raises `BankMissing`, `BankForeign`."""
    with reading(path) as connection:
        for row in connection.execute("SELECT record FROM questions ORDER BY id"):
            yield str(row[0])


def last_import(path: Path) -> Taken | None:
    """The import that `undo_import` would take back; None where there is none. Raises `BankMissing`, `BankForeign`."""
    with reading(path) as connection:
        row = connection.execute("SELECT number, files, questions FROM imports ORDER BY number DESC LIMIT 1").fetchone()
    return Taken(int(row[0]), tuple(json.loads(row[1])), int(row[2])) if row else None


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A bank that is only looked at; raises `BankMissing`, `BankForeign`."""
    _refuse_missing(path)
    with _told(path), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        _vouch(connection, path)
        yield connection


@contextmanager
def changed(path: Path, *, may_be_new: bool) -> Iterator[sqlite3.Connection]:
    """A transaction: everything in it is kept, or nothing."""
    is_new = may_be_new and not path.exists()
    if not may_be_new:
        _refuse_missing(path)
    try:
        with _told(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN IMMEDIATE")
            if is_new:
                _make(connection)
            _vouch(connection, path)
            yield connection
            connection.execute("COMMIT")
    except BaseException:
        if is_new:
            path.unlink(missing_ok=True)
        raise


def _make(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    for sql in _TABLES:
        connection.execute(sql)


def _vouch(connection: sqlite3.Connection, path: Path) -> None:
    """A trigger or view of someone else would change what is written and read."""
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    if found != APPLICATION_ID:
        raise BankForeign(path=str(path), detail="application_id")
    with closing(sqlite3.connect(":memory:")) as empty:
        _make(empty)
        wanted = shape_of(empty)
    there = shape_of(connection)
    strange = [name for (kind, name), told in there.items() if wanted.get((kind, name)) != told]
    if strange or len(there) != len(wanted):
        raise BankForeign(path=str(path), detail=min(strange, default="tables"))


def _refuse_missing(path: Path) -> None:
    if not path.is_file():
        raise BankMissing(path=str(path))


def _last(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM imports").fetchone()[0])


def _questions(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM questions").fetchone()[0])


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise_disk_trouble(error)
        raise BankNotWritten(path=str(path), detail=str(error)) from error
    except sqlite3.DatabaseError as error:
        raise BankForeign(path=str(path), detail=str(error)) from error
