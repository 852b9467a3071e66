"""The device's X.509 certificate, which readers of PDF files know: right below the root certificate."""

import warnings
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from certificates.errors import ForeignIssuer
from exams import DeviceRecord, PaperIssuers

if TYPE_CHECKING:
    from cryptography.x509 import AuthorityKeyIdentifier, Certificate, KeyUsage

DOCUMENT_SIGNING, EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"
LIFE = timedelta(days=3 * 365)
"""How much longer than the device signs its certificate is shown as valid: the life of what it signed, and a year."""


def make_leaf(record: DeviceRecord, issuers: PaperIssuers) -> bytes:
    """DER, for the device's RSA key; it is named by its serial and its branch."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding, load_der_public_key

    root = x509.load_der_x509_certificate(issuers.pdf_root)
    public = load_der_public_key(record.pdf)
    names = ((x509.NameOID.ORGANIZATIONAL_UNIT_NAME, record.branch), (x509.NameOID.COMMON_NAME, record.serial))
    uses = [x509.ObjectIdentifier(DOCUMENT_SIGNING), x509.ObjectIdentifier(EMAIL_PROTECTION)]
    builder = (
        x509.CertificateBuilder()
        .issuer_name(root.subject)
        .subject_name(x509.Name([x509.NameAttribute(*name) for name in names]))
        .public_key(public)  # type: ignore[arg-type]
        .serial_number(x509.random_serial_number())
        .not_valid_before(_moment(record.not_before_wt))
        .not_valid_after(min(_moment(record.not_after_wt) + LIFE, root.not_valid_after_utc))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(), critical=True)
        .add_extension(x509.ExtendedKeyUsage(uses), critical=False)
        .add_extension(_identifier(root), critical=False)
    )
    return builder.sign(issuers.pdf.opened(), hashes.SHA256()).public_bytes(Encoding.DER)


def read_leaf(der: bytes, roots: Iterable[bytes]) -> "Certificate":
    """A device's certificate that one of these root certificates (DER) issued; raises `ForeignIssuer` for another."""
    return _believed(der, tuple(roots))


def named(leaf: "Certificate") -> tuple[str, str]:
    """Serial and branch of the device."""
    told = {attribute.oid.dotted_string: str(attribute.value) for attribute in leaf.subject}
    return told.get("2.5.4.3", ""), told.get("2.5.4.11", "")


@lru_cache(maxsize=256)
def _believed(der: bytes, roots: tuple[bytes, ...]) -> "Certificate":
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what is only frowned upon, such as a negative number, we do not write
            leaf = x509.load_der_x509_certificate(der)
            sound = leaf.extensions.get_extension_for_class(x509.KeyUsage).value == _usage()
    except _unreadable():
        raise ForeignIssuer from None
    for raw in roots if sound else ():
        try:
            leaf.verify_directly_issued_by(x509.load_der_x509_certificate(raw))
        except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
            continue
        return leaf
    raise ForeignIssuer


def _unreadable() -> tuple[type[Exception], ...]:
    """What reading a certificate may raise; some of these are no ValueError."""
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm

    strange = x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType, x509.ExtensionNotFound
    return ValueError, TypeError, Warning, UnsupportedAlgorithm, *strange


def _usage() -> "KeyUsage":
    from cryptography.x509 import KeyUsage

    return KeyUsage(
        digital_signature=True,
        content_commitment=True,  # nonRepudiation, as it was called
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _identifier(root: "Certificate") -> "AuthorityKeyIdentifier":
    from cryptography import x509

    known = root.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(known)


def _moment(wt: int) -> datetime:
    return datetime.fromtimestamp(wt // 1000, UTC)
