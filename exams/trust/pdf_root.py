"""The root certificate that readers of PDF files are told to trust: X.509, self-signed, named by the root of trust."""

from datetime import UTC, datetime, timedelta

from exams.trust.errors import NotStrict
from exams.trust.keys import key_id
from exams.trust.rsa_keys import RsaKey

YEARS = 30
MOST_PDF_ROOT = 4 * 1024

_DAY = timedelta(days=1)


def make_pdf_root(key: RsaKey, from_wt: int) -> bytes:
    """DER; valid from the day of `from_wt` (ms UTC) for thirty years, and only for certificates right below it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding

    day = datetime.fromtimestamp(from_wt // 1000, UTC).replace(hour=0, minute=0, second=0)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"Branch Academy root {key.keyid[:8]}")])
    private = key.opened()
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder(name, name, private.public_key(), x509.random_serial_number())
        .not_valid_before(day - _DAY)
        .not_valid_after(day + YEARS * 365 * _DAY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
    )
    return builder.sign(private, hashes.SHA256()).public_bytes(Encoding.DER)


def pdf_root_keyid(der: bytes) -> str:
    """The name of its key, see `key_id`; raises `NotStrict` for what is no certificate."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    try:
        public = x509.load_der_x509_certificate(der).public_key()
    except ValueError:
        raise NotStrict(detail="pdf_root") from None
    return key_id(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


def pem(der: bytes) -> bytes:
    """As readers of PDF files import it."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)
