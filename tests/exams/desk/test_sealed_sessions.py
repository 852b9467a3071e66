"""Sealed exams at a branch: headquarters' code opens a session, nothing of the exam is ever on the disk."""

from datetime import date

import pytest

from exams.content.parts import make_parts
from exams.desk.errors import NoSession, OutsideWindow, PackChanged, SessionStillOpen
from exams.journal.line import Event
from exams.packs.errors import CodeTypo, CodeWrong, SlotSpoilt
from exams.packs.manifest import Grading
from exams.sittings.sitting import Kind, State
from exams.store.content_errors import ExamSealed
from exams.trust.errors import Revoked, TrustSpoilt
from tests.exams.desk.branch_pc import HOUR, MINUTE, NOON, ZHIYUAN
from tests.exams.desk.course import two_chapters
from tests.exams.desk.sealed_branch import ELSEWHERE, HERE, LATER, answer_all, found_on_disk, secrets_of

SOME_CODE = "7KQ2M-X9D4T"


@pytest.fixture
def pc(branch):
    return branch()


def test_headquarters_code_opens_the_session_and_the_room_code_begins_the_final(pc):
    assert (pc.room.needs_code, [plan.session for plan in pc.room.planned()]) == (True, [HERE.session, LATER.session])
    info, room_code = pc.room.open_session("二号考场", session=HERE.session, code=pc.stick.unlock.lower())
    assert (info.id, info.open) == (HERE.session, True)
    assert room_code != pc.stick.unlock
    sitting = pc.begin_final(code=room_code)
    assert (sitting.session, sitting.content) == (HERE.session, pc.stick.sha256)
    assert pc.desk().question(sitting.id, 1).stems["zh"]
    assert [plan.session for plan in pc.room.planned()] == [LATER.session]


def test_the_journal_names_the_slot_and_the_pack_and_no_part_of_the_code(pc):
    pc.unlock()
    opened = next(record for record in reversed(pc.records()) if record.line.type == Event.SESSION_OPEN)
    facts = opened.facts()
    assert (facts["session"], facts["purpose"], facts["pack"], facts["form"]) == (HERE.session, "items", "TELE-1", "A")
    assert len(facts["slot"]) == 64
    first, second, _ = pc.stick.unlock.split("-")
    assert not any(part.encode() in record.body for record in pc.records() for part in (first, second))


def test_without_a_code_no_session_of_a_sealed_exam_opens(pc):
    before = len(pc.records())
    for code in ("", SOME_CODE, "7KQ2M-X9D4T-0"):
        with pytest.raises(CodeTypo):
            pc.room.open_session("二号考场", session=HERE.session, code=code)
    with pytest.raises(CodeTypo):
        pc.room.open_session("二号考场")
    assert len(pc.records()) == before
    assert pc.kept() == []


def test_a_wrong_code_opens_nothing_and_only_its_refusal_is_written_down(pc, sticks):
    wrong = sticks(Grading.SECOND_CODE).unlock
    with pytest.raises(CodeWrong):
        pc.unlock(code=wrong)
    assert pc.records()[-1].facts() == {"code": "E_CODE_WRONG", "session": HERE.session, "by": "P2001"}
    assert pc.kept() == []
    assert [info for info in pc.room.sessions() if info.open] == []
    with pytest.raises(ExamSealed):
        pc.office.content.item("1.1-s1")
    assert pc.unlock()


@pytest.mark.parametrize("session", [ELSEWHERE.session, "S99999999", "", "../../x"])
def test_a_session_of_another_branch_or_of_none_is_refused(pc, session):
    with pytest.raises(SlotSpoilt):
        pc.room.open_session("二号考场", session=session, code=pc.stick.unlock)
    assert pc.kept() == []


def test_a_session_that_headquarters_has_withdrawn_opens_no_more(pc):
    pc.withdraw_session(HERE.session)
    assert [plan.session for plan in pc.room.planned()] == [LATER.session]
    with pytest.raises(Revoked):
        pc.unlock()


def test_a_session_opens_in_its_window_only_and_a_clock_set_back_does_not_bring_it_back(pc):
    with pytest.raises(OutsideWindow) as refused:
        pc.unlock(LATER)
    assert refused.value.facts["not_before_wt"] == LATER.not_before_wt
    pc.clock.forward(4 * HOUR)
    pc.office.started("1.0")
    pc.clock.set_wall(NOON)
    with pytest.raises(OutsideWindow):
        pc.unlock()


def test_a_clock_behind_what_headquarters_has_signed_opens_no_session_that_is_over(pc):
    later = pc.stick.write_slots(pc.home.parent / "later.slots", HERE.not_after_wt)
    pc.stick.install(pc.home, later)
    with pytest.raises(OutsideWindow):
        pc.unlock()


def test_nobody_begins_once_the_window_is_over_and_who_has_begun_goes_on(pc):
    pc.clock.forward(3 * HOUR - MINUTE)
    code = pc.unlock()
    sitting = pc.begin_final(code=code)
    pc.clock.forward(MINUTE)
    with pytest.raises(OutsideWindow):
        pc.begin_final(ZHIYUAN, code)
    answer_all(pc, sitting)
    assert pc.desk().hand_in(sitting.id).state is State.GRADED


