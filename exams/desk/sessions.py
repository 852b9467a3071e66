"""Sessions opened and closed: their ids, their codes, extra time granted in them."""

import secrets
from typing import TYPE_CHECKING

from exams.accounts.codes import ALPHABET, shown, with_check
from exams.accounts.pins import PinCost, hash_pin
from exams.desk.errors import NoSession, SessionStillOpen
from exams.journal.line import Event
from exams.sittings.events import FurtherEvent
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import branch_facts, save_setting
from exams.store.session_rows import SessionRow, find_session, mark_closed, open_session_row, save_session
from exams.timing.policy import DEFAULT, MINUTE_MS

if TYPE_CHECKING:
    from sqlite_utils import Database

CODE_LENGTH, ID_LENGTH = 10, 8


def open_new_session(
    db: "Database", journal: JournalStore, cost: PinCost, *, title: str, proctor: str, blueprint: str
) -> tuple[SessionRow, str]:
    """A session and its code as printed, told only now; raises `SessionStillOpen`."""
    running = open_session_row(db)
    if running is not None:
        raise SessionStillOpen(session=running.id)
    code, session = with_check(_random(CODE_LENGTH)), f"S{_random(ID_LENGTH)}"
    now = journal.now()
    row = SessionRow(session, title, proctor, blueprint, hash_pin(code, cost), now.wt, None)
    with journal.together():
        journal.append(Event.SESSION_OPEN, {"session": session, "proctor": proctor, "blueprint": blueprint})
        save_session(db, row)
    return row, shown(code)


def close_session(db: "Database", journal: JournalStore, session: str, by: str, sittings: int) -> None:
    """Its code opens nothing any more; raises `NoSession` where it is not open."""
    require_session(db, session)
    with journal.together():
        facts = {"session": session, "by": by, "sittings": sittings, "head": journal.head()[1]}
        mark_closed(db, session, journal.append(Event.SESSION_CLOSE, facts).line.wt)


def require_session(db: "Database", session: str) -> SessionRow:
    """The session, which is open; raises `NoSession`."""
    row = find_session(db, session)
    if row is None or row.closed_wt is not None:
        raise NoSession(session=session)
    return row


def grant_extra(
    db: "Database", journal: JournalStore, *, session: str, staff_id: str, minutes: int, by: str, reason: str
) -> None:
    """Extra minutes for one person's next start in this session; a later grant takes the place of an earlier one."""
    facts = {"session": session, "staff": staff_id, "ms": minutes * MINUTE_MS, "by": by, "reason": reason}
    with journal.together():
        journal.append(FurtherEvent.EXTEND, facts)
        save_setting(db, _grant(session, staff_id), str(minutes))


def granted_minutes(db: "Database", session: str, staff_id: str) -> int:
    """What was granted to a person in this session, never above the policy's cap."""
    told = int(branch_facts(db).get(_grant(session, staff_id), "0"))
    return min(told, DEFAULT.extra_ms // MINUTE_MS)


def _grant(session: str, staff_id: str) -> str:
    return f"extra:{session}:{staff_id}"


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
