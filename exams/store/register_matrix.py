"""The matrix and the list of people, counted by the database out of one index."""

from collections.abc import Iterator, Sequence

from exams.register.matrix import Cell, Matrix, Received, Standing
from exams.register.validity import State
from exams.store.register_dialect import RegisterDb

_STATE = (
    "CASE WHEN revoked = 1 THEN 'revoked' WHEN outcome = 'passed' AND until_day >= ? THEN 'valid'"
    " WHEN outcome = 'passed' THEN 'expired' WHEN outcome = 'review' THEN 'in_review'"
    " WHEN outcome = 'failed' THEN 'failed' WHEN assigned = 0 THEN 'none'"
    " WHEN due_day = '' OR due_day >= ? THEN 'due' ELSE 'absent' END"
)
_TALLIED = (
    "CASE WHEN kind = 'passed' AND day >= ? THEN 'valid' WHEN kind = 'passed' THEN 'expired'"
    " WHEN kind = 'review' THEN 'in_review' WHEN kind <> 'assigned' THEN kind"
    " WHEN day = '' OR day >= ? THEN 'due' ELSE 'absent' END"
)
_STANDING = (
    f"SELECT h.staff_id, coalesce(s.name, ''), h.branch, coalesce(s.team, ''), h.course, {_STATE}, h.percent,"  # noqa: S608
    " h.certificate, h.until_day, h.due_day FROM holdings h LEFT JOIN staff s ON s.staff_id = h.staff_id"
)
_CELLS = f"SELECT branch, course, {_STATE}, count(*) FROM holdings WHERE branch = ? AND active = 1 GROUP BY 1, 2, 3"  # noqa: S608
_TOTALS = f"SELECT '', course, {_TALLIED}, sum(people) FROM tallies GROUP BY 1, 2, 3"  # noqa: S608


def matrix(db: RegisterDb, day: str, limit: int = 50, offset: int = 0) -> Matrix:
    """One page of branches with all courses, states as of `day`, and the totals of every branch."""
    page = db.rows("SELECT branch FROM places ORDER BY branch LIMIT ? OFFSET ?", (limit, offset))
    rows = tuple(str(branch) for (branch,) in page)
    totals = _cells(db, _TOTALS, (day, day))
    cells: dict[tuple[str, str], Cell] = {}
    for branch in rows:
        cells |= _cells(db, _CELLS, (day, day, branch))
    courses = tuple(sorted(course for _, course in totals))
    total = tuple(totals["", course] for course in courses)
    return Matrix(day, courses, rows, cells, total, db.number("SELECT count(*) FROM places"), offset)


def _cells(db: RegisterDb, query: str, values: Sequence[str | int]) -> dict[tuple[str, str], Cell]:
    counts: dict[tuple[str, str], dict[State, int]] = {}
    for branch, course, state, count in db.rows(query, values):
        counts.setdefault((str(branch), str(course)), {})[State(state)] = int(count)
    return {(branch, course): Cell(branch, course, told) for (branch, course), told in counts.items()}


def standings_in(
    db: RegisterDb, day: str, branch: str = "", course: str = "", state: str = "", page: tuple[int, int] = (200, 0)
) -> tuple[Standing, ...]:
    """People of one cell, or of all; `page` is how many and after how many."""
    query, values = _narrowed(day, branch, course, state)
    return tuple(_standing(row) for row in db.rows(f"{query} LIMIT ? OFFSET ?", (*values, *page)))


def every_standing(db: RegisterDb, day: str, branch: str = "", course: str = "") -> Iterator[Standing]:
    """The same without an end, one at a time."""
    query, values = _narrowed(day, branch, course, "")
    return (_standing(row) for row in db.each(query, values))


def standings_of(db: RegisterDb, day: str, staff_id: str) -> tuple[Standing, ...]:
    """One person with every course."""
    rows = db.rows(f"{_STANDING} WHERE h.staff_id = ? ORDER BY h.course", (day, day, staff_id))
    return tuple(_standing(row) for row in rows)


def ending(db: RegisterDb, day: str, until: str, branch: str = "") -> tuple[Standing, ...]:
    """Whose pass ends from `day` to `until`, both included, and who is due or absent; by branch."""
    query = (
        f"{_STANDING} WHERE h.active = 1 AND ? IN ('', h.branch) AND h.revoked = 0 AND"
        " ((h.outcome = 'passed' AND h.until_day BETWEEN ? AND ?) OR (h.outcome = 'passed' AND h.until_day < ?)"
        " OR (h.assigned = 1 AND h.outcome IN ('none', 'failed'))) ORDER BY h.branch, h.course, h.staff_id"
    )
    return tuple(_standing(row) for row in db.rows(query, (day, day, branch, day, until, day)))


def received_by_branch(db: RegisterDb, branch: str = "") -> tuple[Received, ...]:
    """By branch, of all or of one: who must pass a course, and who has handed anything in for it."""
    query = "SELECT branch, expected, received FROM places WHERE ? IN ('', branch) ORDER BY branch"
    return tuple(Received(str(name), int(expected), int(came)) for name, expected, came in db.rows(query, (branch,)))


def assigned_counts(db: RegisterDb) -> dict[tuple[str, str], int]:
    """How many people must pass, by branch and course."""
    query = "SELECT branch, course, count(*) FROM holdings WHERE assigned = 1 AND active = 1 GROUP BY branch, course"
    return {(str(branch), str(course)): int(count) for branch, course, count in db.rows(query)}


def _narrowed(day: str, branch: str, course: str, state: str) -> tuple[str, tuple[str, ...]]:
    where, values = ["h.active = 1"], [day, day]
    if branch:
        where, values = [*where, "h.branch = ?"], [*values, branch]
    if course:
        where, values = [*where, "h.course = ?"], [*values, course]
    if state:
        where, values = [*where, f"{_STATE} = ?"], [*values, day, day, state]
    return f"{_STANDING} WHERE {' AND '.join(where)} ORDER BY h.branch, h.course, h.staff_id", tuple(values)


def _standing(row: Sequence[object]) -> Standing:
    staff_id, name, branch, team, course, state, percent, certificate, until, due = map(str, row)
    return Standing(staff_id, name, branch, team, course, State(state), int(percent), certificate, until, due)
