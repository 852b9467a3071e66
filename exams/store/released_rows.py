"""Sessions whose results HR holds, and those that it has released."""

from collections.abc import Sequence
from dataclasses import replace

from exams.register.outcome import SittingRow
from exams.store.counted_rows import COUNTED, HELD, NOTHING, counted
from exams.store.register_dialect import RegisterDb
from exams.store.register_holdings import refresh


def held_sessions(db: RegisterDb) -> tuple[tuple[str, str, int, int], ...]:
    """Session, course, how many results are held, and the wt of the last hand-in; the newest first."""
    query = (
        f"SELECT session, course, count(*), max(ended_wt) FROM {COUNTED} WHERE {HELD}"  # noqa: S608  # texts of ours
        " GROUP BY session, course ORDER BY 4 DESC, 1, 2"
    )
    return tuple((str(one), str(course), int(count), int(wt)) for one, course, count, wt in db.rows(query))


def told_so_far(db: RegisterDb, row: SittingRow) -> SittingRow:
    """The sitting without a result that is held; one that was released was told on that day."""
    if row.state != "submitted":
        return row
    if counted(db, row.sitting) == NOTHING:
        return replace(row, percent=-1, passed=False)
    query = "SELECT released_wt FROM results_released WHERE released = ?"
    return replace(row, told_wt=max(row.told_wt, db.number(query, (row.session,))))


def release_results(db: RegisterDb, session: str, who: str, wt: int) -> int:
    """From now on the session's results count; gives how many were held, 0 where none is."""
    with db.together():
        held: Sequence[tuple[str, str]] = [
            (str(staff_id), str(course))
            for staff_id, course in db.rows(
                f"SELECT staff_id, course FROM {COUNTED} WHERE {HELD} AND session = ?",  # noqa: S608  # texts of ours
                (session,),
            )
        ]
        if held:
            db.write(
                "INSERT INTO results_released (released, released_by, released_wt) VALUES (?, ?, ?)"
                " ON CONFLICT (released) DO NOTHING",
                (session, who, wt),
            )
            refresh(db, held)
    return len(held)
