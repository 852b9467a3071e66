"""A branch hands in: one sealed file of its journal for HR, which the branch itself cannot read again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from exams.accounts.roles import claimed_role_id
from exams.bundles.bundle import Bundle, Token, bundle_name, seal_bundle
from exams.bundles.splitting import split_rows, thinned
from exams.desk.branch_errors import NotEnrolled
from exams.desk.branch_files import believed
from exams.desk.checkpoints import Checkpoints
from exams.desk.hq_home import put_file
from exams.desk.joining import JoinedPc, Vouched, join
from exams.devices.record import DeviceRecord
from exams.journal.line import Event, read_line
from exams.store.database import database_path, open_database
from exams.store.device_files import device_record, kept_record
from exams.store.home import HomeLock, prepare_home
from exams.store.journal_rows import JournalStore
from exams.store.sealed_rows import sealed_of
from exams.store.staff_files import granted_roles
from exams.timing.clock import Clock, SystemClock

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Bundled:
    """One file that was written: lines `first` to `last`, and how many sittings they speak of."""

    path: Path
    first: int
    last: int
    sittings: int


class Bundling:
    """For a home whose lock the caller holds; `checkpoints` already sees every line of `journal`."""

    def __init__(self, home: Path, db: "Database", journal: JournalStore, checkpoints: Checkpoints) -> None:
        self._home = home
        self._db = db
        self._journal = journal
        self._checkpoints = checkpoints

    def write(self, out: Path, tokens: Mapping[str, bytes] | None = None) -> tuple[Bundled, ...]:
        """Every line HR has sent no receipt for, in one file, in several where one would be too large.

        `tokens` are what certificates say in their codes, by sitting. The handing in itself is the last line. Raises
        `NotEnrolled`, `NoRoot`, `FileNotWritten`, or what the disk refuses; a file that lies there then is whole.
        """
        record, hr_seal = self._record(), believed(self._home).root.hr_seal
        first = self._journal.acknowledged() + 1
        self._journal.append(Event.EXPORT, {"from": first, "serial": record.serial})
        self._checkpoints.sign_now(self._journal)
        signed = self._checkpoints.since(first)
        whole = Bundle(record.serial, kept_record(self._home) or b"", first, ())
        rows = ((raw, body) for _, raw, body in self._journal.rows(first))
        written = []
        for begins, part in split_rows(rows, first, frozenset(size for size, _ in signed)):
            bundle = _with_proof(replace(whole, first=begins, rows=part), signed, tokens or {})
            sealed, roles = sealed_of(self._db, _atts(bundle)), _roles(self._home, bundle)
            bundle = replace(bundle, sealed=sealed, roles=roles)
            path = put_file(out / bundle_name(bundle.serial, begins, bundle.last), seal_bundle(bundle, hr_seal))
            written.append(Bundled(path, begins, bundle.last, len(_atts(bundle))))
        return tuple(written)

    def acknowledged(self) -> int:
        """How many lines HR has sent its receipt for."""
        return self._journal.acknowledged()

    def has_news(self, after: int = 0) -> bool:
        """Whether more than handing in and receipts happened since this line and since HR's last receipt."""
        first = max(after, self._journal.acknowledged()) + 1
        lines = (read_line(raw) for _, raw, _ in self._journal.rows(first))
        return any(line is not None and line.type not in (Event.EXPORT, Event.ACK) for line in lines)

    def checkpoint(self) -> Vouched:
        """What another PC of the session lists: this device's word about its journal as it stands.

        Raises `NotEnrolled`.
        """
        raw = self._checkpoints.sign_now(self._journal)
        if raw is None:
            raise NotEnrolled
        return Vouched.of(raw)

    def join(self, session: str, checkpoints: Sequence[bytes]) -> tuple[JoinedPc, ...]:
        """List the checkpoints of other PCs; raises as `joining.join`."""
        return join(self._db, self._journal, session, checkpoints)

    def _record(self) -> DeviceRecord:
        record = device_record(self._home)
        if record is None:
            raise NotEnrolled
        return record


@contextmanager
def open_bundling(home: Path, clock: Clock | None = None) -> Iterator[Bundling]:
    """For a home that nobody has open; raises `NotEnrolled` where no branch was set up, `HomeBusy`, `HomeReadOnly`."""
    prepare_home(home)
    lock = HomeLock(home)
    try:
        if not database_path(home).exists():
            raise NotEnrolled
        db = open_database(home)
        try:
            journal, checkpoints = JournalStore(db, clock or SystemClock()), Checkpoints(db, home)
            journal.attend(checkpoints.witness)
            yield Bundling(home, db, journal, checkpoints)
        finally:
            db.close()
    finally:
        lock.release()


def _with_proof(bundle: Bundle, signed: Iterable[tuple[int, bytes]], tokens: Mapping[str, bytes]) -> Bundle:
    """With the checkpoints over its lines, and the certificates of the sittings they speak of."""
    checkpoints = thinned(signed, bundle.first, bundle.last)
    here = _atts(bundle)
    certificates = tuple(Token(att, token) for att, token in sorted(tokens.items()) if att in here)
    return replace(bundle, checkpoints=checkpoints, certificates=certificates)


def _atts(bundle: Bundle) -> frozenset[str]:
    lines = (read_line(raw) for raw, _ in bundle.rows)
    return frozenset(line.att for line in lines if line is not None and line.att)


def _roles(home: Path, bundle: Bundle) -> tuple[bytes, ...]:
    """The role certificates that acts in its lines name: without them HR believes no act of staff."""
    naming = [body for _, body in bundle.rows if body and b'"role_certificate"' in body]
    return tuple(raw for raw in granted_roles(home) if any(claimed_role_id(raw).encode() in body for body in naming))
