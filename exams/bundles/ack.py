"""The receipt HR sends back: so much of this journal is kept here, with this head."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from exams.bundles.verdict import Verdict
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.errors import NotStrict
from exams.trust.keys import SigningKey
from exams.trust.shapes import exactly, number_in, text_in

MOST_ACK = 4 * 1024
_HEAD = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Ack:
    """HR holds `size` lines of the journal of `serial`, the last with the hash `head` (hex)."""

    serial: str
    size: int
    head: str


def ack_of(verdict: Verdict) -> Ack | None:
    """What HR may send a receipt for: a bundle that was accepted and whose lines are kept; else nothing."""
    if not verdict.whole or not verdict.accepted:
        return None
    return Ack(verdict.serial, verdict.last, verdict.head)


def receipt_name(ack: Ack) -> str:
    """As the file is called; whoever reads it goes by its contents."""
    return f"{ack.serial}-{ack.size}.receipt"


def sign_ack(ack: Ack, key: SigningKey) -> bytes:
    """The envelope."""
    return sign_envelope(Purpose.ACK, {"serial": ack.serial, "size": ack.size, "head": ack.head}, [key])


def read_ack(raw: bytes, keys: Mapping[str, bytes], threshold: int = 1) -> Ack:
    """The receipt, signed by HR's keys (keyid → public); raises as `open_envelope`."""
    table = exactly(open_envelope(raw, Purpose.ACK, keys, threshold, MOST_ACK), "serial", "size", "head")
    head = text_in(table, "head")
    if not _HEAD.fullmatch(head):
        raise NotStrict(detail="head")
    return Ack(text_in(table, "serial"), number_in(table, "size", least=1), head)


def ack_fits(ack: Ack, serial: str, heads: Mapping[int, str]) -> bool:
    """Whether it speaks of this very journal; `heads` gives the hash of a line by its number."""
    return ack.serial == serial and heads.get(ack.size) == ack.head
