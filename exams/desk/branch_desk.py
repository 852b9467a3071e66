"""The branch's side of what headquarters sends: files taken in, in their order, each written down."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from exams.accounts.errors import RoleRefused
from exams.accounts.pins import PinCost
from exams.desk.branch_errors import CorrectedRefused, PackInUse
from exams.desk.branch_files import (
    Brought,
    FileKind,
    Taken,
    believed,
    brought,
    take_reset_desk,
    take_revocations,
    take_root,
    take_slots,
)
from exams.desk.corrected import take_corrected
from exams.desk.enrolment import Enrolment
from exams.desk.held_pack import session_in_need
from exams.desk.list_files import ListKeeper, NoKeeper, lists_below, take_list
from exams.desk.pack_shelf import PackShelf
from exams.desk.programs import take_program
from exams.desk.receipts import take_receipt
from exams.desk.staff_book import StaffBook
from exams.desk.study_rules import take_study_rules
from exams.errors import AcademyError
from exams.journal.line import Event
from exams.packs.install import Steps, install_pack
from exams.packs.verify import VerifiedPack
from exams.store.content_file import look_at_content
from exams.store.database import database_path, open_database
from exams.store.home import HomeLock, prepare_home
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import branch_facts
from exams.store.trust_files import save_trust
from exams.timing.clock import Clock, SystemClock
from exams.trust.envelope import payload_sha256

if TYPE_CHECKING:
    from sqlite_utils import Database

Progress = Callable[[Path, int, int], None]
"""Takes the file, how much of it is done, of how much."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that was brought: taken in, here already, or refused with `error`; an unknown file has no `kind`."""

    path: Path
    kind: FileKind | None
    taken: Taken | None = None
    error: AcademyError | None = None


