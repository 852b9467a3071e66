"""A register on a PostgreSQL server: several officers and collectors at once, one of them writing at a time.

psycopg is no part of what branches get; where it is missing, a register on a server is refused with its own error.
"""

import hashlib
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from exams.store.register_errors import RegisterForeign, RegisterNoDriver, RegisterServer
from exams.store.register_tables import INDEXES, TABLES

if TYPE_CHECKING:
    import psycopg

_WRITING, _TURNS = 0x42415247, 0x42415254
"""Advisory locks of the database: whoever writes has the first; parts of a collection are numbered under the second."""
_SHAPE = "register_shape"
_LEAST, _MOST = -(2**63), 2**63 - 1
_AT_ONCE = 2000
"""Rows that an export fetches at a time."""
_OURS = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
_STRANGE = (
    "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
    " WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace"
    " UNION SELECT tablename FROM pg_rules WHERE schemaname = current_schema()"
)


class PostgresDoor:
    """A connection in autocommit; an empty schema is given the register's tables."""

    shared = True

    def __init__(self, server: str, *, reading: bool) -> None:
        try:
            import psycopg
        except ImportError as error:
            raise RegisterNoDriver from error
        self._library = psycopg
        with self.told():
            self._connection = psycopg.connect(server, autocommit=True, connect_timeout=15)
            try:
                self._prepare()
                if reading:
                    self._connection.execute("SET default_transaction_read_only = on")
            except BaseException:
                self._connection.close()
                raise

    @contextmanager
    def told(self) -> Iterator[None]:
        """`RegisterServer`, with the first line of what the server says: the others may hold data."""
        try:
            yield
        except self._library.Error as error:
            raise RegisterServer(detail=str(error).partition("\n")[0][:200]) from error

    def run(self, sql: str, values: Sequence[str | int | None]) -> "psycopg.Cursor[tuple[Any, ...]]":  # noqa: D102
        return self._connection.execute(_spelt(sql), _fitting(values) or None)

    def run_all(self, sql: str, rows: Iterable[Sequence[str | int | None]]) -> None:  # noqa: D102
        with self._connection.cursor() as cursor:
            cursor.executemany(_spelt(sql), map(_fitting, rows))

    def stream(self, sql: str, values: Sequence[str | int | None]) -> Iterator[tuple[Any, ...]]:
        """Through a cursor that the server holds."""
        with self._connection.cursor("each_row", withhold=True) as cursor:
            cursor.itersize = _AT_ONCE
            cursor.execute(_spelt(sql), _fitting(values) or None)
            yield from cursor

    @property
    def in_transaction(self) -> bool:  # noqa: D102
        return self._connection.info.transaction_status is not self._library.pq.TransactionStatus.IDLE

    def begin(self) -> None:
        """What is read from now on is what the last writer left."""
        self._connection.execute("BEGIN")
        self._connection.execute("SELECT pg_advisory_xact_lock(%s::bigint)", (_WRITING,))

    def end(self, *, keep: bool) -> None:
        """A connection that is gone has nothing to roll back."""
        if keep or not self._connection.closed:
            self._connection.execute("COMMIT" if keep else "ROLLBACK")

    def tables(self) -> list[str]:  # noqa: D102
        return [str(name) for (name,) in self._connection.execute(_OURS) if name != _SHAPE]

    def turns(self, count: int) -> Iterator[int]:
        """Numbers that are free first; then it waits for what others have."""
        waiting, busy = deque(range(count)), 0
        while waiting:
            number = waiting.popleft()
            if not self._take(number, wait=busy > len(waiting)):
                waiting.append(number)
                busy += 1
                continue
            busy = 0
            try:
                yield number
            finally:
                self._let_go(number)

    def close(self) -> None:  # noqa: D102
        self._connection.close()

    def _take(self, number: int, *, wait: bool) -> bool:
        if wait:
            self._connection.execute("SELECT pg_advisory_lock(%s::integer, %s::integer)", (_TURNS, number))
            return True
        row = self._connection.execute(
            "SELECT pg_try_advisory_lock(%s::integer, %s::integer)", (_TURNS, number)
        ).fetchone()
        return bool(row and row[0])

    def _let_go(self, number: int) -> None:
        if not self._connection.closed:
            self._connection.execute("SELECT pg_advisory_unlock(%s::integer, %s::integer)", (_TURNS, number))

    def _prepare(self) -> None:
        names = {str(name) for (name,) in self._connection.execute(_OURS)}
        if not names:
            self._make()
        elif _SHAPE not in names:
            raise RegisterForeign(path="PostgreSQL", detail=min(names))
        row = self._connection.execute("SELECT told FROM register_shape").fetchone()
        if row is None or row[0] != _shape():
            raise RegisterForeign(path="PostgreSQL", detail=_SHAPE)
        strange = self._connection.execute(_STRANGE).fetchone()
        if strange is not None:
            raise RegisterForeign(path="PostgreSQL", detail=str(strange[0]))

    def _make(self) -> None:
        """Whoever comes second finds them made."""
        self.begin()
        try:
            if not self._connection.execute(_OURS).fetchone():
                for sql in (*TABLES, *INDEXES):
                    self._connection.execute(_made(sql))
                self._connection.execute("CREATE TABLE register_shape (told TEXT NOT NULL)")
                self._connection.execute("INSERT INTO register_shape (told) VALUES (%s)", (_shape(),))
        except BaseException:
            self.end(keep=False)
            raise
        self.end(keep=True)


@cache
def _spelt(sql: str) -> str:
    """With psycopg's sign for a parameter; none of the register's queries has another use for either sign."""
    return sql.replace("?", "%s")


def _fitting(values: Sequence[str | int | None]) -> Sequence[str | int | None]:
    """As SQLite takes them: numbers of 64 bits, else `OverflowError`; NUL, which no text there may hold, as �."""
    if any(isinstance(value, str) and "\0" in value for value in values):
        return [value.replace("\0", "\ufffd") if isinstance(value, str) else value for value in values]
    if any(isinstance(value, int) and not _LEAST <= value <= _MOST for value in values):
        raise OverflowError
    return values


def _made(sql: str) -> str:
    """Texts are sorted and compared by their characters, as SQLite does."""
    return re.sub(r"\bTEXT\b", 'TEXT COLLATE "C"', sql)


def _shape() -> str:
    return hashlib.sha256("\n".join((*TABLES, *INDEXES)).encode()).hexdigest()
