"""HR's rules of learning at a branch: taken in, written down, obeyed, and switched by nobody there."""

from dataclasses import replace

import pytest

from exams.bundles.hr_trust import SignedRules
from exams.bundles.study_rules import StudyRules, sign_study_rules
from exams.desk.journal_office import check_journal
from exams.desk.study_rules import note_study_rules, study_rules_of
from exams.journal.line import Event
from exams.packs.manifest import Grading
from exams.sittings.sitting import Kind
from exams.sittings.tries import Obstacle
from exams.store.people_rows import save_setting
from exams.trust.envelope import payload_sha256
from exams.trust.root import RoleName
from tests.exams.bundles.hr_room import HrRoom, enrolled, handed_in
from tests.exams.desk.branch_pc import HOUR, NOON

OPEN = StudyRules(gating=False, call_pause=False, issued_wt=NOON)


@pytest.fixture
def pc(sticks, tmp_path):
    """An enrolled PC of BJ-WJ01, to which HR has said nothing."""
    made = enrolled(tmp_path / "home", sticks(Grading.WITH_UNLOCK))
    yield made
    made.close()


def take(pc, rules, role=RoleName.HR):
    path = pc.home.parent / "study.rules"
    path.write_bytes(sign_study_rules(rules, pc.stick.hq.keys[role]))
    (arrival,) = pc.office.take_in([path], "0.1.0")
    return arrival


def lines(pc):
    return [record.facts() for record in pc.office.journal.of_type(Event.STUDY_RULES)]


@pytest.mark.feature("a3")
def test_what_hr_signed_holds_from_the_moment_it_is_taken_in_and_is_written_down(pc):
    before = len(lines(pc))
    pc.rule(gating=True)
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.QUIZZES_MISSING
    assert pc.desk().calls.pausable
    arrival = take(pc, OPEN)
    assert (arrival.kind.name, arrival.taken.changed) == ("STUDY_RULES", True)
    assert pc.desk().offer(Kind.FINAL).obstacle is not Obstacle.QUIZZES_MISSING
    assert not pc.desk().calls.pausable
    told = pc.office.branch_view().rules
    assert (told.gating, told.call_pause) == (False, False)
    *_, written = lines(pc)
    assert (written["gating"], written["call_pause"], written["sha"]) == (0, 0, arrival.taken.sha256)
    assert take(pc, OPEN).taken.changed is False
    assert len(lines(pc)) == before + 2


@pytest.mark.feature("a3")
def test_nobody_at_the_branch_opens_the_gates_by_changing_its_database(pc):
    pc.rule(gating=True)
    for setting in ("gating", "call_pause"):
        save_setting(pc.db, setting, "off")
    pc.reopen()
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.QUIZZES_MISSING
    assert pc.desk().calls.pausable
    *_, last = pc.office.journal.of_type(Event.STUDY_RULES)
    pc.tamper("UPDATE journal SET body = ? WHERE seq = ?", b'{"gating":0,"call_pause":0}', last.line.seq)
    pc.close()
    found = check_journal(pc.home).findings
    assert [one.seq for one in found] == [last.line.seq]


def test_no_other_role_can_say_it_nor_is_it_heeded_for_other_branches_or_once_it_is_older(pc):
    before = len(lines(pc))
    for role in (RoleName.PACK, RoleName.CA, RoleName.RESET):
        assert take(pc, OPEN, role).error.code == "E_SIG"
    assert len(lines(pc)) == before
    refuse_others(pc)


def refuse_others(pc):
    take(pc, OPEN)
    wrong = {
        "branch": replace(OPEN, branches=("SH-PD02",), issued_wt=NOON + HOUR),
        "older": StudyRules(issued_wt=NOON - HOUR),
    }
    for reason, rules in wrong.items():
        error = take(pc, rules).error
        assert (error.code, error.facts["reason"]) == ("E_STUDY_RULES", reason)
    assert study_rules_of(pc.office.journal).gating is False
    assert take(pc, StudyRules(branches=("BJ-WJ01",), issued_wt=NOON + HOUR)).taken.changed
    assert study_rules_of(pc.office.journal).gating


def test_hr_believes_a_bundle_that_tells_of_them(pc):
    take(pc, OPEN)
    room = HrRoom(pc.stick, pc.content, Grading.WITH_UNLOCK)
    verdict = room.take_in(handed_in(pc))
    assert verdict.accepted
    assert Event.STUDY_RULES in {one.line.type for one in verdict.records}


@pytest.mark.feature("a3")
def test_hr_is_told_of_a_branch_that_learned_under_rules_it_never_signed_and_not_of_an_honest_one(pc):
    room = HrRoom(pc.stick, pc.content, Grading.WITH_UNLOCK)
    old, new = SignedRules("a" * 64, True, True), SignedRules(take(pc, OPEN).taken.sha256, False, False)
    first = room.take_in(handed_in(pc), rules=(old, new))
    found = [one.facts["reason"] for one in first.findings if one.code == "W_STUDY_RULES"]
    assert (first.accepted, found) == (True, ["unknown"])  # with which this PC began, as a demonstration does
    note_study_rules(pc.office.journal, StudyRules(), old.sha256)
    bundle = handed_in(pc, first=first.last + 1)
    assert [one.facts["reason"] for one in room.verify(bundle, rules=(old, new)).findings] == ["older"]
    assert room.verify(bundle, rules=(new, old)).codes == ()


@pytest.mark.feature("a3")
def test_hr_knows_what_it_has_signed(hq, tmp_path):
    with hq.desk() as desk:
        desk.write_study_rules(StudyRules(gating=False, branches=("BJ-WJ01",)), tmp_path / "a.rules")
        desk.write_study_rules(StudyRules(call_pause=False), tmp_path / "b.rules")
        told = desk.hr_material([]).trust.rules
    assert [(one.gating, one.call_pause, one.branches) for one in told] == [
        (False, True, ("BJ-WJ01",)),
        (True, False, ()),
    ]
    assert told[0].sha256 == payload_sha256((tmp_path / "a.rules").read_bytes())
