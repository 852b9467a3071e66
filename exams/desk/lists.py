"""The rows of the staff's lists."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from exams.desk.offers import SessionInfo, SittingLine
from exams.desk.sitting_book import SittingBook
from exams.journal.errors import JournalBroken
from exams.sittings.errors import SittingUnreadable
from exams.sittings.sitting import PROCTORED, RUNNING, Kind
from exams.store.people_rows import all_people
from exams.store.session_rows import all_sessions
from exams.store.sitting_rows import SittingRow

if TYPE_CHECKING:
    from sqlite_utils import Database


def sitting_lines(db: "Database", rows: Iterable[SittingRow]) -> tuple[SittingLine, ...]:
    """Sittings with the names of those who sat; `rows` in the order they began, the lines newest first."""
    names = {person.staff_id: person.name for person in all_people(db)}
    lines = [
        SittingLine(
            sitting=row.id,
            kind=row.kind,
            staff_id=row.staff_id,
            name=names.get(row.staff_id, row.staff_id),
            session=row.session,
            attempt=row.attempt,
            state=row.state,
            answered=row.answered,
            items=row.items,
            started_wt=row.started_wt,
            ended_wt=row.ended_wt,
            percent=row.percent,
            passed=None if row.passed is None else bool(row.passed),
            certificate=row.certificate,
        )
        for row in rows
    ]
    return tuple(reversed(lines))


def finals(db: "Database", book: SittingBook) -> tuple[SittingLine, ...]:
    """All finals, newest first."""
    return _as_now(db, book, (row for row in book.rows() if row.kind == Kind.FINAL.value))


def proctored(db: "Database", book: SittingBook, session: str | None = None) -> tuple[SittingLine, ...]:
    """What was sat in one session or in all, newest first: finals, and what a rehearsal was."""
    rows = (row for row in book.rows() if row.kind in PROCTORED)
    return _as_now(db, book, (row for row in rows if session is None or row.session == session))


def _as_now(db: "Database", book: SittingBook, rows: Iterable[SittingRow]) -> tuple[SittingLine, ...]:
    lines = sitting_lines(db, rows)
    return tuple(_now(book, line) if line.state in RUNNING else line for line in lines)


def _now(book: SittingBook, line: SittingLine) -> SittingLine:
    try:
        sitting = book.now(book.load(line.sitting))
    except (JournalBroken, SittingUnreadable):
        return line
    return replace(
        line,
        state=sitting.state.value,
        stop=sitting.stop.value if sitting.stop else "",
        remaining_ms=sitting.remaining_ms,
        creditable_ms=sitting.creditable_ms,
        extendable_ms=sitting.extendable_ms,
    )


def session_infos(db: "Database") -> tuple[SessionInfo, ...]:
    """All sessions, newest first; the code is known only in a demonstration."""
    shown = {str(k): str(v) for k, v in db.execute("SELECT key, value FROM demonstration")}  # empty elsewhere
    return tuple(
        SessionInfo(
            id=row.id,
            title=row.title,
            proctor=row.proctor,
            opened_wt=row.opened_wt,
            open=row.closed_wt is None,
            rehearsal=row.is_rehearsal,
            code_shown=shown.get("code") or None if row.closed_wt is None else None,
        )
        for row in all_sessions(db)
    )
