"""Who may do more than learn here: told by role certificates and key files, never by a row of the database."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from exams.accounts.errors import RoleRefused
from exams.accounts.person import Person, Role
from exams.accounts.pins import PinCost
from exams.accounts.roles import (
    VALID_DAYS,
    RoleCertificate,
    RoleRequest,
    ca_keys,
    check_role,
    issue_role,
    make_role_request,
    read_role,
)
from exams.desk.sessions import official_wt
from exams.errors import AcademyError
from exams.journal.line import Event
from exams.store.device_files import load_device, own_device
from exams.store.journal_rows import JournalStore
from exams.store.staff_files import (
    keep_role,
    keep_role_request,
    kept_role,
    make_staff_key,
    role_request,
    staff_key_path,
    staff_with_role,
)
from exams.store.trust_files import has_trust, load_trust
from exams.trust.errors import KeyFileSpoilt, WrongPassphrase
from exams.trust.key_files import KeyCost, read_key_file
from exams.trust.keys import SigningKey
from exams.trust.revocation import Revocations
from exams.trust.state import now_of

_DAY_MS = 86_400_000
_LEAST_MEMORY_KIB = 65_536


@dataclass(frozen=True, slots=True)
class Appointed:
    """A new passphrase was taken: `granted` at once, or `request` for headquarters to answer."""

    certificate: str
    granted: bool
    request: bytes = b""


class StaffBook:
    """The staff of one home. `branch` tells its code."""

    def __init__(self, home: Path, journal: JournalStore, cost: PinCost, branch: Callable[[], str]) -> None:
        self._home = home
        self._journal = journal
        # No less work than a key file may ask for, and no other than a PIN's: how long it takes tells no role.
        self._cost = KeyCost(max(cost.memory_kib, _LEAST_MEMORY_KIB), cost.passes)
        self._branch = branch

    @property
    def grants_itself(self) -> bool:
        """True where headquarters never enrolled this home, or only for a demonstration: its own key may grant."""
        genesis = next(self._journal.of_type(Event.GENESIS), None)
        facts = {} if genesis is None else genesis.facts()
        return "record" not in facts or facts.get("demonstration") is True

    def certificate(self, staff_id: str) -> RoleCertificate | None:
        """The certificate of a person, signed by who may grant here; in force or not. None where there is none."""
        raw = kept_role(self._home, staff_id)
        if raw is None:
            return None
        try:
            found = read_role(raw, self._granting_keys())
        except AcademyError:
            return None
        return found if found.staff_id == staff_id else None

    def role_of(self, staff_id: str) -> Role:
        """What the person's certificate says; a trainee without one."""
        found = self.certificate(staff_id)
        return Role.TRAINEE if found is None else found.role

    def known(self, person: Person) -> Person:
        """The person with the role that counts."""
        return person._replace(role=self.role_of(person.staff_id))

    def everybody(self, entered: Iterable[Person]) -> tuple[Person, ...]:
        """Those who were entered, with the roles that count, and those whom only a certificate names; by staff id."""
        people = {person.staff_id: self.known(person) for person in entered}
        for staff_id in staff_with_role(self._home):
            found = self.certificate(staff_id)
            if found is not None and staff_id not in people:
                people[staff_id] = person_of(found)
        return tuple(people[staff_id] for staff_id in sorted(people))

    def require_in_force(self, certificate: RoleCertificate) -> None:
        """Raises `RoleRefused` (branch), `Revoked` or `Expired`."""
        wt, revocations = official_wt(self._journal), Revocations()
        if has_trust(self._home):
            state = load_trust(self._home)
            wt, revocations = now_of(state, wt), state.revocations
        check_role(certificate, self._branch(), wt, revocations)

    def opens(self, certificate: RoleCertificate, passphrase: str) -> bool | None:
        """True where the passphrase opens the certified key; None where its file is not here. One Argon2id."""
        path = staff_key_path(self._home, certificate.staff_id, certificate.public)
        if path is None:
            return None
        try:
            key = read_key_file(path, passphrase)
        except WrongPassphrase:
            return False
        return isinstance(key, SigningKey) and key.public == certificate.public

    def appoint(self, person: Person, passphrase: str) -> Appointed:
        """A new key under a passphrase that was checked; where headquarters grants, the request for it.

        Costs one Argon2id; raises `KeyFileSpoilt` where the disk refuses.
        """
        key = make_staff_key(self._home, person.staff_id, passphrase, self._cost)
        request = RoleRequest(person.staff_id, person.name, person.role, self._branch(), key.public)
        if not self.grants_itself:
            raw = make_role_request(request, key)
            keep_role_request(self._home, person.staff_id, raw)
            return Appointed(request.id, granted=False, request=raw)
        now = official_wt(self._journal) // 1000 * 1000
        raw = issue_role(request, own_device(self._home).sign, now, now + VALID_DAYS * _DAY_MS)
        keep_role(self._home, person.staff_id, raw, key.public)
        return Appointed(request.id, granted=True)

    def request_of(self, staff_id: str) -> Path | None:
        """The file that waits for headquarters' answer; None where none does."""
        return role_request(self._home, staff_id)

    def take_in(self, raw: bytes) -> tuple[RoleCertificate, bool]:
        """Take in headquarters' certificate, True where it was not here; raises `RoleRefused` without its key here.

        Raises also as `read_role`, `Revoked` or `Expired`.
        """
        state = load_trust(self._home)
        found = read_role(raw, ca_keys([state.root]))
        self.require_in_force(found)
        if staff_key_path(self._home, found.staff_id, found.public) is None:
            raise RoleRefused(reason="key", staff_id=found.staff_id)
        if raw == kept_role(self._home, found.staff_id):
            return found, False
        keep_role(self._home, found.staff_id, raw, found.public)
        return found, True

    def _granting_keys(self) -> dict[str, bytes]:
        keys = ca_keys([load_trust(self._home).root]) if has_trust(self._home) else {}
        if self.grants_itself:
            own = _own_key(self._home)
            keys |= {} if own is None else {own.keyid: own.public}
        return keys


def person_of(certificate: RoleCertificate) -> Person:
    """Who is known by a certificate only."""
    name, branch = certificate.name, certificate.branch
    return Person(certificate.staff_id, name, "", branch, "", certificate.role)


def _own_key(home: Path) -> SigningKey | None:
    try:
        keys = load_device(home)
    except KeyFileSpoilt:
        return None
    return None if keys is None else keys.sign
