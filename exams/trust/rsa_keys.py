"""RSA-3072, the one kind of key for PDF signatures: it is what most readers of PDF files understand."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from exams.trust.errors import KeyFileSpoilt
from exams.trust.keys import key_id

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPrivateNumbers

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
        return cls(made.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()), _public(made))

    @classmethod
    def from_private(cls, private: bytes) -> Self:
        """The pair of a private half; raises `KeyFileSpoilt` unless it is RSA of 3072 bits."""
        return cls(private, _public(_loaded(private)))

    @property
    def keyid(self) -> str:
        """See `key_id`."""
        return key_id(self.public)

    def opened(self) -> "RSAPrivateKey":
        """The private half as `cryptography` uses it."""
        return _loaded(self.private)


def _public(key: "RSAPrivateKey") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _loaded(private: bytes) -> "RSAPrivateKey":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    try:
        # The library's own check proves again that both factors are prime, which takes longer than to sign.
        key = load_der_private_key(private, None, unsafe_skip_rsa_key_validation=True)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyFileSpoilt(detail="rsa") from None
    if not isinstance(key, RSAPrivateKey) or key.key_size != RSA_BITS or not _fits(key.private_numbers()):
        raise KeyFileSpoilt(detail="rsa")
    return key


def _fits(key: "RSAPrivateNumbers") -> bool:
    """True where the numbers belong together (RFC 8017, 3.2): one flipped bit in the file would sign wrongly."""
    n, e = key.public_numbers.n, key.public_numbers.e
    p, q, d = key.p, key.q, key.d
    if min(p, q) < 3 or p * q != n or e < 3:
        return False
    halves = (key.dmp1, p - 1), (key.dmq1, q - 1)
    return key.iqmp * q % p == 1 and all(e * part % less == 1 and d % less == part for part, less in halves)
