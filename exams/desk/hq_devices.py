"""Headquarters enrols branch PCs: a request is looked at, compared by telephone, and answered by the `ca` role."""

from dataclasses import dataclass
from pathlib import Path

from exams.accounts.resets import short_desk
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_keys import PDF, newest_key, pdf_key, reset_desk, signing_key
from exams.desk.hq_revoking import revocations
from exams.devices.errors import RequestRefused
from exams.devices.papers import PaperIssuers, PaperMaker
from exams.devices.record import (
    NO_PAPERS,
    VALID_DAYS,
    DeviceRecord,
    Term,
    draft_record,
    issue_record,
    new_serial,
    read_record_under,
)
from exams.devices.request import DeviceRequest, fingerprint, read_request
from exams.devices.texts import envelope_of, envelope_text
from exams.store.hq_devices import DeviceRow, enrolled_devices, save_device
from exams.trust.codes import plain_code
from exams.trust.envelope import Purpose
from exams.trust.errors import BadSignature, Revoked
from exams.trust.keys import key_id
from exams.trust.root import RoleName
from exams.trust.times import write_time

_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Inspected:
    """A request as it came; `serial` is the device's where its keys were enrolled before."""

    request: DeviceRequest
    fingerprint: str
    serial: str


@dataclass(frozen=True, slots=True)
class Approval:
    """What the office knows besides the request, each only where it is given.

    `branch` and `fingerprint` as they were told on the telephone, `serial` for a new device; `papers` makes what the
    device certifies with, and without it the device cannot certify.
    """

    branch: str = ""
    fingerprint: str = ""
    serial: str = ""
    papers: PaperMaker | None = None


UNTOLD = Approval()


@dataclass(frozen=True, slots=True)
class Approved:
    """The record that was signed, as file and as text for a QR code."""

    record: DeviceRecord
    raw: bytes
    text: str
    renewal: bool


def inspect_request(hq: Hq, raw: bytes) -> Inspected:
    """What a request says, file or text; raises `NoPossession`, `RequestRefused` or as `open_envelope`."""
    request = read_request(envelope_of(raw, Purpose.REQUEST))
    known = _known(hq, request)
    return Inspected(request, fingerprint(request), known.serial if known else "")


def enrol_device(hq: Hq, raw: bytes, out: Path | None, told: Approval) -> Approved:
    """Sign the record for a year from now and write it down; the same request again gives the same record.

    The keys of an enrolled device keep its serial. Raises as `inspect_request`, `Revoked` for a withdrawn device, and
    `RequestRefused` where what was told does not fit.
    """
    seen = inspect_request(hq, raw)
    _require_told(seen, told)
    known = _known(hq, seen.request)
    if known is not None and known.serial in revocations(hq).devices:
        raise Revoked(kind="device", id=known.serial)
    record, signed = (_answered(hq, known, seen.request) if known else None) or _signed(hq, seen, told)
    if out is not None:
        put_file(out, signed)
    return Approved(record, signed, envelope_text(signed, Purpose.DEVICE), renewal=known is not None)


def devices_document(hq: Hq) -> list[dict[str, object]]:
    """For `academy hq status --json`."""
    withdrawn = revocations(hq).devices
    rows = ((row, read_record_under(row.raw, hq.roots())) for row in enrolled_devices(hq.db))
    return [
        {
            "serial": row.serial,
            "branch": row.branch,
            "label": record.label,
            "keyid": key_id(row.sign),
            "not_before": write_time(record.not_before_wt),
            "not_after": write_time(record.not_after_wt),
            "revoked": row.serial in withdrawn,
        }
        for row, record in rows
    ]


def _known(hq: Hq, request: DeviceRequest) -> DeviceRow | None:
    """The device with this signing key; raises `RequestRefused` where it is another branch's."""
    found = next((row for row in enrolled_devices(hq.db) if row.sign == request.sign), None)
    if found is not None and found.branch != request.branch:
        raise RequestRefused(reason="taken", serial=found.serial, branch=found.branch)
    return found


def _require_told(seen: Inspected, told: Approval) -> None:
    if told.branch and told.branch != seen.request.branch:
        raise RequestRefused(reason="branch", branch=seen.request.branch)
    if told.fingerprint and plain_code(told.fingerprint) != plain_code(seen.fingerprint):
        raise RequestRefused(reason="fingerprint", fingerprint=seen.fingerprint)


def _answered(hq: Hq, known: DeviceRow, request: DeviceRequest) -> tuple[DeviceRecord, bytes] | None:
    """The record that answers this very request and is under the root in force."""
    try:
        record = read_record_under(known.raw, [hq.root()])
    except BadSignature:
        return None
    return (record, known.raw) if record.nonce == request.nonce else None


def _signed(hq: Hq, seen: Inspected, told: Approval) -> tuple[DeviceRecord, bytes]:
    rows = {row.serial for row in enrolled_devices(hq.db)}
    if told.serial in rows and told.serial != seen.serial:
        raise RequestRefused(reason="serial", serial=told.serial)
    serial, now, root = seen.serial or told.serial or new_serial(), hq.now_wt() // 1000 * 1000, hq.root()
    ca = signing_key(hq, newest_key(hq, RoleName.CA))
    term, papers = Term(now, now + VALID_DAYS * _DAY_MS, root.version), NO_PAPERS
    if told.papers is not None:
        issuers = PaperIssuers(ca, pdf_key(hq, newest_key(hq, PDF)), root.pdf_root)
        papers = told.papers(draft_record(seen.request, serial, term), issuers)
    raw = issue_record(seen.request, serial, ca, term, papers, short_desk(reset_desk(hq)))
    record = read_record_under(raw, [root])
    with hq.db.atomic():
        save_device(hq.db, DeviceRow(serial, record.branch, record.sign, raw, now))
        facts = {"serial": serial, "branch": record.branch, "keyid": key_id(record.sign)}
        hq.write_down("enrol", **facts, fingerprint=seen.fingerprint, renewal=bool(seen.serial))
    return record, raw
