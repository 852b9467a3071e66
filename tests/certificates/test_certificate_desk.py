"""Issuing: only for a passed final, once, and whole or not at all."""

import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from certificates import CannotWrite, CertificateDesk, MissingGlyph, NotPassed, UnknownCertificate
from certificates.errors import RegisterDamaged
from certificates.numbering import certificate_number
from exams import Kind, State
from exams.desk.branch_errors import NotEnrolled
from tests.certificates.examples import PowerCut, RememberingOffice, a_person, a_result, a_sitting
from tests.certificates.papers import tool

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.feature("f1")
def test_a_passed_final_gives_a_certificate_with_its_facts(desk, office):
    made = desk.issue(a_sitting(), a_person())
    facts = made.facts
    assert made.number == certificate_number("BJ-WJ01", 2026, 1)
    assert (facts.name, facts.latin, facts.staff_id) == ("欧阳㛃䶮", "OUYANG Jieyan", "A0000005")
    assert (facts.score, facts.pass_percent, facts.minutes) == (92, 80, 95)
    assert (made.issued, made.valid_until) == (date(2026, 11, 24), date(2028, 11, 23))
    assert office.recorded == {a_sitting().id: (made.number, made.sha256)}


@pytest.mark.feature("f1")
@pytest.mark.tool("pdftotext")
def test_the_file_in_the_home_is_the_certificate(desk):
    made = desk.issue(a_sitting(), a_person())
    assert "欧阳㛃䶮" in tool("pdftotext", desk.path(made.number), "-")


@pytest.mark.parametrize(
    "change",
    [
        {"kind": Kind.MOCK},
        {"kind": Kind.QUIZ},
        {"state": State.OPEN},
        {"state": State.SUBMITTED},
        {"state": State.VOID},
        {"result": a_result(passed=False)},
        {"result": None},
    ],
)
def test_nothing_else_gives_one(desk, office, change):
    with pytest.raises(NotPassed):
        desk.issue(a_sitting(**change), a_person())
    assert desk.all() == ()
    assert office.recorded == {}


class UnenrolledOffice(RememberingOffice):
    @property
    def device(self):
        raise NotEnrolled(reason="certify")


def test_a_pc_that_is_not_enrolled_gives_none_and_takes_no_number(home, office):
    with pytest.raises(NotEnrolled):
        CertificateDesk(home, UnenrolledOffice()).issue(a_sitting(), a_person())
    desk = CertificateDesk(home, office)
    assert desk.all() == ()
    assert desk.issue(a_sitting(), a_person()).number == certificate_number("BJ-WJ01", 2026, 1)


def test_another_persons_sitting_gives_none(desk):
    with pytest.raises(NotPassed):
        desk.issue(a_sitting(), a_person(staff_id="B0000001"))


@pytest.mark.feature("f7")
def test_asking_again_gives_the_same_certificate_whatever_has_changed_since(desk, office):
    first = desk.issue(a_sitting(), a_person())
    pdf = desk.pdf(first.number)
    office.clock.forward(minutes=60 * 24 * 40)
    assert desk.issue(a_sitting(), a_person(name="另一个名字")) == first
    assert desk.pdf(first.number) == pdf
    assert len(desk.all()) == 1


def test_numbers_follow_each_other_and_start_anew_each_year(desk, office):
    numbers = [desk.issue(a_sitting(count), a_person()).number for count in (1, 2)]
    office.clock.forward(minutes=60 * 24 * 60)
    numbers.append(desk.issue(a_sitting(3), a_person()).number)
    assert numbers == [
        certificate_number("BJ-WJ01", 2026, 1),
        certificate_number("BJ-WJ01", 2026, 2),
        certificate_number("BJ-WJ01", 2027, 1),
    ]


def test_the_day_of_issue_is_the_day_in_china(desk, office):
    office.clock.forward(minutes=12 * 60)  # midnight in Beijing, still the 24th in Greenwich
    assert desk.issue(a_sitting(), a_person()).issued == date(2026, 11, 25)


