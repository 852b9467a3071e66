"""HR's own certificates: who is due one, with what it is made here, what was issued, and the files that go out."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from exams.accounts.person import Branch
from exams.desk.certifying import certifying_device
from exams.desk.hq_diff import manifest_of
from exams.desk.hq_home import Hq, put_file
from exams.devices.papers import OwnDevice
from exams.firewall.errors import FileUnreadable
from exams.packs.container import PackReader
from exams.packs.disk import DISK, write_file
from exams.packs.manifest import CONTENT, MANIFEST, MOST_MANIFEST
from exams.packs.verify import checked
from exams.register.issuing import DueCertificate, IssuedCertificate, IssueRefused
from exams.register.outcome import CertificateRow
from exams.register.validity import day_of
from exams.store.content_rows import ContentStore
from exams.store.database import database_path, open_database
from exams.store.people_rows import branch_facts, load_branch
from exams.store.private_files import told, write_private
from exams.store.register_dialect import RegisterDb
from exams.store.register_issued_rows import (
    due_certificates,
    issued_certificates,
    issued_of,
    last_sequence,
    save_issued,
)
from exams.timing.clock import Clock
from exams.trust.envelope import payload_sha256

GOES_OUT_DAYS = 92
"""So long after its issue a certificate lies beside every receipt of its branch: sticks get lost."""
_DAY_MS = 86_400_000
_FOLDER = "certificates"


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """What a page says of a course, out of the pack that was sat on; pass marks by blueprint."""

    code: str
    titles: Mapping[str, str]
    minutes: int
    pass_percents: Mapping[str, int]


def course_facts(hq: Hq, folder: Path) -> dict[str, CourseFacts]:
    """By the digest that start records name, of every kept pack; opens no key. Raises what reading a pack raises."""
    return dict(_facts_of(hq, path) for path in sorted(folder.glob("*.pack")))


def _facts_of(hq: Hq, path: Path) -> tuple[str, CourseFacts]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise FileUnreadable(file=path.name, detail=error.strerror or "") from error
    with file, TemporaryDirectory(prefix="academy-hr-") as folder, told(Path(folder)):
        reader, content = PackReader(file), Path(folder) / CONTENT
        manifest = manifest_of(hq, reader)
        write_file(DISK, content, checked(reader, CONTENT, manifest.files[CONTENT]))
        with closing(ContentStore(content)) as store:
            course = store.course()
            gates = {name: store.blueprint(name).pass_percent for name in store.blueprints()}
        sha256 = payload_sha256(reader.read(MANIFEST, MOST_MANIFEST))
        return sha256, CourseFacts(course.code, dict(course.titles), course.minutes, gates)


@dataclass(frozen=True, slots=True)
class IssuingPc:
    """The PC that HR issues at: enrolled by headquarters under a code of HR's own, which new numbers begin with."""

    branch: Branch
    device: OwnDevice


def issuing_pc(home: Path, clock: Clock) -> IssuingPc:
    """This home's; raises `NotEnrolled`, `Expired` or `Revoked`, as at a branch."""
    device = certifying_device(home, clock)
    record = device.record
    own = Branch(record.branch, {"zh": record.label, "en": record.label}, {"zh": "", "en": ""}, demonstration=False)
    if not database_path(home).exists():
        return IssuingPc(own, device)
    with closing(open_database(home)) as db:
        return IssuingPc(load_branch(branch_facts(db)) or own, device)


class CertificateBook:
    """HR's certificates in one register; `who` issues."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = who
        self._clock = clock

    def due(self) -> tuple[DueCertificate, ...]:
        """Everybody whose certificate a released run or a person's decision has overtaken, by branch and person."""
        found = due_certificates(self._db, day_of(self._clock.now().wt))
        return tuple(sorted(found, key=lambda one: (one.branch, one.staff_id, one.sitting)))

    def issued(self, branch: str = "") -> tuple[IssuedCertificate, ...]:
        """What was issued here, oldest first."""
        return issued_certificates(self._db, branch)

    def last_sequence(self, beginning: str) -> int:
        """The highest six digits that the register knows after this beginning of a number; 0 for none."""
        return last_sequence(self._db, beginning)

    def keep(self, row: CertificateRow, due: DueCertificate, token: str, pdf: bytes) -> IssuedCertificate:
        """Kept for good: the file first, then what the register says of it. Raises `IssueRefused`, or disk trouble."""
        sha256 = hashlib.sha256(pdf).hexdigest()
        issued = IssuedCertificate(
            row.number, due.sitting, due.replaces, due.branch, sha256, token, self._who, self._clock.now().wt
        )
        with self._db.together():
            save_issued(self._db, row, issued)
            with told(self._db.path.parent):
                write_private(self._file(row.number), pdf)
        return issued

    def pdf(self, number: str) -> bytes:
        """The file as it was issued; raises `IssueRefused` (unknown, altered)."""
        one = issued_of(self._db, number)
        if one is None:
            raise IssueRefused(reason="unknown", number=number[:24])
        try:
            raw = self._file(number).read_bytes()
        except OSError as error:
            raise IssueRefused(reason="altered", number=number) from error
        if hashlib.sha256(raw).hexdigest() != one.sha256:
            raise IssueRefused(reason="altered", number=number)
        return raw

    def write(self, folder: Path, branch: str = "", since_wt: int = 0) -> tuple[Path, ...]:
        """Files and a list for each branch in a folder of its name; raises `IssueRefused`, `FileNotWritten`."""
        return tuple(self._written(folder, issued_certificates(self._db, branch, since_wt)))

    @property
    def newest_since(self) -> int:
        """What was issued from this moment on (ms UTC) lies beside receipts: that of the last `GOES_OUT_DAYS`."""
        return self._clock.now().wt - GOES_OUT_DAYS * _DAY_MS

    def _written(self, folder: Path, issued: tuple[IssuedCertificate, ...]) -> Iterator[Path]:
        for one in issued:
            yield put_file(folder / one.branch / _FOLDER / f"{one.number}.pdf", self.pdf(one.number))

    def _file(self, number: str) -> Path:
        return self._db.path.parent / _FOLDER / f"{number}.pdf"
