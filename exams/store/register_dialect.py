"""The one file that knows which database the register lies in. The SQL of its rows is what SQLite and PostgreSQL share:
texts and whole numbers, `?` for parameters, `INSERT … ON CONFLICT`.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from exams.store.database import raise_disk_trouble
from exams.store.register_errors import RegisterForeign, RegisterNotWritten
from exams.store.register_tables import INDEXES, TABLES
from exams.store.shapes import Shape, shape_of

APPLICATION_ID = 0x42415247  # "BARG"

Values = Sequence[str | int | None]


class RegisterDb:
    """An open register in SQLite; every call may raise `RegisterForeign`, `RegisterNotWritten` or disk trouble."""

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        self.path = path
        with _told(path):
            place = f"{path.resolve().as_uri()}?mode={'ro' if reading else 'rwc'}"
            self._connection = sqlite3.connect(place, uri=True, isolation_level=None, timeout=30)
            try:
                self._prepare(reading=reading)
            except BaseException:
                self._connection.close()
                raise

    def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Every row of a query."""
        with _told(self.path):
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one at a time: for exports."""
        with _told(self.path):
            yield from self._connection.execute(sql, values)

    def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """The first row of a query; None where there is none."""
        with _told(self.path):
            found: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
            return found

    def number(self, sql: str, values: Values = ()) -> int:
        """The one number that a query gives; 0 for none."""
        found = self.row(sql, values)
        return int(found[0] or 0) if found else 0

    def write(self, sql: str, values: Values = ()) -> int:
        """Change rows; gives how many."""
        with _told(self.path):
            return self._connection.execute(sql, values).rowcount

    def write_all(self, sql: str, rows: Iterable[Values]) -> None:
        """The same change for many rows."""
        with _told(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything in the block is kept, or nothing; a block inside another is a part of it."""
        if self._connection.in_transaction:
            yield
            return
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        with _told(self.path):
            self._connection.execute("COMMIT")

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every table with its rows in order: two registers that are equal give equal dumps."""
        names = [str(name) for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
        return {name: sorted(self.rows(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _prepare(self, *, reading: bool) -> None:
        db = self._connection
        db.execute("PRAGMA trusted_schema = OFF")
        if not reading and not db.execute("SELECT 1 FROM sqlite_master").fetchone():
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("BEGIN IMMEDIATE")
            _make(db)
            db.execute("COMMIT")
        db.execute("PRAGMA synchronous = FULL")
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise RegisterForeign(path=str(self.path), detail="application_id")
        wanted, there = _wanted(), shape_of(db)
        strange = sorted(name for (kind, name), told in there.items() if wanted.get((kind, name)) != told)
        if strange or len(there) != len(wanted):
            raise RegisterForeign(path=str(self.path), detail=(strange or ["tables"])[0])


def _make(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    for sql in (*TABLES, *INDEXES):
        connection.execute(sql)


def _wanted() -> Shape:
    with closing(sqlite3.connect(":memory:")) as empty:
        _make(empty)
        return shape_of(empty)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise_disk_trouble(error)
        raise RegisterNotWritten(path=str(path), detail=str(error)) from error
    except sqlite3.DatabaseError as error:
        raise RegisterForeign(path=str(path), detail=str(error)) from error
