"""Envelopes as one line of text for a QR code: upper case, digits and a colon, QR's alphanumeric mode."""

import base64
import binascii
import re
import zlib

from exams.trust.envelope import Purpose
from exams.trust.errors import NotStrict, TooLarge, WrongType
from exams.trust.shapes import base64_text, bytes_in, exactly, text_in
from exams.trust.strict_json import read_json, write_json

PREFIXES = {Purpose.REQUEST: "BAR1:", Purpose.DEVICE: "BAD1:", Purpose.CHECKPOINT: "BAK1:"}

_KEYID, _SIGNATURE = 8, 64
_HEX_KEYID = re.compile(r"[0-9a-f]{16}")
_MOST_TEXT, _MOST_PAYLOAD = 8 * 1024, 8 * 1024


def envelope_text(raw: bytes, purpose: Purpose) -> str:
    """An envelope with one signature, without what its purpose tells already; raises `NotStrict` for another."""
    table = exactly(read_json(raw, _MOST_TEXT), "payloadType", "payload", "signatures")
    signatures = table["signatures"]
    if table["payloadType"] != purpose.type or not isinstance(signatures, list) or len(signatures) != 1:
        raise NotStrict(detail="signatures")
    signature = exactly(signatures[0], "keyid", "sig")
    keyid = text_in(signature, "keyid")
    if not _HEX_KEYID.fullmatch(keyid):
        raise NotStrict(detail="keyid")
    payload = zlib.compress(bytes_in(table, "payload"), 9)
    packed = bytes.fromhex(keyid) + bytes_in(signature, "sig", _SIGNATURE) + payload
    return PREFIXES[purpose] + base64.b32encode(packed).decode().rstrip("=")


def text_envelope(text: str, purpose: Purpose) -> bytes:
    """The envelope that `envelope_text` was given, unchecked; line breaks and small letters do not matter.

    Raises `TooLarge`, `WrongType` for another prefix, or `NotStrict`.
    """
    if len(text) > _MOST_TEXT:
        raise TooLarge(most=_MOST_TEXT)
    plain = "".join(text.split()).upper()
    prefix = PREFIXES[purpose]
    if not plain.startswith(prefix):
        raise WrongType(expected=purpose.type, found=plain[:8])
    packed = _unbase32(plain.removeprefix(prefix))
    keyid, signature = packed[:_KEYID], packed[_KEYID : _KEYID + _SIGNATURE]
    payload = _unzipped(packed[_KEYID + _SIGNATURE :])
    signatures = {"keyid": keyid.hex(), "sig": base64_text(signature)}
    return write_json({"payloadType": purpose.type, "payload": base64_text(payload), "signatures": [{**signatures}]})


def envelope_of(raw: bytes, purpose: Purpose) -> bytes:
    """The envelope, whether it came as a file or as the line of a QR code; raises as `text_envelope`."""
    if raw.lstrip().startswith(b"{"):
        return raw
    try:
        return text_envelope(raw.decode("ascii"), purpose)
    except UnicodeDecodeError:
        raise NotStrict(detail="not ASCII") from None


def _unbase32(text: str) -> bytes:
    try:
        return base64.b32decode(text + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        raise NotStrict(detail="base32") from None


def _unzipped(packed: bytes) -> bytes:
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(packed, _MOST_PAYLOAD)
    except zlib.error:
        raise NotStrict(detail="zlib") from None
    if not stream.eof or stream.unused_data:
        raise NotStrict(detail="zlib")
    return plain
