"""The key of PDF signatures, its key file, and the certificate that readers of PDF files import."""

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from exams.trust.errors import KeyFileSpoilt, NotStrict
from exams.trust.key_files import KeyCost, read_key_file, write_key_file
from exams.trust.keys import SigningKey
from exams.trust.pdf_root import make_pdf_root, pdf_root_keyid, pem
from exams.trust.rsa_keys import RsaKey
from tests.exams.trust.ceremony import NOW

KEY = RsaKey.generate()
LEAST = KeyCost(65_536, 1)


def test_a_key_file_gives_it_back(tmp_path):
    write_key_file(tmp_path / "pdf.key", KEY, "pdf", "correct horse", LEAST)
    assert read_key_file(tmp_path / "pdf.key", "correct horse") == KEY


def test_its_private_half_is_never_shown():
    assert KEY.private.hex() not in repr(KEY).encode().hex()
    assert "private" not in repr(KEY)


def test_shorter_keys_and_other_kinds_are_refused():
    short = rsa.generate_private_key(65_537, 2048)
    der = short.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    for private in (der, b"", b"x" * 32, SigningKey.generate().private):
        with pytest.raises(KeyFileSpoilt):
            RsaKey.from_private(private)


def test_a_bit_that_flipped_in_the_file_is_refused_and_signs_nothing():
    refused = 0
    for place in range(0, len(KEY.private), 7):
        spoilt = bytearray(KEY.private)
        spoilt[place] ^= 1 << place % 8
        try:
            key = RsaKey.from_private(bytes(spoilt))
        except KeyFileSpoilt:
            refused += 1
        else:
            assert key.public == KEY.public, place
    assert refused > len(KEY.private) // 7 * 0.9


def test_numbers_that_do_not_belong_together_are_refused():
    own = KEY.opened().private_numbers()
    other = RsaKey.generate().opened().private_numbers()
    for part in ("d", "dmp1", "dmq1", "iqmp"):
        mixed = {name: getattr(own, name) for name in ("p", "q", "d", "dmp1", "dmq1", "iqmp")}
        mixed[part] = getattr(other, part)
        numbers = rsa.RSAPrivateNumbers(**mixed, public_numbers=own.public_numbers)
        der = numbers.private_key(unsafe_skip_rsa_key_validation=True).private_bytes(
            Encoding.DER, PrivateFormat.PKCS8, NoEncryption()
        )
        with pytest.raises(KeyFileSpoilt):
            RsaKey.from_private(der)


def test_the_root_certificate_is_its_own_issuer_and_may_sign_only_the_next_level():
    certificate = x509.load_der_x509_certificate(make_pdf_root(KEY, NOW))
    certificate.verify_directly_issued_by(certificate)
    basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (basic.critical, basic.value.ca, basic.value.path_length) == (True, True, 0)


def test_readers_import_it_as_pem_and_a_root_names_it_by_its_key():
    der = make_pdf_root(KEY, NOW)
    assert x509.load_pem_x509_certificate(pem(der)).fingerprint
    assert pdf_root_keyid(der) == KEY.keyid
    with pytest.raises(NotStrict):
        pdf_root_keyid(b"no certificate")