class BranchDesk:
    """Takes files in for a home whose lock the caller holds. `app` is the version of this program.

    Without a journal, before the branch was set up, nothing is written down but in `trust/` and `packs/`.
    `in_need` names a session that needs the pack in use, empty where none does; `opened` is the database of the
    journal.
    """

    def __init__(  # what a desk stands on, each by its name
        self,
        home: Path,
        *,
        app: str,
        branch: str,
        clock: Clock,
        journal: JournalStore | None,
        in_need: Callable[[], str] = str,
        opened: "Database | None" = None,
    ) -> None:
        self._home = home
        self._lists: ListKeeper = NoKeeper()
        self._app = app
        self._branch = branch
        self._clock = clock
        self._journal = journal
        self._in_need = in_need
        self._opened = opened
        self._enrolment = Enrolment(home, clock, None if opened is None or journal is None else (opened, journal))

    def install(
        self,
        paths: Sequence[Path],
        progress: Progress = lambda _path, _done, _of: None,
        lists: ListKeeper | None = None,
    ) -> tuple[Arrival, ...]:
        """Take files in, roots first, slots last; one that is refused stops none of the others.

        `lists` keeps HR's word on certificates, by itself or in a pack or a receipt, and those that HR issued.
        """
        self._lists = lists or NoKeeper()
        arrivals: list[Arrival] = []
        files: list[Brought] = []
        for path in paths:
            try:
                files.append(brought(path))
            except AcademyError as error:
                arrivals.append(self._refused(path, None, error))
        for file in sorted(files, key=lambda one: one.order):
            try:
                arrivals.append(Arrival(file.path, file.kind, self._take(file, progress)))
            except AcademyError as error:
                arrivals.append(self._refused(file.path, file.kind, error))
        return tuple(arrivals)

    def _take(self, file: Brought, progress: Progress) -> Taken:
        match file.kind:
            case FileKind.ROOT:
                taken = take_root(self._home, file.raw, self._clock.now().wt)
                self._note(taken, Event.ROOT_UPDATE)
            case FileKind.REVOCATION:
                taken = take_revocations(self._home, file.raw)
                self._note(taken, Event.REVOCATION_UPDATE)
            case FileKind.SLOTS:
                taken, slots = take_slots(self._home, file.raw, self._branch)
                sessions = sorted({plan.session for plan in slots.sessions})
                self._note(taken, Event.SLOTS_IMPORT, sessions=sessions)
            case FileKind.PACK:
                taken = self._take_pack(file.path, lambda done, of: progress(file.path, done, of))
            case FileKind.ROLE:
                taken = self._take_role(file.raw)
            case FileKind.PROGRAM:
                taken = take_program(self._home, file, self._app, lambda done, of: progress(file.path, done, of))
            case _:
                taken = self._take_in(file)
        return taken

    def _take_in(self, file: Brought) -> Taken:
        """What writes its own line, or none."""
        match file.kind:
            case FileKind.RECEIPT:
                return take_receipt(self._home, file.raw, self._journal, self._lists)
            case FileKind.STUDY_RULES:
                return take_study_rules(self._home, file.raw, self._journal, self._branch)
            case FileKind.LIST:
                return take_list(file, self._lists)
            case FileKind.RESET:
                return take_reset_desk(self._home, file.raw)
            case FileKind.CERTIFICATE:
                return take_corrected(file, self._lists, self._opened, self._journal)
        done = self._enrolment.take_in(file.raw)
        return Taken(f"device {done.record.serial}", done.changed, payload_sha256(file.raw))

    def _take_role(self, raw: bytes) -> Taken:
        believed(self._home)
        if self._journal is None:
            raise RoleRefused(reason="branch")
        granted, changed = StaffBook(self._home, self._journal, PinCost(), lambda: self._branch).take_in(raw)
        taken = Taken(f"role {granted.staff_id}", changed, payload_sha256(raw))
        facts = {"staff": granted.staff_id, "role": granted.role.value, "role_certificate": granted.id}
        self._note(taken, Event.ROLE_IMPORT, **facts)
        return taken

    def _take_pack(self, path: Path, progress: Callable[[int, int], None]) -> Taken:
        state = before = believed(self._home)

        def keep(verified: VerifiedPack) -> None:
            nonlocal state
            self._require_free(verified.sha256)
            # An older list in a pack is passed over: the newer one on the disk stays.
            newer = verified.revocation if verified.state.revocations != before.revocations else None
            save_trust(self._home, verified.state, verified.roots, newer)
            state = verified.state

        steps = Steps(look_at_content, keep, progress)
        installed = install_pack(path, self._home / "packs", before, self._clock.now().wt, self._app, steps)
        about = installed.pack.manifest
        taken = Taken(about.name, installed.changed, installed.pack.sha256)
        self._lists.offer(lists_below(installed.pack.folder))
        self._note(taken, Event.PACK_IMPORT, pack=about.pack, version=about.version, root=state.root.version)
        return taken

    def _require_free(self, sha256: str) -> None:
        """Another pack would take the place of the one in use; the same one may be taken in again at any time."""
        session = self._in_need()
        pack = PackShelf(self._home).pack() if session else None
        if pack is not None and pack.sha256 != sha256:
            raise PackInUse(session=session)

    def _note(self, taken: Taken, event: Event, **facts: object) -> None:
        if taken.changed and self._journal is not None:
            self._journal.append(event, {"name": taken.name, "sha": taken.sha256, **facts})

    def _refused(self, path: Path, kind: FileKind | None, error: AcademyError) -> Arrival:
        passed_over = isinstance(error, CorrectedRefused) and error.is_passed_over
        if self._journal is not None and not passed_over:
            self._journal.append(Event.ERROR, {"code": error.code, "file": kind.name.lower() if kind else ""})
        return Arrival(path, kind, error=error)


@contextmanager
def open_branch(home: Path, app: str, clock: Clock | None = None) -> Iterator[BranchDesk]:
    """The desk of a home that nobody has open; a home where no branch was set up yet gets no database by this.

    Raises `HomeBusy`, `HomeReadOnly` or the classes of `store.errors`.
    """
    prepare_home(home)
    lock = HomeLock(home)
    clock = clock or SystemClock()
    try:
        if not database_path(home).exists():
            yield BranchDesk(home, app=app, branch="", clock=clock, journal=None)
            return
        db = open_database(home)
        try:
            journal = JournalStore(db, clock)
            branch = branch_facts(db).get("code", "")
            need = partial(session_in_need, db, home)
            yield BranchDesk(home, app=app, branch=branch, clock=clock, journal=journal, in_need=need, opened=db)
        finally:
            db.close()
    finally:
        lock.release()
