"""At the door of a final: which code begins it, until when, and when it may be handed in; all by the signed rules."""

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from exams.accounts.errors import StartCodeRefused
from exams.accounts.pins import pin_matches
from exams.accounts.start_codes import (
    MOST_WRONG,
    StartPlace,
    require_start_code,
    start_code,
    start_key,
    window_at,
    window_ends,
)
from exams.desk.errors import ClockBehind, EntryClosed, HandInTooEarly, WrongCode
from exams.desk.exam_door import ExamDoor
from exams.desk.sessions import official_wt
from exams.journal.line import Event, Record
from exams.packs.briefs import NO_RULES, RoomRules
from exams.sittings.errors import SittingMoved, SittingUnreadable
from exams.sittings.replay import facts_of
from exams.sittings.sitting import PROCTORED, Sitting, State
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import branch_facts
from exams.store.session_rows import SessionRow, find_session
from exams.store.sitting_rows import rows_of
from exams.timing.policy import MINUTE_MS
from exams.trust.codes import plain_code
from exams.trust.errors import NotStrict

if TYPE_CHECKING:
    from sqlite_utils import Database

CLOCK_BEHIND_MS = 10 * 60_000
"""A wall clock further behind the journal's latest line is wrong: no final begins by it (rule 8)."""


class Admittance:
    """Asked by the trainee's desk before a clock starts and before it is stopped."""

    def __init__(self, db: "Database", journal: JournalStore, door: ExamDoor) -> None:
        self._db = db
        self._journal = journal
        self._door = door

    def require(self, session: SessionRow | None, staff_id: str, code: str) -> None:
        """Raises `WrongCode`, `SittingMoved` where the person's exam of this session went to another PC, `EntryClosed`,
        `StartCodeRefused`, `ClockBehind`, or as `ExamDoor.require_window`.
        """
        if session is None:
            raise WrongCode
        self._require_not_moved(session.id, staff_id)
        rules = rules_of(self._journal, session.id)
        now = official_wt(self._journal)
        if rules.entry_until_wt and now >= rules.entry_until_wt:
            self._refused(EntryClosed.code, session.id, staff_id)
            raise EntryClosed(until_wt=rules.entry_until_wt)
        if rules.start_code:
            self._require_start_code(session.id, staff_id, code, now)
        elif not pin_matches(plain_code(code), session.code, session.id):
            raise WrongCode
        behind = self._journal.floor_wt() - self._journal.now().wt
        if behind > CLOCK_BEHIND_MS:
            raise ClockBehind(minutes=behind // MINUTE_MS)
        if not session.is_rehearsal:
            self._door.require_window(session.id, now)

    def _require_not_moved(self, session: str, staff_id: str) -> None:
        for row in rows_of(self._db, staff_id):
            if row.session == session and row.state == State.MOVED.value:
                raise SittingMoved(sitting=row.id)

    def require_ripe(self, sitting: Sitting) -> None:
        """Raises `HandInTooEarly` with the minutes that are still to go by, where the rules say so."""
        if sitting.kind not in PROCTORED or not sitting.session:
            return
        earliest = min(rules_of(self._journal, sitting.session).earliest_ms, sitting.limit_ms)
        left = earliest - sitting.elapsed_ms
        if left > 0:
            self._refused(HandInTooEarly.code, sitting.session, sitting.staff_id)
            raise HandInTooEarly(minutes=-(-left // MINUTE_MS), until_wt=self._journal.now().wt + left)

    def asks_start_code(self, session: str) -> bool:
        """True where nobody begins with the room code alone."""
        return rules_of(self._journal, session).start_code

    def show_code(self, session: str, staff_id: str, by: str) -> tuple[str, int]:
        """The code that lets a checked-in person begin here and when its window ends; that it was shown is journalled.

        Raises `StartCodeRefused` (absent) for who is not checked in, `ExamSealed`.
        """
        if not any(_is_about(told(record), session, staff_id) for record in self._journal.of_type(Event.CHECK_IN)):
            raise StartCodeRefused(reason="absent")
        now = official_wt(self._journal)
        code = start_code(self._key(session), self._place(session, staff_id), window_at(now))
        self._journal.append(Event.CODE_SHOWN, {"session": session, "staff": staff_id, "by": by})
        return code, window_ends(now)

    def _require_start_code(self, session: str, staff_id: str, code: str, now: int) -> None:
        wrong = self._wrong_since_shown(session, staff_id)
        if wrong is None:
            raise StartCodeRefused(reason="absent")
        if wrong >= MOST_WRONG:
            raise StartCodeRefused(reason="spent")
        try:
            require_start_code(code, self._key(session), self._place(session, staff_id), now)
        except StartCodeRefused as refusal:
            if refusal.facts.get("reason") != "typo":
                self._refused(refusal.code, session, staff_id)
            raise

    def _wrong_since_shown(self, session: str, staff_id: str) -> int | None:
        """How many wrong codes were typed since one was shown to this person; None while none was."""
        wrong: int | None = None
        for record in self._journal.of_type(Event.CODE_SHOWN, Event.ERROR):
            facts = told(record)
            if not _is_about(facts, session, staff_id):
                continue
            if record.line.type == Event.CODE_SHOWN:
                wrong = 0
            elif wrong is not None and facts.get("code") == StartCodeRefused.code:
                wrong += 1
        return wrong

    def _place(self, session: str, staff_id: str) -> StartPlace:
        mine = (row for row in rows_of(self._db, staff_id) if row.kind in PROCTORED and row.session == session)
        return StartPlace(session, staff_id, branch_facts(self._db).get("device", ""), sum(1 for _ in mine))

    def _key(self, session: str) -> bytes:
        row = find_session(self._db, session)
        known = row is not None and row.is_rehearsal
        return start_key(_practice_key(session) if known else self._door.items_key(session), session)

    def _refused(self, code: str, session: str, staff_id: str) -> None:
        self._journal.append(Event.ERROR, {"code": code, "session": session, "staff": staff_id})


def _practice_key(session: str) -> bytes:
    """No secret: a rehearsal's start codes are typed as on the day, and guard nothing."""
    return hashlib.sha256(session.encode()).digest()


def rules_of(journal: JournalStore, session: str) -> RoomRules:
    """The rules that this session was opened under, as the journal tells them; none where it names none."""
    rules = NO_RULES
    for record in journal.of_type(Event.SESSION_OPEN):
        facts = told(record)
        if facts.get("session") == session and "rules" in facts:
            with suppress(NotStrict):
                rules = RoomRules.of(facts["rules"])
    return rules


def told(record: Record) -> dict[str, Any]:
    """What a line says; nothing where its body is spoilt, which is the check's business."""
    try:
        return facts_of(record)
    except SittingUnreadable:
        return {}


def _is_about(facts: dict[str, object], session: str, staff_id: str) -> bool:
    return facts.get("session") == session and facts.get("staff") == staff_id
