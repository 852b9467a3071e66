"""A checkpoint: the device signs how long its journal is and with which hash it ends (C2SP tlog-checkpoint's idea)."""

import hashlib
import re
from dataclasses import dataclass

from exams.devices.errors import ForeignRecord
from exams.devices.record import DeviceRecord
from exams.journal.anchor import release_anchor
from exams.trust.envelope import Purpose, claimed_payload, open_envelope, sign_envelope
from exams.trust.errors import NotStrict
from exams.trust.keys import SigningKey, key_id
from exams.trust.shapes import Table, exactly, number_in, text_in

MOST_CHECKPOINT = 2 * 1024
_HEAD = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """`size` lines stand in the journal of `serial`, the last one's hash is `head` (hex), at `wt` (ms UTC)."""

    serial: str
    size: int
    head: str
    wt: int


def sign_checkpoint(checkpoint: Checkpoint, key: SigningKey) -> bytes:
    """The envelope; the same checkpoint gives the same bytes."""
    about: Table = {"serial": checkpoint.serial, "size": checkpoint.size}
    return sign_envelope(Purpose.CHECKPOINT, {**about, "head": checkpoint.head, "wt": checkpoint.wt}, [key])


def read_checkpoint(raw: bytes, record: DeviceRecord) -> Checkpoint:
    """The checkpoint that the device of `record` signed; raises as `open_envelope`, and `ForeignRecord`."""
    told = _told(open_envelope(raw, Purpose.CHECKPOINT, {key_id(record.sign): record.sign}, most=MOST_CHECKPOINT))
    if told.serial != record.serial:
        raise ForeignRecord(reason="serial", serial=told.serial[:32])
    return told


def claimed_checkpoint(raw: bytes) -> Checkpoint:
    """What a checkpoint says, whoever wrote it: to list it under one's own, never to believe it.

    Raises as `claimed_payload`.
    """
    return _told(claimed_payload(raw, Purpose.CHECKPOINT, MOST_CHECKPOINT))


def _told(payload: Table) -> Checkpoint:
    table = exactly(payload, "serial", "size", "head", "wt")
    serial, head = text_in(table, "serial"), text_in(table, "head")
    if not _HEAD.fullmatch(head):
        raise NotStrict(detail="head")
    return Checkpoint(serial, number_in(table, "size", least=1), head, number_in(table, "wt"))


def checkpoint_anchor(raw: bytes) -> str:
    """What is read out to headquarters: 50 bits of the SHA-256 of the checkpoint's bytes, as printed."""
    return release_anchor(hashlib.sha256(raw).hexdigest())
