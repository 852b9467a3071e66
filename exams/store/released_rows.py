"""Sessions whose results HR holds, and those that it has released."""

from collections.abc import Sequence
from dataclasses import replace

from exams.register.outcome import SittingRow
from exams.store.counted_rows import COUNTED, HELD, NOTHING, counted
from exams.store.register_dialect import RegisterDb
from exams.store.register_holdings import refresh

_HELD_SESSIONS = f"SELECT session, course, count(*), max(ended_wt) FROM {COUNTED} WHERE {HELD}"  # noqa: S608


def held_sessions(db: RegisterDb) -> tuple[tuple[str, str, int, int, str, int], ...]:
    """Session, course, how many results are held, the wt of the last hand-in, who proposed the release and when.

    The newest first; nobody and 0 where it was not proposed.
    """
    query = f"{_HELD_SESSIONS} GROUP BY session, course ORDER BY 4 DESC, 1, 2"
    proposed = {str(one): (str(by), int(wt)) for one, by, wt in db.rows("SELECT * FROM results_proposed")}
    return tuple(
        (str(one), str(course), int(count), int(wt), *proposed.get(str(one), ("", 0)))
        for one, course, count, wt in db.rows(query)
    )


def proposed_by(db: RegisterDb, session: str) -> str:
    """Who proposed to release its results; empty where nobody did."""
    row = db.row("SELECT proposed_by FROM results_proposed WHERE session = ?", (session,))
    return str(row[0]) if row else ""


def propose_results(db: RegisterDb, session: str, who: str, wt: int) -> None:
    """Write down who did; the first one stays."""
    db.write(
        "INSERT INTO results_proposed (session, proposed_by, proposed_wt) VALUES (?, ?, ?)"
        " ON CONFLICT (session) DO NOTHING",
        (session, who, wt),
    )


def withdraw_proposal(db: RegisterDb, session: str) -> bool:
    """Whether there was one."""
    return bool(db.write("DELETE FROM results_proposed WHERE session = ?", (session,)))


def told_so_far(db: RegisterDb, row: SittingRow) -> SittingRow:
    """The sitting without a result that is held; one that was released was told on that day."""
    if row.state != "submitted":
        return row
    if counted(db, row.sitting) == NOTHING:
        return replace(row, percent=-1, passed=False)
    query = "SELECT released_wt FROM results_released WHERE released = ?"
    return replace(row, told_wt=max(row.told_wt, db.number(query, (row.session,))))


def release_results(db: RegisterDb, session: str, who: str, wt: int) -> int:
    """From now on the session's results count; gives how many were held, 0 where none is. Keeps who proposed it."""
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
                "INSERT INTO results_released (released, released_by, released_wt, proposed_by) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (released) DO NOTHING",
                (session, who, wt, proposed_by(db, session)),
            )
            withdraw_proposal(db, session)
            refresh(db, held)
    return len(held)
