"""A bundle as a row of QR codes: each holds a piece, its place among how many, and the bundle's digest.

Capital letters and digits only, behind the prefix: a code reader that acts as a keyboard types them in any layout.
"""

import base64
import binascii
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from exams.bundles.errors import NotABundle, TooLargeForWay
from exams.trust.errors import NotStrict

CODES_PREFIX = "BAS1:"
PIECE = 300
"""Bytes in one code: with what stands around them a symbol of version 14 at error correction M."""

MOST_CODES = 400
_HEAD = 12  # eight bytes of the digest, two of the place, two of the count
_SUM = 4
_CODE = re.compile(re.escape(CODES_PREFIX) + r"([A-Z2-7]{26,720})")


@dataclass(frozen=True, slots=True)
class Joined:
    """Bundles that are whole, and by digest (16 hex) the places that are missing of the others, counted from 1."""

    bundles: tuple[bytes, ...]
    missing: Mapping[str, tuple[int, ...]]


def split_codes(raw: bytes) -> tuple[str, ...]:
    """The texts of the codes; raises `TooLargeForWay` where there would be more than `MOST_CODES`."""
    count = -(-len(raw) // PIECE)
    if not 0 < count <= MOST_CODES:
        raise TooLargeForWay(reason="codes", most=MOST_CODES * PIECE)
    digest = hashlib.sha256(raw).digest()[:8]
    return tuple(_code(digest, place, count, raw[place * PIECE : (place + 1) * PIECE]) for place in range(count))


def join_codes(texts: Iterable[str]) -> Joined:
    """Bundles out of codes in whatever order, some of them twice; what is no code of these is passed over.

    Raises `NotABundle` where two codes contradict each other.
    """
    pieces: dict[tuple[bytes, int], dict[int, bytes]] = {}
    for text in texts:
        for digest, place, count, piece in _codes_in(text):
            if pieces.setdefault((digest, count), {}).setdefault(place, piece) != piece:
                raise NotABundle(detail="codes")
    whole, missing = [], {}
    for (digest, count), held in pieces.items():
        gone = tuple(place + 1 for place in range(count) if place not in held)
        raw = b"".join(held[place] for place in sorted(held))
        if gone:
            missing[digest.hex()] = gone
        elif hashlib.sha256(raw).digest()[:8] != digest:
            raise NotABundle(detail="codes")
        else:
            whole.append(raw)
    return Joined(tuple(whole), missing)


def _codes_in(text: str) -> Iterator[tuple[bytes, int, int, bytes]]:
    for code in _CODE.findall(text.upper()):
        with suppress(NotStrict):
            yield _parts(code)


def _code(digest: bytes, place: int, count: int, piece: bytes) -> str:
    plain = digest + place.to_bytes(2, "big") + count.to_bytes(2, "big") + piece
    packed = plain + zlib.crc32(plain).to_bytes(_SUM, "big")
    return CODES_PREFIX + base64.b32encode(packed).decode().rstrip("=")


def _parts(code: str) -> tuple[bytes, int, int, bytes]:
    try:
        packed = base64.b32decode(code + "=" * (-len(code) % 8))
    except (binascii.Error, ValueError):
        raise NotStrict(detail="base32") from None
    plain, told = packed[:-_SUM], packed[-_SUM:]
    place, count = int.from_bytes(plain[8:10], "big"), int.from_bytes(plain[10:_HEAD], "big")
    if zlib.crc32(plain).to_bytes(_SUM, "big") != told or not place < count <= MOST_CODES:
        raise NotStrict(detail="code")
    return plain[:8], place, count, plain[_HEAD:]
