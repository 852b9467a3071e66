"""Verifying: signatures answer, and the register where it knows; never the words on the page."""

import struct
import zlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from certificates import CertificateDesk, picture, verifier
from certificates.issuing import issued_file
from certificates.proof.trust import NOBODY
from certificates.verify import FILE_MOST, EmptyRegister, Verifier
from tests.certificates.authority import CONFIRMED, SERIAL, TODAY, authority, device, device_keys, new_authority
from tests.certificates.examples import WHEN, RememberingOffice, a_person, a_sitting, code_of, page_of, some_facts


@pytest.fixture
def issued(desk):
    made = desk.issue(a_sitting(), a_person())
    return made, desk.pdf(made.number)


@pytest.fixture
def told(desk, tmp_path):
    """What the desk says of some bytes in a file."""

    def judge(data, name="file"):
        path = tmp_path / name
        path.write_bytes(data)
        verdict = desk.verify(path)
        return str(verdict.status), verdict.code

    return judge


def scanned(pdf, width=1654):
    """The page as a scanner would give it: 150 dpi unless told otherwise."""
    seen = picture(pdf, width)
    return Image.frombytes("RGBA", (seen.width, seen.height), seen.rgba).convert("L")


def test_the_certificate_as_issued_is_valid(desk, issued):
    made, _ = issued
    verdict = desk.verify(desk.path(made.number))
    assert (str(verdict.status), verdict.code) == ("valid", None)
    assert (verdict.facts["name"], verdict.facts["score"], verdict.facts["number"]) == ("欧阳㛃䶮", 92, made.number)


def test_a_copy_under_another_name_is_valid(told, issued):
    assert told(issued[1], "copy of a copy.PDF") == ("valid", None)


@pytest.mark.feature("f7")
def test_a_flipped_byte_anywhere_makes_it_invalid(told, issued):
    pdf = issued[1]
    places = [0, 1, 7, *range(100, len(pdf), len(pdf) // 150), len(pdf) - 1]
    number_at = pdf.index(b"<dc:identifier>") + 17
    for place in [*places, number_at, pdf.index(b"BAC1:") + 20, pdf.index(b"/ByteRange") + 14]:
        changed = pdf[:place] + bytes([pdf[place] ^ 0x01]) + pdf[place + 1 :]
        assert told(changed)[0] == "invalid", place


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda pdf: pdf + b"\n", "E_PDF_APPENDED"),
        (lambda pdf: pdf[:-1], "E_PDF_CUT"),
        (lambda pdf: pdf.replace(b"3</pdfaid", b"2</pdfaid"), "E_ALTERED"),
    ],
)
def test_anything_added_cut_or_changed_makes_it_invalid(told, issued, change, code):
    assert told(change(issued[1])) == ("invalid", code)


def test_a_redrawn_page_with_another_score_is_invalid_even_without_its_metadata(told, issued):
    made, _ = issued
    forged = page_of(some_facts(number=made.number, sitting=made.facts.sitting, score=99))
    bare = forged.replace(b"dc:identifier", b"dc:nothing_at").replace(b"dc:source", b"dc:nought")
    assert told(forged) == ("invalid", "E_PDF_UNSIGNED")
    assert told(bare) == ("invalid", "E_ALTERED")


def test_our_own_page_redrawn_without_metadata_is_not_ours_byte_for_byte(told, issued):
    bare = issued[1].replace(b"dc:identifier", b"dc:nothing_at").replace(b"dc:source", b"dc:nought")
    assert told(bare) == ("invalid", "E_ALTERED")


@pytest.mark.parametrize("width", [1654, 2200, 3300])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "PDF"])
def test_a_scan_is_recognised_by_its_code(desk, issued, tmp_path, kind, width):
    path = tmp_path / f"scan.{kind.lower()}"
    scanned(issued[1], width).save(path, kind)
    verdict = desk.verify(path)
    assert (str(verdict.status), verdict.code) == ("valid", None)
    assert verdict.facts["name"] == "欧阳㛃䶮"


@pytest.mark.feature("f4")
def test_a_scan_proves_itself_by_headquarters_keys_alone(issued, tmp_path):
    scanned(issued[1]).save(tmp_path / "scan.png")
    verdict = Verifier(authority().trust, EmptyRegister(), TODAY, CONFIRMED).file(tmp_path / "scan.png")
    assert (str(verdict.status), verdict.code, verdict.facts["score"]) == ("valid", None, 92)
    assert Verifier(NOBODY, EmptyRegister(), date(2026, 11, 24)).file(tmp_path / "scan.png").status == "unknown_issuer"


def test_a_scan_lying_on_its_side_is_recognised(desk, issued, tmp_path):
    scanned(issued[1]).rotate(90, expand=True).save(tmp_path / "scan.png")
    assert desk.verify(tmp_path / "scan.png").status == "valid"


def test_a_printed_code_with_other_facts_is_invalid(desk, issued, tmp_path):
    made, _ = issued
    forged = code_of(some_facts(number=made.number, sitting=made.facts.sitting, score=99))
    verdict = verifier(tmp_path, RememberingOffice().clock).text(forged)
    assert (str(verdict.status), verdict.code) == ("invalid", "E_MISMATCH")


def test_a_certificate_under_another_headquarters_is_from_an_unknown_issuer(desk, tmp_path):
    foreign = new_authority().enrolled(device_keys())
    (tmp_path / "other.pdf").write_bytes(issued_file(some_facts(), foreign, WHEN))
    verdict = desk.verify(tmp_path / "other.pdf")
    assert (str(verdict.status), verdict.code) == ("unknown_issuer", "E_UNKNOWN_ISSUER")
    assert verdict.facts["number"] == some_facts().number


