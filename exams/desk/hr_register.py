"""HR's register at work: bundles collected, people and courses, the matrix, tables for Excel, receipts back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext
from datetime import date
from pathlib import Path

from exams.bundles.ack import Ack
from exams.desk.hq_desk import HqDesk
from exams.desk.hr_assigning import Assigning, WantedAssignment
from exams.desk.hr_collect import Told, collect
from exams.desk.hr_disputes import Disputes
from exams.desk.hr_export import write_table
from exams.desk.hr_issuing import CertificateBook
from exams.desk.hr_items import ItemFigures
from exams.desk.hr_marking import MarkingDesk
from exams.desk.hr_material import Material, PlannedSession
from exams.desk.hr_offers import offers
from exams.desk.hr_people import StaffFile, planned_merge, read_staff_file
from exams.desk.hr_proofs import CertificateProof, certificate_proofs
from exams.desk.hr_receipts import Returned, write_returns
from exams.desk.hr_regrades import Regrades
from exams.desk.hr_results import ResultRelease, without_held
from exams.desk.hr_tracker import Tracked, conflicts_in, tracked_sessions
from exams.register.conflicts import Conflict
from exams.register.errors import BadAssignment, PersonUnknown, StaffListSpoilt
from exams.register.export_rows import COLUMNS, cells_of
from exams.register.matrix import Matrix, PersonStory, Received, Standing
from exams.register.outcome import CertificateRow
from exams.register.people import Plan, StaffRow, plan_import
from exams.register.validity import day_of
from exams.store.counted_rows import counted_otherwise
from exams.store.home import HomeLock
from exams.store.private_files import told as disk_told
from exams.store.register_dialect import RegisterDb
from exams.store.register_errors import RegisterMissing
from exams.store.register_files import server_beside
from exams.store.register_issued_rows import issued_to
from exams.store.register_matrix import ending, every_standing, matrix, received_by_branch, standings_in, standings_of
from exams.store.register_merge_rows import gone_ids, kept_id, likely_same
from exams.store.register_people import (
    Assignment,
    StaffImport,
    all_staff,
    apply_changes,
    assignments,
    history_of,
    merge,
    people_named,
    person_of,
    staff_imports,
    unassign,
    undo_last_import,
)
from exams.store.register_rows import (
    FileRow,
    certificate_of,
    certificates_of,
    device_of,
    files_by_status,
    mark_revoked,
    receivable,
    sittings_of,
)
from exams.timing.clock import Clock, SystemClock
from exams.trust.keys import SealingKey

FILE_NAME = "register.sqlite"


class HrRegister:
    """One open register; `who` is written down beside every change. Days are UTC, in ISO form."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = who
        self._clock = clock

    @property
    def today(self) -> str:
        """The day that states are told for."""
        return day_of(self._clock.now().wt)

    @property
    def regrades(self) -> Regrades:
        """Sealed sittings graded again."""
        return Regrades(self._db, self._who, self._clock)

    @property
    def disputes(self) -> Disputes:
        """Sittings replayed, appeals."""
        return Disputes(self._db, self._who, self._clock)

    @property
    def issuing(self) -> CertificateBook:
        """Certificates that HR itself issues."""
        return CertificateBook(self._db, self._who, self._clock)

    @property
    def marking(self) -> MarkingDesk:
        """Marks given by hand."""
        return MarkingDesk(self._db, self._who, self._clock)

    def collect(self, material: Material, paths: Sequence[Path], told: Told, processes: int = 2) -> None:
        """Take in every file below the paths; `told` hears of each as it is done and may end the run."""
        collect(self._db, material, offers(paths), told, processes)

    def refused(self) -> tuple[FileRow, ...]:
        """Files that wait for a person."""
        return files_by_status(self._db, "refused")

    def conflicts(self) -> tuple[Conflict, ...]:
        """What contradicts what was taken in before, both sides of each."""
        return conflicts_in(self._db)

    def sessions(self, planned: Sequence[PlannedSession]) -> tuple[Tracked, ...]:
        """Expected against received, session by session."""
        return tracked_sessions(self._db, planned)

    def write_returns(self, hq: HqDesk, folder: Path) -> Returned:
        """Receipts, and HR's newest certificates beside them, in a folder for each branch; one log line."""
        return write_returns(self._db, hq, (self.issuing, self.regrades), folder)

    def write_receipts(self, hq: HqDesk, folder: Path) -> tuple[Path, ...]:
        """The receipts of `write_returns`."""
        return self.write_returns(hq, folder).receipts

    def read_staff(self, path: Path) -> StaffFile:
        """A staff list, read in a process of its own."""
        return read_staff_file(path)

    def plan_staff(self, rows: Sequence[StaffRow], *, part: bool = False) -> Plan:
        """What the list would change; nothing is written. Staff ids that are kept under another one are passed over."""
        gone = gone_ids(self._db)
        known = {name: one for name, one in all_staff(self._db).items() if name not in gone}
        return plan_import(known, [one for one in rows if one.staff_id not in gone], part=part)

    def merge(self, kept: str, gone: str) -> StaffImport | None:
        """Two records of one person become one, under the first id; `undo_staff` takes it back. Raises `BadMerge`."""
        with self._db.together():
            changes = planned_merge(self._db, kept, gone)
            return merge(self._db, changes, kept, self._who, self._clock.now().wt)

    def likely_same(self) -> tuple[tuple[StaffRow, ...], ...]:
        """Records that look like one person: one name, one end of the ID number."""
        return tuple(
            tuple(one for staff_id in ids if (one := person_of(self._db, staff_id))) for ids in likely_same(self._db)
        )

    def import_staff(self, file: StaffFile, *, part: bool = False) -> tuple[Plan, StaffImport | None]:
        """Apply a list of which no row is wrong; raises `StaffListSpoilt` for any other."""
        if file.found:
            first = file.found[0]
            raise StaffListSpoilt(count=len(file.found), row=first.row, reason=first.code)
        with self._db.together():
            plan = self.plan_staff(file.rows, part=part)
            return plan, apply_changes(self._db, plan.changes, file.name, self._who, self._clock.now().wt)

    def undo_staff(self) -> StaffImport:
        """Take the last import back; raises `NothingToUndo`."""
        return undo_last_import(self._db)

    def staff_imports(self) -> tuple[StaffImport, ...]:
        """Newest first."""
        return staff_imports(self._db)

    def assign(self, course: str, kind: str, name: str = "", due_day: str = "") -> Assignment:
        """Who must pass a course by when; raises `BadAssignment`."""
        (done,) = self.assigning.assign([WantedAssignment(course, kind, name, due_day)])
        return done

    @property
    def assigning(self) -> Assigning:
        """Assignments that are looked at first, and given all together."""
        return Assigning(self._db, self._who, self._clock)

    def unassign(self, number: int) -> Assignment:
        """Take an assignment back; raises `BadAssignment` where there is none of this number."""
        gone = unassign(self._db, number)
        if gone is None:
            raise BadAssignment(reason="number", name=str(number), course="")
        return gone

    def assignments(self) -> tuple[Assignment, ...]:
        """In their order."""
        return assignments(self._db)

    def matrix(self, limit: int = 50, offset: int = 0, day: str = "") -> Matrix:
        """One page of branches, as of today."""
        return matrix(self._db, day or self.today, limit, offset)

    def received_by_branch(self, branch: str = "") -> tuple[Received, ...]:
        """Expected against received, branch by branch."""
        return received_by_branch(self._db, branch)

    def people(
        self, branch: str = "", course: str = "", state: str = "", page: tuple[int, int] = (200, 0)
    ) -> tuple[Standing, ...]:
        """People of one cell, or of all."""
        return standings_in(self._db, self.today, branch, course, state, page)

    def ending(self, days: int, branch: str = "") -> tuple[Standing, ...]:
        """Whose pass has ended or ends within so many days, and who has none yet; by branch."""
        until = date.fromordinal(date.fromisoformat(self.today).toordinal() + days).isoformat()
        return ending(self._db, self.today, until, branch)

    @property
    def results(self) -> ResultRelease:
        """Results that are held."""
        return ResultRelease(self._db, self._who, self._clock)

    @property
    def figures(self) -> ItemFigures:
        """How items measured."""
        return ItemFigures(self._db, self._who, self._clock)

    def find(self, text: str) -> tuple[StaffRow, ...]:
        """People whose staff id or name begins so."""
        return people_named(self._db, text) if text else ()

    def person(self, staff_id: str) -> PersonStory:
        """Everything there is of a person; raises `PersonUnknown` where there is nothing."""
        staff_id = kept_id(self._db, staff_id)
        person, sittings = person_of(self._db, staff_id), sittings_of(self._db, staff_id)
        standings = standings_of(self._db, self.today, staff_id)
        if person is None and not sittings and not standings:
            raise PersonUnknown(staff_id=staff_id[:32])
        changes = tuple((one.wt, one.file, change) for one, change in history_of(self._db, staff_id))
        own, counted = certificates_of(self._db, staff_id), counted_otherwise(self._db, staff_id)
        sittings = without_held(sittings, counted)
        issued = issued_to(self._db, staff_id)
        return PersonStory(staff_id, person, standings, sittings, own, changes, counted, issued, self.today)

    def certificate(self, number: str) -> CertificateRow | None:
        """A certificate by its number."""
        return certificate_of(self._db, number)

    def proofs(
        self, keys: Sequence[SealingKey], span: tuple[str, str], branches: Sequence[str] = ()
    ) -> Iterator[CertificateProof]:
        """Of every certificate that held on a day of the span, out of the kept bundles; see `certificate_proofs`."""
        return certificate_proofs(self._db, keys, span, branches)

    def extract(self, day: str, branches: Sequence[str] = ()) -> Iterator[tuple[str, ...]]:
        """Headings, then everybody's standing on a day with the masked ID number; all branches where none is named."""
        staff = all_staff(self._db)
        yield *COLUMNS, "id_number"
        for branch in branches or ("",):
            for one in every_standing(self._db, day, branch):
                tail = staff[one.staff_id].id_tail if one.staff_id in staff else ""
                yield *cells_of(one), f"••••{tail}" if tail else ""

    def receivable(self, branches: Sequence[str] = ()) -> tuple[Ack, ...]:
        """What a receipt may be signed for, by serial; all branches where none is named."""
        rows = (row for row in receivable(self._db) if not branches or row.branch in branches)
        return tuple(Ack(row.serial, row.size, row.head) for row in rows)

    def heed_revoked(self, is_revoked: Callable[[str], bool]) -> int:
        """Certificates on HR's list of revoked ones count no more; gives how many are new."""
        return mark_revoked(self._db, is_revoked)

    def export(self, kind: str, out: Path, branch: str = "", course: str = "") -> int:
        """Write everybody's standing; `kind`: xlsx, csv, xapi. Gives the rows; raises `FileNotWritten`."""
        return write_table(self._db, kind, out, self.today, (branch, course))

    def dump(self) -> Mapping[str, list[tuple[object, ...]]]:
        """Every table, for comparing two registers."""
        return self._db.dump()

    def known(self, serial: str) -> bool:
        """Whether a device has handed in."""
        return device_of(self._db, serial) is not None


@contextmanager
def open_register(
    path: Path, who: str = "", clock: Clock | None = None, *, new: bool = True, server: str = ""
) -> Iterator[HrRegister]:
    """The register in this file, with the lock of its folder; made where there is none, unless `new` is False.

    On a `server`, or on the one that the file `register.address` beside it names, several may work in it; the folder
    still holds the bundles. Raises `RegisterMissing`, `RegisterForeign`, `RegisterServer`, `RegisterNoDriver`,
    `HomeBusy` where somebody else works in a file, or disk trouble.
    """
    server = server or server_beside(path)
    if not new and not server and not path.is_file():
        raise RegisterMissing(path=str(path))
    with disk_told(path.parent):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with nullcontext() if server else closing(HomeLock(path.parent)), closing(RegisterDb(path, server=server)) as db:
        yield HrRegister(db, who, clock or SystemClock())


def register_path(home: Path) -> Path:
    """Where HR's register lies in a home."""
    return home / "hr" / FILE_NAME
