"""A person's study, credential and tries on their way to another PC of the branch: signed here, sealed to that one."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from exams.accounts.errors import BadStaffId
from exams.accounts.names import check_staff_id
from exams.accounts.person import Person, Role
from exams.desk.office import Office
from exams.desk.person_rows import checks_in, reading_in, spelt, tries_in
from exams.desk.record_merge import joined_mistake, later_mark
from exams.desk.record_rows import marks_in, marks_json, mistakes_in, mistakes_json
from exams.devices.errors import ForeignRecord, PersonRecordRefused
from exams.devices.identity import DeviceKeys
from exams.devices.record import DeviceRecord, check_in_force, read_record_under
from exams.devices.texts import envelope_of
from exams.errors import AcademyError
from exams.journal.line import Event
from exams.sittings.sitting import State
from exams.store.device_files import device_record, kept_record, load_device
from exams.store.elsewhere_rows import (
    TryThere,
    note_check_there,
    note_reading_there,
    note_try_there,
    own_checks,
    own_reading,
    reading_elsewhere,
    tries_elsewhere,
)
from exams.store.mark_rows import MarkRow, every_mark_of, save_mark
from exams.store.people_rows import change_pin, find_pin, save_person
from exams.store.practice_rows import MistakeRow, mistakes_of, save_mistake
from exams.store.sitting_rows import SittingRow, rows_of
from exams.store.trust_files import load_trust, root_chain
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.keys import key_id, seal_to
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, number_in, table_in, text_in
from exams.trust.state import now_of
from exams.trust.strict_json import read_json, write_json

MOST_PERSON_FILE = 32 * 1024 * 1024
"""Bytes of a file: the fullest notebook there can be, in base64 twice."""
_DOMAIN = "branch-academy/person-record/v1"
_FIELDS = ("to", "serial", "branch", "person", "pin", "reading", "checks", "tries", "marks", "mistakes")


@dataclass(frozen=True, slots=True)
class Carried:
    """Whose record came, from which device, and how much it brought of each; `known`: the person was here already."""

    staff_id: str
    serial: str
    sections: int
    checks: int
    tries: int
    marks: int
    mistakes: int
    known: bool


def export_person(office: Office, staff_id: str, other: bytes) -> bytes:
    """The sealed file for the PC whose device record `other` is (file or text): nobody else can open it.

    Raises `BadStaffId`, `PersonRecordRefused`, `ForeignRecord` for another branch's PC, or as `read_record`.
    """
    mine, keys = own_device(office)
    person = _trainee(office, staff_id)
    target = believed_device(office, envelope_of(other, Purpose.DEVICE))
    if target.branch != mine.branch:
        raise ForeignRecord(reason="branch", serial=target.serial)
    to = key_id(target.seal)
    envelope = sign_envelope(Purpose.PERSON, {**_payload(office, person, mine), "to": to}, [keys.sign])
    plain = write_json({"record": base64_text(kept_record(office.home) or b""), "person": base64_text(envelope)})
    office.journal.append(Event.RECORD_EXPORT, {"staff": person.staff_id, "to": target.serial})
    return write_json({"to": to, "sealed": base64_text(seal_to(target.seal, plain, _info(to)))})


def import_person(office: Office, raw: bytes, staff_id: str = "") -> Carried:
    """Take a person's record in, with `staff_id` only that one's; a second time, or an older one, changes nothing.

    Raises `CannotOpen`, `ForeignRecord`, `PersonRecordRefused`, and as `read_record` and `check_in_force`.
    """
    mine, keys = own_device(office)
    table, serial = _opened(office, mine, keys, raw)
    about = exactly(table_in(table, "person"), "staff", "name", "latin", "team", "extra_minutes")
    if staff_id and text_in(about, "staff") != staff_id:
        raise PersonRecordRefused(reason="staff", staff_id=staff_id[:32])
    person = _person(about, mine.branch)
    reading, checks, tries = reading_in(table), checks_in(table), tries_in(table)
    marks, mistakes = marks_in(table), mistakes_in(table)
    pin = exactly(table_in(table, "pin"), "hash", "wt")
    with office.journal.together():
        known = _merge_person(office, person, text_in(pin, "hash"), number_in(pin, "wt"))
        for section in (one for one in reading if one.device != mine.serial):
            note_reading_there(office.db, person.staff_id, section)
        for check in checks:
            note_check_there(office.db, person.staff_id, check)
        for done in (one for one in tries if one.device != mine.serial):
            note_try_there(office.db, person.staff_id, done)
        _join_study(office, person.staff_id, marks, mistakes)
        facts = {"staff": person.staff_id, "from": serial, "sha": hashlib.sha256(raw).hexdigest()}
        office.journal.append(Event.RECORD_IMPORT, {**facts, "pin_wt": number_in(pin, "wt")})
    live = sum(not one.gone for one in marks)
    return Carried(person.staff_id, serial, len(reading), len(checks), len(tries), live, len(mistakes), known)


def _join_study(office: Office, staff: str, marks: Sequence[MarkRow], mistakes: Sequence[MistakeRow]) -> None:
    """Each mark and mistake as it stands on both PCs together; what is the same already is not written again."""
    marked = {row.id: row for row in every_mark_of(office.db, staff)}
    for mark in marks:
        joined = later_mark(marked.get(mark.id, mark), mark)
        if joined != marked.get(mark.id):
            save_mark(office.db, staff, joined)
    missed = {row.what: row for row in mistakes_of(office.db, staff)}
    for mistake in mistakes:
        known = joined_mistake(missed.get(mistake.what, mistake), mistake)
        if known != missed.get(mistake.what):
            save_mistake(office.db, staff, known)


def own_device(office: Office) -> tuple[DeviceRecord, DeviceKeys]:
    """This PC's record and keys; raises `PersonRecordRefused` where it is not enrolled."""
    record, keys = device_record(office.home), load_device(office.home)
    if record is None or keys is None:
        raise PersonRecordRefused(reason="unenrolled")
    return record, keys


