"""The answers of a sitting that is over: put away in one sealed piece that only HR opens, at the branch and in bundles.

Lines keep the hashes of the bodies as they were written, so HR checks what it unsealed as it would have checked the
bodies themselves. The branch keeps the piece and can neither read nor change it.
"""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exams.bundles.errors import NotABundle
from exams.trust.errors import CannotOpen, TooLarge
from exams.trust.keys import SealingKey, key_id, seal_to

_DOMAIN = "branch-academy/answers/v1"


@dataclass(frozen=True, slots=True)
class SealedAnswers:
    """The bodies of one sitting's answer lines; `key` names the key they are sealed to."""

    sitting: str
    key: str
    raw: bytes


def seal_answers(serial: str, sitting: str, bodies: Mapping[int, bytes], public: bytes) -> SealedAnswers:
    """Bodies by their lines' sequence numbers, sealed to a key; bound to the device and the sitting."""
    plain = b"\n".join(b"%d %b" % pair for pair in sorted(bodies.items()))
    raw = seal_to(public, zlib.compress(plain, 6), _info(serial, sitting))
    return SealedAnswers(sitting, key_id(public), raw)


def unseal_answers(sealed: SealedAnswers, serial: str, keys: Iterable[SealingKey], most: int) -> dict[int, bytes]:
    """The bodies again; raises `CannotOpen`, `TooLarge` beyond `most` bytes, or `NotABundle` for another content."""
    key = next((one for one in keys if one.keyid == sealed.key), None)
    if key is None:
        raise CannotOpen(keyid=sealed.key)
    plain = unpacked(key.open(sealed.raw, _info(serial, sealed.sitting)), most)
    bodies: dict[int, bytes] = {}
    for piece in plain.split(b"\n"):
        number, _, body = piece.partition(b" ")
        if not number.isdigit() or len(number) > len(str(most)) or int(number) in bodies:
            raise NotABundle(detail="answers")
        bodies[int(number)] = body
    return bodies


def unpacked(packed: bytes, most: int) -> bytes:
    """What zlib packed, all of it and nothing behind it; raises `TooLarge` beyond `most` bytes, or `NotABundle`."""
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(packed, most + 1)
    except zlib.error:
        raise NotABundle(detail="zlib") from None
    if len(plain) > most:
        raise TooLarge(most=most)
    if not unpacking.eof or unpacking.unused_data:
        raise NotABundle(detail="zlib")
    return plain


def _info(serial: str, sitting: str) -> bytes:
    return f"{_DOMAIN}|{serial}|{sitting}".encode()
