"""People in HR's register: each import with what it changed, so that the last one can be taken back; assignments."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from exams.register.people import Change, ChangeKind, StaffRow
from exams.store.register_dialect import RegisterDb
from exams.store.register_errors import NothingToUndo
from exams.store.register_holdings import assigned_courses, clear, courses_of, refresh
from exams.store.register_merge_rows import IDS, forget_same, kept_id, note_same

_STAFF = "staff_id, name, latin, branch, team, id_tail, active"
_SAVE = (
    f"INSERT INTO staff ({_STAFF}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (staff_id) DO UPDATE SET"  # noqa: S608
    " name = excluded.name, latin = excluded.latin, branch = excluded.branch, team = excluded.team,"
    " id_tail = excluded.id_tail, active = excluded.active"
)


@dataclass(frozen=True, slots=True)
class StaffImport:
    """One import by its number; `changes` is how many people it changed."""

    number: int
    file: str
    who: str
    wt: int
    changes: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """A course that people must pass; `kind`: person, team (BRANCH/TEAM), branch, all. `due_day` may be empty."""

    number: int
    course: str
    kind: str
    name: str
    due_day: str
    who: str
    wt: int


def all_staff(db: RegisterDb) -> dict[str, StaffRow]:
    """Everybody, those who left too, by staff id."""
    return {row[0]: _person(row) for row in db.rows(f"SELECT {_STAFF} FROM staff ORDER BY staff_id")}  # noqa: S608


def person_of(db: RegisterDb, staff_id: str) -> StaffRow | None:
    """One person."""
    row = db.row(f"SELECT {_STAFF} FROM staff WHERE staff_id = ?", (staff_id,))  # noqa: S608
    return _person(row) if row else None


def people_named(db: RegisterDb, text: str, limit: int = 50) -> tuple[StaffRow, ...]:
    """Whose staff id or name begins so."""
    query = (
        f"SELECT {_STAFF} FROM staff WHERE (staff_id >= ? AND staff_id < ?) OR (name >= ? AND name < ?)"  # noqa: S608
        " ORDER BY staff_id LIMIT ?"
    )
    end = f"{text}\U0010ffff"
    return tuple(_person(row) for row in db.rows(query, (text, end, text, end, limit)))


def apply_changes(db: RegisterDb, changes: Sequence[Change], file: str, who: str, wt: int) -> StaffImport | None:
    """All of them in one transaction under the next number; None where nothing changes."""
    if not changes:
        return None
    with db.together():
        number = db.number("SELECT max(number) FROM staff_imports") + 1
        db.write("INSERT INTO staff_imports (number, file, who, wt) VALUES (?, ?, ?, ?)", (number, file, who, wt))
        db.write_all(
            "INSERT INTO staff_history (number, staff_id, change, before, after) VALUES (?, ?, ?, ?, ?)",
            [(number, one.after.staff_id, one.kind.value, _told(one.before), _told(one.after)) for one in changes],
        )
        db.write_all(_SAVE, [_values(one.after) for one in changes])
        _refresh_people(db, [one.after.staff_id for one in changes])
    return StaffImport(number, file, who, wt, len(changes))


def merge(db: RegisterDb, changes: Sequence[Change], kept: str, who: str, wt: int) -> StaffImport | None:
    """Whoever is merged away in these changes is one with `kept` from now on; taken back like a list."""
    with db.together():
        done = apply_changes(db, changes, f"→ {kept}", who, wt)
        gone = [one.after.staff_id for one in changes if one.kind is ChangeKind.MERGED]
        for staff_id in gone:
            for course in sorted(courses_of(db, staff_id)):
                clear(db, staff_id, course)
            note_same(db, staff_id, kept, done.number if done else 0)
        _refresh_people(db, [kept])
    return done


def undo_last_import(db: RegisterDb) -> StaffImport:
    """Everybody stands as before it; raises `NothingToUndo`."""
    with db.together():
        last = next(iter(staff_imports(db)), None)
        if last is None:
            raise NothingToUndo
        rows = db.rows("SELECT staff_id, before FROM staff_history WHERE number = ?", (last.number,))
        for staff_id, before in rows:
            if before:
                db.write(_SAVE, _values(StaffRow(**json.loads(before))))
            else:
                db.write("DELETE FROM staff WHERE staff_id = ?", (staff_id,))
        kept = forget_same(db, last.number)
        db.write("DELETE FROM staff_history WHERE number = ?", (last.number,))
        db.write("DELETE FROM staff_imports WHERE number = ?", (last.number,))
        _refresh_people(db, [*(staff_id for staff_id, _ in rows), *kept])
    return last


def staff_imports(db: RegisterDb) -> tuple[StaffImport, ...]:
    """Newest first."""
    query = (
        "SELECT i.number, i.file, i.who, i.wt, (SELECT count(*) FROM staff_history h WHERE h.number = i.number)"
        " FROM staff_imports i ORDER BY i.number DESC"
    )
    return tuple(StaffImport(*row) for row in db.rows(query))


def history_of(db: RegisterDb, staff_id: str) -> tuple[tuple[StaffImport, Change], ...]:
    """What imports did to a person, oldest first."""
    query = (
        "SELECT i.number, i.file, i.who, i.wt, h.change, h.before, h.after FROM staff_history h"  # noqa: S608
        f" JOIN staff_imports i ON i.number = h.number WHERE h.staff_id IN {IDS} ORDER BY i.number, h.staff_id"
    )
    return tuple(
        (StaffImport(number, file, who, wt, 1), Change(ChangeKind(kind), _read(before), StaffRow(**json.loads(after))))
        for number, file, who, wt, kind, before, after in db.rows(query, (kept_id(db, staff_id),) * 2)
    )


def assign(db: RegisterDb, told: Assignment) -> Assignment:
    """From now on these people must pass the course; its number is the next."""
    with db.together():
        number = db.number("SELECT max(number) FROM assignments") + 1
        db.write(
            "INSERT INTO assignments (number, course, kind, name, due_day, who, wt) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, told.course, told.kind, told.name, told.due_day, told.who, told.wt),
        )
        refresh(db, ((staff_id, told.course) for staff_id in _meant(db, told)))
    return Assignment(number, told.course, told.kind, told.name, told.due_day, told.who, told.wt)


def unassign(db: RegisterDb, number: int) -> Assignment | None:
    """Take an assignment back; None where there is none of this number."""
    with db.together():
        told = next((one for one in assignments(db) if one.number == number), None)
        if told is not None:
            db.write("DELETE FROM assignments WHERE number = ?", (number,))
            refresh(db, ((staff_id, told.course) for staff_id in _meant(db, told)))
    return told


def assignments(db: RegisterDb) -> tuple[Assignment, ...]:
    """In their order."""
    query = "SELECT number, course, kind, name, due_day, who, wt FROM assignments ORDER BY number"
    return tuple(Assignment(*row) for row in db.rows(query))


def meant_by(db: RegisterDb, kind: str, name: str) -> int:
    """How many people an assignment of this kind and name would mean."""
    return sum(1 for _ in _meant(db, Assignment(0, "", kind, name, "", "", 0)))


def meant_now(db: RegisterDb, course: str, kind: str, name: str, day: str) -> tuple[int, int, int]:
    """People on the staff whom it would mean; how many of them have a valid pass on that day, and must pass already."""
    where, values = _whom(kind, name)
    row = db.row(
        "SELECT count(*),"  # noqa: S608  # texts of ours
        " coalesce(sum(CASE WHEN outcome = 'passed' AND revoked = 0 AND until_day >= ? THEN 1 ELSE 0 END), 0),"
        " coalesce(sum(assigned), 0) FROM staff"
        " LEFT JOIN holdings ON holdings.staff_id = staff.staff_id AND holdings.course = ?"
        f" WHERE staff.active = 1 AND {where}",
        (day, course, *values),
    )
    people, passed, assigned = row or (0, 0, 0)
    return int(people), int(passed), int(assigned)


def _whom(kind: str, name: str) -> tuple[str, tuple[str, ...]]:
    branch, _, team = name.partition("/")
    return {
        "person": ("staff.staff_id = ?", (name,)),
        "branch": ("staff.branch = ?", (name,)),
        "team": ("staff.branch = ? AND staff.team = ?", (branch, team)),
        "all": ("1 = 1", ()),
    }[kind]


def _meant(db: RegisterDb, told: Assignment) -> Iterator[str]:
    where, values = _whom(told.kind, told.name)
    return (str(one) for (one,) in db.rows(f"SELECT staff_id FROM staff WHERE {where} ORDER BY staff_id", values))  # noqa: S608


def _refresh_people(db: RegisterDb, people: Iterable[str]) -> None:
    assigned = assigned_courses(db)
    refresh(db, {(one, course) for one in people for course in (*assigned, *courses_of(db, one))})


def _values(one: StaffRow) -> tuple[str | int, ...]:
    return (one.staff_id, one.name, one.latin, one.branch, one.team, one.id_tail, int(one.active))


def _told(one: StaffRow | None) -> str:
    return json.dumps(asdict(one), ensure_ascii=False, sort_keys=True) if one else ""


def _read(text: str) -> StaffRow | None:
    return StaffRow(**json.loads(text)) if text else None


def _person(row: Sequence[object]) -> StaffRow:
    *told, active = row
    staff_id, name, latin, branch, team, id_tail = map(str, told)
    return StaffRow(staff_id, name, latin, branch, team, id_tail, bool(active))
