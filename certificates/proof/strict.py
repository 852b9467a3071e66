"""Is this PDF file, byte for byte, one that a device of ours signed? One canonical file per certificate.

The only bytes that a signature does not cover are its own, in the hole of /Contents; they are compared with the one
message that they can be.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, NoReturn

from certificates.errors import (
    BadToken,
    FileAppended,
    FileCut,
    FileSignedAgain,
    FileUpdated,
    ForeignIssuer,
    NoSignature,
    NotTheFile,
    OtherToken,
    WithdrawnDevice,
)
from certificates.proof.cms import message_of, signed_attributes, split
from certificates.proof.token import Token, check_token, parse_token
from certificates.proof.trust import Trust
from certificates.proof.x509 import named, read_leaf
from exams import WrongType

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

HOLE = 8_192
"""Characters between the angle brackets of /Contents: the signature in hexadecimal digits, and zeros."""

_RANGE = re.compile(rb"/ByteRange \[0 (\d{1,9}) (\d{1,9}) (\d{1,9})\]")
_TOKEN = re.compile(rb"<dc:source>(BAC1:[0-9A-Z $%*+./:-]{1,595})</dc:source>")
_CONTENTS = b"/Contents "
_HEADER = 4


@dataclass(frozen=True, slots=True)
class _Ranges:
    """What is signed: all but the bytes from `hole` to `after`."""

    hole: int
    after: int


def check_file(data: bytes, trust: Trust) -> Token:
    """The code in the file, believed.

    Raises `NotTheFile` or the class below it that says how it differs, `ForeignIssuer`, `WithdrawnDevice`, and as
    `check_token`.
    """
    ranges = _ranges(data)
    try:
        leaf = _signer(data, ranges, trust)
    except ForeignIssuer:
        check_token(_token(data), trust.ca_keys)
        raise OtherToken(reason="issuer") from None  # our code, in a file that somebody else signed
    token = _token(data)
    check_token(token, trust.ca_keys)
    if token.device.serial in trust.revoked:
        raise WithdrawnDevice(serial=token.device.serial)
    if named(leaf) != (token.device.serial, token.device.branch):
        raise OtherToken(reason="device")
    return token


def tokens_in(data: bytes) -> tuple[str, ...]:
    """The codes that a file says it carries, without unpacking anything; one that stands there twice counts once."""
    return tuple(dict.fromkeys(match.decode("ascii") for match in _TOKEN.findall(data)[:8]))


def _ranges(data: bytes) -> _Ranges:
    found = _RANGE.findall(data)
    if not found or data.count(b"/ByteRange") != len(found):
        raise NoSignature
    hole, after, rest = (int(number) for number in found[0])
    whole = after + rest
    if len(found) > 1:
        raise FileSignedAgain
    if whole > len(data):
        raise FileCut(signed=whole, found=len(data))
    if whole < len(data):
        _refuse_more(data[whole:])
    framed = data[hole - len(_CONTENTS) : hole + 1] == _CONTENTS + b"<" and data[after - 1 : after] == b">"
    if not framed or after - hole != HOLE + 2:
        raise NotTheFile
    return _Ranges(hole, after)


def _refuse_more(tail: bytes) -> NoReturn:
    raise (FileUpdated if b"startxref" in tail else FileAppended)(bytes=len(tail))


def _message(data: bytes, ranges: _Ranges) -> bytes:
    """What stands in the hole: capital digits, as long as its first length says, and zeros."""
    written = data[ranges.hole + 1 : ranges.after - 1]
    try:
        raw = bytes.fromhex(written.decode("ascii"))
    except ValueError:
        raise NotTheFile from None
    message = raw[: _HEADER + int.from_bytes(raw[2:_HEADER], "big")]
    if message.hex().upper().encode().ljust(HOLE, b"0") != written:
        raise NotTheFile
    return message


def _signer(data: bytes, ranges: _Ranges, trust: Trust) -> "Certificate":
    """Whose signature it is, where it holds."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    message = _message(data, ranges)
    parts = split(message)
    leaf = read_leaf(parts.leaf, trust.pdf_roots)
    digest = sha256(data[: ranges.hole])
    digest.update(memoryview(data)[ranges.after :])
    attributes = signed_attributes(parts.leaf, leaf, digest.digest())
    public = leaf.public_key()
    if not isinstance(public, RSAPublicKey) or message_of(parts, leaf, attributes) != message:
        raise NotTheFile
    try:
        public.verify(parts.signature, attributes, PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        raise NotTheFile from None
    return leaf


def _token(data: bytes) -> Token:
    found = tokens_in(data)
    if len(found) != 1:
        raise OtherToken(reason="codes", codes=len(found))
    try:
        return parse_token(found[0])
    except (BadToken, WrongType):
        raise OtherToken(reason="form") from None
