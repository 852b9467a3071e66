"""The role certificate: headquarters' `ca` role says which key is a proctor's or HR's, in which branch, how long."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exams.accounts.errors import BadStaffId, RoleRefused
from exams.accounts.names import check_name, check_staff_id
from exams.accounts.person import Role
from exams.trust.envelope import Purpose, claimed_payload, open_envelope, sign_envelope
from exams.trust.errors import BadSignature, Expired, NotStrict, Revoked
from exams.trust.keys import KEY_BYTES, SigningKey, key_id
from exams.trust.revocation import Revocations
from exams.trust.root import RoleName, Root
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, text_in
from exams.trust.times import read_time, write_time

MOST_CERTIFICATE = 8 * 1024
VALID_DAYS = 365
"""So long a role is granted at a time."""

STAFF = (Role.PROCTOR, Role.HR)
_WHO = ("staff", "name", "role", "branch", "public")
_TERM = ("not_before", "not_after")


@dataclass(frozen=True, slots=True)
class RoleRequest:
    """Who asks for which role, with the public half of a key that the person's passphrase opens."""

    staff_id: str
    name: str
    role: Role
    branch: str
    public: bytes

    @property
    def id(self) -> str:
        """The keyid of the person's key: what records name and withdrawals list."""
        return key_id(self.public)


@dataclass(frozen=True, slots=True)
class RoleCertificate(RoleRequest):
    """A granted role; ms UTC, the end excluded."""

    not_before_wt: int
    not_after_wt: int


def make_role_request(request: RoleRequest, key: SigningKey) -> bytes:
    """The envelope, signed by the key that is asked for (proof of possession)."""
    return sign_envelope(Purpose.ROLE_REQUEST, _who(request), [key])


def read_role_request(raw: bytes) -> RoleRequest:
    """The request; raises `RoleRefused` (key) where its own key did not sign it, else as `open_envelope`."""
    claimed = bytes_in(claimed_payload(raw, Purpose.ROLE_REQUEST, MOST_CERTIFICATE), "public", KEY_BYTES)
    try:
        payload = open_envelope(raw, Purpose.ROLE_REQUEST, {key_id(claimed): claimed}, most=MOST_CERTIFICATE)
    except BadSignature:
        raise RoleRefused(reason="key") from None
    return _asked(exactly(payload, *_WHO))


def issue_role(request: RoleRequest, signer: SigningKey, not_before_wt: int, not_after_wt: int) -> bytes:
    """The certificate for a request that was read and compared, signed by `ca` or by a home's own key."""
    term: Table = {"not_before": write_time(not_before_wt), "not_after": write_time(not_after_wt)}
    return sign_envelope(Purpose.ROLE, {**_who(request), **term}, [signer])


def read_role(raw: bytes, keys: Mapping[str, bytes]) -> RoleCertificate:
    """The certificate, signed by one of `keys` (keyid → public); dates and withdrawals are `check_role`'s.

    Raises `BadSignature`, `WrongType`, `NotStrict`, `TooLarge`, `BadStaffId` or `BadName`.
    """
    table = exactly(open_envelope(raw, Purpose.ROLE, keys, most=MOST_CERTIFICATE), *_WHO, *_TERM)
    who = _asked({name: table[name] for name in _WHO})
    term = read_time(text_in(table, "not_before")), read_time(text_in(table, "not_after"))
    return RoleCertificate(who.staff_id, who.name, who.role, who.branch, who.public, *term)


def claimed_role_id(raw: bytes) -> str:
    """The id of a certificate that nobody has checked; raises as `claimed_payload`."""
    return key_id(bytes_in(claimed_payload(raw, Purpose.ROLE, MOST_CERTIFICATE), "public", KEY_BYTES))


def ca_keys(roots: Iterable[Root]) -> dict[str, bytes]:
    """Every key that may grant roles under any of these roots; a withdrawn role is `check_role`'s."""
    return {keyid: public for root in roots for keyid, public in root.keys_of(RoleName.CA)[0].items()}


def check_role(certificate: RoleCertificate, branch: str, wt: int, revocations: Revocations) -> None:
    """Raises `RoleRefused` (branch), `Revoked`, or `Expired` (`reason` role or role_early) at `wt`."""
    if certificate.branch != branch:
        raise RoleRefused(reason="branch", staff_id=certificate.staff_id)
    if certificate.id in revocations.roles:
        raise Revoked(kind="role", id=certificate.id)
    if wt >= certificate.not_after_wt:
        raise Expired(reason="role", expires=write_time(certificate.not_after_wt))
    if wt < certificate.not_before_wt:
        raise Expired(reason="role_early", expires=write_time(certificate.not_before_wt))


def _who(request: RoleRequest) -> Table:
    about: Table = {"staff": request.staff_id, "name": request.name, "role": request.role.value}
    return {**about, "branch": request.branch, "public": base64_text(request.public)}


def _asked(table: Table) -> RoleRequest:
    role = text_in(table, "role")
    if role not in STAFF:
        raise NotStrict(detail="role")
    public = bytes_in(table, "public", KEY_BYTES)
    staff, name = text_in(table, "staff"), text_in(table, "name")
    try:
        return RoleRequest(check_staff_id(staff), check_name(name), Role(role), text_in(table, "branch"), public)
    except BadStaffId:
        raise NotStrict(detail="staff") from None
