"""What HR owes after a release, and what the register says once it is issued."""

from dataclasses import replace

import pytest

from exams.desk.hr_issuing import CertificateBook
from exams.desk.hr_people import StaffFile
from exams.desk.hr_proofs import certificate_proofs
from exams.desk.hr_register import HrRegister
from exams.register.issuing import IssueRefused
from exams.register.outcome import CertificateRow
from exams.register.people import StaffRow
from exams.register.regrading import CertificateRule, Rule
from exams.register.results import result_in
from exams.register.validity import State
from exams.store.appeal_rows import save_reviewed
from exams.store.register_issued_rows import standing_for
from exams.store.register_matrix import standings_of
from exams.store.register_rows import mark_revoked, sitting_of
from exams.timing.story_clock import StoryClock
from tests.exams.register.mistaken import NUMBER
from tests.exams.register.regrade_desk import desk, house, worked
from tests.exams.register.sealed_house import BEGAN, COURSE

__all__ = ["house"]
NEW, NEWER = "HR-2026-000001-5", "HR-2026-000002-3"
REVISE = Rule(certificates=CertificateRule.REVISE)


def book(house):
    return CertificateBook(house.db, "li", StoryClock(BEGAN))


def released(house, rule=REVISE):
    desk(house).propose(house.hq, worked(house, rule))
    return desk(house, "li").release(house.hq, 1)


def row_for(due, number=NEW):
    until = due.until_day or "2028-11-28"
    return CertificateRow(number, due.sitting, due.staff_id, "HR", COURSE, due.percent, "2026-11-29", until)


def issue(house, due, number=NEW):
    return book(house).keep(row_for(due, number), due, "BAC1:CODE", b"%PDF-" + number.encode())


def due_for(house, staff_id):
    return next(one for one in book(house).due() if one.staff_id == staff_id)


def test_nothing_is_due_before_a_second_officer_has_released_a_run(house):
    desk(house).propose(house.hq, worked(house))
    assert book(house).due() == ()


@pytest.mark.feature("e6")
def test_whoever_passes_only_now_is_due_a_first_certificate_and_gets_it_once(house):
    story = released(house)
    (left,) = [one for one in story.open_rows if one.staff_id == "T1002"]
    due = due_for(house, "T1002")
    assert (due.sitting, due.percent, due.replaces) == (left.sitting, left.counts.percent, "")
    issue(house, due)
    assert "T1002" not in {one.staff_id for one in book(house).due()}
    assert "T1002" not in {one.staff_id for one in desk(house).story(1).open_rows}
    assert standings_of(house.db, "2026-11-30", "T1002")[0].certificate == NEW
    with pytest.raises(IssueRefused) as refused:
        issue(house, due, NEWER)
    assert refused.value.facts["reason"] == "changed"


def test_a_new_certificate_takes_the_old_ones_place_and_the_person_stays_valid(house):
    released(house)
    with house.db.together():
        save_reviewed(house.db, house.passed.sitting, better(house), BEGAN)
    due = due_for(house, "T1001")
    assert (due.replaces, due.until_day) == (NUMBER, "2028-11-28")
    issue(house, due)
    assert standing_for(house.db, due.sitting).number == NEW
    (standing,) = standings_of(house.db, "2026-11-30", "T1001")
    assert (standing.certificate, standing.state, standing.percent) == (NEW, State.VALID, due.percent)
    story = HrRegister(house.db, "li", StoryClock(BEGAN)).person("T1001")
    assert [(one.number, one.replaces, one.who) for one in story.issued] == [(NEW, NUMBER, "li")]
    assert {one.number for one in story.certificates} == {NEW, NUMBER}
    assert "T1001" not in {one.staff_id for one in book(house).due()}


