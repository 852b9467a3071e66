"""`academy certificate verify` from a terminal."""

import json

import pytest
from click.testing import CliRunner

from certificates import CertificateDesk
from certificates.issuing import issued_file
from desktop.commands.certificate import command
from tests.certificates.authority import authority, device_keys, new_authority
from tests.certificates.examples import WHEN, RememberingOffice, a_person, a_sitting, code_of, some_facts


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    authority().believed_in(home)
    return home


@pytest.fixture
def made(home):
    desk = CertificateDesk(home, RememberingOffice())
    certificate = desk.issue(a_sitting(), a_person())
    return certificate, desk.path(certificate.number)


def verify(home, *files, said=None):
    return CliRunner().invoke(command, ["verify", *map(str, files), "--home", str(home), "--json"], input=said)


def test_one_verdict_per_file_in_the_order_given(home, made, tmp_path):
    (tmp_path / "other.pdf").write_bytes(issued_file(some_facts(), new_authority().enrolled(device_keys()), WHEN))
    done = verify(home, made[1], tmp_path / "other.pdf", tmp_path / "none.pdf")
    verdicts = json.loads(done.stdout)
    assert [each["status"] for each in verdicts] == ["valid", "unknown_issuer", "unreadable"]
    assert [set(each) for each in verdicts] == [{"file", "status", "code", "facts"}] * 3
    assert done.exit_code == 1


def test_a_good_certificate_ends_with_exit_code_0(home, made):
    done = verify(home, made[1])
    assert done.exit_code == 0
    assert json.loads(done.stdout)[0]["facts"]["number"] == made[0].number


def test_the_text_of_a_printed_code_is_read_from_standard_input(home, made):
    done = verify(home, "-", said=code_of(made[0].facts) + "\n")
    assert [(each["file"], each["status"]) for each in json.loads(done.stdout)] == [("-", "valid")]


def test_people_get_a_sentence_for_each_file(home, made, tmp_path):
    altered = tmp_path / "altered.pdf"
    altered.write_bytes(made[1].read_bytes() + b" ")
    arguments = ["verify", str(made[1]), str(altered), "--home", str(home), "--language", "en"]
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 1
    assert "valid" in done.stdout.splitlines()[0]
    assert "E_PDF_APPENDED" in done.stdout
