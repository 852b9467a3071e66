"""A signed payload: DSSE (pre-authentication encoding over exact bytes), one type per purpose, Ed25519."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from exams.trust.errors import BadSignature, NotStrict, WrongType
from exams.trust.keys import SigningKey, signature_fits
from exams.trust.shapes import base64_text, bytes_in, exactly, table_of, text_in
from exams.trust.strict_json import MOST, Json, read_json, write_json

MOST_SIGNATURES = 16


class Purpose(StrEnum):
    """What an envelope is for; one made for another purpose is no use here."""

    ROOT = "root"
    MANIFEST = "manifest"
    SLOTS = "slots"
    REQUEST = "request"
    DEVICE = "device"
    ROLE = "role"
    ROLE_REQUEST = "role-request"
    REVOCATION = "revocation"
    CHECKPOINT = "checkpoint"
    CERTIFICATE = "certificate"
    RESET = "reset"
    ACK = "ack"
    PERSON = "person"
    HANDOVER_REQUEST = "handover-request"
    HANDOVER = "handover"
    PROGRAM = "program"
    APPEAL = "appeal"
    AUDIT = "audit"
    REGRADE = "regrade"
    OVERLAY = "overlay"
    STUDY_RULES = "study-rules"

    @property
    def type(self) -> str:
        """As it is named in the envelope."""
        return f"application/vnd.branch-academy.{self.value}.v1+json"


@dataclass(frozen=True, slots=True)
class _Envelope:
    payload: bytes
    signatures: tuple[tuple[str, bytes], ...]


def sign_envelope(purpose: Purpose, payload: dict[str, Json], signers: Iterable[SigningKey]) -> bytes:
    """The envelope with one signature by each signer."""
    body = write_json(payload)
    message = _signed_bytes(purpose, body)
    return _written(purpose, _Envelope(body, tuple((one.keyid, one.sign(message)) for one in signers)))


def add_signature(raw: bytes, purpose: Purpose, signer: SigningKey) -> bytes:
    """The envelope with one more signature; an earlier one of the same key is replaced."""
    envelope = _parsed(raw, purpose, MOST)
    kept = tuple(pair for pair in envelope.signatures if pair[0] != signer.keyid)
    if len(kept) >= MOST_SIGNATURES:
        raise NotStrict(detail="signatures")
    own = signer.keyid, signer.sign(_signed_bytes(purpose, envelope.payload))
    return _written(purpose, _Envelope(envelope.payload, (*kept, own)))


def open_envelope(
    raw: bytes, purpose: Purpose, keys: Mapping[str, bytes], threshold: int = 1, most: int = MOST
) -> dict[str, Json]:
    """The payload, parsed only once `threshold` different keys (of keyid → public) have signed its bytes.

    Raises `WrongType`, `BadSignature`, `NotStrict` or `TooLarge`.
    """
    envelope = _parsed(raw, purpose, most)
    message = _signed_bytes(purpose, envelope.payload)
    # Counted by public key, not by signature or name: neither a repeat nor an alias is a second signer.
    good = {
        keys[keyid]
        for keyid, signature in envelope.signatures
        if keyid in keys and signature_fits(keys[keyid], message, signature)
    }
    if len(good) < max(threshold, 1):
        raise BadSignature(good=len(good), needed=threshold)
    return table_of(read_json(envelope.payload, most))


def claimed_payload(raw: bytes, purpose: Purpose, most: int = MOST) -> dict[str, Json]:
    """What an envelope says before anybody has checked who says it: to choose a key or a name by, never to act on."""
    return table_of(read_json(_parsed(raw, purpose, most).payload, most))


def signers_of(raw: bytes, purpose: Purpose) -> tuple[str, ...]:
    """The keyids that claim to have signed; nothing is checked."""
    return tuple(keyid for keyid, _ in _parsed(raw, purpose, MOST).signatures)


def payload_sha256(raw: bytes) -> str:
    """The SHA-256 of the payload bytes of an envelope of any purpose: the same whoever signed it."""
    table = exactly(read_json(raw), "payloadType", "payload", "signatures")
    return hashlib.sha256(bytes_in(table, "payload")).hexdigest()


def _signed_bytes(purpose: Purpose, payload: bytes) -> bytes:
    # DSSE's PAE: both lengths are written, so no type can be read as the start of a payload.
    name = purpose.type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(name), name, len(payload), payload)


def _written(purpose: Purpose, envelope: _Envelope) -> bytes:
    signatures: list[Json] = [{"keyid": keyid, "sig": base64_text(sig)} for keyid, sig in envelope.signatures]
    return write_json({"payloadType": purpose.type, "payload": base64_text(envelope.payload), "signatures": signatures})


def _parsed(raw: bytes, purpose: Purpose, most: int) -> _Envelope:
    table = exactly(read_json(raw, most), "payloadType", "payload", "signatures")
    if table["payloadType"] != purpose.type:
        raise WrongType(expected=purpose.type, found=str(table["payloadType"])[:80])
    signatures = table["signatures"]
    if not isinstance(signatures, list) or len(signatures) > MOST_SIGNATURES:
        raise NotStrict(detail="signatures")
    return _Envelope(bytes_in(table, "payload"), tuple(_signature(one) for one in signatures))


def _signature(value: Json) -> tuple[str, bytes]:
    table = exactly(value, "keyid", "sig")
    return text_in(table, "keyid"), bytes_in(table, "sig")
