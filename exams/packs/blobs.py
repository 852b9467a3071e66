"""Sealed exam content: one fresh key per blob, bound to its pack, form and purpose (security design, 3.3)."""

import hashlib
import os
import zlib
from dataclasses import dataclass

from exams.packs.errors import BlobSpoilt
from exams.trust.errors import TooLarge

CEK_BYTES = 32
MOST_PLAIN = 64 * 1024 * 1024
_NONCE, _TAG = 12, 16
_DOMAIN = "branch-academy/exam/v1"


@dataclass(frozen=True, slots=True)
class FormContext:
    """Which form of which version of which pack; a blob opens nowhere else. A name holding `|` gives `BlobSpoilt`."""

    pack: str
    version: int
    form: str

    @property
    def items_aad(self) -> bytes:
        """Binds items.bin to its place."""
        return self._bound("items")

    def key_aad(self, items_blob: bytes) -> bytes:
        """Binds key.bin to its place and to the very items it is the answer key of."""
        return self._bound(f"key|{hashlib.sha256(items_blob).hexdigest()}")

    @property
    def recovery_info(self) -> bytes:
        """Binds recovery.json to its place."""
        return self._bound("recovery")

    def _bound(self, what: str) -> bytes:
        if "|" in self.pack + self.form:
            raise BlobSpoilt
        return f"{_DOMAIN}|{self.pack}|{self.version}|{self.form}|{what}".encode()


def new_cek() -> bytes:
    """A content encryption key: random, for one blob only."""
    return os.urandom(CEK_BYTES)


def seal_blob(cek: bytes, plain: bytes, aad: bytes) -> bytes:
    """`nonce || AES-256-GCM(zlib(plain))`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(cek).encrypt(nonce, zlib.compress(plain, 9), aad)


def open_blob(cek: bytes, raw: bytes, aad: bytes, most: int = MOST_PLAIN) -> bytes:
    """What was sealed, at most `most` bytes; raises `BlobSpoilt`, or `TooLarge` before memory is taken for the rest."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(raw) > _sealed_at_most(most):
        raise TooLarge(most=most)
    if len(raw) < _NONCE + _TAG:
        raise BlobSpoilt
    try:
        packed = AESGCM(cek).decrypt(raw[:_NONCE], raw[_NONCE:], aad)
    except InvalidTag as error:
        raise BlobSpoilt from error
    return _unpacked(packed, most)


def _sealed_at_most(most: int) -> int:
    return most + most // 1000 + 1024  # zlib adds five bytes per 16 KiB to what it cannot make smaller


def _unpacked(packed: bytes, most: int) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(packed, most + 1)
    except zlib.error as error:
        raise BlobSpoilt from error
    if len(plain) > most:
        raise TooLarge(most=most)
    if not unpacking.eof or unpacking.unused_data:
        raise BlobSpoilt
    return plain
