"""The office: one home opened, its journal, its content, and the desks it gives to those who sign in."""

import platform
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from exams.accounts.errors import SignInLocked, SignInRefused, SignInWait
from exams.accounts.lockout import Attempt, Standing, standing
from exams.accounts.person import Branch, Person, Role
from exams.accounts.pins import PinCost, hash_pin, pin_matches
from exams.desk.hr_desk import HrDesk
from exams.desk.proctor_desk import ProctorDesk
from exams.desk.sitting_book import SittingBook
from exams.desk.trainee_desk import TraineeDesk
from exams.journal.line import Event
from exams.sittings.sitting import Sitting
from exams.store.content_rows import ContentStore
from exams.store.database import open_database
from exams.store.home import HomeLock, prepare_home
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import all_people, branch_facts, find_person, find_pin, load_branch
from exams.timing.clock import Clock, SystemClock

if TYPE_CHECKING:
    from sqlite_utils import Database

GlyphCheck = Callable[[str], str | None]
"""Gives the first character of a name that no font of ours draws, or None."""


class Office:
    """Holds the home's lock while it is open; close it, or use it in a `with` block."""

    def __init__(  # the composition of one home
        self,
        home: Path,
        db: "Database",
        content: ContentStore,
        *,
        clock: Clock,
        lock: HomeLock,
        pin_cost: PinCost,
        missing_glyph: GlyphCheck,
    ) -> None:
        self.home = home
        self.content = content
        self.clock = clock
        self.db = db
        self.journal = JournalStore(db, clock)
        self.pin_cost = pin_cost
        self.missing_glyph = missing_glyph
        self._lock = lock
        self.book = SittingBook(db, self.journal, content, self._device())
        self._nobody = ""

    @property
    def branch(self) -> Branch:
        """Where this installation stands; a nameless one before the first set-up."""
        return load_branch(branch_facts(self.db)) or Branch("UNSET", {"zh": "", "en": ""}, {"zh": "", "en": ""}, False)

    def settings(self) -> dict[str, str]:
        """The branch's key-value rows."""
        return branch_facts(self.db)

    def sign_in(self, staff_id: str, pin: str) -> TraineeDesk | ProctorDesk | HrDesk:
        """The desk of a person; raises `SignInRefused`, `SignInWait` or `SignInLocked`, alike for unknown ids."""
        staff_id = staff_id.strip().upper()[:32]
        before = self._standing(staff_id)
        if before.locked:
            raise SignInLocked
        if before.wait_ms:
            raise SignInWait(wait_seconds=-(-before.wait_ms // 1000))
        person = find_person(self.db, staff_id)
        encoded = find_pin(self.db, staff_id) or self._somebody()
        right = pin_matches(pin, encoded) and person is not None
        self.journal.append(Event.LOGIN_OK if right else Event.LOGIN_FAIL, {"staff": staff_id})
        if not right or person is None:
            after = self._standing(staff_id)
            if after.locked:
                raise SignInLocked
            raise SignInRefused(wait_seconds=-(-after.wait_ms // 1000))
        return self.desk_of(person)

    def desk_of(self, person: Person) -> TraineeDesk | ProctorDesk | HrDesk:
        """The desk that goes with a person's role; who calls this has made sure of the person."""
        match person.role:
            case Role.PROCTOR:
                return ProctorDesk(self.db, person)
            case Role.HR:
                return HrDesk(self.db, person, self.journal, self.pin_cost, self.missing_glyph)
            case Role.TRAINEE:
                return TraineeDesk(self.db, person, self.content, self.book, self.journal)

    def people(self) -> tuple[Person, ...]:
        """Everybody of this installation."""
        return all_people(self.db)

    def sitting(self, sitting_id: str) -> Sitting:
        """Any sitting of this PC; raises `ForeignSitting`."""
        return self.book.load(sitting_id)

    def person_of(self, sitting: Sitting) -> Person | None:
        """Who sat it."""
        return find_person(self.db, sitting.staff_id)

    def record_certificate(self, sitting_id: str, number: str, sha256: str) -> None:
        """Journal that a certificate was issued; doing it twice changes nothing."""
        self.book.certified(sitting_id, number, sha256)

    def started(self, version: str) -> None:
        """Journal that the app was opened."""
        facts = {"version": version, "os": platform.platform(), "python": platform.python_version()}
        self.journal.append(Event.APP_START, facts)

    def close(self) -> None:
        """Let go of the database and of the home."""
        self.db.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _standing(self, staff_id: str) -> Standing:
        lines = self.journal.of_type(Event.LOGIN_OK, Event.LOGIN_FAIL)
        attempts = (
            Attempt(record.line.type == Event.LOGIN_OK, record.line.moment)
            for record in lines
            if record.facts().get("staff") == staff_id
        )
        return standing(attempts, self.clock.now())

    def _somebody(self) -> str:
        if not self._nobody:
            self._nobody = hash_pin("no such person", self.pin_cost)
        return self._nobody

    def _device(self) -> str:
        return branch_facts(self.db).get("device", "D00000000")


def open_office(
    home: Path,
    content: Path,
    *,
    clock: Clock | None = None,
    pin_cost: PinCost | None = None,
    missing_glyph: GlyphCheck = lambda _name: None,
) -> Office:
    """Open a home for work: folders, lock, database brought up to date, content; raises with nothing half done."""
    prepare_home(home)
    lock = HomeLock(home)
    try:
        store = ContentStore(content)
        return Office(
            home,
            open_database(home),
            store,
            clock=clock or SystemClock(),
            lock=lock,
            pin_cost=pin_cost or PinCost(),
            missing_glyph=missing_glyph,
        )
    except BaseException:
        lock.release()
        raise
