"""COSE_Sign1 with Ed25519 (RFC 9052), the one shape of it that we write; anything else is not read."""

from collections.abc import Mapping
from dataclasses import dataclass

import cbor2

from certificates.errors import BadToken
from exams import SigningKey, signature_fits

_TAG = 18
_PROTECTED = cbor2.dumps({1: -8})  # EdDSA
_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


@dataclass(frozen=True, slots=True)
class Signed1:
    """A message taken apart, its signature not looked at yet."""

    unprotected: Mapping[int, bytes]
    payload: bytes
    signature: bytes

    def signed_by(self, public: bytes) -> bool:
        """True where the holder of this key signed the payload."""
        return len(public) == _KEY_BYTES and signature_fits(public, _to_be_signed(self.payload), self.signature)


def sign1(payload: bytes, key: SigningKey, unprotected: Mapping[int, bytes] | None = None) -> bytes:
    """The message; the same payload gives the same bytes."""
    return _written(Signed1(unprotected or {}, payload, key.sign(_to_be_signed(payload))))


def read1(data: bytes) -> Signed1:
    """The message; raises `BadToken` for any bytes that `sign1` would not have written."""
    told = read_cbor(data)
    body = told.value if isinstance(told, cbor2.CBORTag) and told.tag == _TAG else None
    match body:
        case [bytes(protected), dict(unprotected), bytes(payload), bytes(signature)] if protected == _PROTECTED:
            found = Signed1(unprotected, payload, signature)
        case _:
            raise BadToken
    if len(signature) != _SIGNATURE_BYTES or _written(found) != data:
        raise BadToken
    return found


def read_cbor(data: bytes) -> object:
    """One value; raises `BadToken` for what is no CBOR."""
    try:
        return cbor2.loads(data)
    except (cbor2.CBORError, ValueError, TypeError, KeyError, OverflowError, RecursionError) as broken:
        raise BadToken from broken


def write_cbor(value: object) -> bytes:
    """In core deterministic encoding (RFC 8949, 4.2); raises `BadToken` for what has none."""
    try:
        return cbor2.dumps(value, canonical=True)
    except (cbor2.CBORError, ValueError, TypeError, OverflowError, RecursionError) as broken:
        raise BadToken from broken


def _written(message: Signed1) -> bytes:
    body = [_PROTECTED, dict(message.unprotected), message.payload, message.signature]
    return write_cbor(cbor2.CBORTag(_TAG, body))


def _to_be_signed(payload: bytes) -> bytes:
    return cbor2.dumps(["Signature1", _PROTECTED, b"", payload])
