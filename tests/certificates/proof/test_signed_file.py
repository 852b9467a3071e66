"""The signature in the PDF file: what other programs say of it, and what the strict verifier lets through."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from certificates.errors import OtherCredential
from certificates.issuing import issued_file, unsigned_file
from certificates.page import draw
from certificates.page_files import Attachment
from certificates.proof.attached import attached_credential, check_attached
from certificates.proof.badge import credential
from certificates.proof.cms import message_of, signed_attributes, split
from certificates.proof.pades import sign_pdf
from certificates.proof.second_opinion import Opinion, second_opinion
from certificates.proof.strict import HOLE, check_file, tokens_in
from certificates.proof.trust import NOBODY
from certificates.proof.x509 import read_leaf
from exams import AcademyError
from exams.devices.identity import DeviceKeys
from exams.trust.pdf_root import pem
from exams.trust.rsa_keys import RsaKey
from tests.certificates.authority import FROM, authority, device, device_keys, new_authority
from tests.certificates.examples import WHEN, code_of, some_facts
from tests.certificates.mutations import in_the_hole, one_bit
from tests.certificates.papers import tool
from tests.exams.trust.ceremony import DAY

TRUST = authority().trust
PLACE = "北京望京支行"


@pytest.fixture(scope="module")
def pdf():
    return issued_file(some_facts(), device(), WHEN)


@pytest.fixture
def file(pdf, tmp_path):
    path = tmp_path / "certificate.pdf"
    path.write_bytes(pdf)
    return path


def refusal(data, trust=TRUST):
    with pytest.raises(AcademyError) as refused:
        check_file(data, trust)
    return refused.value.code


def signed(code, signer, facts=None, attached=None):
    """A file with any code, signed by any PC."""
    page = draw(facts or some_facts(), code, attached or [])
    return sign_pdf(page, signer, PLACE)


def test_the_file_as_issued_is_accepted_and_tells_its_claims(pdf):
    token = check_file(pdf, TRUST)
    assert (token.claims.number, token.claims.score, token.device.serial) == (some_facts().number, 92, "D00000001")
    check_attached(pdf, token)


def test_the_page_stays_as_it_was_drawn_and_the_same_page_is_drawn_again(pdf):
    page = unsigned_file(some_facts(), device(), WHEN)
    assert unsigned_file(some_facts(), device(), WHEN) == page
    assert pdf.startswith(page)


@pytest.mark.feature("f3")
@pytest.mark.tool("pdfsig")
@pytest.mark.tool("certutil")
def test_poppler_finds_it_valid_trusted_and_signed_whole(file, tmp_path):
    store = tmp_path / "nss"
    store.mkdir()
    (tmp_path / "root.pem").write_bytes(pem(authority().pdf_root))
    tool("certutil", "-N", "-d", f"sql:{store}", "--empty-password")
    tool("certutil", "-A", "-d", f"sql:{store}", "-n", "root", "-t", "C,C,C", "-i", tmp_path / "root.pem")
    said = tool("pdfsig", "-nssdir", f"sql:{store}", file)
    for line in ("Signature is Valid.", "Certificate is Trusted.", "Total document signed", "ETSI.CAdES.detached"):
        assert line in said


@pytest.mark.tool("pdfsig")
def test_poppler_no_longer_finds_an_updated_file_signed_whole(pdf, tmp_path):
    (tmp_path / "updated.pdf").write_bytes(updated(pdf))
    assert "Total document signed" not in tool("pdfsig", tmp_path / "updated.pdf")


@pytest.mark.tool("openssl")
def test_openssl_verifies_the_message_over_all_other_bytes(pdf, tmp_path):
    first, hole, after, rest = ranges(pdf)
    assert (first, after + rest) == (0, len(pdf))
    raw = bytes.fromhex(pdf[hole + 1 : after - 1].decode())
    (tmp_path / "message.p7s").write_bytes(raw[: 4 + int.from_bytes(raw[2:4], "big")])
    (tmp_path / "content.dat").write_bytes(pdf[:hole] + pdf[after:])
    (tmp_path / "root.pem").write_bytes(pem(authority().pdf_root))
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", tmp_path / "message.p7s"]
    command += ["-content", tmp_path / "content.dat", "-CAfile", tmp_path / "root.pem", "-purpose", "any"]
    done = subprocess.run([*map(str, command), "-out", "/dev/null"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "successful" in done.stderr


def test_pyhanko_has_nothing_to_say_against_it(pdf):
    assert second_opinion(pdf, TRUST).good
    assert not second_opinion(pdf, NOBODY).trusted
    assert not second_opinion(updated(pdf), TRUST).good
    assert second_opinion(b"nothing", TRUST) == Opinion()


def test_the_message_is_what_certificate_digest_and_signature_make_it(pdf):
    _, hole, after, _ = ranges(pdf)
    raw = bytes.fromhex(pdf[hole + 1 : after - 1].decode())
    message = raw[: 4 + int.from_bytes(raw[2:4], "big")]
    parts = split(message)
    leaf = read_leaf(parts.leaf, [authority().pdf_root])
    digest = message[message.index(bytes.fromhex("06092a864886f70d010904")) + 15 :][:32]
    assert message_of(parts, leaf, signed_attributes(parts.leaf, leaf, digest)) == message
    assert parts.leaf == device().record.x509


def ranges(pdf):
    return tuple(int(one) for one in re.search(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]", pdf).groups())


def updated(pdf):
    """With another revision behind it, as a program that adds a note leaves it."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.update_root()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def strange_root():
    foreign = new_authority()
    return replace(device(), record=replace(device().record, x509=foreign.enrolled(device_keys()).record.x509))


