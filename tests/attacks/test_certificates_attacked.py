"""Certificates attacked (rows F01 to F07 of the security design), each answered with a code of its own.

F01 and F04 are attacked character by character and kind by kind in `tests/certificates/proof` too; here they meet the
verifier that HR uses.
"""

from dataclasses import replace
from io import BytesIO

import cbor2
import pytest
from PIL import Image
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from certificates import picture, read_claim
from certificates.base45 import base45, from_base45
from certificates.issuing import issued_file
from certificates.numbering import certificate_number
from certificates.page import draw
from certificates.page_files import Attachment
from certificates.proof.badge import credential
from certificates.proof.pades import sign_pdf
from certificates.proof.token import PREFIX, parse_token
from certificates.verify import EmptyRegister, Verifier
from exams import AcademyError, check_name
from exams.bundles.bundle import Token
from exams.devices.checkpoint import Checkpoint, sign_checkpoint
from exams.devices.texts import envelope_text
from exams.trust.envelope import Purpose
from tests.certificates.authority import (
    CONFIRMED,
    FROM,
    NUMBERS,
    SERIAL,
    TODAY,
    authority,
    device,
    device_keys,
    new_authority,
    said,
)
from tests.certificates.examples import WHEN, code_of, some_facts
from tests.certificates.papers import tool
from tests.certificates.test_certificate_claims import branches, copied, device_of, fresh, passed, raw_of
from tests.exams.trust.ceremony import DAY

__all__ = ["branches", "copied", "fresh", "passed"]

FACTS = some_facts()
OTHER = some_facts(number=NUMBERS[6], name="王芳", staff_id="A0000006", sitting="ffeeddccbbaa9988")


@pytest.fixture(scope="module")
def pdf():
    return issued_file(FACTS, device(), WHEN)


@pytest.fixture
def judged(tmp_path):
    """What HR's verifier says of a file or of a printed code."""

    def judge(given, standing=CONFIRMED, trust=None):
        verifier = Verifier(trust or authority().trust, EmptyRegister(), TODAY, standing)
        if isinstance(given, str):
            return verifier.text(given)
        (tmp_path / "file").write_bytes(given)
        return verifier.file(tmp_path / "file")

    return judge


def short(verdict):
    return str(verdict.status), verdict.code


def test_the_originals_hold(judged, pdf):
    assert short(judged(pdf)) == ("valid", None)
    assert short(judged(code_of(FACTS))) == ("valid", None)


@pytest.mark.parametrize("change", [{6: 99}, {1: NUMBERS[6]}, {2: "王芳"}, {9: 40_000}, {11: True}], ids=str)
def test_f01_a_claim_edited_in_the_printed_code(judged, change):
    code = code_of(FACTS)
    payload = parse_token(code).message.payload
    edited = cbor2.dumps({**cbor2.loads(payload), **change}, canonical=True)
    # The claims' length is written before them: another length is no message at all.
    data = from_base45(code[len(PREFIX) :]).replace(payload, edited)
    expected = ("invalid", "E_SIG") if len(edited) == len(payload) else ("unreadable", "E_TOKEN")
    assert short(judged(PREFIX + base45(data))) == expected


def test_f02_a_false_score_under_the_device_s_own_key(passed):
    facts = replace(FACTS, sitting=passed.sitting.id, staff_id="T1001", score=99)
    forged = Token(passed.sitting.id, raw_of(facts, device_of(passed)))
    assert (
        "E_CERT_MISMATCH" in passed.room.verify(replace(passed.bundle, certificates=(forged,)), claims=read_claim).codes
    )
    true = Token(passed.sitting.id, raw_of(replace(facts, score=100), device_of(passed)))
    assert passed.room.verify(replace(passed.bundle, certificates=(true,)), claims=read_claim).accepted


def test_f03_a_sitting_that_hr_has_never_seen_is_not_valid(judged):
    invented = replace(FACTS, number=certificate_number("BJ-WJ01", 2026, 900_000), sitting="0" * 16)
    assert short(judged(code_of(invented))) == ("provisional", "W_PROVISIONAL")


def test_f03_a_device_that_headquarters_never_enrolled(judged):
    foreign = new_authority().enrolled(device_keys())
    assert short(judged(issued_file(FACTS, foreign, WHEN))) == ("unknown_issuer", "E_UNKNOWN_ISSUER")


