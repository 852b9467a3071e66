"""Answers that wait for markers, and what each marker has given."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields, replace
from typing import Any

from exams.register.hand_marking import Cause, HandCase, HandMark
from exams.register.outcome import SittingRow
from exams.store.register_dialect import RegisterDb
from exams.store.register_rows import sitting_of

_CASE = ", ".join(one.name for one in fields(HandCase))
_READ = _CASE.replace("staff_id", "coalesce(same_person.kept, staff_id)")
_ALL = f"SELECT {_READ} FROM hand_cases LEFT JOIN same_person ON same_person.gone = staff_id"  # noqa: S608
"""Whose answer it is, under the id that is kept."""
_MARK = ", ".join(one.name for one in fields(HandMark))


def unread_sittings(db: RegisterDb) -> tuple[SittingRow, ...]:
    """Accepted and graded finals that nobody has looked through for cases yet, by device and beginning."""
    query = (
        "SELECT sitting FROM sittings WHERE accepted = 1 AND state IN ('graded', 'submitted')"
        " AND result <> '' AND sitting NOT IN (SELECT sitting FROM hand_read) ORDER BY serial, seq, sitting"
    )
    found = (sitting_of(db, str(sitting)) for (sitting,) in db.rows(query))
    return tuple(row for row in found if row is not None)


def save_cases(db: RegisterDb, sitting: str, cases: Iterable[HandCase]) -> None:
    """A sitting was looked through; cases that are here already stay as they are."""
    with db.together():
        db.write("INSERT INTO hand_read (sitting) VALUES (?) ON CONFLICT (sitting) DO NOTHING", (sitting,))
        db.write_all(
            f"INSERT INTO hand_cases ({_CASE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
            " ON CONFLICT (sitting, position) DO NOTHING",
            [astuple(one) for one in cases],
        )


def hand_cases(db: RegisterDb) -> tuple[HandCase, ...]:
    """All of them; whose they are shows in no order."""
    return tuple(_case(row) for row in db.rows(f"{_ALL} ORDER BY item, sitting, position"))


def hand_case(db: RegisterDb, sitting: str, position: int) -> HandCase | None:
    """One of them."""
    row = db.row(f"{_ALL} WHERE sitting = ? AND position = ?", (sitting, position))
    return _case(row) if row else None


def all_marks(db: RegisterDb) -> dict[tuple[str, int], tuple[HandMark, ...]]:
    """By sitting and position, each in the order of the turns."""
    found: dict[tuple[str, int], tuple[HandMark, ...]] = {}
    query = f"SELECT sitting, position, {_MARK} FROM hand_marks ORDER BY sitting, position, turn"  # noqa: S608
    for sitting, position, *mark in db.rows(query):
        key = str(sitting), int(position)
        found[key] = (*found.get(key, ()), HandMark(*mark))
    return found


def marks_of(db: RegisterDb, sitting: str, position: int) -> tuple[HandMark, ...]:
    """Of one case, in the order of the turns: for the rules alone, never for a marker's eyes."""
    query = f"SELECT {_MARK} FROM hand_marks WHERE sitting = ? AND position = ? ORDER BY turn"  # noqa: S608
    return tuple(HandMark(*row) for row in db.rows(query, (sitting, position)))


def save_mark(db: RegisterDb, case: HandCase, mark: HandMark) -> None:
    """What one marker gives."""
    db.write(
        f"INSERT INTO hand_marks (sitting, position, {_MARK}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (case.sitting, case.position, *astuple(mark)),
    )


def _case(row: Sequence[Any]) -> HandCase:
    case = HandCase(*row)
    return replace(case, cause=Cause(case.cause))
