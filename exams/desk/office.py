"""The office: one home opened, its journal, its content, and the desks it gives to those who sign in."""

import hashlib
import os
import platform
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from exams.accounts.errors import BadStaffId, SignInLocked, SignInRefused, SignInWait
from exams.accounts.lockout import Attempt, Standing, standing
from exams.accounts.names import check_staff_id
from exams.accounts.person import Branch, Person, Role
from exams.accounts.pins import PinCost, pin_matches
from exams.desk.checkpoints import Checkpoints
from exams.desk.errors import NotDemonstration, WrongRole
from exams.desk.exam_door import ExamDoor
from exams.desk.hr_desk import HrDesk
from exams.desk.lists import session_infos
from exams.desk.pack_shelf import PackShelf, branch_content
from exams.desk.proctor_desk import ProctorDesk
from exams.desk.sessions import come_back, put_away
from exams.desk.sitting_book import SittingBook, today
from exams.desk.trainee_desk import TraineeDesk
from exams.desk.vault import Vault
from exams.journal.line import Event, Record
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import facts_of
from exams.sittings.sitting import Sitting
from exams.store.backups import keep_todays_copy
from exams.store.content_rows import ContentStore
from exams.store.database import open_database
from exams.store.errors import DatabaseDamaged, DiskFull, HomeReadOnly
from exams.store.home import HomeLock, prepare_home
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import all_people, branch_facts, find_person, find_pin, load_branch
from exams.timing.clock import Clock, SystemClock