@pytest.mark.feature("f8")
def test_a_name_without_glyphs_is_refused_and_takes_no_number(desk, office):
    with pytest.raises(MissingGlyph) as refused:
        desk.issue(a_sitting(1), a_person(name="王\U00030000"))
    assert refused.value.facts["codepoint"] == "U+30000"
    assert office.recorded == {}
    assert desk.issue(a_sitting(2), a_person()).number == certificate_number("BJ-WJ01", 2026, 1)


def test_a_power_cut_between_register_and_journal_is_made_good(tmp_path, office):
    dying = RememberingOffice(dies=True)
    with pytest.raises(PowerCut):
        CertificateDesk(tmp_path, dying).issue(a_sitting(), a_person())
    desk = CertificateDesk(tmp_path, office)
    stored = desk.of_sitting(a_sitting().id)
    assert desk.issue(a_sitting(), a_person()) == stored
    assert office.recorded == {a_sitting().id: (stored.number, stored.sha256)}
    assert sha256(desk.path(stored.number).read_bytes()).hexdigest() == stored.sha256


def test_a_killed_process_leaves_a_certificate_whole_or_none(tmp_path, office):
    script = (
        "import os, pathlib, sys\n"
        "from certificates import CertificateDesk\n"
        "from tests.certificates.examples import RememberingOffice, a_person, a_sitting\n"
        "class Office(RememberingOffice):\n"
        "    def record_certificate(self, *_): os._exit(9)\n"
        "CertificateDesk(pathlib.Path(sys.argv[1]), Office()).issue(a_sitting(), a_person())\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, env=env, check=False)
    assert done.returncode == 9
    desk = CertificateDesk(tmp_path, office)
    made = desk.issue(a_sitting(), a_person())
    assert desk.all() == (made,)
    assert sha256(desk.pdf(made.number)).hexdigest() == made.sha256


@pytest.mark.feature("f7")
@pytest.mark.parametrize("harm", [None, b"", b"%PDF-1.7 something else"])
def test_a_lost_or_spoilt_file_comes_back_from_the_register(desk, harm):
    made = desk.issue(a_sitting(), a_person())
    path = desk.path(made.number)
    path.unlink() if harm is None else path.write_bytes(harm)
    desk.issue(a_sitting(), a_person())
    assert path.read_bytes() == desk.pdf(made.number)


def test_certificates_are_found_by_person_and_by_sitting(desk):
    mine = desk.issue(a_sitting(1), a_person())
    other = a_sitting(2)._replace(staff_id="B0000001")
    theirs = desk.issue(other, a_person(staff_id="B0000001", name="李雷"))
    assert desk.of_person("A0000005") == (mine,)
    assert desk.of_sitting(other.id) == theirs
    assert desk.of_sitting("0" * 16) is None
    assert desk.all() == (mine, theirs)


def test_a_copy_is_saved_where_the_person_wants_it(desk, tmp_path):
    made = desk.issue(a_sitting(), a_person())
    desk.save_as(made.number, tmp_path / "stick" / "证书.pdf")
    assert (tmp_path / "stick" / "证书.pdf").read_bytes() == desk.pdf(made.number)
    assert [path.name for path in (tmp_path / "stick").iterdir()] == ["证书.pdf"]


def test_a_place_that_cannot_be_written_is_refused(desk, tmp_path):
    made = desk.issue(a_sitting(), a_person())
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWrite):
        desk.save_as(made.number, tmp_path / "file" / "certificate.pdf")


def test_an_unknown_number_is_refused(desk):
    with pytest.raises(UnknownCertificate):
        desk.pdf("BJ-WJ01-2026-000009-0")


def test_a_demonstration_branch_gives_demonstration_certificates(tmp_path):
    desk = CertificateDesk(tmp_path, RememberingOffice(demonstration=True))
    assert desk.issue(a_sitting(), a_person()).facts.demonstration


def test_a_register_that_is_no_database_is_refused(desk, tmp_path):
    (tmp_path / "academy.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(RegisterDamaged):
        desk.all()
