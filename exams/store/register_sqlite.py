"""A register in one SQLite file: the default; whoever opens it has it alone."""

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


class SqliteDoor:
    """A connection in autocommit; made with its tables where the file is new, unless it is only read."""

    shared = False

    def __init__(self, path: Path, *, reading: bool) -> None:
        self._path = path
        with self.told():
            place = f"{path.resolve().as_uri()}?mode={'ro' if reading else 'rwc'}"
            self._connection = sqlite3.connect(place, uri=True, isolation_level=None, timeout=30)
            try:
                self._prepare(reading=reading)
            except BaseException:
                self._connection.close()
                raise

    @contextmanager
    def told(self) -> Iterator[None]:
        """Disk trouble, `RegisterNotWritten`, `RegisterForeign`."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise_disk_trouble(error)
            raise RegisterNotWritten(path=str(self._path), detail=str(error)) from error
        except sqlite3.DatabaseError as error:
            raise RegisterForeign(path=str(self._path), detail=str(error)) from error

    def run(self, sql: str, values: Sequence[str | int | None]) -> sqlite3.Cursor:  # noqa: D102
        return self._connection.execute(sql, values)

    def run_all(self, sql: str, rows: Iterable[Sequence[str | int | None]]) -> None:  # noqa: D102
        self._connection.executemany(sql, rows)

    def stream(self, sql: str, values: Sequence[str | int | None]) -> Iterator[tuple[Any, ...]]:  # noqa: D102
        return self._connection.execute(sql, values)

    @property
    def in_transaction(self) -> bool:  # noqa: D102
        return self._connection.in_transaction

    def begin(self) -> None:  # noqa: D102
        self._connection.execute("BEGIN IMMEDIATE")

    def end(self, *, keep: bool) -> None:  # noqa: D102
        self._connection.execute("COMMIT" if keep else "ROLLBACK")

    def tables(self) -> list[str]:  # noqa: D102
        rows = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [str(name) for (name,) in rows]

    def turns(self, count: int) -> Iterator[int]:
        """All of them: nobody else is here."""
        return iter(range(count))

    def close(self) -> None:  # noqa: D102
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
            raise RegisterForeign(path=str(self._path), detail="application_id")
        wanted, there = _wanted(), shape_of(db)
        strange = sorted(name for (kind, name), told in there.items() if wanted.get((kind, name)) != told)
        if strange or len(there) != len(wanted):
            raise RegisterForeign(path=str(self._path), detail=(strange or ["tables"])[0])


def _make(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    for sql in (*TABLES, *INDEXES):
        connection.execute(sql)


def _wanted() -> Shape:
    with closing(sqlite3.connect(":memory:")) as empty:
        _make(empty)
        return shape_of(empty)
