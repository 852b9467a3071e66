"""Who stands where with which course: one row for each person and course, kept up to date with every change."""

from collections.abc import Iterable

from exams.register.validity import FOREVER
from exams.store.counted_rows import COUNTED, HELD, PASSED, PERCENT
from exams.store.register_dialect import RegisterDb
from exams.store.register_issued_tables import STANDING
from exams.store.register_merge_rows import IDS, kept_id

_ALL = f"""
SELECT coalesce(max(CASE WHEN accepted = 1 AND ({PASSED}) = 1 THEN 3
 WHEN accepted = 0 AND state <> 'void' OR {HELD} THEN 2
 WHEN accepted = 1 AND (state = 'graded' OR state = 'submitted' AND sittings.result <> '') THEN 1 ELSE 0 END), 0),
 coalesce(max(CASE WHEN accepted = 1 THEN {PERCENT} ELSE -1 END), -1),
 max(branch) FROM {COUNTED}
 WHERE sittings.staff_id IN {IDS} AND course = ?
"""  # noqa: S608  # texts of ours alone
_OUTCOMES = ("none", "failed", "review", "passed")


_KIND = (
    "CASE WHEN revoked = 1 THEN 'revoked' WHEN outcome <> 'none' THEN outcome"
    " WHEN assigned = 1 THEN 'assigned' ELSE 'none' END"
)
_DAY = (
    "CASE WHEN revoked = 1 THEN '' WHEN outcome = 'passed' THEN until_day"
    " WHEN outcome = 'none' AND assigned = 1 THEN due_day ELSE '' END"
)
"""Which state a holding is in depends on the day only through these two; so days are tallied, not states."""
_RECEIVED = "CASE WHEN assigned = 1 AND outcome <> 'none' THEN 1 ELSE 0 END"

_SAVE = (
    "INSERT INTO holdings (staff_id, course, branch, active, outcome, until_day, due_day, assigned, revoked, percent,"
    " certificate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (staff_id, course) DO UPDATE SET"
    " branch = excluded.branch, active = excluded.active, outcome = excluded.outcome,"
    " until_day = excluded.until_day, due_day = excluded.due_day, assigned = excluded.assigned,"
    " revoked = excluded.revoked, percent = excluded.percent, certificate = excluded.certificate"
)


def refresh(db: RegisterDb, keys: Iterable[tuple[str, str]]) -> None:
    """Work out anew where these people stand with these courses; inside the caller's transaction.

    Whoever has several staff ids stands under the one that is kept.
    """
    for staff_id, course in sorted({(kept_id(db, one), course) for one, course in keys}):
        if course:
            before = _tallied(db, staff_id, course)
            _refresh(db, staff_id, course)
            after = _tallied(db, staff_id, course)
            if before != after:
                _tally(db, course, before, -1)
                _tally(db, course, after, 1)


def clear(db: RegisterDb, staff_id: str, course: str) -> None:
    """Nobody stands here any more: the person is kept under another id."""
    _tally(db, course, _tallied(db, staff_id, course), -1)
    db.write("DELETE FROM holdings WHERE staff_id = ? AND course = ?", (staff_id, course))


def count_anew(db: RegisterDb) -> None:
    """The tallies out of the holdings themselves: what `refresh` keeps them equal to."""
    with db.together():
        db.write("DELETE FROM tallies")
        db.write("DELETE FROM places")
        db.write(
            f"INSERT INTO tallies SELECT course, {_KIND}, {_DAY}, count(*) FROM holdings"  # noqa: S608  # ours alone
            " WHERE active = 1 GROUP BY 1, 2, 3"
        )
        db.write(
            f"INSERT INTO places SELECT branch, count(*), sum(assigned), sum({_RECEIVED}) FROM holdings"  # noqa: S608
            " WHERE active = 1 GROUP BY branch"
        )


_Tallied = tuple[str, str, str, int, int]


