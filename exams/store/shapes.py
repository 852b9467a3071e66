"""What a database of ours holds, object by object: with one trigger more, what is read is not what was written."""

import sqlite3
from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any, Protocol

from exams.store.errors import DatabaseDamaged, DatabaseForeign

if TYPE_CHECKING:
    from sqlite_utils import Migrations

Shape = Mapping[tuple[str, str], tuple[str, str]]
"""Each object by type and name: its table, and its SQL in one spelling."""

_OBJECTS = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"
_QUOTES = str.maketrans("", "", '"`[]')


class Connection(Protocol):
    """As much of a connection as is asked here: sqlite3's own, or a Database of sqlite_utils."""

    def execute(self, sql: str, /) -> Any:  # noqa: D102
        ...


def shape_of(connection: Connection) -> Shape:
    """The shape of an open database."""
    rows = connection.execute(_OBJECTS).fetchall()
    return {(str(kind), str(name)): (str(table), _spelt(str(sql))) for kind, name, table, sql in rows}


def shape_after(migrations: "Migrations") -> Shape:
    """The shape that migrations give an empty database."""
    from sqlite_utils import Database

    with closing(sqlite3.connect(":memory:")) as connection:
        migrations.apply(Database(connection))
        return shape_of(connection)


def vouch(connection: Connection, wanted: Shape, guests: Collection[str] = (), backup: Callable[[], str] = str) -> None:
    """Raise `DatabaseForeign` for an object that is not wanted as it is, `DatabaseDamaged` for one that is missing.

    `guests` are beginnings of names: tables of another package in the same file, with their indexes. That package
    vouches for them; triggers and views are nobody's.
    """
    there = shape_of(connection)
    for place, told in sorted(there.items()):
        if wanted.get(place) != told and not _is_guest(place, told[0], guests):
            raise DatabaseForeign(name=place[1])
    for _, name in sorted(wanted.keys() - there.keys(), reverse=True):  # a table before its indexes
        raise DatabaseDamaged(detail=f"no {name}", backup=backup())


def of_tables(shape: Shape, beginning: str) -> Shape:
    """The part of a shape that hangs on tables whose names begin so."""
    return {
        place: told for place, told in shape.items() if told[0].startswith(beginning) or place[1].startswith(beginning)
    }


def shape_sha256(shape: Shape, unread: str) -> str:
    """One hash over a shape; what begins with `unread` counts by its name alone: SQLite writes those as it likes."""
    from hashlib import sha256  # not at the first paint

    lines = sorted(
        f"{kind} {name} {table} {'' if name.startswith(unread) else sql}\n"
        for (kind, name), (table, sql) in shape.items()
    )
    return sha256("".join(lines).encode()).hexdigest()


def _is_guest(place: tuple[str, str], table: str, guests: Collection[str]) -> bool:
    kind, name = place
    return table.startswith(tuple(guests)) and (kind == "index" or (kind == "table" and name == table))


def _spelt(sql: str) -> str:
    """Quotation marks and spaces aside: each release of a library has its own taste there."""
    plain = " ".join(sql.translate(_QUOTES).split())
    for mark in "(),":
        plain = plain.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    return plain
