"""When a sealed exam is graded: with the unlock code, with a second code, at headquarters."""

import pytest

from exams.desk.demonstration import rehearse
from exams.desk.errors import NoReview, NotDemonstration, OutsideWindow
from exams.desk.robots import right_value
from exams.packs.errors import CodeWrong, SlotSpoilt
from exams.packs.manifest import Grading
from exams.sittings.sitting import State
from exams.store.content_errors import ExamSealed
from tests.exams.desk.branch_pc import DAY, HOUR, ZHIYUAN
from tests.exams.desk.sealed_branch import HERE, LATER, answer_all, answers, found_on_disk


@pytest.fixture
def pc(branch):
    return branch()


def test_an_exam_graded_with_the_unlock_code_has_the_score_of_its_answers(pc):
    sitting = pc.begin_final(code=pc.unlock())
    answer_all(pc, sitting)
    graded = pc.desk().hand_in(sitting.id)
    wanted = [place for place in sitting.paper.items if answers(pc)[place.item] != ""]
    right = [mark for mark in graded.result.marks if mark.state.value == "right"]
    assert (graded.state, len(right)) == (State.GRADED, len(wanted))
    with pytest.raises(NoReview):
        pc.desk().question(sitting.id, 1)


def test_answer_keys_are_in_memory_while_grading_alone(pc):
    sitting = pc.begin_final(code=pc.unlock())
    pc.desk().hand_in(sitting.id)
    with pytest.raises(ExamSealed):
        pc.office.content.key(sitting.paper.at(1).item, 1)


def test_one_that_nobody_came_back_to_is_graded_first_and_then_erased(pc):
    sitting = pc.begin_final(code=pc.unlock())
    pc.clock.reboot(DAY, "next morning")
    pc.reopen()
    assert pc.kept() != []
    pc.office.started("1.0")
    assert pc.book.load(sitting.id).state is State.GRADED
    assert pc.kept() == []


def test_a_sitting_whose_answer_key_is_spoilt_is_handed_in_all_the_same_and_graded_once_it_is_whole(pc):
    sitting = pc.begin_final(code=pc.unlock())
    blob = pc.home / "packs" / "TELE-1" / "exam" / "A" / "key.bin"
    whole = blob.read_bytes()
    blob.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert pc.desk().hand_in(sitting.id).state is State.SUBMITTED
    blob.unlink()
    assert pc.desk().refresh(sitting.id).state is State.SUBMITTED
    assert pc.desk().open_sitting() is None
    blob.write_bytes(whole)
    assert pc.desk().refresh(sitting.id).state is State.GRADED


def test_with_a_second_code_a_sitting_waits_and_is_graded_after_the_session_is_closed(branch):
    pc = branch(Grading.SECOND_CODE)
    sitting = pc.begin_final(code=pc.unlock())
    answer_all(pc, sitting)
    handed_in = pc.desk().hand_in(sitting.id)
    assert (handed_in.state, handed_in.result) == (State.SUBMITTED, None)
    assert (pc.desk().awaits_code(sitting.id), pc.room.awaits_code(HERE.session)) == (True, True)
    with pytest.raises(NoReview):
        pc.desk().question(sitting.id, 1)
    with pytest.raises(CodeWrong):
        pc.room.grade_session(HERE.session, pc.stick.unlock)
    pc.room.close_session(HERE.session)
    with pytest.raises(ExamSealed):
        pc.office.content.item(sitting.paper.at(1).item)
    pc.clock.forward(5 * HOUR)
    pc.reopen()
    (graded,) = pc.room.grade_session(HERE.session, pc.stick.grading)
    assert (graded.id, graded.state) == (sitting.id, State.GRADED)
    assert graded.result.score > 0
    assert pc.kept() == []
    assert found_on_disk(pc) == []


def test_two_sessions_waiting_for_their_grading_codes_do_not_hinder_each_other(branch):
    pc = branch(Grading.SECOND_CODE)
    first = pc.begin_final(code=pc.unlock())
    pc.desk().hand_in(first.id)
    pc.room.close_session(HERE.session)
    pc.clock.forward(20 * HOUR)
    second = pc.begin_final(ZHIYUAN, pc.unlock(LATER))
    assert [one.id for one in pc.room.grade_session(HERE.session, pc.stick.grading)] == [first.id]
    assert pc.book.load(second.id).state is State.OPEN
    assert pc.desk(ZHIYUAN).question(second.id, 1).stems["zh"]


def test_once_the_time_for_grading_is_over_nothing_is_kept(branch):
    pc = branch(Grading.SECOND_CODE)
    sitting = pc.begin_final(code=pc.unlock())
    pc.desk().hand_in(sitting.id)
    pc.room.close_session(HERE.session)
    assert pc.kept() != []
    room = pc.room
    pc.clock.forward(31 * DAY)
    with pytest.raises(OutsideWindow):
        room.grade_session(HERE.session, pc.stick.grading)
    pc.reopen()
    assert pc.kept() == []
    with pytest.raises(ExamSealed):
        pc.room.grade_session(HERE.session, pc.stick.grading)


def test_what_headquarters_grades_stays_handed_in_and_leaves_no_key(branch):
    pc = branch(Grading.HQ_ONLY)
    assert not (pc.home / "packs" / "TELE-1" / "exam" / "A" / "key.bin").exists()
    sitting = pc.begin_final(code=pc.unlock())
    assert pc.desk().hand_in(sitting.id).state is State.SUBMITTED
    with pytest.raises(SlotSpoilt):
        pc.room.grade_session(HERE.session, pc.stick.unlock)
    pc.room.close_session(HERE.session)
    assert pc.kept() == []
    assert pc.desk().refresh(sitting.id).state is State.SUBMITTED
    assert (pc.desk().awaits_code(sitting.id), pc.room.awaits_code(HERE.session)) == (False, False)


def test_robots_learn_the_answers_of_a_sealed_exam_in_a_demonstration_alone(pc):
    sitting = pc.begin_final(code=pc.unlock())
    with pytest.raises(NotDemonstration):
        right_value(pc.office, sitting, 1)
    with pytest.raises(NotDemonstration):
        next(rehearse(pc.office, {"R00001": "学员"}, "seed"))
    pc.tamper("UPDATE branch SET value = '1' WHERE key = 'demonstration'")
    assert right_value(pc.office, sitting, 1) is not None