def _tallied(db: RegisterDb, staff_id: str, course: str) -> _Tallied | None:
    query = (
        f"SELECT branch, {_KIND}, {_DAY}, assigned, {_RECEIVED} FROM holdings"  # noqa: S608  # texts of ours alone
        " WHERE staff_id = ? AND course = ? AND active = 1"
    )
    found = db.row(query, (staff_id, course))
    return (str(found[0]), str(found[1]), str(found[2]), int(found[3]), int(found[4])) if found else None


def _tally(db: RegisterDb, course: str, told: _Tallied | None, step: int) -> None:
    if told is None:
        return
    branch, kind, day, assigned, received = told
    db.write(
        "INSERT INTO tallies (course, kind, day, people) VALUES (?, ?, ?, ?) ON CONFLICT (course, kind, day)"
        " DO UPDATE SET people = tallies.people + excluded.people",
        (course, kind, day, step),
    )
    db.write(
        "INSERT INTO places (branch, people, expected, received) VALUES (?, ?, ?, ?) ON CONFLICT (branch)"
        " DO UPDATE SET people = places.people + excluded.people, expected = places.expected + excluded.expected,"
        " received = places.received + excluded.received",
        (branch, step, step * assigned, step * received),
    )
    db.write("DELETE FROM tallies WHERE course = ? AND kind = ? AND day = ? AND people = 0", (course, kind, day))
    db.write("DELETE FROM places WHERE branch = ? AND people = 0", (branch,))


def _refresh(db: RegisterDb, staff_id: str, course: str) -> None:
    rank, percent, sat_at = db.row(_ALL, (staff_id, staff_id, course)) or (0, -1, None)
    certificate, until, revoked = _newest(db, staff_id, course)
    person = db.row("SELECT branch, active, team FROM staff WHERE staff_id = ?", (staff_id,))
    branch, active, team = person or (sat_at or "", 1, "")
    due = _due(db, staff_id, course, branch, team)
    if due is None and not certificate and sat_at is None:
        db.write("DELETE FROM holdings WHERE staff_id = ? AND course = ?", (staff_id, course))
        return
    outcome = "passed" if certificate else _OUTCOMES[rank]
    until = until or (FOREVER if rank == 3 else "")
    stands = (outcome, until, due or "", int(due is not None), revoked, percent, certificate)
    db.write(_SAVE, (staff_id, course, branch, active, *stands))


def _newest(db: RegisterDb, staff_id: str, course: str) -> tuple[str, str, int]:
    """Number, last day, whether revoked; one in force comes before one that is revoked, none that is replaced."""
    query = (
        f"SELECT number, until_day, revoked FROM certificates WHERE staff_id IN {IDS} AND course = ?"  # noqa: S608
        f" AND {STANDING} ORDER BY revoked, until_day DESC, number LIMIT 1"
    )
    row = db.row(query, (staff_id, staff_id, course))
    return (str(row[0]), str(row[1]), int(row[2])) if row else ("", "", 0)


def _due(db: RegisterDb, staff_id: str, course: str, branch: str, team: str) -> str | None:
    """The earliest day by which the person must pass; None where the course is not assigned, empty without a day."""
    query = (
        f"SELECT due_day FROM assignments WHERE course = ? AND ((kind = 'person' AND name IN {IDS})"  # noqa: S608
        " OR (kind = 'branch' AND name = ?) OR (kind = 'team' AND name = ?) OR kind = 'all')"
    )
    days = sorted(str(day) for (day,) in db.rows(query, (course, staff_id, staff_id, branch, f"{branch}/{team}")))
    return next((day for day in days if day), days[0]) if days else None


def assigned_courses(db: RegisterDb) -> tuple[str, ...]:
    """Every course that anybody is to pass."""
    return tuple(str(course) for (course,) in db.rows("SELECT DISTINCT course FROM assignments ORDER BY course"))


def courses_of(db: RegisterDb, staff_id: str) -> frozenset[str]:
    """Courses that a person has anything to do with."""
    query = (
        f"SELECT course FROM sittings WHERE staff_id IN {IDS} UNION"  # noqa: S608  # texts of ours alone
        f" SELECT course FROM certificates WHERE staff_id IN {IDS} UNION SELECT course FROM holdings WHERE staff_id = ?"
    )
    return frozenset(str(course) for (course,) in db.rows(query, (staff_id,) * 5))
