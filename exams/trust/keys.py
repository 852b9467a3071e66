"""The two kinds of key: Ed25519 signs, X25519 opens what was sealed to it. 32 bytes each, public and private."""

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from exams.trust.errors import CannotOpen, KeyFileSpoilt

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite

KEY_BYTES = 32


def key_id(public: bytes) -> str:
    """The name of a key wherever it is listed: the first 16 hex digits of the SHA-256 of its public half."""
    return hashlib.sha256(public).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 pair; the private half is never shown."""

    private: bytes = field(repr=False)
    public: bytes

    @classmethod
    def generate(cls) -> Self:
        """A new pair from the system's randomness."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls.from_private(Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_private(cls, private: bytes) -> Self:
        """The pair of a private half; raises `KeyFileSpoilt` unless it has 32 bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        _check_length(private)
        return cls(private, Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw())

    @property
    def keyid(self) -> str:
        """See `key_id`."""
        return key_id(self.public)

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature; the same message gives the same bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.private).sign(message)


def signature_fits(public: bytes, message: bytes, signature: bytes) -> bool:
    """True where the holder of the private half signed exactly this message; never raises."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class SealingKey:
    """An X25519 pair; the private half is never shown."""

    private: bytes = field(repr=False)
    public: bytes

    @classmethod
    def generate(cls) -> Self:
        """A new pair from the system's randomness."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        return cls.from_private(X25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_private(cls, private: bytes) -> Self:
        """The pair of a private half; raises `KeyFileSpoilt` unless it has 32 bytes."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        _check_length(private)
        return cls(private, X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw())

    @property
    def keyid(self) -> str:
        """See `key_id`."""
        return key_id(self.public)

    def open(self, sealed: bytes, info: bytes) -> bytes:
        """What `seal_to` sealed to this key under the same `info`; raises `CannotOpen`."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        private = X25519PrivateKey.from_private_bytes(self.private)
        try:
            return _suite().decrypt(sealed, private, info=info)
        except (InvalidTag, ValueError):
            raise CannotOpen(keyid=self.keyid) from None


def seal_to(public: bytes, plain: bytes, info: bytes) -> bytes:
    """HPKE (RFC 9180), base mode: the sender is not named; `info` binds the context. Raises `CannotOpen` for no key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    try:
        return _suite().encrypt(plain, X25519PublicKey.from_public_bytes(public), info=info)
    except ValueError:
        raise CannotOpen(keyid=key_id(public)) from None


def _suite() -> "Suite":
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _check_length(private: bytes) -> None:
    if len(private) != KEY_BYTES:
        raise KeyFileSpoilt(detail="length")
