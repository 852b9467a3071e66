"""The sealed file of a seat swap: what the old PC signs, and the answers that its lines bind by their hashes."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from exams.devices.errors import ForeignRecord, HandoverRefused
from exams.devices.identity import DeviceKeys
from exams.devices.record import DeviceRecord
from exams.journal.line import Record
from exams.sittings.handover import carried_of, completed, lines_in, lines_text
from exams.sittings.replay import facts_of, replay
from exams.sittings.sitting import Sitting, State
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.errors import NotStrict
from exams.trust.keys import key_id, seal_to
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, text_in
from exams.trust.strict_json import Json, read_json, write_json

MOST_FILE = 32 * 1024 * 1024
_DOMAIN = "branch-academy/handover/v1"
_SIGNED = ("to", "nonce", "serial", "branch", "sitting", "lines")


@dataclass(frozen=True, slots=True)
class Handed:
    """What goes into a file: the sitting's lines, the last one its hand-over, and its person's record, sealed too."""

    sitting: str
    nonce: str
    lines: tuple[Record, ...]
    person: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file held that is this PC's: `sitting` as it was handed over, `envelope` as the old PC signed it."""

    sitting: Sitting
    nonce: str
    sender: str
    record: bytes
    envelope: bytes
    lines: tuple[Record, ...]
    person: bytes


def handed_file(mine: DeviceRecord, keys: DeviceKeys, spare: DeviceRecord, handed: Handed, record: bytes) -> bytes:
    """The file, which nobody but the spare PC can open."""
    to = key_id(spare.seal)
    about: Table = {"to": to, "nonce": handed.nonce, "serial": mine.serial, "branch": mine.branch}
    signed = {**about, "sitting": handed.sitting, "lines": lines_text(handed.lines)}
    answers: list[Json] = [[*one] for one in carried_of(handed.lines)]
    plain: Table = {
        "record": base64_text(record),
        "envelope": sign_envelope(Purpose.HANDOVER, signed, [keys.sign]).decode(),
        "answers": answers,
        "person": base64_text(handed.person),
    }
    return write_json({"to": to, "sealed": base64_text(seal_to(spare.seal, write_json(plain), _info(to)))})


def opened_file(raw: bytes, mine: DeviceRecord, keys: DeviceKeys, believed: Callable[[bytes], DeviceRecord]) -> Opened:
    """What is in a file for this PC, signed by a PC of the branch that `believed` gives the record of.

    Raises `HandoverRefused` (other), `CannotOpen`, `ForeignRecord`, `NotStrict`, or what `believed` raises.
    """
    outer, to = exactly(read_json(raw, MOST_FILE), "to", "sealed"), key_id(keys.seal.public)
    if text_in(outer, "to") != to:
        raise HandoverRefused(reason="other")
    opened = keys.seal.open(bytes_in(outer, "sealed"), _info(to))
    plain = exactly(read_json(opened, MOST_FILE), "record", "envelope", "answers", "person")
    record, envelope = bytes_in(plain, "record"), text_in(plain, "envelope").encode()
    sender = believed(record)
    signers = {key_id(sender.sign): sender.sign}
    signed = exactly(open_envelope(envelope, Purpose.HANDOVER, signers, most=MOST_FILE), *_SIGNED)
    # Sealing names no sender and a signature no receiver: both are said inside, or a file could be sealed on.
    if (text_in(signed, "to"), text_in(signed, "serial"), text_in(signed, "branch")) != (
        to,
        sender.serial,
        mine.branch,
    ):
        raise ForeignRecord(reason="keys", serial=sender.serial)
    lines = completed(lines_in(signed), _answers(plain["answers"]))
    if not all(_fits(one) for one in lines):
        raise NotStrict(detail="answers")
    nonce, last = text_in(signed, "nonce"), facts_of(lines[-1])
    sitting = replay(lines)
    if sitting.state is not State.MOVED or (last.get("to"), last.get("nonce")) != (mine.serial, nonce):
        raise HandoverRefused(reason="other")
    return Opened(sitting, nonce, sender.serial, record, envelope, lines, bytes_in(plain, "person"))


def _answers(value: Json) -> list[tuple[int, str, str]]:
    rows = value if isinstance(value, list) else [None]
    found = []
    for row in rows:
        match row:
            case [int() as seq, str() as kind, str() as body]:
                found.append((seq, kind, body))
            case _:
                raise NotStrict(detail="answers")
    return found


def _fits(record: Record) -> bool:
    """Only what headquarters has long enough is ever erased: an exam that runs is whole."""
    return record.body is not None and hashlib.sha256(record.body).hexdigest() == record.line.bh


def _info(to: str) -> bytes:
    return f"{_DOMAIN}|{to}".encode()
