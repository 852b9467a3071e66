"""A PC asks to be enrolled: its public keys and a nonce, signed by the key it asks for (proof of possession)."""

import hashlib
import os
from dataclasses import dataclass

from exams.devices.errors import NoPossession
from exams.devices.identity import (
    NONCE_BYTES,
    DeviceKeys,
    PublicKeys,
    check_branch,
    check_label,
    keys_in,
    public_keys,
)
from exams.trust.codes import ALPHABET
from exams.trust.envelope import Purpose, claimed_payload, open_envelope, sign_envelope
from exams.trust.errors import BadSignature
from exams.trust.keys import key_id
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, text_in
from exams.trust.strict_json import write_json

MOST_REQUEST = 8 * 1024
FINGERPRINT = 8

_DOMAIN = b"branch-academy/fingerprint/v1"
_FIELDS = ("branch", "label", "suite", "sign", "seal", "pdf", "nonce")


@dataclass(frozen=True, slots=True)
class DeviceRequest:
    """Who asks, with which public keys; the record that answers it must carry the same nonce."""

    branch: str
    label: str
    sign: bytes
    seal: bytes
    pdf: bytes
    nonce: bytes

    @property
    def public(self) -> PublicKeys:
        """All public keys it asks for."""
        return PublicKeys(self.sign, self.seal, self.pdf)


def make_request(keys: DeviceKeys, branch: str, label: str) -> bytes:
    """The envelope, with a new nonce; raises `RequestRefused` for a branch code or label that is none."""
    public = public_keys(keys)
    about = check_branch(branch), check_label(label)
    request = DeviceRequest(*about, public.sign, public.seal, public.pdf, os.urandom(NONCE_BYTES))
    return sign_envelope(Purpose.REQUEST, _payload(request), [keys.sign])


def read_request(raw: bytes) -> DeviceRequest:
    """The request; raises `NoPossession` where its own key did not sign it, else as `open_envelope`."""
    claimed = keys_in(claimed_payload(raw, Purpose.REQUEST, MOST_REQUEST))
    try:
        payload = open_envelope(raw, Purpose.REQUEST, {key_id(claimed.sign): claimed.sign}, most=MOST_REQUEST)
    except BadSignature:
        raise NoPossession from None
    table = exactly(payload, *_FIELDS)
    about = check_branch(text_in(table, "branch")), check_label(text_in(table, "label"))
    return DeviceRequest(*about, claimed.sign, claimed.seal, claimed.pdf, bytes_in(table, "nonce", NONCE_BYTES))


def fingerprint(request: DeviceRequest) -> str:
    """Eight characters to compare on the telephone, `7KQ2-M9X4`; takes a twentieth of a second."""
    # Forty bits of a plain hash could be met by a forged request in hours; scrypt makes that centuries.
    raw = hashlib.scrypt(write_json(_payload(request)), salt=_DOMAIN, n=2**14, r=8, p=1, dklen=FINGERPRINT * 5 // 8)
    number = int.from_bytes(raw, "big")
    body = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(FINGERPRINT)))
    return f"{body[:4]}-{body[4:]}"


def _payload(request: DeviceRequest) -> Table:
    about: Table = {"branch": request.branch, "label": request.label, "nonce": base64_text(request.nonce)}
    return {**about, **request.public.table()}