if TYPE_CHECKING:
    from sqlite_utils import Database

    from exams.desk.branch_desk import Arrival, Progress
    from exams.desk.branch_view import BranchView

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
        self.door = ExamDoor(content, Vault(home, PackShelf(home), lambda: self.branch.code))
        self.clock = clock
        self.db = db
        self.journal = JournalStore(db, clock)
        self.checkpoints = Checkpoints(db, home)
        self.journal.attend(self.checkpoints.witness)
        self.pin_cost = pin_cost
        self.missing_glyph = missing_glyph
        self._lock = lock
        self._running = False
        self.book = SittingBook(db, self.journal, content, self._device(), self.door.keys)
        self._nobody = _nobodys_hash(pin_cost)
        put_away(db, self.journal, self.door)
        come_back(db, self.door)

    @property
    def branch(self) -> Branch:
        """Where this installation stands; a nameless one before the first set-up."""
        return load_branch(branch_facts(self.db)) or Branch("UNSET", {"zh": "", "en": ""}, {"zh": "", "en": ""}, False)

    def settings(self) -> dict[str, str]:
        """The branch's key-value rows."""
        return branch_facts(self.db)

    def sign_in(self, staff_id: str, pin: str) -> TraineeDesk | ProctorDesk | HrDesk:
        """The desk of a person; raises `SignInRefused`, `SignInWait` or `SignInLocked`, alike for unknown ids."""
        staff_id = _asked_for(staff_id)
        before = self._standing(staff_id)
        if before.locked:
            raise SignInLocked
        if before.wait_ms:
            raise SignInWait(wait_seconds=-(-before.wait_ms // 1000))
        person = find_person(self.db, staff_id)
        encoded = find_pin(self.db, staff_id) or self._nobody
        right = _opens(pin, encoded) and person is not None
        self.journal.append(Event.LOGIN_OK if right else Event.LOGIN_FAIL, {"staff": staff_id})
        if not right or person is None:
            after = self._standing(staff_id)
            if after.locked:
                self.journal.append(Event.LOCK, {"staff": staff_id})
                raise SignInLocked
            raise SignInRefused(wait_seconds=-(-after.wait_ms // 1000))
        return self.desk_of(person)

    def desk_of(self, person: Person) -> TraineeDesk | ProctorDesk | HrDesk:
        """The desk that goes with a person's role; who calls this has made sure of the person."""
        match person.role:
            case Role.PROCTOR:
                return ProctorDesk(self.db, person, self.book, self.journal, self.pin_cost, self.door)
            case Role.HR:
                return HrDesk(self.db, person, self.book, self.journal, self.pin_cost, self.missing_glyph)
            case Role.TRAINEE:
                return TraineeDesk(self.db, person, self.content, self.book, self.journal, self.door)

    def proctor(self, staff_id: str, pin: str) -> ProctorDesk:
        """The desk of a proctor; anybody else is refused with `WrongRole`, and that is written down."""
        desk = self.sign_in(staff_id, pin)
        if not isinstance(desk, ProctorDesk):
            raise self._wrong_role(desk.person)
        return desk

    def overseer(self, staff_id: str, pin: str) -> ProctorDesk | HrDesk:
        """The desk of a proctor or of HR; a trainee is refused with `WrongRole`, and that is written down."""
        desk = self.sign_in(staff_id, pin)
        if isinstance(desk, TraineeDesk):
            raise self._wrong_role(desk.person)
        return desk

    def people(self) -> tuple[Person, ...]:
        """Everybody of this installation."""
        return all_people(self.db)

    def sitting(self, sitting_id: str) -> Sitting:
        """Any sitting of this PC; raises `ForeignSitting`."""
        return self.book.load(sitting_id)

    @contextmanager
    def answers_of(self, sitting: Sitting) -> Iterator[None]:
        """Its keys are found inside the block: for robots. Where the exam is sealed, raises `NotDemonstration`."""
        if self.door.needs_code and not self.branch.demonstration:
            raise NotDemonstration(branch=self.branch.code)
        with self.door.keys(sitting.session):
            yield

    def person_of(self, sitting: Sitting) -> Person | None:
        """Who sat it."""
        return find_person(self.db, sitting.staff_id)

    def record_certificate(self, sitting_id: str, number: str, sha256: str) -> None:
        """Journal that a certificate was issued, once; raises `NotCertifiable` unless the sitting is a passed final."""
        self.book.certified(sitting_id, number, sha256)

    def started(self, version: str) -> None:
        """Journal that the app was opened, hand in what ran out meanwhile, and keep the day's copy if there is room."""
        facts = {"version": version, "os": platform.platform(), "python": platform.python_version()}
        self.journal.append(Event.APP_START, facts)
        self._running = True
        self.book.close_overdue()
        put_away(self.db, self.journal, self.door)
        try:
            keep_todays_copy(self.home, today(self.clock.now()))
        except (DatabaseDamaged, DiskFull, HomeReadOnly) as error:
            self.journal.append(Event.ERROR, {"code": error.code})

    def take_in(self, paths: Sequence[Path], app: str, progress: "Progress | None" = None) -> "tuple[Arrival, ...]":
        """Take in what headquarters sent, `app` being this program's version; the content stays the one that is open.

        A pack is refused with `PackInUse` while a session needs the one in use.
        """
        from exams.desk.branch_desk import BranchDesk
        from exams.desk.held_pack import session_in_need

        code, need = self.settings().get("code", ""), partial(session_in_need, self.db, self.home)
        desk = BranchDesk(self.home, app=app, branch=code, clock=self.clock, journal=self.journal, in_need=need)
        return desk.install(paths, progress or (lambda _path, _done, _of: None))

    def branch_view(self) -> "BranchView":
        """What of headquarters stands here; sessions that were held are left out."""
        from exams.desk.branch_view import branch_view

        return branch_view(self.home, {info.id for info in session_infos(self.db)})

    def close(self) -> None:
        """Journal the end of the app, let go of the content, the database and the home."""
        if self._running:
            self._running = False
            with suppress(DiskFull, HomeReadOnly):
                self.journal.append(Event.APP_STOP, {})
        self.content.close()
        self.db.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _wrong_role(self, person: Person) -> WrongRole:
        self.journal.append(Event.ERROR, {"code": WrongRole.code, "staff": person.staff_id})
        return WrongRole(role=Role.PROCTOR.value)

    def _standing(self, staff_id: str) -> Standing:
        """A new PIN forgets the failures as a right one does: it is the only key to a locked sign-in."""
        lines = self.journal.of_type(Event.LOGIN_OK, Event.LOGIN_FAIL, Event.PIN_SET)
        attempts = (
            Attempt(record.line.type != Event.LOGIN_FAIL, record.line.moment)
            for record in lines
            if _staff_of(record) == staff_id
        )
        return standing(attempts, self.clock.now())

    def _device(self) -> str:
        return branch_facts(self.db).get("device", "D00000000")


def _asked_for(text: str) -> str:
    """The staff id that was typed; of what can be none only a digest, since it may be a name or a PIN."""
    typed = text.strip().upper()
    try:
        return check_staff_id(typed)
    except BadStaffId:
        return "?" + hashlib.sha256(typed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _opens(pin: str, encoded: str) -> bool:
    """A hash or PIN that cannot be worked with opens nothing."""
    try:
        return pin_matches(pin, encoded)
    except (ValueError, MemoryError):
        return False


def _staff_of(record: Record) -> object:
    try:
        return facts_of(record).get("staff")
    except SittingUnreadable:
        return None


def _nobodys_hash(cost: PinCost) -> str:
    """Takes as long to check as a real one and fits no PIN, so that an unknown id is no quicker and no slower."""
    salt, digest = (b64encode(os.urandom(size)).decode().rstrip("=") for size in (16, 32))
    return f"$argon2id$v=19$m={cost.memory_kib},t={cost.passes},p=1${salt}${digest}"


def open_office(
    home: Path,
    content: Path | None = None,
    *,
    clock: Clock | None = None,
    pin_cost: PinCost | None = None,
    missing_glyph: GlyphCheck = lambda _name: None,
) -> Office:
    """Open a home for work: folders, lock, database brought up to date; raises with nothing half done.

    The content is that of the pack in use unless a database is named; raises `NoPack` where there is none.
    """
    prepare_home(home)
    lock = HomeLock(home)
    try:
        store = ContentStore(content or branch_content(home))
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
