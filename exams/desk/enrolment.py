"""A branch PC is enrolled by two files: it asks with a request, and takes in the record that answers it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exams.accounts.person import Branch
from exams.accounts.resets import long_desk
from exams.desk.branch_files import believed, take_reset_desk
from exams.desk.checkpoints import Checkpoints
from exams.devices.errors import ForeignRecord, RequestRefused
from exams.devices.identity import DeviceKeys
from exams.devices.record import DeviceRecord, check_in_force, check_own, read_record
from exams.devices.request import DeviceRequest, fingerprint, make_request, read_request
from exams.devices.texts import envelope_of, envelope_text
from exams.journal.line import Event
from exams.store.database import database_path, open_database
from exams.store.device_files import (
    complete_device,
    drop_request,
    keep_record,
    keep_request,
    kept_record,
    kept_request,
    load_device,
    make_device,
    own_device,
)
from exams.store.home import HomeLock, prepare_home
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import branch_facts, save_branch, save_setting
from exams.store.trust_files import save_trust
from exams.timing.clock import Clock, SystemClock
from exams.trust.envelope import Purpose, payload_sha256
from exams.trust.errors import BadSignature
from exams.trust.state import note_time, now_of

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was written: `fingerprint` is compared on the telephone, `text` is the same for a QR code."""

    request: DeviceRequest
    fingerprint: str
    raw: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The record in force; `changed` is False where it was here already, `renewal` True where the serial was."""

    record: DeviceRecord
    changed: bool
    renewal: bool


def asked_by(raw: bytes) -> Asked:
    """A request as people see it; costs one scrypt for the fingerprint."""
    request = read_request(raw)
    return Asked(request, fingerprint(request), raw, envelope_text(raw, Purpose.REQUEST))


class Enrolment:
    """The branch's side, for a home whose lock the caller holds; `opened` is its database where that is open already.

    Two journals of one database would not know of each other's lines.
    """

    def __init__(self, home: Path, clock: Clock, opened: "tuple[Database, JournalStore] | None" = None) -> None:
        self._home = home
        self._clock = clock
        self._opened = opened

    def ask(self, branch: str, label: str) -> Asked:
        """A new request; only a record that answers this one is taken in afterwards.

        An enrolled PC asks with the keys it has, for a renewal; one that has lost its journal asks with new keys, as
        another device. Raises `RequestRefused` for a bad code or label, or where this home is another branch's.
        """
        mine = self._branch()
        if mine and mine != branch:
            raise RequestRefused(reason="branch", branch=branch[:32])
        raw = make_request(self._keys(), branch, label)
        keep_request(self._home, raw)
        return asked_by(raw)

    def take_in(self, raw: bytes, branch: Branch | None = None) -> Enrolled:
        """Take in the record, as file or as text; a PC without a journal begins it with the genesis, once.

        `branch` tells more of it than the record does. Raises `NoRoot`, `BadSignature`, `WrongType`, `Revoked`,
        `Expired` or `ForeignRecord`.
        """
        raw = envelope_of(raw, Purpose.DEVICE)
        state = believed(self._home)
        record = read_record(raw, state.root)
        state = note_time(state, record.not_before_wt)
        check_in_force(record, now_of(state, self._clock.now().wt), state.revocations)
        if raw == kept_record(self._home) and self._serial() == record.serial:
            return Enrolled(record, changed=False, renewal=False)
        self._require_mine(record)
        save_trust(self._home, state)
        self._bring_desk(record)
        keep_record(self._home, raw)
        renewal = self._write_down(record, payload_sha256(raw), branch or _branch_of(record))
        drop_request(self._home)
        return Enrolled(record, changed=True, renewal=renewal)

    def _keys(self) -> DeviceKeys:
        enrolled = kept_record(self._home) is not None
        # Keys whose journal is gone must not begin a second one under the same serial: that would be a fork.
        keys = make_device(self._home) if enrolled and not self._serial() else own_device(self._home)
        return complete_device(self._home, keys)

    def _require_mine(self, record: DeviceRecord) -> None:
        asked, keys = kept_request(self._home), load_device(self._home)
        if asked is None or keys is None:
            raise ForeignRecord(reason="nonce", serial=record.serial)
        request = read_request(asked)
        check_own(record, keys, request.branch, request.nonce)
        serial = self._serial()
        if serial and serial != record.serial:
            raise ForeignRecord(reason="serial", serial=record.serial)

    def _bring_desk(self, record: DeviceRecord) -> None:
        """The desk for lost PINs comes along; one that the root in force does not vouch for is left aside."""
        if record.reset:
            with suppress(BadSignature):
                take_reset_desk(self._home, long_desk(record.reset))

    def _write_down(self, record: DeviceRecord, sha256: str, branch: Branch) -> bool:
        with self._journal() as (db, journal):
            serial = genesis_serial(journal)
            facts = {"device": record.serial, "branch": record.branch, "record": sha256}
            with journal.together():
                if serial:
                    journal.append(Event.DEVICE_IMPORT, facts)
                else:
                    journal.append(Event.GENESIS, {**facts, "demonstration": branch.demonstration})
                    save_branch(db, branch)
                    save_setting(db, "device", record.serial)
        return bool(serial)

    def _serial(self) -> str:
        if not database_path(self._home).exists():
            return ""
        with self._journal() as (_, journal):
            return genesis_serial(journal)

    def _branch(self) -> str:
        if not database_path(self._home).exists():
            return ""
        with self._journal() as (db, _):
            return branch_facts(db).get("code", "")

    @contextmanager
    def _journal(self) -> "Iterator[tuple[Database, JournalStore]]":
        if self._opened is not None:
            yield self._opened
            return
        with _database(self._home) as db:
            journal = JournalStore(db, self._clock)
            journal.attend(Checkpoints(db, self._home).witness)
            yield db, journal


def genesis_serial(journal: JournalStore) -> str:
    """The serial that a journal began with; empty before there is a genesis."""
    first = next(journal.of_type(Event.GENESIS), None)
    return "" if first is None else str(first.facts().get("device", ""))


@contextmanager
def open_enrolment(home: Path, clock: Clock | None = None) -> Iterator[Enrolment]:
    """The branch's side for a home that nobody has open; raises `HomeBusy`, `HomeReadOnly`."""
    prepare_home(home)
    lock = HomeLock(home)
    try:
        yield Enrolment(home, clock or SystemClock())
    finally:
        lock.release()


@contextmanager
def _database(home: Path) -> "Iterator[Database]":
    db = open_database(home)
    try:
        yield db
    finally:
        db.close()


def _branch_of(record: DeviceRecord) -> Branch:
    return Branch(record.branch, {"zh": record.label, "en": record.label}, {"zh": "", "en": ""}, demonstration=False)
