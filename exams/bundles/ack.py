"""The receipt HR sends back: so much of this journal is kept here, with this head."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from exams.bundles.verdict import Verdict
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.errors import NotStrict
from exams.trust.keys import SigningKey
from exams.trust.shapes import base64_text, bytes_in, exactly, number_in, table_in, text_in
from exams.trust.strict_json import Json

_HEAD = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Ack:
    """HR holds `size` lines of the journal of `serial`, the last with the hash `head` (hex).

    `lists` are HR's lists of certificates that go with it, by the names of their files; each is signed by itself.
    """

    serial: str
    size: int
    head: str
    lists: Mapping[str, bytes] = field(default_factory=dict)


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
    lists: Json = {name: base64_text(raw) for name, raw in ack.lists.items()}
    told: dict[str, Json] = {"serial": ack.serial, "size": ack.size, "head": ack.head, "lists": lists}
    return sign_envelope(Purpose.ACK, told, [key])


def read_ack(raw: bytes, keys: Mapping[str, bytes], threshold: int = 1) -> Ack:
    """The receipt, signed by HR's keys (keyid → public); raises as `open_envelope`."""
    table = exactly(open_envelope(raw, Purpose.ACK, keys, threshold), "serial", "size", "head", "lists")
    head = text_in(table, "head")
    if not _HEAD.fullmatch(head):
        raise NotStrict(detail="head")
    carried = table_in(table, "lists")
    lists = {name: bytes_in(carried, name) for name in carried}
    return Ack(text_in(table, "serial"), number_in(table, "size", least=1), head, lists)


def ack_fits(ack: Ack, serial: str, heads: Mapping[int, str]) -> bool:
    """Whether it speaks of this very journal; `heads` gives the hash of a line by its number."""
    return ack.serial == serial and heads.get(ack.size) == ack.head
