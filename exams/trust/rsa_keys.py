"""RSA-3072, the one kind of key for PDF signatures: it is what most readers of PDF files understand."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from exams.trust.errors import KeyFileSpoilt
from exams.trust.keys import key_id

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

RSA_BITS = 3072


@dataclass(frozen=True, slots=True)
class RsaKey:
    """A pair, both halves as DER: PKCS #8 and SubjectPublicKeyInfo; the private half is never shown."""

    private: bytes = field(repr=False)
    public: bytes

    @classmethod
    def generate(cls) -> Self:
        """A new pair; takes a tenth of a second to a second."""
        from cryptography.hazmat.primitives.asymmetric import rsa
        from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

        made = rsa.generate_private_key(65_537, RSA_BITS)
        return cls.from_private(made.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))

    @classmethod
    def from_private(cls, private: bytes) -> Self:
        """The pair of a private half; raises `KeyFileSpoilt` unless it is RSA of 3072 bits."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        public = _loaded(private).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return cls(private, public)

    @property
    def keyid(self) -> str:
        """See `key_id`."""
        return key_id(self.public)

    def opened(self) -> "RSAPrivateKey":
        """The private half as `cryptography` uses it."""
        return _loaded(self.private)


def _loaded(private: bytes) -> "RSAPrivateKey":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    try:
        key = load_der_private_key(private, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyFileSpoilt(detail="rsa") from None
    if not isinstance(key, RSAPrivateKey) or key.key_size != RSA_BITS:
        raise KeyFileSpoilt(detail="rsa")
    return key