def other_device():
    keys = replace(DeviceKeys.generate(), pdf=RsaKey.generate().private)
    return authority().enrolled(keys, serial="D00000002")


def expired():
    return authority().enrolled(device_keys(), term=(FROM - 400 * DAY, FROM - 35 * DAY))


def lower_case(pdf):
    _, hole, after, _ = ranges(pdf)
    return pdf[:hole] + pdf[hole:after].lower() + pdf[after:]


def with_a_second_signature(pdf):
    """As a program leaves it that does not heed the ban on changes: another dictionary, in a later revision."""
    return updated(pdf) + pdf[pdf.rindex(b"/ByteRange") :]


@pytest.mark.parametrize(
    ("spoilt", "code"),
    [
        (lambda pdf: pdf + b" ", "E_PDF_APPENDED"),
        (lambda pdf: pdf[:-1], "E_PDF_CUT"),
        (updated, "E_PDF_UPDATED"),
        (with_a_second_signature, "E_PDF_SECOND_SIGNATURE"),
        (lambda _: unsigned_file(some_facts(), device(), WHEN), "E_PDF_UNSIGNED"),
        (lambda _: b"", "E_PDF_UNSIGNED"),
        (lambda _: signed(code_of(some_facts()), strange_root()), "E_PDF_TOKEN"),
        (lambda _: signed(code_of(some_facts()), other_device()), "E_PDF_TOKEN"),
        (lambda _: signed("BAC1:NONSENSE", device()), "E_PDF_TOKEN"),
        (lambda _: signed("HELLO", device()), "E_PDF_TOKEN"),
        (lambda _: issued_file(some_facts(), new_authority().enrolled(device_keys()), WHEN), "E_UNKNOWN_ISSUER"),
        (lambda _: issued_file(some_facts(), expired(), WHEN), "E_KEY_TERM"),
        (lambda pdf: pdf.replace(b"0" * 16 + b">", b"0" * 15 + b"1>"), "E_ALTERED"),
        (lower_case, "E_ALTERED"),
    ],
)
def test_each_way_to_spoil_a_file_has_its_own_reason(pdf, spoilt, code):
    assert refusal(spoilt(pdf)) == code


def carried(data, name="credential.json"):
    return Attachment(name, "application/json", data, "")


def test_the_credential_in_the_file_is_that_of_the_certificate(pdf):
    raw = attached_credential(pdf)
    assert raw == credential(some_facts(), device_keys().sign, WHEN)


@pytest.mark.parametrize(
    "attached",
    [
        [],
        [carried(b"{}")],
        [carried(credential(some_facts(), device_keys().sign, WHEN), "other.json")],
        [carried(b" " * 100_000)],
        [
            Attachment(
                "credential.json", "application/json", credential(some_facts(name="王芳"), device_keys().sign, WHEN), ""
            )
        ],
        [
            Attachment(
                "credential.json", "application/json", credential(some_facts(score=99), device_keys().sign, WHEN), ""
            )
        ],
        [
            Attachment(
                "credential.json", "application/json", credential(some_facts(), other_device().keys.sign, WHEN), ""
            )
        ],
    ],
)
def test_a_swapped_credential_is_found(attached):
    data = signed(code_of(some_facts()), device(), attached=attached)
    token = check_file(data, TRUST)
    with pytest.raises(OtherCredential):
        check_attached(data, token)


def test_no_flipped_bit_is_accepted(pdf):
    chance = Random(15)
    assert check_file(pdf, TRUST)
    for _ in range(400):
        refusal(one_bit(pdf, chance))


def test_nothing_else_in_the_hole_is_accepted(pdf):
    _, hole, after, _ = ranges(pdf)
    assert after - hole == HOLE + 2
    chance = Random(30)
    for _ in range(400):
        refusal(in_the_hole(pdf, hole + 1, after - 1, chance))


def test_a_certificate_with_a_negative_number_is_refused_without_a_warning(pdf):
    _, hole, after, _ = ranges(pdf)
    place = pdf.index(b"A003020102021", hole, after)  # version 3, then the number's tag and length
    assert refusal(pdf[: place + 14] + b"F" + pdf[place + 15 :]) == "E_PDF_TOKEN"


def test_a_code_that_stands_twice_counts_once(pdf):
    assert tokens_in(pdf + pdf) == (code_of(some_facts()),)