def test_items_of_another_pack_are_not_mixed_into_the_course_that_lies_open(pc):
    newer = pc.stick.publish_again(pc.home.parent / "TELE-2.pack")
    pc.stick.install(pc.home, newer)
    with pytest.raises(PackChanged):
        pc.unlock()
    assert pc.kept() == []


def test_a_home_whose_trust_was_changed_opens_no_session(pc):
    (pc.home / "trust" / "revocation.json").unlink()
    with pytest.raises(TrustSpoilt):
        pc.unlock()


def test_one_session_at_a_time_and_one_that_was_held_is_not_held_again(pc):
    pc.unlock()
    with pytest.raises(SessionStillOpen):
        pc.unlock()
    pc.room.close_session(HERE.session)
    with pytest.raises(NoSession):
        pc.unlock()


def test_practice_needs_no_code_and_a_final_does(pc):
    quiz = pc.desk().begin(Kind.QUIZ, 1)
    assert pc.desk().hand_in(quiz.id).state is State.GRADED
    assert pc.desk().review(quiz.id)
    pc.open_session("S00000009")  # a row that nobody unlocked
    with pytest.raises(ExamSealed):
        pc.begin_final()


def test_no_word_of_the_exam_is_on_the_disk_before_during_or_after_a_sitting(pc):
    assert len(secrets_of(pc)) > 20
    assert found_on_disk(pc) == []
    sitting = pc.begin_final(code=pc.unlock())
    answer_all(pc, sitting)
    for place in sitting.paper.items:
        pc.desk().show(sitting.id, place.position)
    assert found_on_disk(pc) == []
    pc.desk().hand_in(sitting.id)
    pc.room.close_session(HERE.session)
    pc.reopen()
    assert found_on_disk(pc) == []


def test_an_app_that_was_killed_goes_on_without_a_code(pc):
    sitting = pc.begin_final(code=pc.unlock())
    shown = pc.desk().question(sitting.id, 2)
    pc.clock.forward(MINUTE)
    pc.reopen()
    assert pc.desk().question(sitting.id, 2) == shown
    answer_all(pc, sitting)
    assert pc.desk().hand_in(sitting.id).state is State.GRADED


def test_closing_the_session_erases_its_keys(pc):
    code = pc.unlock()
    assert pc.kept() == [f"{HERE.session}.json"]
    sitting = pc.begin_final(code=code)
    pc.room.force(sitting.id, "left")
    pc.room.close_session(HERE.session)
    assert pc.kept() == []
    with pytest.raises(ExamSealed):
        pc.office.content.item(sitting.paper.at(1).item)
    with pytest.raises(ExamSealed):
        pc.office.door.pools.of(pc.office.content.blueprint("final"), date(2026, 11, 24))
    pc.reopen()
    with pytest.raises(ExamSealed):
        pc.office.content.item(sitting.paper.at(1).item)


def test_a_session_that_nobody_closed_is_erased_when_the_app_opens_after_its_window(pc):
    pc.unlock()
    pc.reopen()
    assert pc.kept() != []
    pc.clock.forward(3 * HOUR)
    pc.reopen()
    assert pc.kept() == []
    with pytest.raises(ExamSealed):
        pc.office.content.item("1.1-s1")


@pytest.mark.parametrize("act", [lambda pc: pc.room.sittings(), lambda pc: pc.desk()], ids=["a look", "a sign-in"])
def test_the_keys_are_erased_when_the_window_ends_while_the_program_runs(pc, act):
    pc.unlock()
    pc.clock.forward(3 * HOUR - 1)
    act(pc)
    assert pc.kept() == [f"{HERE.session}.json"]
    pc.clock.forward(1)
    act(pc)
    assert pc.kept() == []
    with pytest.raises(ExamSealed):
        pc.office.content.item("1.1-s1")


def test_whoever_still_sits_when_the_window_ends_keeps_the_exam_to_the_end(pc):
    code = pc.unlock()
    pc.clock.forward(3 * HOUR - MINUTE)
    sitting = pc.begin_final(code=code)
    pc.clock.forward(2 * MINUTE)
    pc.room.sittings()
    assert pc.kept() == [f"{HERE.session}.json"]
    assert answer_all(pc, sitting).state is State.OPEN
    assert pc.desk().hand_in(sitting.id).state is State.GRADED
    pc.room.sittings()
    assert pc.kept() == []


def test_an_open_session_whose_keys_are_lost_is_told_as_locked_until_the_code_comes_again(pc):
    assert not pc.room.is_locked(HERE.session)
    pc.unlock()
    assert not pc.room.is_locked(HERE.session)
    pc.lose_keys()
    pc.reopen()
    assert pc.room.is_locked(HERE.session)
    pc.room.unseal(HERE.session, pc.stick.unlock)
    assert not pc.room.is_locked(HERE.session)


def test_lost_keys_are_replaced_by_the_code(pc):
    code = pc.unlock()
    pc.lose_keys()
    pc.reopen()
    with pytest.raises(ExamSealed):
        pc.begin_final(code=code)
    pc.room.unseal(HERE.session, pc.stick.unlock)
    assert pc.begin_final(code=code).state is State.OPEN


def test_the_parts_a_pack_is_made_of_are_those_of_the_sources(sticks, tmp_path):
    assert make_parts(two_chapters(tmp_path / "assets").read()) == sticks(Grading.WITH_UNLOCK).parts