def _trainee(office: Office, staff_id: str) -> Person:
    person = office.person(staff_id)
    if person is None:
        raise BadStaffId(staff_id=staff_id[:32])
    if person.role is not Role.TRAINEE:
        raise PersonRecordRefused(reason="role", staff_id=staff_id)
    return person


def believed_device(office: Office, raw: bytes) -> DeviceRecord:
    """A record that headquarters signed and that is in force today."""
    state = load_trust(office.home)
    record = read_record_under(raw, root_chain(office.home))
    check_in_force(record, now_of(state, office.clock.now().wt), state.revocations)
    return record


def _opened(office: Office, mine: DeviceRecord, keys: DeviceKeys, raw: bytes) -> tuple[Table, str]:
    """The payload of a file that is sealed to this PC and signed by another one of the branch, and its serial."""
    outer = exactly(read_json(raw, MOST_PERSON_FILE), "to", "sealed")
    to = key_id(keys.seal.public)
    opened = keys.seal.open(bytes_in(outer, "sealed"), _info(to))
    plain = exactly(read_json(opened, MOST_PERSON_FILE), "record", "person")
    sender = believed_device(office, bytes_in(plain, "record"))
    if sender.branch != mine.branch:
        raise ForeignRecord(reason="branch", serial=sender.serial)
    signers = {key_id(sender.sign): sender.sign}
    payload = open_envelope(bytes_in(plain, "person"), Purpose.PERSON, signers, most=MOST_PERSON_FILE)
    table = exactly(payload, *_FIELDS)
    # Sealing names no sender and a signature no receiver: both are said inside, or a file could be sealed on.
    if (text_in(table, "to"), text_in(table, "serial"), text_in(table, "branch")) != (to, sender.serial, mine.branch):
        raise ForeignRecord(reason="keys", serial=sender.serial)
    return table, sender.serial


def _payload(office: Office, person: Person, mine: DeviceRecord) -> Table:
    db, staff = office.db, person.staff_id
    about: Table = {"staff": staff, "name": person.name, "latin": person.latin, "team": person.team}
    here = (_try_here(office, row, mine.serial) for row in rows_of(db, staff) if row.state != State.VOID.value)
    return {
        "serial": mine.serial,
        "branch": mine.branch,
        "person": {**about, "extra_minutes": person.extra_minutes},
        "pin": {"hash": find_pin(db, staff) or "", "wt": _pin_wt(office, staff)},
        "reading": spelt((*own_reading(db, staff, mine.serial), *reading_elsewhere(db, staff))),
        "checks": spelt(own_checks(db, staff)),
        "tries": spelt((*here, *tries_elsewhere(db, staff))),
        "marks": marks_json(every_mark_of(db, staff)),
        "mistakes": mistakes_json(mistakes_of(db, staff)),
    }


def _try_here(office: Office, row: SittingRow, serial: str) -> TryThere:
    """As another PC counts it; what a spoilt line hides of it travels without percents."""
    times, marks = (row.started_wt, row.ended_wt, row.items), (row.score, row.max_score, row.passed)
    try:
        result = office.book.load(row.id).result
    except AcademyError:
        result = None
    pairs = result.by_chapter.items() if result else ()
    chapters = {chapter: score * 100 // most for chapter, (score, most) in pairs if most}
    return TryThere(row.id, serial, row.kind, row.blueprint, *times, *marks, chapters)


def _pin_wt(office: Office, staff_id: str) -> int:
    """When the PIN in force was set, here or on the PC it came from; 0 for the one a person began with."""
    found = 0
    for record in office.journal.of_type(Event.PIN_SET, Event.RECORD_IMPORT):
        facts = record.facts()
        if facts.get("staff") == staff_id:
            found = max(found, int(facts.get("pin_wt", record.line.wt)))
    return found


def _merge_person(office: Office, person: Person, pin: str, pin_wt: int) -> bool:
    here = office.person(person.staff_id)
    if here is None:
        save_person(office.db, person, pin)
        return False
    if here.role is not Role.TRAINEE:
        raise PersonRecordRefused(reason="role", staff_id=person.staff_id)
    if pin_wt > _pin_wt(office, person.staff_id):
        change_pin(office.db, person.staff_id, pin)
    return True


def _person(about: Table, branch: str) -> Person:
    return Person(
        check_staff_id(text_in(about, "staff")),
        text_in(about, "name"),
        text_in(about, "latin"),
        branch,
        text_in(about, "team"),
        Role.TRAINEE,
        number_in(about, "extra_minutes"),
    )


def _info(to: str) -> bytes:
    return f"{_DOMAIN}|{to}".encode()
