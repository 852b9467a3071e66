"""The questions of a bank one by one: found, changed in versions, moved through their life, with what exams showed."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from exams.store.bank_errors import BankMoved
from exams.store.bank_rows import changed, reading

DRAFT = "draft"
_ALL = (
    "SELECT q.id, q.type, q.name, json_extract(q.record, '$.stem') AS stem,"
    " CAST(coalesce(json_extract(q.record, '$.category'), '') AS TEXT) AS chapter,"
    " CAST(coalesce(json_extract(q.record, '$.options.difficulty'), '') AS TEXT) AS level,"
    " q.state, q.version, q.author, q.review, f.sittings, f.facility, f.discrimination, f.flags"
    " FROM questions q LEFT JOIN figures f ON f.question = q.id"
)
_FILTERS = ("chapter", "level", "type", "state")


@dataclass(frozen=True, slots=True)
class Sought:
    """What a look into the bank is narrowed to; None takes all, the empty text those that name none."""

    chapter: str | None = None
    level: str | None = None
    type: str | None = None
    state: str | None = None
    text: str = ""


class Figures(NamedTuple):
    """What an exam has shown: percent of the marks, discrimination index in percent, codes of what to look at.

    `detail` is JSON: all other figures, options, remarks.
    """

    sittings: int
    facility: float | None
    discrimination: float | None
    flags: tuple[str, ...] = ()
    detail: str = "{}"


@dataclass(frozen=True, slots=True)
class BankLine:
    """One question as a list shows it; `review` is a day such as 2027-06-30, or empty."""

    id: int
    type: str
    name: str
    stem: str
    chapter: str
    level: str
    state: str
    version: int
    author: str
    review: str
    figures: Figures | None = None


class Act(NamedTuple):
    """Who did what to which version, and when (ms UTC); the version's author is who wrote it."""

    version: int
    act: str
    who: str
    wt: int


def bank_lines(path: Path, sought: Sought, most: int, offset: int = 0) -> tuple[tuple[BankLine, ...], int]:
    """A page in the order of import, and how many there are in all; raises `BankMissing`, `BankForeign`."""
    where, values = _where(sought)
    with reading(path) as connection:
        total = int(connection.execute(f"SELECT count(*) FROM ({_ALL}){where}", values).fetchone()[0])  # noqa: S608
        rows = connection.execute(
            f"SELECT * FROM ({_ALL}){where} ORDER BY id LIMIT ? OFFSET ?",  # noqa: S608
            (*values, most, offset),
        ).fetchall()
    return tuple(map(_line, rows)), total


def bank_values(path: Path) -> dict[str, tuple[str, ...]]:
    """Which chapters, levels, types and states there are, each sorted; raises `BankMissing`, `BankForeign`."""
    with reading(path) as connection:
        return {
            name: tuple(str(row[0]) for row in connection.execute(f"SELECT DISTINCT {name} FROM ({_ALL}) ORDER BY 1"))  # noqa: S608
            for name in _FILTERS
        }


def bank_item(path: Path, number: int) -> tuple[BankLine, str, tuple[Act, ...]]:
    """A question, its record, and its acts in order; raises `BankMoved` where it is gone."""
    with reading(path) as connection:
        row = connection.execute(f"SELECT * FROM ({_ALL}) WHERE id = ?", (number,)).fetchone()  # noqa: S608
        if row is None:
            raise BankMoved(id=number)
        record = str(connection.execute("SELECT record FROM questions WHERE id = ?", (number,)).fetchone()[0])
        acts = connection.execute(
            "SELECT version, act, who, wt FROM acts WHERE question = ? ORDER BY number", (number,)
        )
        return _line(row), record, tuple(Act(*one) for one in acts)


def item_version(path: Path, number: int, version: int) -> str:
    """The record of an earlier version; raises `BankMoved` where there is none."""
    with reading(path) as connection:
        row = connection.execute(
            "SELECT record FROM versions WHERE question = ? AND version = ?", (number, version)
        ).fetchone()
    if row is None:
        raise BankMoved(id=number)
    return str(row[0])


