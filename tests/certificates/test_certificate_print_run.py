"""A branch's certificates for the printer: every page, in the order of staff ids, marked as copies."""

import re

import pypdfium2
import pytest

from certificates import Certificate, chosen, save_print_run
from certificates.errors import CannotWrite, RegisterDamaged
from certificates.issuing import issued_file
from certificates.numbering import certificate_number
from certificates.scan import scan
from certificates.verify import EmptyRegister, Verifier
from tests.certificates.authority import CONFIRMED, TODAY, authority, device
from tests.certificates.examples import WHEN, code_of, some_facts
from tests.certificates.papers import tool

MARK = "打印副本 · Print copy"
NAMES = {"A0000009": "欧阳㛃䶮", "A0000002": "王芳", "A0000005": "阿卜杜热合曼·买买提艾力"}


def facts(count, staff_id, branch="BJ-WJ01"):
    number = certificate_number(branch, 2026, count)
    return some_facts(number=number, staff_id=staff_id, name=NAMES[staff_id], branch_code=branch)


FACTS = [facts(1, "A0000009"), facts(2, "A0000002"), facts(3, "A0000005"), facts(4, "A0000009", "SH-PD02")]


class Shelf:
    damaged = ""

    def all(self):
        return tuple(Certificate(one.number, "0" * 64, one.issued, one.valid_until, one) for one in FACTS)

    def pdf(self, number):
        if number == self.damaged:
            raise RegisterDamaged(number=number)
        (found,) = (one for one in FACTS if one.number == number)
        return issued_file(found, device(found.branch_code), WHEN)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The print run of one branch."""
    out = tmp_path_factory.mktemp("run") / "out" / "run.pdf"
    assert save_print_run(Shelf(), out, MARK, "BJ-WJ01") == 3
    return out


def texts(path):
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@pytest.mark.feature("f9")
def test_the_print_run_has_a_branchs_pages_in_the_order_of_staff_ids_each_marked_as_a_copy(run):
    pages = texts(run)
    assert [re.search("A000000.", page)[0] for page in pages] == ["A0000002", "A0000005", "A0000009"]
    assert [f"{MARK} · {number} / 3" in page for number, page in enumerate(pages, 1)] == [True] * 3
    assert all(NAMES[staff_id] in "".join(pages) for staff_id in NAMES)


def test_each_code_is_read_from_its_page_and_holds_on_paper(run):
    found = scan(run.read_bytes()).texts
    assert found == {code_of(one) for one in FACTS[:3]}
    judge = Verifier(authority().trust, EmptyRegister(), TODAY, CONFIRMED)
    assert {str(judge.text(text).status) for text in found} == {"valid"}


def test_the_copy_passes_for_no_certificate(tmp_path):
    class One(Shelf):
        def all(self):
            return super().all()[:1]

    save_print_run(One(), tmp_path / "one.pdf", MARK)
    verdict = Verifier(authority().trust, EmptyRegister(), TODAY, CONFIRMED).file(tmp_path / "one.pdf")
    assert (verdict.status, verdict.code) == ("invalid", "E_ALTERED")
    assert b"/ByteRange" not in (tmp_path / "one.pdf").read_bytes()


@pytest.mark.tool("qpdf")
def test_the_print_run_is_a_sound_file_with_its_fonts(run):
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", run)


def test_a_persons_certificates_follow_each_other_oldest_first():
    order = [one.number for one in chosen(Shelf())]
    assert order == [FACTS[index].number for index in (1, 2, 0, 3)]


def test_where_one_file_is_damaged_or_the_place_cannot_be_written_nothing_is_left(tmp_path):
    shelf = Shelf()
    shelf.damaged = FACTS[2].number
    with pytest.raises(RegisterDamaged):
        save_print_run(shelf, tmp_path / "run.pdf", MARK)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite):
        save_print_run(Shelf(), tmp_path / "file" / "run.pdf", MARK, "SH-PD02")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_for_a_branch_without_certificates_nothing_is_written(tmp_path):
    assert save_print_run(Shelf(), tmp_path / "none.pdf", MARK, "GZ-TH01") == 0
    assert list(tmp_path.iterdir()) == []
