"""HR issues in the place of a branch's certificate: whoever verifies the old one is sent to the new one."""

import shutil
from contextlib import contextmanager
from datetime import date

import pytest

from certificates import HrIssuer, HrLists, verifier
from certificates.numbering import certificate_number
from certificates.store.certificate_rows import next_sequence
from certificates.store.database import open_register
from exams import DueCertificate, IssuedCertificate, IssueRefused
from exams.desk.branch_errors import NotEnrolled
from tests.certificates.audit.audit_house import House, found_house
from tests.exams.desk.head_office import BRANCH, NOON
from tests.once import made_once

OLD = certificate_number(BRANCH, 2026, 7)
MADE = certificate_number(BRANCH, 2026, 8)
ENDED = NOON - 30 * 86_400_000


class Book:
    """What the register keeps, in memory; `breaks` is raised before the second one is kept."""

    def __init__(self, due, breaks=None):
        self.owed, self.kept, self.pdfs, self.breaks = list(due), [], {}, breaks

    @property
    def issuing(self):
        return self

    def due(self):
        return tuple(self.owed)

    def issued(self, _branch=""):
        return tuple(self.kept)

    def last_sequence(self, beginning):
        assert beginning == f"{BRANCH}-2026-"
        return 40

    def keep(self, row, due, token, pdf):
        if self.breaks and self.kept:
            raise self.breaks
        self.owed.remove(due)
        self.pdfs[row.number] = pdf
        self.kept.append(IssuedCertificate(row.number, due.sitting, due.replaces, due.branch, "", token, "li", 0))
        return self.kept[-1]


@pytest.fixture
def office(tmp_path):
    """HR at a PC that headquarters has enrolled; the pack that was sat on is kept."""
    shutil.copytree(made_once("audit-house", found_house), tmp_path / "house")
    return House(tmp_path / "house").office


@contextmanager
def issuer(office, book, home="branch"):
    with office.desk() as desk:
        yield HrIssuer(office.folder / home, desk, book, office.clock)


def due(office, number=1, name="欧阳㛃䶮", **more):
    with office.desk() as desk:
        (content,) = desk.course_facts()
    told = {"latin": "", "branch": "BJ-WJ01", "course": "COURSE", "content": content, "blueprint": "final"}
    return DueCertificate(f"{number:016x}", "A0000005", name, percent=88, ended_wt=ENDED, **{**told, **more})


def judged(office, path):
    return verifier(office.folder / "branch", office.clock).file(path)


@pytest.mark.feature("e6", "f5")
def test_the_new_one_is_valid_at_once_and_the_old_number_names_it(office, tmp_path):
    book = Book([due(office, replaces=OLD, until_day="2028-03-01", pass_percent=70)])
    with issuer(office, book) as hr:
        (made,) = hr.issue().certificates
    assert made.number.startswith(f"{BRANCH}-2026-000041-")
    (tmp_path / "new.pdf").write_bytes(book.pdfs[made.number])
    verdict = judged(office, tmp_path / "new.pdf")
    assert (str(verdict.status), verdict.facts["score"], verdict.facts["pass_percent"]) == ("valid", 88, 70)
    assert verdict.facts["valid_until"] == "2028-03-01"
    with office.desk() as desk:
        assert HrLists(office.home, desk, lambda: date(2026, 11, 24)).standing().successor(OLD) == made.number


def test_a_first_one_runs_from_the_day_that_was_sat_on(office, tmp_path):
    book = Book([due(office)])
    with issuer(office, book) as hr:
        (made,) = hr.issue().certificates
    (tmp_path / "new.pdf").write_bytes(book.pdfs[made.number])
    assert judged(office, tmp_path / "new.pdf").facts["valid_until"] == "2028-10-24"


def test_who_cannot_be_named_or_whose_pack_is_gone_keeps_nobody_else_waiting(office):
    book = Book([due(office, 1, ""), due(office, 2, content="other"), due(office, 3)])
    with issuer(office, book) as hr:
        made = hr.issue()
    assert [one.error.facts["reason"] for one in made.refused] == ["name", "course"]
    assert [one.sitting for one in made.certificates] == [f"{3:016x}"]


def test_a_run_that_is_ended_signs_what_it_made_and_the_next_one_goes_on_with_the_next_number(office):
    book = Book([due(office, one) for one in (1, 2)])
    with issuer(office, book) as hr:
        first = hr.issue(lambda done, _total: done < 1)
        assert (len(first.certificates), first.left) == (1, 1)
        hr.issue()
        assert hr.issue().certificates == ()
    assert [one.number[8:19] for one in book.kept] == ["2026-000041", "2026-000042"]


def test_what_was_cut_short_before_the_lists_were_signed_is_made_good(office):
    book = Book([due(office, 1, replaces=OLD)])
    book.kept.append(IssuedCertificate(MADE, "s", "", "BJ-WJ01", "", "", "li", 0))
    book.owed.clear()
    with issuer(office, book) as hr:
        hr.issue()
    with office.desk() as desk:
        said = HrLists(office.home, desk, lambda: date(2026, 11, 24)).standing()
    assert said.confirmed.names(MADE)


def test_where_the_register_refuses_no_number_is_lost(office):
    book = Book([due(office, one) for one in (1, 2)], IssueRefused(reason="changed", sitting="s"))
    with issuer(office, book) as hr:
        assert len(hr.issue().refused) == 1
    with open_register(office.folder / "branch") as db:
        assert next_sequence(db, BRANCH, 2026) == 42


def test_a_pc_that_headquarters_has_not_enrolled_issues_nothing(office):
    book = Book([due(office)])
    with issuer(office, book, "elsewhere") as hr, pytest.raises(NotEnrolled) as refused:
        hr.issue()
    assert (refused.value.facts["reason"], book.kept) == ("certify", [])