def test_f03_a_device_that_headquarters_has_withdrawn(judged, pdf):
    trust = replace(authority().trust, revoked=frozenset({SERIAL}))
    for given in (pdf, code_of(FACTS)):
        assert short(judged(given, trust=trust)) == ("invalid", "E_REVOKED_DEVICE")


def test_f04_a_checkpoint_held_up_as_a_certificate(judged):
    raw = sign_checkpoint(Checkpoint(SERIAL, 5, "0" * 64, FROM), device_keys().sign)
    assert short(judged(envelope_text(raw, Purpose.CHECKPOINT))) == ("unreadable", "E_TYPE")
    assert short(judged(raw)) == ("unreadable", "E_TYPE")


def scan_of(data):
    """The page as a scanner gives it, 200 dpi."""
    seen = picture(data, 2_340)
    out = BytesIO()
    Image.frombytes("RGBA", (seen.width, seen.height), seen.rgba).convert("L").save(out, "PNG")
    return out.getvalue()


def test_f05_the_words_of_the_page_changed_and_its_code_kept(judged):
    forged = draw(replace(FACTS, name="王芳", score=100), code_of(FACTS))
    assert short(judged(forged)) == ("invalid", "E_PDF_UNSIGNED")
    verdict = judged(scan_of(forged))
    assert (verdict.facts["name"], verdict.facts["score"]) == (FACTS.name, FACTS.score)


def test_f06_another_revision_behind_the_signature(judged, pdf):
    writer, out = IncrementalPdfFileWriter(BytesIO(pdf)), BytesIO()
    writer.update_root()
    writer.write(out)
    assert short(judged(out.getvalue())) == ("invalid", "E_PDF_UPDATED")


@pytest.mark.parametrize("name", ['<img src="/etc/hostname">', "A&B<", "<b>王</b>芳", "{\\rtf1}", "%PDF (x) Tj"])
def test_f07_a_name_that_looks_like_instructions_is_printed_as_it_is(judged, tmp_path, name):
    data = issued_file(replace(FACTS, name=name, latin=""), device(), WHEN)
    (tmp_path / "page.pdf").write_bytes(data)
    text = tool("pdftotext", "-layout", tmp_path / "page.pdf", "-")
    assert name in " ".join(text.split())
    verdict = judged(data)
    assert (short(verdict), verdict.facts["name"]) == (("valid", None), name)


@pytest.mark.parametrize("name", ["王\u202e芳", "王\u200b芳", "王\x07芳", "王\n芳", "王" * 300], ids=ascii)
def test_f07_a_name_with_hidden_characters_or_without_end_never_gets_as_far(name):
    with pytest.raises(AcademyError):
        check_name(name)


def test_f07_a_name_of_300_characters_is_refused_before_anything_is_drawn():
    with pytest.raises(AcademyError) as refused:
        issued_file(replace(FACTS, name="王" * 300), device(), WHEN)
    assert refused.value.code == "E_TEXT_TOO_LONG"


def signed(attachment, code):
    """A file that the device really signs, with whatever is put into it."""
    return sign_pdf(
        draw(FACTS, code, [Attachment("credential.json", "application/json", attachment, "")]), device(), ""
    )


def test_f06_the_credential_of_somebody_else_in_the_file(judged):
    data = signed(credential(OTHER, device_keys().sign, WHEN), code_of(FACTS))
    assert short(judged(data)) == ("invalid", "E_CREDENTIAL")


def test_f05_the_code_of_another_certificate_in_the_file(judged):
    data = signed(credential(FACTS, device_keys().sign, WHEN), code_of(OTHER))
    assert short(judged(data)) == ("invalid", "E_CREDENTIAL")


def test_f03_a_key_that_had_run_out_on_the_day_of_issue(judged):
    expired = authority().enrolled(device_keys(), term=(FROM - 400 * DAY, FROM - 35 * DAY))
    assert short(judged(issued_file(FACTS, expired, WHEN))) == ("invalid", "E_KEY_TERM")


def test_f03_a_number_that_hr_has_revoked_and_one_that_was_replaced(judged, pdf):
    for given in (pdf, code_of(FACTS), scan_of(pdf)):
        assert short(judged(given, said(revoked=[FACTS.number]))) == ("revoked", "E_REVOKED_CERTIFICATE")
        replaced = said(superseded=[(FACTS.number, OTHER.number)])
        assert short(judged(given, replaced)) == ("superseded", "E_SUPERSEDED")
