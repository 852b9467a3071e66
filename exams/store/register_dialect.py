"""An open register, whichever database it lies in. The SQL of its rows is what SQLite and PostgreSQL share: texts and
whole numbers, `?` for parameters, `INSERT … ON CONFLICT`; what differs stands behind one door for each.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from exams.store.register_errors import RegisterValue
from exams.store.register_sqlite import SqliteDoor

Values = Sequence[str | int | None]
Part = TypeVar("Part")


class Cursor(Protocol):
    """As much of a cursor as is asked here."""

    @property
    def rowcount(self) -> int: ...  # noqa: D102

    def fetchall(self) -> list[tuple[Any, ...]]: ...  # noqa: D102
    def fetchone(self) -> tuple[Any, ...] | None: ...  # noqa: D102


class Door(Protocol):
    """A connection to one kind of database."""

    shared: bool
    """Whether others may work in the register meanwhile."""

    def told(self) -> AbstractContextManager[None]:
        """What the database's library raises becomes an error of ours."""
        ...

    def run(self, sql: str, values: Values) -> Cursor: ...  # noqa: D102
    def run_all(self, sql: str, rows: Iterable[Values]) -> None: ...  # noqa: D102
    def stream(self, sql: str, values: Values) -> Iterator[tuple[Any, ...]]: ...  # noqa: D102

    @property
    def in_transaction(self) -> bool: ...  # noqa: D102

    def begin(self) -> None:
        """From here to the end of the transaction nobody else writes."""
        ...

    def end(self, *, keep: bool) -> None: ...  # noqa: D102

    def tables(self) -> list[str]: ...  # noqa: D102

    def turns(self, count: int) -> Iterator[int]:
        """The numbers below `count`, each while nobody else has it."""
        ...

    def close(self) -> None: ...  # noqa: D102


class RegisterDb:
    """An open register; every call may raise `RegisterForeign`, `RegisterNotWritten`, `RegisterServer`, `RegisterValue`
    or disk trouble.

    `path` is SQLite's file, and on a `server` still names the folder that bundles are kept in.
    """

    def __init__(self, path: Path, *, reading: bool = False, server: str = "") -> None:
        self.path, self.server = path, server
        self._door = _door(path, server, reading=reading)

    @property
    def is_shared(self) -> bool:
        """Whether several may work in it at once."""
        return self._door.shared

    def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Every row of a query."""
        with self._told():
            return self._door.run(sql, values).fetchall()

    def each(self, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one at a time: for exports."""
        with self._told():
            yield from self._door.stream(sql, values)

    def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """The first row of a query; None where there is none."""
        with self._told():
            return self._door.run(sql, values).fetchone()

    def number(self, sql: str, values: Values = ()) -> int:
        """The one number that a query gives; 0 for none."""
        found = self.row(sql, values)
        return int(found[0] or 0) if found else 0

    def write(self, sql: str, values: Values = ()) -> int:
        """Change rows; gives how many."""
        with self._told():
            return self._door.run(sql, values).rowcount

    def write_all(self, sql: str, rows: Iterable[Values]) -> None:
        """The same change for many rows."""
        with self._told():
            self._door.run_all(sql, rows)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything in the block is kept, or nothing, and nobody else writes; one inside another is a part of it."""
        if self._door.in_transaction:
            yield
            return
        with self._told():
            self._door.begin()
        try:
            yield
        except BaseException:
            self._door.end(keep=False)
            raise
        with self._told():
            self._door.end(keep=True)

    def turns(self, parts: Sequence[Part]) -> Iterator[Part]:
        """Each part while nobody else has the part of this number: those that are free first, then as they become so.

        Who ends, however that comes about, lets go of what it has.
        """
        with self._told():
            for number in self._door.turns(len(parts)):
                yield parts[number]

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every table with its rows in order: two registers that are equal give equal dumps."""
        with self._told():
            names = sorted(self._door.tables())
        return {name: sorted(self.rows(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608

    def close(self) -> None:
        """Let go of it."""
        self._door.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with self._door.told():
                yield
        except (UnicodeEncodeError, OverflowError) as error:
            raise RegisterValue from error


def _door(path: Path, server: str, *, reading: bool) -> Door:
    if not server:
        return SqliteDoor(path, reading=reading)
    from exams.store.register_postgres import PostgresDoor

    return PostgresDoor(server, reading=reading)
