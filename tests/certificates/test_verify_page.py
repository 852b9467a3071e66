"""`docs/verify-a-certificate.md`: what the page tells others to do is done here, word for word."""

import re
import subprocess
import sys

import pytest
from PIL import Image

from certificates import Status, picture
from certificates.issuing import issued_file
from exams.trust.pdf_root import pem
from tests.architecture.tree import ROOT
from tests.certificates.authority import authority, device, new_authority, said
from tests.certificates.examples import WHEN, some_facts

PAGE = (ROOT / "docs" / "verify-a-certificate.md").read_text("utf-8")
FACTS = some_facts()
[PROGRAM] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
PDFSIG, OPENSSL = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def pdf():
    return issued_file(FACTS, device(), WHEN)


@pytest.fixture
def folder(tmp_path, pdf):
    """Where somebody works who has the certificate and HR's folder."""
    hand_out(tmp_path)
    (tmp_path / "certificate.pdf").write_bytes(pdf)
    seen = picture(pdf, 2_340)
    Image.frombytes("RGBA", (seen.width, seen.height), seen.rgba).convert("L").save(tmp_path / "scan.png")
    (tmp_path / "check.py").write_text(PROGRAM, "utf-8")
    return tmp_path


def hand_out(folder, standing=None, by=None):
    (folder / "bank").mkdir()
    (by or authority()).believed_in(folder / "bank", standing)
    (folder / "bank" / "root.pem").write_bytes(pem((by or authority()).pdf_root))


def run(folder, *command):
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True, encoding="utf-8")


def checked(folder):
    return run(folder, sys.executable, "-X", "utf8", "check.py", "bank", "scan.png")


def test_the_program_has_thirty_lines():
    assert len([line for line in PROGRAM.splitlines() if line.strip()]) <= 30


def test_the_program_tells_who_is_certified(folder):
    done = checked(folder)
    assert done.stdout.split() == [FACTS.number, FACTS.name, "92", "%", "until", "2028-11-23", "confirmed"], done.stderr


@pytest.mark.parametrize(
    ("standing", "told"), [(said(confirmed=()), "provisional"), (said(revoked=[FACTS.number]), "REVOKED confirmed")]
)
def test_the_program_heeds_the_lists(tmp_path, folder, standing, told):
    (tmp_path / "later").mkdir()
    hand_out(tmp_path / "later", standing)
    done = run(folder, sys.executable, "-X", "utf8", "check.py", "later/bank", "scan.png")
    assert " ".join(done.stdout.split()).endswith(told), done.stderr


def test_the_program_believes_no_other_headquarters(tmp_path, folder):
    (tmp_path / "foreign").mkdir()
    hand_out(tmp_path / "foreign", by=new_authority())
    done = run(folder, sys.executable, "check.py", "foreign/bank", "scan.png")
    assert (done.returncode, done.stdout) == (1, "")
    assert "InvalidSignature" in done.stderr


@pytest.mark.tool("pdfsig")
@pytest.mark.tool("certutil")
def test_the_words_for_pdfsig_lead_to_the_three_lines(folder):
    told = run(folder, "sh", "-ec", PDFSIG).stdout
    wanted = re.findall(r"`(Signature is Valid\.|Certificate is Trusted\.|Total document signed)`", PAGE)
    assert len(wanted) == 3
    assert all(line in told for line in wanted)


@pytest.mark.tool("openssl")
def test_the_words_for_openssl_lead_to_success_and_not_for_a_changed_file(folder):
    assert "CMS Verification successful" in run(folder, "sh", "-ec", OPENSSL).stderr
    path = folder / "certificate.pdf"
    path.write_bytes(path.read_bytes().replace(b"3</pdfaid", b"2</pdfaid"))
    assert run(folder, "sh", "-ec", OPENSSL).returncode != 0


def test_each_status_is_explained():
    assert set(re.findall(r"^\| `([a-z_]+)` \|", PAGE, re.MULTILINE)) == {str(status) for status in Status}
