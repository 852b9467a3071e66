"""The door of a home: a secret against what was kept of it, the same work and the same words whoever asks."""

import hashlib
import os
from base64 import b64encode
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

from exams.accounts.errors import BadStaffId, SignInLocked, SignInRefused, SignInWait
from exams.accounts.lockout import Attempt, Standing, standing
from exams.accounts.names import check_staff_id
from exams.accounts.person import Person
from exams.accounts.pins import PinCost, pin_matches
from exams.accounts.roles import RoleCertificate
from exams.desk.staff_book import StaffBook, person_of
from exams.errors import AcademyError
from exams.journal.line import Event, Record
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import facts_of
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import find_person, find_pin

if TYPE_CHECKING:
    from sqlite_utils import Database

_FORGETS = (Event.LOGIN_OK, Event.PIN_SET, Event.ROLE_IMPORT, Event.RESET_USED)
"""A right secret, and a new one: the only keys to a locked sign-in."""


class Door:
    """Lets people in. Failures are counted from the journal, so that no table can forget them."""

    def __init__(self, db: "Database", journal: JournalStore, staff: StaffBook, cost: PinCost) -> None:
        self._db = db
        self._journal = journal
        self._staff = staff
        self._nobody = _nobodys_hash(cost)

    def let_in(self, staff_id: str, secret: str) -> Person:
        """The person with the role that counts; raises `SignInRefused`, `SignInWait` or `SignInLocked`.

        Whoever knows the passphrase of a role that is not in force hears that: `RoleRefused`, `Revoked`, `Expired`.
        """
        staff_id = asked_for(staff_id)
        before = self.standing(staff_id)
        if before.locked:
            raise SignInLocked
        if before.wait_ms:
            raise SignInWait(wait_seconds=seconds(before))
        person, certificate = self._known(staff_id)
        fits = self._fits(staff_id, secret, certificate)
        if person is None or not fits:
            self._refuse(staff_id)
        if certificate is None:
            self._journal.append(Event.LOGIN_OK, {"staff": staff_id})
            return person
        self._require(certificate)
        self._journal.vouch(staff_id, certificate.id)
        self._journal.append(Event.LOGIN_OK, {"staff": staff_id, "role_certificate": certificate.id})
        return person._replace(role=certificate.role)

    def standing(self, staff_id: str) -> Standing:
        """Failures in a row and the wait that is left."""
        return standing(self._attempts(staff_id), self._journal.now())

    def standings(self) -> dict[str, Standing]:
        """Of everybody who was ever refused or let in, by staff id."""
        told: dict[str, list[Attempt]] = {}
        for record in self._tries():
            told.setdefault(str(_staff_of(record)), []).append(_attempt(record))
        now = self._journal.now()
        return {staff_id: standing(attempts, now) for staff_id, attempts in told.items()}

    def _known(self, staff_id: str) -> tuple[Person | None, RoleCertificate | None]:
        person, certificate = find_person(self._db, staff_id), None
        if not staff_id.startswith("?"):
            certificate = self._staff.certificate(staff_id)
        return person_of(certificate) if person is None and certificate else person, certificate

    def _fits(self, staff_id: str, secret: str, certificate: RoleCertificate | None) -> bool:
        """One Argon2id in every case."""
        opened = None if certificate is None else self._staff.opens(certificate, secret)
        if opened is not None:
            return opened
        encoded = self._nobody if certificate else find_pin(self._db, staff_id) or self._nobody
        return _opens(secret, encoded, staff_id)

    def _refuse(self, staff_id: str) -> NoReturn:
        self._journal.append(Event.LOGIN_FAIL, {"staff": staff_id})
        after = self.standing(staff_id)
        if after.locked:
            self._journal.append(Event.LOCK, {"staff": staff_id})
            raise SignInLocked
        raise SignInRefused(wait_seconds=seconds(after))

    def _require(self, certificate: RoleCertificate) -> None:
        try:
            self._staff.require_in_force(certificate)
        except AcademyError as error:
            facts = {"code": error.code, "staff": certificate.staff_id, "role_certificate": certificate.id}
            self._journal.append(Event.ERROR, facts)
            raise

    def _tries(self) -> Iterator[Record]:
        return self._journal.of_type(Event.LOGIN_FAIL, *_FORGETS)

    def _attempts(self, staff_id: str) -> Iterator[Attempt]:
        return (_attempt(record) for record in self._tries() if _staff_of(record) == staff_id)


def asked_for(text: str) -> str:
    """The staff id that was typed; of what can be none only a digest, since it may be a name or a PIN."""
    typed = text.strip().upper()
    try:
        return check_staff_id(typed)
    except BadStaffId:
        return "?" + hashlib.sha256(typed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def seconds(standing: Standing) -> int:
    """The wait that is left, in whole seconds, rounded up."""
    return -(-standing.wait_ms // 1000)


def _attempt(record: Record) -> Attempt:
    return Attempt(record.line.type != Event.LOGIN_FAIL, record.line.moment)


def _opens(pin: str, encoded: str, staff_id: str) -> bool:
    """A hash or PIN that cannot be worked with opens nothing."""
    try:
        return pin_matches(pin, encoded, staff_id)
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
