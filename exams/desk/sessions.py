"""Sessions opened and closed: their ids, their codes, extra time granted in them."""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exams.accounts.pins import PinCost, hash_pin
from exams.desk.errors import NoSession, SessionStillOpen
from exams.desk.exam_door import ExamDoor
from exams.desk.vault import Opening
from exams.journal.line import Event
from exams.packs.briefs import NO_RULES, RoomRules
from exams.sittings.sitting import Kind
from exams.store.errors import DiskFull, HomeReadOnly
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import branch_facts, change_pin, save_setting, show_room_code
from exams.store.session_rows import REHEARSED, SessionRow, find_session, mark_closed, open_session_row, save_session
from exams.store.sitting_rows import rows_of
from exams.timing.policy import DEFAULT, MINUTE_MS
from exams.trust.codes import ALPHABET, shown, with_check

if TYPE_CHECKING:
    from sqlite_utils import Database

CODE_LENGTH, ID_LENGTH = 10, 8


@dataclass(frozen=True, slots=True)
class NewSession:
    """What the proctor says of a session."""

    title: str
    proctor: str
    blueprint: str
    rules: RoomRules = NO_RULES  # of a rehearsal; a session that counts has those of its slot


def open_new_session(
    db: "Database", journal: JournalStore, cost: PinCost, plan: NewSession, opening: Opening | None
) -> tuple[SessionRow, str]:
    """A session and its room code as printed, told only now; raises `SessionStillOpen`.

    One that was unlocked keeps headquarters' id; another gets one of its own.
    """
    require_none_open(db)
    code, session = with_check(_random(CODE_LENGTH)), opening.session if opening else f"S{_random(ID_LENGTH)}"
    now = journal.now()
    row = SessionRow(session, plan.title, plan.proctor, plan.blueprint, hash_pin(code, cost, session), now.wt, None)
    facts = {"session": session, "proctor": plan.proctor, "blueprint": plan.blueprint, **unlocked(opening)}
    with journal.together():
        journal.append(Event.SESSION_OPEN, {**facts, **rehearsed(plan)})
        save_session(db, row)
        show_room_code(db, shown(code))
    return row, shown(code)


def unlocked(opening: Opening | None) -> dict[str, object]:
    """What the journal says of an unlocking; nothing where none was needed."""
    if opening is None:
        return {}
    rules = {} if opening.rules == NO_RULES else {"rules": opening.rules.as_json()}
    return {"purpose": opening.purpose, "slot": opening.slot, "pack": opening.pack, "form": opening.form, **rules}


def rehearsed(plan: NewSession) -> dict[str, object]:
    """What the journal says of a rehearsal beside that; nothing of a session that counts."""
    if plan.blueprint != REHEARSED:
        return {}
    return {"kind": Kind.REHEARSAL.value, **({} if plan.rules == NO_RULES else {"rules": plan.rules.as_json()})}


def require_none_open(db: "Database", session: str = "") -> None:
    """Raises `SessionStillOpen`, or `NoSession` where a session of this id was held already."""
    running = open_session_row(db)
    if running is not None:
        raise SessionStillOpen(session=running.id)
    if find_session(db, session) is not None:
        raise NoSession(session=session)


def official_wt(journal: JournalStore) -> int:
    """The time that windows are held against: the wall clock, never earlier than the journal shows it can be."""
    return max(journal.now().wt, journal.floor_wt())


def come_back(db: "Database", door: ExamDoor) -> None:
    """After a restart an open session's exam is unsealed again by itself."""
    running = open_session_row(db)
    if running is not None:
        door.come_back(running.id)


def put_away(db: "Database", journal: JournalStore, door: ExamDoor) -> None:
    """Erase the keys of sessions that are over; what the disk does not let go is tried again the next time."""
    running = open_session_row(db)
    states: dict[str, set[str]] = {}
    for row in rows_of(db):
        states.setdefault(row.session, set()).add(row.state)
    with suppress(DiskFull, HomeReadOnly):
        door.tidy(running.id if running else "", states, official_wt(journal))


def close_session(db: "Database", journal: JournalStore, session: str, by: str, closing: Mapping[str, int]) -> None:
    """Its code opens nothing any more, and the line says what was counted; raises `NoSession` where it is not open."""
    require_session(db, session)
    with journal.together():
        counted = {"sittings": closing["sittings"], "closing": dict(closing)}
        facts = {"session": session, "by": by, **counted, "head": journal.head()[1]}
        mark_closed(db, session, journal.append(Event.SESSION_CLOSE, facts).line.wt)
        take_door_pins_back(db, session)
        show_room_code(db, "")


def door_pin_key(session: str, staff_id: str) -> str:
    """Where the hash of the PIN lies that a person had before one was given for a session."""
    return f"door-pin:{session}:{staff_id}"


def take_door_pins_back(db: "Database", session: str) -> None:
    """The PINs given for a session open nothing after it: each is as it was before."""
    beginning = door_pin_key(session, "")
    for key, before in branch_facts(db).items():
        if key.startswith(beginning):
            change_pin(db, key.removeprefix(beginning), before)
            db.execute("DELETE FROM branch WHERE key = ?", (key,))


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
        journal.append(Event.EXTEND, facts)
        save_setting(db, _grant(session, staff_id), str(minutes))


def granted_minutes(db: "Database", session: str, staff_id: str) -> int:
    """What was granted to a person in this session, never above the policy's cap."""
    told = int(branch_facts(db).get(_grant(session, staff_id), "0"))
    return min(told, DEFAULT.extra_ms // MINUTE_MS)


def _grant(session: str, staff_id: str) -> str:
    return f"extra:{session}:{staff_id}"


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