def save_version(path: Path, line: BankLine, question: tuple[str, str, str], who: str, wt: int) -> int:
    """Put type, name and record as the next version, a draft of `who`'s; the one before is kept.

    Raises `BankMoved` where the question is no longer as `line` saw it.
    """
    with changed(path, may_be_new=False) as connection:
        _require(connection, line)
        connection.execute("INSERT INTO versions SELECT id, version, record FROM questions WHERE id = ?", (line.id,))
        connection.execute(
            "UPDATE questions SET type = ?, name = ?, record = ?, version = version + 1, state = ?, author = ?"
            " WHERE id = ?",
            (*question, DRAFT, who, line.id),
        )
        connection.execute("DELETE FROM figures WHERE question = ?", (line.id,))
        _write_down(connection, line.id, Act(line.version + 1, "write", who, wt))
    return line.version + 1


def move_item(path: Path, line: BankLine, state: str, who: str, wt: int) -> None:
    """Put a question into another state; raises `BankMoved` where it is no longer as `line` saw it."""
    with changed(path, may_be_new=False) as connection:
        _require(connection, line)
        connection.execute("UPDATE questions SET state = ? WHERE id = ?", (state, line.id))
        _write_down(connection, line.id, Act(line.version, state, who, wt))


def set_review(path: Path, line: BankLine, day: str) -> None:
    """When the question is to be looked at again, empty for never; raises `BankMoved`."""
    with changed(path, may_be_new=False) as connection:
        _require(connection, line)
        connection.execute("UPDATE questions SET review = ? WHERE id = ?", (day, line.id))


def save_figures(path: Path, told: Iterable[tuple[str, Figures]]) -> int:
    """Figures by the name or number of a question, or its id in packs; of how many questions.

    A name borne twice tells of none.
    """
    count = 0
    with changed(path, may_be_new=False) as connection:
        numbers: dict[str, int] = {}
        for number, name, own in connection.execute(
            "SELECT id, name, json_extract(record, '$.idnumber') FROM questions"
        ):
            for key in {str(name), str(own or name), f"bank-{number}"}:
                numbers[key] = 0 if key in numbers else int(number)
        for name, one in told:
            number = numbers.get(name, 0)
            if number:
                row = (number, one.sittings, one.facility, one.discrimination, " ".join(one.flags), one.detail)
                connection.execute("INSERT OR REPLACE INTO figures VALUES (?, ?, ?, ?, ?, ?)", row)
                count += 1
    return count


def _where(sought: Sought) -> tuple[str, Sequence[str]]:
    wanted = {name: getattr(sought, name) for name in _FILTERS if getattr(sought, name) is not None}
    terms, values = [f"{name} = ?" for name in wanted], list(wanted.values())
    if sought.text:
        terms.append("(name LIKE ? ESCAPE '!' OR stem LIKE ? ESCAPE '!')")
        values += [f"%{_literal(sought.text)}%"] * 2
    return (" WHERE " + " AND ".join(terms) if terms else ""), values


def _literal(text: str) -> str:
    for mark in "!%_":
        text = text.replace(mark, f"!{mark}")
    return text


def _line(row: Sequence[Any]) -> BankLine:
    sittings, facility, discrimination, flags = row[10:]
    figures = None if sittings is None else Figures(sittings, facility, discrimination, tuple(flags.split()))
    number, kind, name, stem, chapter, level, state, version, author, review = row[:10]
    return BankLine(number, kind, name, stem, chapter, level, state, version, author, review, figures)


def _require(connection: sqlite3.Connection, line: BankLine) -> None:
    row = connection.execute("SELECT version, state FROM questions WHERE id = ?", (line.id,)).fetchone()
    if row != (line.version, line.state):
        raise BankMoved(id=line.id)


def _write_down(connection: sqlite3.Connection, number: int, act: Act) -> None:
    told = connection.execute("SELECT count(*) FROM acts WHERE question = ?", (number,)).fetchone()[0]
    connection.execute("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?)", (number, told + 1, *act))