def better(house):
    """What a decided appeal makes count: the same marks for fewer points in all."""
    kept = result_in(sitting_of(house.db, house.passed.sitting).result)
    return replace(kept, score=kept.max_score * 9 // 10)


def test_a_pass_that_was_taken_away_is_owed_nothing(house):
    released(house)
    due = due_for(house, "T1002")
    worse = result_in(sitting_of(house.db, due.sitting).result)
    with house.db.together():
        save_reviewed(house.db, due.sitting, replace(worse, passed=False), BEGAN)
    assert "T1002" not in {one.staff_id for one in book(house).due()}


def test_a_number_that_somebody_else_was_quicker_with_is_refused_and_nothing_is_kept(house):
    released(house)
    due = due_for(house, "T1002")
    with pytest.raises(IssueRefused) as refused:
        issue(house, due, NUMBER)
    assert (refused.value.facts["reason"], book(house).issued()) == ("number", ())
    assert due_for(house, "T1002") == due


def test_once_the_new_one_is_revoked_it_is_owed_again_and_not_the_replaced_one(house):
    released(house)
    issue(house, due_for(house, "T1002"))
    assert mark_revoked(house.db, NEW.__eq__) == 1
    assert standing_for(house.db, house.failed.sitting) is None


def test_files_go_to_the_branch_of_the_person_and_an_altered_one_goes_nowhere(house, tmp_path):
    released(house)
    issue(house, due_for(house, "T1002"))
    now = book(house)
    (written,) = now.write(tmp_path / "out", since_wt=now.newest_since)
    assert written.relative_to(tmp_path).as_posix() == f"out/BJ-WJ01/certificates/{NEW}.pdf"
    assert written.read_bytes() == b"%PDF-" + NEW.encode()
    old = CertificateBook(house.db, "li", StoryClock(BEGAN + 93 * 86_400_000))
    assert old.write(tmp_path / "later", since_wt=old.newest_since) == ()
    (house.db.path.parent / "certificates" / f"{NEW}.pdf").write_bytes(b"%PDF-other")
    for number, reason in ((NEW, "altered"), (NUMBER, "unknown")):
        with pytest.raises(IssueRefused) as refused:
            book(house).pdf(number)
        assert refused.value.facts["reason"] == reason


def test_the_next_number_is_after_every_number_that_the_register_knows(house):
    released(house)
    assert book(house).last_sequence("HR-2026-") == 0
    issue(house, due_for(house, "T1002"), NEWER)
    assert [book(house).last_sequence(one) for one in ("HR-2026-", "HR-2027-", "BJ-WJ01-2026-")] == [2, 0, 1]


def test_an_audit_finds_its_code_here_and_its_start_record_in_the_branchs_bundle(house):
    released(house)
    due = due_for(house, "T1002")
    issue(house, due)
    (proof,) = certificate_proofs(house.db, (house.hr,), ("2026-01-01", "2027-01-01"), ("HR",))
    assert (proof.number, proof.token, proof.device) == (NEW, "BAC1:CODE", house.failed.serial)
    assert (proof.is_whole, proof.start["staff"]) == (True, "T1002")
    (old,) = certificate_proofs(house.db, (house.hr,), ("2026-01-01", "2027-01-01"), ("BJ-WJ01",))
    assert (old.number, old.token) == (NUMBER, "")


@pytest.mark.feature("e6", "g5")
@pytest.mark.parametrize("merged_first", [True, False])
def test_who_has_a_new_staff_id_gets_the_first_certificate_under_the_one_that_was_sat_under(house, merged_first):
    """The branch knows its sitting by no other; name and branch are those of today, and the person is valid."""
    register = HrRegister(house.db, "li", StoryClock(BEGAN))
    people = [StaffRow("T1002", "李明", branch="BJ-WJ01"), StaffRow("T9002", "李明", "Li Ming", branch="SH-PD02")]
    register.import_staff(StaffFile("staff.csv", tuple(people)))
    if merged_first:
        register.merge("T9002", "T1002")
    released(house)
    due = due_for(house, "T1002")
    assert (due.sitting, due.replaces, due.name) == (house.failed.sitting, "", "李明")
    issue(house, due)
    if not merged_first:
        register.merge("T9002", "T1002")
    for one in ("T9002", "T1002"):
        story = register.person(one)
        assert (story.staff_id, [each.number for each in story.issued]) == ("T9002", [NEW])
        assert [(each.number, each.staff_id) for each in story.certificates] == [(NEW, "T1002")]
    (standing,) = standings_of(house.db, "2026-11-30", "T9002")
    assert (standing.certificate, standing.state, due.branch) == (
        NEW,
        State.VALID,
        "SH-PD02" if merged_first else "BJ-WJ01",
    )
    assert standings_of(house.db, "2026-11-30", "T1002") == ()
    assert sitting_of(house.db, due.sitting).staff_id == "T1002"
    (proof,) = certificate_proofs(house.db, (house.hr,), ("2026-01-01", "2027-01-01"), ("HR",))
    assert (proof.number, proof.is_whole, proof.start["staff"]) == (NEW, True, "T1002")
    assert "T1002" not in {one.staff_id for one in book(house).due()}