def test_a_certificate_of_another_branch_of_the_same_headquarters_holds(desk, tmp_path):
    path = tmp_path / "other.pdf"
    path.write_bytes(issued_file(some_facts(branch_code="SH-PD02"), device("SH-PD02"), WHEN))
    verdict = desk.verify(path)
    assert (str(verdict.status), verdict.code) == ("valid", None)
    assert (verdict.facts["name"], verdict.facts["branch_code"]) == ("欧阳㛃䶮", "SH-PD02")


def test_a_second_file_under_the_same_number_is_not_the_one_that_was_issued(told, issued):
    made, pdf = issued
    again = issued_file(made.facts, device(), WHEN + timedelta(seconds=1))
    assert again != pdf
    assert told(again) == ("invalid", "E_ALTERED")


def test_a_home_without_a_root_believes_nobody_and_stays_as_it_is(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    path = tmp_path / "certificate.pdf"
    path.write_bytes(issued_file(some_facts(), device(), WHEN))
    assert verifier(home, RememberingOffice().clock).file(path).status == "unknown_issuer"
    assert list(home.iterdir()) == []


def test_after_its_last_day_a_certificate_is_expired(desk, office):
    made = desk.issue(a_sitting(), a_person())
    office.clock.forward(minutes=60 * 24 * 730)
    assert desk.verify(desk.path(made.number)).status == "valid"
    office.clock.forward(minutes=60 * 24)
    verdict = desk.verify(desk.path(made.number))
    assert (str(verdict.status), verdict.code) == ("expired", "E_EXPIRED")


def test_a_demonstration_holds_but_says_what_it_is(home):
    desk = CertificateDesk(home, RememberingOffice(demonstration=True))
    made = desk.issue(a_sitting(), a_person())
    verdict = desk.verify(desk.path(made.number))
    assert (str(verdict.status), verdict.code) == ("valid", "W_DEMONSTRATION")


def test_two_certificates_on_one_picture_are_not_judged(desk, issued, tmp_path):
    first = scanned(issued[1])
    second = scanned(page_of(some_facts()))
    both = Image.new("L", (first.width, first.height + second.height), 255)
    both.paste(first, (0, 0))
    both.paste(second, (0, first.height))
    both.save(tmp_path / "both.png")
    verdict = desk.verify(tmp_path / "both.png")
    assert (str(verdict.status), verdict.code) == ("unreadable", "E_SEVERAL_CODES")


def png_that_claims(width, height):
    def chunk(kind, data):
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"%PDF-1.7",
        b"%PDF-1.7\n%%EOF\n" * 50,
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0" + b"\0" * 500,
        png_that_claims(60_000, 60_000),
        png_that_claims(40, 40),
        b"PK\x03\x04" + b"\0" * 100,
    ],
)
def test_rubbish_is_unreadable_and_never_a_traceback(told, data):
    assert told(data) == ("unreadable", "E_UNREADABLE")


def test_a_picture_without_a_code_is_unreadable(desk, tmp_path):
    Image.new("RGB", (800, 600), "white").save(tmp_path / "white.jpg")
    assert desk.verify(tmp_path / "white.jpg").code == "E_UNREADABLE"


def test_a_file_over_the_limit_is_not_read(told):
    assert told(b"%PDF-1.7" + b"\0" * FILE_MOST) == ("unreadable", "E_TOO_LARGE")


def test_a_missing_file_and_an_empty_folder_are_unreadable(desk, tmp_path):
    assert desk.verify(tmp_path / "nothing.pdf").code == "E_NO_FILE"
    assert desk.verify(tmp_path).code == "E_FOLDER_EMPTY"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_maimed_certificate_is_never_valid(told, issued, data):
    pdf = issued[1]
    start = data.draw(st.integers(0, len(pdf) - 1))
    end = data.draw(st.integers(start, min(len(pdf), start + 5_000)))
    maimed = pdf[:start] + data.draw(st.binary(max_size=40)) + pdf[end:]
    if maimed != pdf:
        assert told(maimed)[0] in {"invalid", "unreadable"}


@given(st.text(max_size=300))
def test_any_text_is_judged_without_a_traceback(text):
    assert Verifier(NOBODY, EmptyRegister(), date(2026, 11, 24)).text(text).status in {"unreadable", "unknown_issuer"}


def test_a_text_longer_than_any_code_is_unreadable():
    assert Verifier(NOBODY, EmptyRegister(), date(2026, 11, 24)).text("BAC1:" + "A" * 5_000).code == "E_TOKEN"


@pytest.mark.parametrize("text", ["BAK1:ABC", "BAR1:ABC", "BAD1:ABC"])
def test_another_code_of_ours_is_told_what_it_is(text):
    verdict = Verifier(NOBODY, EmptyRegister(), date(2026, 11, 24)).text(text)
    assert (str(verdict.status), verdict.code, verdict.facts["found"]) == ("unreadable", "E_TYPE", text[:5])


def test_a_certificate_of_a_withdrawn_pc_is_invalid_on_paper_and_as_a_file(tmp_path):
    trust = replace(authority().trust, revoked=frozenset({SERIAL}))
    judge = Verifier(trust, EmptyRegister(), date(2026, 11, 24))
    (tmp_path / "one.pdf").write_bytes(issued_file(some_facts(), device(), WHEN))
    for verdict in (judge.text(code_of(some_facts())), judge.file(tmp_path / "one.pdf")):
        assert (str(verdict.status), verdict.code) == ("invalid", "E_REVOKED_DEVICE")
