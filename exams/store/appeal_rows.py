"""Appeals in the register, the rules that they come in by, and points given in place of grading's."""

from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import Any

from exams.grading.marks import Result
from exams.register.appeals import Appeal, AppealState, Relief
from exams.register.dispute_errors import AppealDecided, AppealRefused, AppealUnknown
from exams.register.dispute_rules import DisputeRules
from exams.register.results import result_in, result_text
from exams.store.register_dialect import RegisterDb
from exams.store.register_holdings import refresh
from exams.store.register_merge_rows import kept_id
from exams.store.register_rows import sitting_of

_NAMES = tuple(one.name for one in fields(Appeal))
_APPEAL = ", ".join(_NAMES)
_BOOLS = ("passed_before", "passed_after")
_READ = _APPEAL.replace("number", "appeals.number").replace("staff_id", "coalesce(same_person.kept, staff_id)")
_ALL = f"SELECT {_READ} FROM appeals LEFT JOIN same_person ON same_person.gone = staff_id"  # noqa: S608
"""Whoever was merged since is read under the id that is kept; the row keeps the one that it was entered under."""


def rules_of(db: RegisterDb) -> DisputeRules:
    """The rules in force."""
    told = {str(name): int(value) for name, value in db.rows("SELECT name, value FROM dispute_rules")}
    return DisputeRules(**told)


def save_rule(db: RegisterDb, name: str, value: int) -> None:
    """From now on this value."""
    db.write(
        "INSERT INTO dispute_rules (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def add_appeal(db: RegisterDb, appeal: Appeal) -> Appeal:
    """The appeal with its number; raises `AppealRefused` where one about the same thing is open or was decided."""
    with db.together():
        if db.row("SELECT 1 FROM appeals WHERE sitting = ? AND position = ?", (appeal.sitting, appeal.position)):
            raise AppealRefused(reason="twice", sitting=appeal.sitting, staff_id=appeal.staff_id)
        number = db.number("SELECT max(number) FROM appeals") + 1
        values = (number, *_plain(appeal)[1:])
        db.write(f"INSERT INTO appeals ({_APPEAL}) VALUES ({', '.join('?' * len(_NAMES))})", values)  # noqa: S608
    return appeal_of(db, number)


def save_decision(db: RegisterDb, appeal: Appeal) -> None:
    """Everything that was decided, in place of what was open; raises `AppealDecided` where somebody was quicker."""
    names = _NAMES[_NAMES.index("outcome") :]
    told = dict(zip(_NAMES, _plain(appeal), strict=True))
    changed = db.write(
        f"UPDATE appeals SET {', '.join(f'{name} = ?' for name in names)} WHERE number = ? AND outcome = ?",  # noqa: S608
        (*(told[name] for name in names), appeal.number, AppealState.OPEN),
    )
    if changed != 1:
        raise AppealDecided(number=appeal.number, by=appeal_of(db, appeal.number).decided_by)


def appeal_of(db: RegisterDb, number: int) -> Appeal:
    """Raises `AppealUnknown`."""
    row = db.row(f"{_ALL} WHERE appeals.number = ?", (number,))
    if row is None:
        raise AppealUnknown(number=number)
    return _appeal(row)


def appeals(db: RegisterDb, sitting: str = "", staff_id: str = "") -> tuple[Appeal, ...]:
    """Open ones first, then the newest; with `sitting` only its own, with `staff_id` a person's under any id."""
    query = (
        f"{_ALL} WHERE ? IN ('', sitting) AND ? IN ('', coalesce(same_person.kept, staff_id))"
        " ORDER BY CASE WHEN outcome = 'open' THEN 0 ELSE 1 END, appeals.number DESC"
    )
    return tuple(_appeal(row) for row in db.rows(query, (sitting, kept_id(db, staff_id))))


def awards_of(db: RegisterDb, sitting: str) -> dict[int, int]:
    """Milli-points that people have given, by position."""
    query = "SELECT position, points FROM awards WHERE sitting = ? ORDER BY position"
    return {int(position): int(points) for position, points in db.rows(query, (sitting,))}


def save_award(db: RegisterDb, sitting: str, position: int, points: int, source: tuple[str, int]) -> None:
    """Points for one question, never fewer than were given before; `source`: appeal or marking, and when (wt)."""
    named, wt = source
    db.write(
        "INSERT INTO awards (sitting, position, points, source, wt) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (sitting, position) DO UPDATE SET points = excluded.points, source = excluded.source,"
        " wt = excluded.wt WHERE excluded.points > awards.points",
        (sitting, position, points, named, wt),
    )


def reviewed_of(db: RegisterDb, sitting: str) -> Result | None:
    """The result after what people have decided; None where nobody has changed it."""
    row = db.row("SELECT result FROM reviewed WHERE sitting = ?", (sitting,))
    return result_in(str(row[0])) if row else None


def save_reviewed(db: RegisterDb, sitting: str, result: Result, wt: int) -> None:
    """The result that counts from now on; the collected one stays beside it as it was."""
    db.write(
        "INSERT INTO reviewed (sitting, percent, passed, result, wt) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sitting)"
        " DO UPDATE SET percent = excluded.percent, passed = excluded.passed, result = excluded.result,"
        " wt = excluded.wt",
        (sitting, result.percent, int(result.passed), result_text(result), wt),
    )
    row = sitting_of(db, sitting)
    if row is not None:
        refresh(db, [(row.staff_id, row.course)])


def _plain(appeal: Appeal) -> tuple[str | int, ...]:
    return tuple(int(value) if isinstance(value, bool) else value for value in astuple(appeal))


def _appeal(row: Sequence[Any]) -> Appeal:
    told = dict(zip(_NAMES, row, strict=True))
    told.update({name: bool(told[name]) for name in _BOOLS})
    return Appeal(**{**told, "outcome": AppealState(told["outcome"]), "relief": Relief(told["relief"])})
