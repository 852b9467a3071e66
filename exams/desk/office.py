"""The office: one home opened, its journal, its content, and the desks it gives to those who sign in."""

import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from exams.accounts.names import check_name, check_staff_id
from exams.accounts.passphrases import check_passphrase
from exams.accounts.person import Branch, Person, Role
from exams.accounts.pins import PinCost
from exams.desk.answer_sealing import AnswerSealing
from exams.desk.certifying import certifying_device
from exams.desk.checkpoints import Checkpoints
from exams.desk.erasing import Erasing, put_answers_away
from exams.desk.errors import NotDemonstration, WrongRole
from exams.desk.exam_door import ExamDoor
from exams.desk.hr_desk import Counter, HrDesk
from exams.desk.lists import session_infos
from exams.desk.pack_shelf import PackShelf, open_branch_content
from exams.desk.proctor_desk import ProctorDesk, ProctorTools
from exams.desk.reset_book import ResetBook
from exams.desk.sessions import come_back, official_wt, put_away
from exams.desk.signing_in import Door
from exams.desk.sitting_book import SittingBook, today
from exams.desk.staff_book import Appointed, StaffBook
from exams.desk.study_rules import study_rules_of
from exams.desk.trainee_desk import TraineeDesk
from exams.desk.vault import Vault
from exams.devices.papers import OwnDevice
from exams.journal.line import Event
from exams.sittings.sitting import Sitting
from exams.store.backups import keep_todays_copy
from exams.store.content_rows import ContentStore
from exams.store.database import open_database
from exams.store.errors import DatabaseDamaged, DiskFull, HomeReadOnly
from exams.store.home import HomeLock, prepare_home
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import all_people, branch_facts, load_branch
from exams.timing.clock import Clock, SystemClock

