"""What a person did on other PCs of the branch, by the device it was done on; never evidence, HR has the journals."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exams.sittings.sitting import State
from exams.store.sitting_rows import SittingRow, rows_of

if TYPE_CHECKING:
    from sqlite_utils import Database

_READING = "device, section, state, place, seconds, read_wt"
_TRY = "id, device, kind, blueprint, started_wt, ended_wt, items, score, max_score, passed, chapters"


@dataclass(frozen=True, slots=True)
class ReadingThere:
    """One section as read on one device; `read_wt` 0 while it is not read to its end."""

    device: str
    section: str
    state: str
    place: int
    seconds: int
    read_wt: int


@dataclass(frozen=True, slots=True)
class CheckThere:
    """The latest answer to a self-check, wherever it was given; `response` as JSON."""

    item: str
    section: str
    response: str
    right: int
    wt: int


@dataclass(frozen=True, slots=True)
class TryThere:
    """One sitting that uses up a try; its result is None until graded; `chapters`: percent by chapter."""

    id: str
    device: str
    kind: str
    blueprint: str
    started_wt: int
    ended_wt: int | None
    items: int
    score: int | None
    max_score: int | None
    passed: int | None
    chapters: Mapping[int, int] = field(default_factory=dict)


def own_reading(db: "Database", staff_id: str, device: str) -> tuple[ReadingThere, ...]:
    """What was read on this PC, which is `device`."""
    query = (
        "SELECT section, state, place, seconds, coalesce(read_wt, 0) FROM reading WHERE staff_id = ? ORDER BY section"
    )
    return tuple(ReadingThere(device, *row) for row in db.execute(query, (staff_id,)))


def reading_elsewhere(db: "Database", staff_id: str) -> tuple[ReadingThere, ...]:
    """What was read on other PCs."""
    query = f"SELECT {_READING} FROM reading_elsewhere WHERE staff_id = ? ORDER BY device, section"  # noqa: S608
    return tuple(ReadingThere(*row) for row in db.execute(query, (staff_id,)))


def own_checks(db: "Database", staff_id: str) -> tuple[CheckThere, ...]:
    """All self-checks."""
    query = 'SELECT item, section, response, "right", wt FROM self_checks WHERE staff_id = ? ORDER BY item'
    return tuple(CheckThere(*row) for row in db.execute(query, (staff_id,)))


def tries_elsewhere(db: "Database", staff_id: str) -> tuple[TryThere, ...]:
    """Sittings on other PCs."""
    query = f"SELECT {_TRY} FROM tries_elsewhere WHERE staff_id = ? ORDER BY started_wt, id"  # noqa: S608
    return tuple(TryThere(*(*row[:-1], _chapters(row[-1]))) for row in db.execute(query, (staff_id,)))


def note_reading_there(db: "Database", staff_id: str, row: ReadingThere) -> None:
    """The most that was told of this device: time there only grows, so an older file takes nothing away."""
    db.execute(
        f"INSERT INTO reading_elsewhere (staff_id, {_READING}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
        " ON CONFLICT (staff_id, device, section) DO UPDATE SET state = excluded.state, place = excluded.place,"
        " seconds = excluded.seconds, read_wt = excluded.read_wt WHERE excluded.seconds > reading_elsewhere.seconds"
        " OR (excluded.seconds = reading_elsewhere.seconds AND excluded.state = 'read')",
        (staff_id, row.device, row.section, row.state, row.place, row.seconds, row.read_wt),
    )


def note_check_there(db: "Database", staff_id: str, row: CheckThere) -> None:
    """The later answer stands, whichever PC it was given on."""
    db.execute(
        'INSERT INTO self_checks (staff_id, item, section, response, "right", wt) VALUES (?, ?, ?, ?, ?, ?)'
        " ON CONFLICT (staff_id, item) DO UPDATE SET section = excluded.section, response = excluded.response,"
        ' "right" = excluded."right", wt = excluded.wt WHERE excluded.wt > self_checks.wt',
        (staff_id, row.item, row.section, row.response, row.right, row.wt),
    )


def note_try_there(db: "Database", staff_id: str, row: TryThere) -> None:
    """A graded result takes the place of one that was not graded yet, never the other way round."""
    values = [getattr(row, name) for name in TryThere.__slots__[:-1]]
    db.execute(
        f"INSERT INTO tries_elsewhere (staff_id, {_TRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
        " ON CONFLICT (id) DO UPDATE SET ended_wt = excluded.ended_wt, score = excluded.score,"
        " max_score = excluded.max_score, passed = excluded.passed, chapters = excluded.chapters"
        " WHERE tries_elsewhere.passed IS NULL",
        (staff_id, *values, json.dumps({str(key): value for key, value in row.chapters.items()})),
    )


def all_rows_of(db: "Database", staff_id: str) -> tuple[SittingRow, ...]:
    """A person's sittings on this PC and, as ended ones, those on others, in the order they began."""
    there = {one.id: _row(staff_id, one) for one in tries_elsewhere(db, staff_id)}
    # One that changed its PC is known on both: what goes on here is told by this PC alone.
    here = {row.id: row for row in rows_of(db, staff_id) if row.id not in there or row.state != State.MOVED.value}
    return tuple(sorted({**there, **here}.values(), key=lambda row: row.started_wt))


def percents_elsewhere(db: "Database", sitting_id: str) -> dict[int, int] | None:
    """Percent by chapter of a sitting on another PC; None for one of this PC."""
    row = db.execute("SELECT chapters FROM tries_elsewhere WHERE id = ?", (sitting_id,)).fetchone()
    return None if row is None else _chapters(row[0])


def _chapters(raw: object) -> dict[int, int]:
    return {int(chapter): int(percent) for chapter, percent in json.loads(str(raw)).items()}


def _row(staff_id: str, one: TryThere) -> SittingRow:
    return SittingRow(
        id=one.id,
        kind=one.kind,
        blueprint=one.blueprint,
        staff_id=staff_id,
        session="",
        attempt=0,
        state=State.GRADED.value,
        first_seq=0,
        last_seq=0,
        started_wt=one.started_wt,
        ended_wt=one.ended_wt,
        items=one.items,
        answered=one.items,
        score=one.score,
        max_score=one.max_score,
        passed=one.passed,
        certificate=None,
    )
