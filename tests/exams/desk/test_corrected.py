"""A certificate that HR issued: journalled once, and from then on the one that people see."""

import pytest

from exams.desk.branch_desk import open_branch
from exams.desk.branch_errors import CorrectedRefused
from exams.desk.branch_view import files_in
from exams.desk.list_files import CorrectedPaper, KeptPaper, NoKeeper
from exams.desk.sharing import TO_BRANCH, share
from exams.journal.line import Event
from exams.sittings.sitting import Kind
from tests.exams.desk.branch_pc import XIAOYU
from tests.exams.desk.enrolling import enrolled
from tests.exams.desk.head_office import APP, BRANCH

PDF = b"%PDF-1.7 <dc:source>BAC1:SAYS</dc:source>"
NEW, NEWER = "HR-2026-000001-A", "HR-2026-000002-B"


class Keeper(NoKeeper):
    """Believes what it is told to; remembers what it kept."""

    def __init__(self, sitting, number=NEW, staff=XIAOYU.staff_id, kept=None, refusal=None):
        self.paper = CorrectedPaper(number, sitting, staff, "ab" * 32)
        self.kept, self.refusal, self.put = kept or KeptPaper("OLD"), refusal, []

    def judge(self, raw):
        assert raw.startswith(b"%PDF-")
        return self.paper

    def keep(self, raw, paper):
        if self.refusal:
            raise self.refusal
        self.put.append(paper.number)
        return self.kept


@pytest.fixture
def sat(pc):
    """A PC at which one quiz was sat."""
    desk = pc.desk()
    return pc, desk.hand_in(desk.begin(Kind.QUIZ, 1).id).id


def bring(pc, keeper, name="new.pdf"):
    (pc.home.parent / name).write_bytes(PDF)
    return pc.office.take_in([pc.home.parent / name], APP, lists=keeper)[0]


def imports(pc):
    return [one.facts() for one in pc.records() if one.line.type == Event.CERTIFICATE_IMPORT]


@pytest.mark.feature("e6")
def test_it_is_journalled_and_the_person_sees_its_number_from_then_on(sat):
    pc, sitting = sat
    arrival = bring(pc, Keeper(sitting))
    assert (arrival.kind.name, arrival.taken.name, arrival.taken.changed) == ("CERTIFICATE", f"certificate {NEW}", True)
    (line,) = imports(pc)
    assert (line["number"], line["replaces"], line["sitting"], line["staff"]) == (NEW, "OLD", sitting, "T1001")
    assert [one.certificate for one in pc.desk().history()] == [NEW]
    assert pc.desk().training().certificate == NEW


def test_the_same_file_again_is_no_news_and_writes_no_line(sat):
    pc, sitting = sat
    keeper = Keeper(sitting)
    assert [bring(pc, keeper).taken.changed for _ in range(3)] == [True, False, False]
    assert (len(imports(pc)), keeper.put) == (1, [NEW] * 3)


def test_a_later_one_takes_its_place_and_the_cache_is_filled_anew_from_the_journal(sat):
    pc, sitting = sat
    bring(pc, Keeper(sitting))
    bring(pc, Keeper(sitting, NEWER, kept=KeptPaper(NEW)))
    assert [one.certificate for one in pc.desk().history()] == [NEWER]
    pc.db.execute("UPDATE corrected_certificates SET number = 'X'")
    pc.office.book.rebuild()
    assert [one.certificate for one in pc.desk().history()] == [NEWER]


def test_a_certificate_of_the_branchs_own_is_here_already(sat):
    pc, sitting = sat
    assert bring(pc, Keeper(sitting, kept=KeptPaper(counts=False))).taken.changed is False
    assert imports(pc) == []


@pytest.mark.parametrize("sitting_here", [True, False])
def test_one_of_somebody_else_is_refused_and_nothing_is_kept_or_written_down(sat, sitting_here):
    pc, sitting = sat
    keeper = Keeper(sitting if sitting_here else "ff" * 8, staff="T1002" if sitting_here else "T1001")
    before = len(pc.records())
    error = bring(pc, keeper).error
    assert (error.code, error.facts["reason"], keeper.put) == ("E_CORRECTED", "person", [])
    assert len(pc.records()) == before


def test_what_takes_a_certificates_place_may_bear_the_staff_id_that_hr_made_the_persons_only_one(sat):
    pc, sitting = sat
    bring(pc, Keeper(sitting))
    assert bring(pc, Keeper(sitting, NEWER, staff="T7001", kept=KeptPaper(NEW))).taken.changed
    assert [one.certificate for one in pc.desk().history()] == [NEWER]


def test_what_hr_does_not_vouch_for_is_refused_and_the_refusal_is_written_down(sat):
    pc, sitting = sat
    error = bring(pc, Keeper(sitting, refusal=CorrectedRefused(reason="other", number=NEW))).error
    assert (error.code, imports(pc), pc.records()[-1].facts()["code"]) == ("E_CORRECTED", [], "E_CORRECTED")
    assert [one.certificate for one in pc.desk().history()] == [None]


def test_a_home_that_is_no_branch_yet_takes_none(tmp_path):
    (tmp_path / "new.pdf").write_bytes(PDF)
    with open_branch(tmp_path / "home", APP) as desk:
        error = desk.install([tmp_path / "new.pdf"], lists=Keeper("ab" * 8))[0].error
    assert (error.code, error.facts["reason"]) == ("E_CORRECTED", "home")


def test_a_folder_gives_those_beside_the_receipts_and_no_pdf_of_other_people(tmp_path):
    (tmp_path / "certificates").mkdir()
    (tmp_path / "certificates" / "a.pdf").write_bytes(PDF)
    (tmp_path / "certificates" / "b.txt").write_bytes(PDF)
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7 holiday plans")
    assert files_in(tmp_path) == (tmp_path / "certificates" / "a.pdf",)


@pytest.mark.feature("h5")
def test_in_a_shared_folder_those_of_another_pc_are_passed_over_however_often_somebody_looks(hq, tmp_path):
    home, _ = enrolled(hq)
    place = tmp_path / "share" / TO_BRANCH / BRANCH / "certificates"
    place.mkdir(parents=True)
    (place / "a.pdf").write_bytes(PDF)
    looks = [share(home, tmp_path / "share", APP, lists=Keeper("ff" * 8), clock=hq.clock) for _ in range(3)]
    assert [(one.arrivals, len(one.written)) for one in looks] == [((), 1), ((), 0), ((), 0)]
