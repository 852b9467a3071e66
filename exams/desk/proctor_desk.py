"""Everything a proctor may do."""

from functools import partial
from typing import TYPE_CHECKING

from exams.accounts.errors import BadStaffId
from exams.accounts.names import check_name
from exams.accounts.person import Person
from exams.accounts.pins import PinCost
from exams.desk.errors import ExtraTimeAboveCap, NoSession, SessionBusy
from exams.desk.lists import finals, session_infos
from exams.desk.offers import SessionInfo, SittingLine
from exams.desk.overrides import Overrides, check_reason
from exams.desk.session_report import SessionReport, overrides_of, sitting_facts
from exams.desk.sessions import close_session, grant_extra, open_new_session, require_session
from exams.desk.sitting_book import SittingBook
from exams.journal.line import Event
from exams.sittings.sitting import RUNNING, Sitting
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import find_person
from exams.store.session_rows import open_session_row
from exams.timing.gaps import Cause
from exams.timing.policy import DEFAULT, MINUTE_MS

if TYPE_CHECKING:
    from sqlite_utils import Database


class ProctorDesk:
    """Sees the sessions of this PC and what was sat in them; every override takes a reason and is journalled."""

    def __init__(
        self, db: "Database", person: Person, book: SittingBook, journal: JournalStore, pin_cost: PinCost
    ) -> None:
        self._db = db
        self._book = book
        self._journal = journal
        self._pin_cost = pin_cost
        self._overrides = Overrides(book, person.staff_id)
        self.person = person

    def sessions(self) -> tuple[SessionInfo, ...]:
        """Newest first."""
        return session_infos(self._db)

    def sittings(self, session: str | None = None) -> tuple[SittingLine, ...]:
        """Finals of one session or of all, newest first; what ran out meanwhile is handed in and graded first."""
        self._book.close_overdue()
        return finals(self._db, self._book, session)

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

    def open_session(self, title: str, blueprint: str = "final") -> tuple[SessionInfo, str]:
        """A new session and its code, told only now; raises `SessionStillOpen`."""
        row, code = open_new_session(
            self._db,
            self._journal,
            self._pin_cost,
            title=check_name(title),
            proctor=self.person.staff_id,
            blueprint=blueprint,
        )
        return self._session(row.id), code

    def close_session(self, session: str) -> SessionReport:
        """Close it and give its report; raises `SessionBusy` while somebody still sits."""
        require_session(self._db, session)
        running = self._running(session)
        if running:
            raise SessionBusy(sittings=len(running))
        close_session(self._db, self._journal, session, self.person.staff_id, len(self.sittings(session)))
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
        )

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

    def _running(self, session: str) -> tuple[str, ...]:
        self._session(session)
        return tuple(line.sitting for line in self.sittings(session) if line.state in RUNNING)

    def _session(self, session: str) -> SessionInfo:
        found = next((info for info in self.sessions() if info.id == session), None)
        if found is None:
            raise NoSession(session=session)
        return found
