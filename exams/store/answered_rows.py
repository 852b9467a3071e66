"""What was chosen at the questions of sittings that HR has looked through, for item statistics over all branches."""

from collections.abc import Iterator, Mapping

from exams.register.answered import Answered, answered_text
from exams.store.register_dialect import RegisterDb


def save_answered(db: RegisterDb, sitting: str, found: Mapping[str, Answered]) -> None:
    """In place of what was read before."""
    db.write(
        "INSERT INTO item_answers (sitting, told) VALUES (?, ?)"
        " ON CONFLICT (sitting) DO UPDATE SET told = excluded.told",
        (sitting, answered_text(found)),
    )


def answered_results(db: RegisterDb, course: str, blueprint: str, most: int) -> Iterator[tuple[str, str, str]]:
    """Sittings that count, with their results and what was chosen, newest first and at most so many.

    What was chosen is empty where nobody has looked through the sitting yet; with `blueprint` only of that exam.
    """
    query = (
        "SELECT sittings.sitting, result, coalesce(told, '') FROM sittings"
        " LEFT JOIN item_answers ON item_answers.sitting = sittings.sitting"
        " WHERE course = ? AND ? IN ('', blueprint) AND accepted = 1"
        " AND state IN ('graded', 'submitted') AND result <> '' ORDER BY began_wt DESC, sittings.sitting LIMIT ?"
    )
    rows = db.each(query, (course, blueprint, most))
    return ((str(sitting), str(result), str(told)) for sitting, result, told in rows)


def sat_courses(db: RegisterDb) -> tuple[str, ...]:
    """Courses with a graded sitting that counts."""
    query = (
        "SELECT DISTINCT course FROM sittings WHERE accepted = 1 AND state IN ('graded', 'submitted') AND result <> ''"
        " AND course <> '' ORDER BY course"
    )
    return tuple(str(course) for (course,) in db.rows(query))


def answered_rooms(db: RegisterDb, course: str) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """Sitting, staff id, session, branch, result, what was chosen, device; those that count and were looked through."""
    query = (
        "SELECT sittings.sitting, staff_id, session, branch, result, told, serial FROM sittings"
        " JOIN item_answers ON item_answers.sitting = sittings.sitting WHERE course = ? AND accepted = 1"
        " AND state IN ('graded', 'submitted') AND result <> '' ORDER BY session, sittings.sitting"
    )
    for row in db.each(query, (course,)):
        sitting, staff_id, session, branch, result, told, serial = map(str, row)
        yield sitting, staff_id, session, branch, result, told, serial
