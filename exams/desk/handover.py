"""A seat swap: a running final leaves this PC sealed to the spare one that asked for it, and goes on there.

Three acts of proctors, with a stick between them: the spare PC asks, the old PC hands over, the spare PC takes over.
"""

import os
from contextlib import closing
from typing import NamedTuple

from exams.desk.admittance import told
from exams.desk.handover_file import Handed, handed_file, opened_file
from exams.desk.office import Office
from exams.desk.overrides import Overrides, check_reason
from exams.desk.person_record import believed_device, export_person, import_person, own_device
from exams.desk.proctor_desk import ProctorDesk
from exams.desk.sessions import require_session
from exams.devices.errors import ForeignRecord, HandoverRefused
from exams.devices.record import DeviceRecord
from exams.journal.line import ANSWERING, Event
from exams.sittings.handover import ASKED, IN, OUT, carried_of
from exams.sittings.identity import answers_digest
from exams.sittings.sitting import RUNNING, Kind, Sitting, State
from exams.store.device_files import kept_record
from exams.store.sitting_rows import find_row, rows_of
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.keys import key_id
from exams.trust.shapes import base64_text, bytes_in, exactly, text_in
from exams.trust.strict_json import read_json, write_json

NONCE_BYTES = 16
_MOST_REQUEST = 64 * 1024


def ask_handover(office: Office, desk: ProctorDesk) -> bytes:
    """On the spare PC: its request, with its device record and a nonce; raises `PersonRecordRefused` (unenrolled)."""
    mine, keys = own_device(office)
    nonce = os.urandom(NONCE_BYTES)
    about = {"nonce": base64_text(nonce), "serial": mine.serial, "branch": mine.branch}
    request = sign_envelope(Purpose.HANDOVER_REQUEST, {**about}, [keys.sign])
    office.journal.append(Event.HANDOVER, {"dir": ASKED, "by": desk.person.staff_id, "nonce": nonce.hex()})
    return write_json({"record": base64_text(kept_record(office.home) or b""), "request": base64_text(request)})


def hand_over(office: Office, desk: ProctorDesk, sitting_id: str, request: bytes, reason: str) -> bytes:
    """On the old PC: the sealed file for the spare one; from then on the sitting refuses to go on here.

    For the same request the file is written again, for another one it is refused. Raises `HandoverRefused`,
    `ForeignRecord`, `SittingClosed`, `NoReason`, or as `read_record` and `check_in_force`.
    """
    if office.book.load(sitting_id).kind is Kind.REHEARSAL:
        raise HandoverRefused(reason="rehearsal")
    mine, keys = own_device(office)
    asked = _asked(office, mine, request)
    sitting = _moved_out(office, desk, sitting_id, asked, reason)
    row = find_row(office.db, sitting.id)
    with closing(office.journal.records(row.first_seq if row else 1)) as records:
        lines = tuple(one for one in records if one.line.att == sitting.id)
    if any(one.body is None and one.line.type in ANSWERING for one in lines):
        raise HandoverRefused(reason="sealed")
    person = export_person(office, sitting.staff_id, asked.raw)
    return handed_file(mine, keys, asked.spare, Handed(sitting.id, asked.nonce, lines, person), _own_record(office))


def take_over(office: Office, desk: ProctorDesk, raw: bytes) -> Sitting:
    """On the spare PC: the sitting goes on, the time between counted as a pause; a second time changes nothing.

    Raises `HandoverRefused`, `CannotOpen`, `ForeignRecord`, `NoSession`, `NotStrict`, or as `read_record`.
    """
    mine, keys = own_device(office)
    file = opened_file(raw, mine, keys, lambda record: believed_device(office, record))
    sitting = file.sitting
    if find_row(office.db, sitting.id) is not None:
        if file.nonce not in _nonces(office, IN, sitting.id):
            raise HandoverRefused(reason="known")
        return office.book.load(sitting.id)
    _require_place(office, sitting, file.nonce)
    facts = {"dir": IN, "by": desk.person.staff_id, "from": file.sender, "nonce": file.nonce}
    facts |= {"reason": sitting.reason, "record": base64_text(file.record), "envelope": file.envelope.decode()}
    with office.journal.together():
        import_person(office, file.person, sitting.staff_id)
        return office.book.take_over(sitting.id, facts, carried_of(file.lines), sitting.position)


def read_request(office: Office, request: bytes) -> DeviceRecord:
    """On the old PC, before anything is done: whose request it is; raises as `hand_over` does for it."""
    mine, _ = own_device(office)
    return _asked(office, mine, request).spare


class _Asked(NamedTuple):
    """Which PC asked, its record as it came, and its nonce."""

    spare: DeviceRecord
    raw: bytes
    nonce: str


def _asked(office: Office, mine: DeviceRecord, request: bytes) -> _Asked:
    table = exactly(read_json(request, _MOST_REQUEST), "record", "request")
    raw = bytes_in(table, "record")
    spare = believed_device(office, raw)
    signers = {key_id(spare.sign): spare.sign}
    told_ = exactly(
        open_envelope(bytes_in(table, "request"), Purpose.HANDOVER_REQUEST, signers, most=_MOST_REQUEST),
        *("nonce", "serial", "branch"),
    )
    if (text_in(told_, "serial"), text_in(told_, "branch")) != (spare.serial, mine.branch):
        raise ForeignRecord(reason="branch", serial=spare.serial)
    if spare.serial == mine.serial:
        raise HandoverRefused(reason="self")
    return _Asked(spare, raw, bytes_in(told_, "nonce", NONCE_BYTES).hex())


def _moved_out(office: Office, desk: ProctorDesk, sitting_id: str, asked: _Asked, reason: str) -> Sitting:
    if office.book.load(sitting_id).state is State.MOVED:
        if asked.nonce not in _nonces(office, OUT, sitting_id):
            raise HandoverRefused(reason="moved")
        office.book.unseal(sitting_id)
        return office.book.load(sitting_id)
    by = desk.person.staff_id
    why, sitting = check_reason(reason), Overrides(office.book, by).running(sitting_id)
    facts = {"dir": OUT, "by": by, "reason": why, "to": asked.spare.serial, "nonce": asked.nonce}
    return office.book.note(sitting, Event.HANDOVER, {**facts, "answers": answers_digest(sitting.answers)})


def _require_place(office: Office, sitting: Sitting, nonce: str) -> None:
    """The session is open and unlocked here with the same course, nobody of that name sits, and this PC has asked."""
    if nonce not in _nonces(office, ASKED, ""):
        raise HandoverRefused(reason="nonce")
    require_session(office.db, sitting.session)
    if office.door.is_locked(sitting.session):
        raise HandoverRefused(reason="locked")
    if office.content.parts_sha256() != sitting.content:
        raise HandoverRefused(reason="content")
    running = {state.value for state in RUNNING}
    here = (row for row in rows_of(office.db, sitting.staff_id) if row.kind == Kind.FINAL.value)
    if any(row.state in running for row in here):
        raise HandoverRefused(reason="known")


def _nonces(office: Office, direction: str, att: str) -> frozenset[str]:
    """Of the hand-over lines of this PC that go one way, about one sitting."""
    lines = (told(one) for one in office.journal.of_type(Event.HANDOVER) if one.line.att == att)
    return frozenset(str(facts.get("nonce")) for facts in lines if facts.get("dir") == direction)


def _own_record(office: Office) -> bytes:
    return kept_record(office.home) or b""
