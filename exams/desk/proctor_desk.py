"""Everything a proctor may do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from exams.accounts.errors import BadStaffId
from exams.accounts.names import check_name
from exams.accounts.person import Person
from exams.accounts.pins import PinCost
from exams.desk.check_in import CheckIn
from exams.desk.errors import ExtraTimeAboveCap, NoSession, SessionBusy
from exams.desk.exam_door import ExamDoor
from exams.desk.incident_book import IncidentBook
from exams.desk.joining import JoinedPc, join, joined
from exams.desk.lists import proctored, session_infos
from exams.desk.offers import SessionInfo, SittingLine
from exams.desk.overrides import Overrides, check_reason
from exams.desk.paper_fallback import PaperFallback, Sources
from exams.desk.rehearsals import Rehearsals
from exams.desk.retake_book import RetakeBook
from exams.desk.second_authority import SecondAuthority
from exams.desk.session_report import SessionReport, overrides_of, session_sums, sitting_facts
from exams.desk.sessions import (
    NewSession,
    close_session,
    grant_extra,
    official_wt,
    open_new_session,
    put_away,
    require_none_open,
    require_session,
    unlocked,
)
from exams.desk.sitting_book import SittingBook
from exams.desk.vault import Opening
from exams.errors import AcademyError
from exams.journal.anchor import release_anchor
from exams.journal.line import Event
from exams.packs.errors import CodeWrong
from exams.packs.slots import SessionPlan
from exams.sittings.sitting import RUNNING, Sitting
from exams.store.content_rows import ContentStore
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import find_person
from exams.store.session_rows import open_session_row
from exams.timing.gaps import Cause
from exams.timing.policy import DEFAULT, MINUTE_MS

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class ProctorTools:
    """What a proctor works with beside the records of this PC."""

    home: Path
    content: ContentStore
    door: ExamDoor
    pin_cost: PinCost


class ProctorDesk:
    """Sees the sessions of this PC and what was sat in them; every override takes a reason and is journalled."""

    def __init__(
        self, db: "Database", person: Person, book: SittingBook, journal: JournalStore, tools: ProctorTools
    ) -> None:
        self._db = db
        self._book = book
        self._journal = journal
        self._pin_cost = tools.pin_cost
        self._door = door = tools.door
        self.check_in = CheckIn(db, journal, door, tools.pin_cost, person.staff_id)
        self.incidents = IncidentBook(db, journal, book, person.staff_id)
        self.authority = SecondAuthority(tools.home, journal, book, person.staff_id)
        self.fallback = PaperFallback(db, journal, book, Sources(tools.content, door), self.check_in)
        self._overrides = Overrides(book, person.staff_id)
        self._retakes = RetakeBook(db, journal, book)
        self.rehearsals = Rehearsals(db, journal, door, tools.pin_cost, person.staff_id)
        self.person = person

    def sessions(self) -> tuple[SessionInfo, ...]:
        """Newest first."""
        return session_infos(self._db)

    def sittings(self, session: str | None = None) -> tuple[SittingLine, ...]:
        """What was sat in one session or in all, newest first; what ran out meanwhile is handed in and graded first.

        So are the keys erased of a session whose window has ended meanwhile.
        """
        self._book.close_overdue()
        if self._door.is_over(official_wt(self._journal)):
            self._put_away()
        return proctored(self._db, self._book, session)

    def sitting(self, sitting_id: str) -> Sitting:
        """One sitting at this moment: its state, why it waits, its time and every gap."""
        return self._book.now(self._book.load(sitting_id))

    def pause(self, sitting_id: str, reason: str) -> Sitting:
        """Stop the time and hide the paper; a second time changes nothing."""
        return self._overrides.pause(sitting_id, reason)

    def resume(self, sitting_id: str, reason: str, credit_minutes: int = 0) -> Sitting:
        """Let it go on, with lost minutes given back as far as the printed rule allows."""
        return self._overrides.resume(sitting_id, reason, credit_minutes)

    def credit(self, sitting_id: str, minutes: int, reason: str) -> Sitting:
        """Give back what a restart has cost; raises `NothingLost`."""
        return self._overrides.credit(sitting_id, minutes, reason)

    def extend(self, sitting_id: str, minutes: int, reason: str) -> Sitting:
        """Add minutes to a running sitting; raises `ExtraTimeAboveCap`."""
        return self._overrides.extend(sitting_id, minutes, reason)

    def force(self, sitting_id: str, reason: str) -> Sitting:
        """Hand in for the person; graded with what was saved."""
        return self._overrides.force(sitting_id, reason)

    def void(self, sitting_id: str, reason: str) -> Sitting:
        """The sitting counts no more; raises `SittingClosed` once void or certified."""
        return self._overrides.void(sitting_id, reason)

    def reopen(self, sitting_id: str, reason: str, minutes: int = 0) -> Sitting:
        """Let a sitting of an open session go on that time or force has ended; raises `CannotReopen`, `NoSession`."""
        require_session(self._db, self._book.load(sitting_id).session)
        self._book.unseal(sitting_id)
        return self._overrides.reopen(sitting_id, minutes, reason)

    def pause_session(self, session: str, reason: str) -> tuple[Sitting, ...]:
        """Pause every running sitting of an open session, all or none."""
        act = partial(self._overrides.pause, reason=check_reason(reason))
        return self._overrides.all_of(self._running(session), act)

    def resume_session(self, session: str, reason: str, credit_minutes: int = 0) -> tuple[Sitting, ...]:
        """Let every waiting sitting of an open session go on, all or none."""
        act = partial(self._overrides.resume, reason=check_reason(reason), credit_minutes=credit_minutes)
        return self._overrides.all_of(self._running(session), act)

    def extend_session(self, session: str, minutes: int, reason: str) -> tuple[Sitting, ...]:
        """Add minutes to every running sitting of an open session, all or none."""
        act = partial(self._overrides.extend, minutes=minutes, reason=check_reason(reason))
        return self._overrides.all_of(self._running(session), act)

    def grant_extra(self, staff_id: str, minutes: int, reason: str) -> None:
        """Extra time for one person before the start, in the session that is open now; 0 takes a grant back."""
        session, why = open_session_row(self._db), check_reason(reason)
        if session is None:
            raise NoSession(session="")
        if find_person(self._db, staff_id) is None:
            raise BadStaffId(staff_id=staff_id[:32])
        if not 0 <= minutes * MINUTE_MS <= DEFAULT.extra_ms:
            raise ExtraTimeAboveCap(most_minutes=DEFAULT.extra_ms // MINUTE_MS)
        by = self.person.staff_id
        grant_extra(self._db, self._journal, session=session.id, staff_id=staff_id, minutes=minutes, by=by, reason=why)

    def locked(self) -> tuple[Person, ...]:
        """Everybody whose next try of the final waits for the coach's talk."""
        return self._retakes.locked()

    def unlock(self, staff_id: str, reason: str) -> None:
        """The coach has talked with a person whose tries are used up; raises `NothingToUnlock`, `BadStaffId`."""
        self._retakes.unlock(staff_id, self.person.staff_id, check_reason(reason))

    @property
    def needs_code(self) -> bool:
        """True where the exam is sealed: a session opens with its id and headquarters' code only."""
        return self._door.needs_code

    def planned(self) -> tuple[SessionPlan, ...]:
        """Sessions that headquarters has planned for this branch and whose slots are here, the earliest first.

        Raises `TrustSpoilt` where what this home believes was changed.
        """
        held = {info.id for info in self.sessions()}
        return tuple(plan for plan in self._door.sessions() if plan.session not in held)

    def now_wt(self) -> int:
        """The time that the sessions' windows are held against, in ms UTC."""
        return official_wt(self._journal)

    def open_session(
        self, title: str, blueprint: str = "final", *, session: str = "", code: str = ""
    ) -> tuple[SessionInfo, str]:
        """A new session and its room code, told only now; raises `SessionStillOpen`.

        Where the exam is sealed, `session` is one of `planned` and `code` is headquarters'; that costs one Argon2id and
        raises `CodeTypo`, `CodeWrong`, `SlotSpoilt`, `OutsideWindow`, `Revoked` or `NoSession` with nothing unsealed.
        """
        plan = NewSession(check_name(title), self.person.staff_id, blueprint)
        require_none_open(self._db, session if self.needs_code else "")
        opening = self._unlock(self._door.open, session, code) if self.needs_code else None
        try:
            row, room_code = open_new_session(self._db, self._journal, self._pin_cost, plan, opening)
        except AcademyError:
            self._put_away()
            raise
        return self._session(row.id), room_code

    def is_locked(self, session: str) -> bool:
        """True for an open session whose window lasts and whose exam nothing here opens any more: `unseal` it."""
        row = open_session_row(self._db)
        if row is None or row.id != session or not self._door.is_locked(session):
            return False
        now = self.now_wt()
        return any(plan.session == session and now < plan.not_after_wt for plan in self._door.sessions())

    def unseal(self, session: str, code: str) -> None:
        """Unlock an open session once more, where what it was unlocked with is lost; raises as `open_session`."""
        row = require_session(self._db, session)
        opening = self._unlock(self._door.open, session, code)
        facts = {"session": session, "proctor": self.person.staff_id, "blueprint": row.blueprint, "again": True}
        self._journal.append(Event.SESSION_OPEN, {**facts, **unlocked(opening)})

    def awaits_code(self, session: str) -> bool:
        """True where a grading code may still come for what was handed in here."""
        return self._door.awaits_code(session, official_wt(self._journal))

    def grade_session(self, session: str, code: str) -> tuple[Sitting, ...]:
        """Unlock a session's answer key and grade what was handed in; raises as `open_session`, and `ExamSealed`."""
        info = self._session(session)
        opening = self._unlock(self._door.open_key, session, code)
        facts = {"session": info.id, "proctor": self.person.staff_id, **unlocked(opening)}
        self._journal.append(Event.SESSION_OPEN, facts)
        graded = tuple(one for one in self._book.close_overdue() if one.session == session)
        self._put_away()
        return graded

    def anchor(self) -> str:
        """What headquarters notes when it releases a grading code: the journal's head now, as people read it out."""
        return release_anchor(self._journal.head()[1])

    def close_session(self, session: str) -> SessionReport:
        """Close it and give its report; raises `SessionBusy` while somebody still sits."""
        require_session(self._db, session)
        if running := self._running(session):
            raise SessionBusy(sittings=len(running))
        closing = session_sums(self._db, self._journal, session)
        close_session(self._db, self._journal, session, self.person.staff_id, closing)
        self._put_away()
        return self.report(session)

    def report(self, session: str) -> SessionReport:
        """The facts of a session as they stand: sittings with their gaps, overrides with who and why."""
        lines = self.sittings(session)
        records, head = self._journal.head()
        return SessionReport(
            session=self._session(session),
            sittings=sitting_facts(self._book, lines),
            overrides=overrides_of(self._journal, frozenset(line.sitting for line in lines)),
            records=records,
            head=head,
            joined=joined(self._journal, session),
            people=self.check_in.roster(session),
            incidents=self.incidents.of(session),
            sums=session_sums(self._db, self._journal, session),
        )

    def join(self, session: str, checkpoints: Sequence[bytes]) -> tuple[JoinedPc, ...]:
        """List the checkpoints of other PCs of a session, files or texts; raises `NoSession`, `NotJoined`."""
        return join(self._db, self._journal, session, checkpoints)

    def record_report(self, session: str, sha256: str) -> None:
        """Journal that a report of this session was printed, by its digest."""
        facts = {"session": self._session(session).id, "sha256": sha256, "by": self.person.staff_id}
        self._journal.append(Event.REPORT, facts)

    def confirm_clock(self, reason: str) -> None:
        """The wall clock is right although earlier lines say it is later; finals may begin again."""
        facts = {"confirmed": True, "by": self.person.staff_id, "reason": check_reason(reason)}
        self._journal.append(Event.TIME_JUMP, facts)

    def waiting(self) -> tuple[Sitting, ...]:
        """Sittings that nobody but the proctor can let go on, with the cause in `stop`."""
        now = (self.sitting(line.sitting) for line in self.sittings() if line.state in RUNNING)
        return tuple(sitting for sitting in now if sitting.stop not in {None, Cause.PAUSE})

    def _unlock(self, unlock: Callable[[str, str, int], Opening], session: str, code: str) -> Opening:
        try:
            return unlock(session, code, official_wt(self._journal))
        except CodeWrong as refusal:
            self._journal.append(Event.ERROR, {"code": refusal.code, "session": session, "by": self.person.staff_id})
            raise

    def _put_away(self) -> None:
        put_away(self._db, self._journal, self._door)

    def _running(self, session: str) -> tuple[str, ...]:
        self._session(session)
        return tuple(line.sitting for line in self.sittings(session) if line.state in RUNNING)

    def _session(self, session: str) -> SessionInfo:
        found = next((info for info in self.sessions() if info.id == session), None)
        if found is None:
            raise NoSession(session=session)
        return found