if TYPE_CHECKING:
    from sqlite_utils import Database

    from exams.desk.branch_desk import Arrival, Progress
    from exams.desk.branch_view import BranchView
    from exams.desk.list_files import ListKeeper

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
        self._running = self._closed = False
        self.sealing, self.erasing = AnswerSealing(home, db, self.journal), Erasing(home, db, self.journal)
        self.book = SittingBook(db, self.journal, content, self._device(), self.door.keys, self.sealing.give_back)
        self.staff = StaffBook(home, self.journal, pin_cost, lambda: self.branch.code)
        self.entrance = Door(db, self.journal, self.staff, pin_cost)
        self.resets = ResetBook(home, db, self.journal, self.staff, pin_cost)
        put_away(db, self.journal, self.door)
        come_back(db, self.door)

    @property
    def branch(self) -> Branch:
        """Where this installation stands; a nameless one before the first set-up."""
        return load_branch(branch_facts(self.db)) or Branch("UNSET", {"zh": "", "en": ""}, {"zh": "", "en": ""}, False)

    def settings(self) -> dict[str, str]:
        """The branch's key-value rows."""
        return branch_facts(self.db)

    def sign_in(self, staff_id: str, secret: str) -> TraineeDesk | ProctorDesk | HrDesk:
        """The desk of a person, by PIN or passphrase; raises as `Door.let_in`, alike for unknown ids."""
        return self.desk_of(self.entrance.let_in(staff_id, secret))

    def desk_of(self, person: Person) -> TraineeDesk | ProctorDesk | HrDesk:
        """The desk that goes with a person's role; who calls this has made sure of the person."""
        if self.door.is_over(official_wt(self.journal)):
            put_away(self.db, self.journal, self.door)
        match person.role:
            case Role.PROCTOR:
                tools = ProctorTools(self.home, self.content, self.door, self.pin_cost)
                return ProctorDesk(self.db, person, self.book, self.journal, tools)
            case Role.HR:
                counter = Counter(self.staff, self.entrance, self.pin_cost, self.missing_glyph)
                return HrDesk(self.db, person, self.book, self.journal, counter)
            case Role.TRAINEE:
                return TraineeDesk(self.db, person, self.content, self.book, self.journal, self.door)

    def proctor(self, staff_id: str, secret: str) -> ProctorDesk:
        """The desk of a proctor; anybody else is refused with `WrongRole`, and that is written down."""
        desk = self.sign_in(staff_id, secret)
        if not isinstance(desk, ProctorDesk):
            raise self.refused(desk.person)
        return desk

    def overseer(self, staff_id: str, secret: str) -> ProctorDesk | HrDesk:
        """The desk of a proctor or of HR; a trainee is refused with `WrongRole`, and that is written down."""
        desk = self.sign_in(staff_id, secret)
        if isinstance(desk, TraineeDesk):
            raise self.refused(desk.person)
        return desk

    def people(self) -> tuple[Person, ...]:
        """Everybody of this installation, with the roles that count."""
        return self.staff.everybody(all_people(self.db))

    def person(self, staff_id: str) -> Person | None:
        """One of them."""
        return next((person for person in self.people() if person.staff_id == staff_id), None)

    def ask_role(self, staff_id: str, name: str, role: Role, passphrase: str) -> Appointed:
        """Choose the passphrase of who is to have a role, and ask for it; it counts once it is granted.

        A home that grants roles itself gives the first one only so, the others are entered by HR: `WrongRole`. Raises
        `WeakPassphrase`, `BadStaffId`, `BadName`.
        """
        if self.staff.grants_itself and any(one.role is not Role.TRAINEE for one in self.people()):
            self.journal.append(Event.ERROR, {"code": WrongRole.code, "staff": check_staff_id(staff_id)})
            raise WrongRole(role=Role.HR.value)
        check_passphrase(passphrase, check_staff_id(staff_id))
        person = Person(staff_id, check_name(name), "", self.branch.code, "", Role(role))
        asked = self.staff.appoint(person, passphrase)
        self.journal.append(Event.ROLE_REQUEST, {"staff": staff_id, "certificate": asked.certificate})
        return asked

    def sitting(self, sitting_id: str) -> Sitting:
        """Any sitting of this PC; raises `ForeignSitting`."""
        return self.book.load(sitting_id)

    @contextmanager
    def answers_of(self, sitting: Sitting) -> Iterator[None]:
        """Its keys are found inside the block: for robots. Where the exam is sealed, raises `NotDemonstration`."""
        if self.door.needs_code and not self.branch.demonstration:
            raise NotDemonstration(branch=self.branch.code)
        with self.door.keys(sitting.sealed_in):
            yield

    def person_of(self, sitting: Sitting) -> Person | None:
        """Who sat it."""
        return self.person(sitting.staff_id)

    @property
    def device(self) -> OwnDevice:
        """What this PC certifies with today; raises as `certifying_device`."""
        return certifying_device(self.home, self.clock)

    def record_certificate(self, sitting_id: str, number: str, sha256: str) -> None:
        """Journal that a certificate was issued, once; raises `NotCertifiable` unless the sitting is a passed final."""
        self.book.certified(sitting_id, number, sha256)

    def started(self, version: str, build: str = "") -> None:
        """Journal that the app was opened and put in order what was left: what ran out meanwhile, the day's copy.

        `build` is the hash of the program.
        """
        facts = {"version": version, "build": build, "os": platform.platform(), "python": platform.python_version()}
        self.journal.append(Event.APP_START, facts)
        self._running = True
        self.book.close_overdue()
        put_away(self.db, self.journal, self.door)
        put_answers_away(self.sealing, self.erasing)
        try:
            keep_todays_copy(self.home, today(self.clock.now()))
        except (DatabaseDamaged, DiskFull, HomeReadOnly) as error:
            self.journal.append(Event.ERROR, {"code": error.code})

    def take_in(
        self,
        paths: Sequence[Path],
        app: str,
        progress: "Progress | None" = None,
        lists: "ListKeeper | None" = None,
    ) -> "tuple[Arrival, ...]":
        """Take in what headquarters sent, `app` being this program's version; the content stays the one that is open.

        A pack is refused with `PackInUse` while a session needs the one in use.
        """
        from exams.desk.branch_desk import BranchDesk
        from exams.desk.held_pack import session_in_need

        code, need = self.settings().get("code", ""), partial(session_in_need, self.db, self.home)
        home, clock, journal, db = self.home, self.clock, self.journal, self.db
        desk = BranchDesk(home, app=app, branch=code, clock=clock, journal=journal, in_need=need, opened=db)
        return desk.install(paths, progress or (lambda _path, _done, _of: None), lists)

    def branch_view(self) -> "BranchView":
        """What of headquarters stands here, and HR's rules; sessions that were held are left out."""
        from exams.desk.branch_view import branch_view

        seen = branch_view(self.home, {info.id for info in session_infos(self.db)})
        return replace(seen, rules=study_rules_of(self.journal))

    def refused(self, person: Person) -> WrongRole:
        """Journal that a person reached for what another role may do; what is given back is for raising."""
        self.journal.append(Event.ERROR, {"code": WrongRole.code, "staff": person.staff_id})
        return WrongRole(role=Role.PROCTOR.value)

    def close(self) -> None:
        """Journal the end of the app, let go of the content, the database and the home; once."""
        if self._closed:
            return
        self._closed = True
        if self._running:
            self._running = False
            with suppress(DiskFull, HomeReadOnly):
                self.journal.append(Event.APP_STOP, {})
        put_answers_away(self.sealing, self.erasing)
        self.content.close()
        self.db.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _device(self) -> str:
        return branch_facts(self.db).get("device", "D00000000")


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
        store = ContentStore(content) if content else open_branch_content(home)
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
