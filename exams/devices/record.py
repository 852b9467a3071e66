"""The device record: headquarters' `ca` role says which keys are a branch PC's, under which serial, for how long."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from exams.devices.errors import ForeignRecord, RequestRefused
from exams.devices.identity import (
    NONCE_BYTES,
    DeviceKeys,
    PublicKeys,
    check_branch,
    check_label,
    check_serial,
    keys_in,
    public_keys,
)
from exams.devices.request import DeviceRequest
from exams.trust.codes import ALPHABET
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.errors import BadSignature, Expired, Revoked
from exams.trust.keys import SigningKey
from exams.trust.revocation import Revocations
from exams.trust.root import RoleName, Root
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, number_in, text_in
from exams.trust.times import read_time, write_time

MOST_RECORD = 8 * 1024
VALID_DAYS = 365
"""So long a device signs under one record."""

_FIELDS = ("serial", "branch", "label", "suite", "sign", "seal", "pdf", "nonce")
_TERM = ("not_before", "not_after", "root_version")
_ALONG = ("compact", "x509", "reset")


@dataclass(frozen=True, slots=True)
class Term:
    """When a device may sign (ms UTC, the end excluded), and which root was in force when that was granted."""

    not_before_wt: int
    not_after_wt: int
    root_version: int


@dataclass(frozen=True, slots=True)
class DevicePapers:
    """What a device shows to those who do not read records: `compact` goes into printed codes, `x509` into PDF files.

    Both are made by `certificates`, which alone reads them.
    """

    compact: bytes = b""
    x509: bytes = b""


NO_PAPERS = DevicePapers()


@dataclass(frozen=True, slots=True)
class DeviceRecord:
    """One enrolled PC; a renewal keeps serial and keys and changes nonce and term.

    `compact` and `x509` are what it certifies with (see `DevicePapers`), empty where it does not; `reset` brings the
    desk that lost PINs are asked of (`accounts.resets.long_desk`), empty where it brings none.
    """

    serial: str
    branch: str
    label: str
    sign: bytes
    seal: bytes
    pdf: bytes
    nonce: bytes
    not_before_wt: int
    not_after_wt: int
    root_version: int
    compact: bytes = b""
    x509: bytes = b""
    reset: bytes = b""

    @property
    def public(self) -> PublicKeys:
        """All public keys it vouches for."""
        return PublicKeys(self.sign, self.seal, self.pdf)


def new_serial() -> str:
    """`D` and eight random characters."""
    return "D" + "".join(secrets.choice(ALPHABET) for _ in range(8))


def draft_record(request: DeviceRequest, serial: str, term: Term) -> DeviceRecord:
    """What the record of a request will say, without papers; nobody has signed it."""
    about = check_serial(serial), request.branch, request.label
    public = request.public
    keys = public.sign, public.seal, public.pdf
    return DeviceRecord(*about, *keys, request.nonce, term.not_before_wt, term.not_after_wt, term.root_version)


def issue_record(
    request: DeviceRequest,
    serial: str,
    ca: SigningKey,
    term: Term,
    papers: DevicePapers = NO_PAPERS,
    reset: bytes = b"",
) -> bytes:
    """The envelope for a request that was read and compared; raises `RequestRefused` (serial, window)."""
    if term.not_before_wt >= term.not_after_wt:
        raise RequestRefused(reason="window")
    payload: Table = {
        "serial": check_serial(serial),
        "branch": request.branch,
        "label": request.label,
        **request.public.table(),
        "nonce": base64_text(request.nonce),
        "not_before": write_time(term.not_before_wt),
        "not_after": write_time(term.not_after_wt),
        "root_version": term.root_version,
        "compact": base64_text(papers.compact),
        "x509": base64_text(papers.x509),
        "reset": base64_text(reset),
    }
    return sign_envelope(Purpose.DEVICE, payload, [ca])


def read_record(raw: bytes, root: Root) -> DeviceRecord:
    """The record, signed by the `ca` role of `root`; dates and withdrawals are `check_in_force`'s.

    Raises `BadSignature`, `WrongType`, `UnknownSuite`, `NotStrict`, `TooLarge` or `RequestRefused`.
    """
    keys, threshold = root.keys_of(RoleName.CA)
    table = exactly(open_envelope(raw, Purpose.DEVICE, keys, threshold, MOST_RECORD), *_FIELDS, *_TERM, *_ALONG)
    about = check_branch(text_in(table, "branch")), check_label(text_in(table, "label"))
    public = keys_in(table)
    term = read_time(text_in(table, "not_before")), read_time(text_in(table, "not_after"))
    return DeviceRecord(
        check_serial(text_in(table, "serial")),
        *about,
        public.sign,
        public.seal,
        public.pdf,
        bytes_in(table, "nonce", NONCE_BYTES),
        *term,
        number_in(table, "root_version", least=1),
        bytes_in(table, "compact"),
        bytes_in(table, "x509"),
        bytes_in(table, "reset"),
    )


def read_record_under(raw: bytes, roots: Iterable[Root]) -> DeviceRecord:
    """The record under the last of `roots` whose `ca` role signed it: a new root may have replaced the key.

    Raises as `read_record`; `BadSignature` where none did.
    """
    for root in sorted(roots, key=lambda one: one.version, reverse=True):
        try:
            return read_record(raw, root)
        except BadSignature:
            continue
    raise BadSignature(good=0, needed=1)


def check_in_force(record: DeviceRecord, wt: int, revocations: Revocations) -> None:
    """Raises `Revoked`, or `Expired` (`reason` device or device_early) where the device may not sign at `wt`."""
    if record.serial in revocations.devices:
        raise Revoked(kind="device", id=record.serial)
    if wt >= record.not_after_wt:
        raise Expired(reason="device", expires=write_time(record.not_after_wt))
    if wt < record.not_before_wt:
        raise Expired(reason="device_early", expires=write_time(record.not_before_wt))


def check_own(record: DeviceRecord, keys: DeviceKeys, branch: str, nonce: bytes) -> None:
    """Raises `ForeignRecord` unless the record answers the request of this PC with this nonce."""
    for reason, wrong in (
        ("nonce", not secrets.compare_digest(record.nonce, nonce)),
        ("keys", record.public != public_keys(keys)),
        ("branch", record.branch != branch),
    ):
        if wrong:
            raise ForeignRecord(reason=reason, serial=record.serial)
