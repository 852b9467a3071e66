"""A person's simulated calls: one row a play, the whole of it after every reply."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exams.scenarios.handling import Handling
from exams.store.database import raise_disk_trouble
from exams.timing.clock import Moment
from exams.trust.errors import NotStrict
from exams.trust.strict_json import Json, read_json, write_json

if TYPE_CHECKING:
    from sqlite_utils import Database

_KEEP = """INSERT OR REPLACE INTO calls
    (id, staff_id, scenario, version, replies, note, ms, since, begun_wt, ended_wt, score, passed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_PLAYS = """
    SELECT id, staff_id, scenario, version, replies, note, ms, since, begun_wt, ended_wt, score, passed
    FROM calls WHERE staff_id = ? ORDER BY begun_wt, rowid"""


@dataclass(frozen=True, slots=True)
class CallRow:
    """One play; `score` and `passed` stay None until it is ended."""

    id: str
    staff_id: str
    scenario: str
    version: int
    replies: tuple[str, ...]
    note: dict[str, str]
    handling: Handling
    begun_wt: int
    ended_wt: int | None = None
    score: int | None = None
    passed: bool | None = None


def save_call(db: "Database", row: CallRow) -> None:
    """Write the play as it stands; when this returns it is on the disk."""
    values = (
        row.id,
        row.staff_id,
        row.scenario,
        row.version,
        write_json(list(row.replies)).decode(),
        write_json(dict(row.note)).decode(),
        row.handling.ms,
        "" if row.handling.since is None else write_json(list(row.handling.since)).decode(),
        row.begun_wt,
        row.ended_wt,
        row.score,
        None if row.passed is None else int(row.passed),
    )
    with _told_plainly():
        db.execute(_KEEP, values)


def drop_call(db: "Database", call_id: str) -> None:
    """Forget a play that was not ended."""
    with _told_plainly():
        db.execute("DELETE FROM calls WHERE id = ? AND ended_wt IS NULL", (call_id,))


def calls_of(db: "Database", staff_id: str) -> tuple[CallRow, ...]:
    """All plays of a person, in the order they were begun; what nobody can read any more is left out."""
    found = []
    for values in db.execute(_PLAYS, (staff_id,)):
        with suppress(NotStrict):
            found.append(_row(*values))
    return tuple(found)


def call_of(db: "Database", staff_id: str, call_id: str) -> CallRow | None:
    """One play of this person; None also for a play of somebody else."""
    return next((row for row in calls_of(db, staff_id) if row.id == call_id), None)


def _row(*values: object) -> CallRow:
    call_id, staff_id, scenario, version, replies, note, ms, since, begun, ended, score, passed = values
    return CallRow(
        id=str(call_id),
        staff_id=str(staff_id),
        scenario=str(scenario),
        version=_number(version),
        replies=tuple(str(one) for one in _list(replies)),
        note={str(name): str(value) for name, value in _table(note).items()},
        handling=Handling(_number(ms), _moment(since)),
        begun_wt=_number(begun),
        ended_wt=None if ended is None else _number(ended),
        score=None if score is None else _number(score),
        passed=None if passed is None else bool(passed),
    )


def _number(value: object) -> int:
    return int(str(value))


def _list(text: object) -> list[Json]:
    found = read_json(str(text).encode())
    return found if isinstance(found, list) else []


def _table(text: object) -> dict[str, Json]:
    found = read_json(str(text).encode())
    return found if isinstance(found, dict) else {}


def _moment(text: object) -> Moment | None:
    match _list(text) if text else []:
        case [str() as boot, int() as bt, int() as mt, int() as wt]:
            return Moment(boot, bt, mt, wt)
    return None


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise_disk_trouble(error)
        raise
