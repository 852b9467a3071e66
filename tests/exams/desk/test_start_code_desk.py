"""The start code at a branch PC: shown for who is checked in, typed by the person, refused for all others."""

import pytest

from exams.accounts.errors import StartCodeRefused
from exams.desk.errors import EntryClosed, HandInTooEarly, WrongCode
from exams.journal.line import Event
from exams.packs.briefs import RoomRules
from exams.packs.manifest import Grading
from exams.sittings.sitting import State
from exams.trust.codes import shown, with_check
from tests.exams.desk.branch_pc import MINUTE, XIAOYU, ZHIYUAN
from tests.exams.desk.exam_room import HERE, RULES, a_room_pc, checked_in, code_for, started

pytestmark = pytest.mark.feature("d2")
WRONG = shown(with_check("ABCDEFGHJ"))


@pytest.fixture
def pc(sticks, tmp_path):
    pc = a_room_pc(tmp_path / "home", sticks(Grading.WITH_UNLOCK))
    yield pc
    pc.close()


def why(pc, person, code):
    with pytest.raises(StartCodeRefused) as refusal:
        pc.begin_final(person, code)
    return refusal.value.facts["reason"]


def test_the_code_that_the_proctor_shows_begins_the_persons_final_and_the_room_code_does_not(pc):
    code = code_for(pc)
    assert why(pc, XIAOYU, pc.room_code) == "typo"
    assert pc.begin_final(XIAOYU, code.lower()).state is State.OPEN


def test_without_having_been_checked_in_there_is_no_code(pc):
    with pytest.raises(StartCodeRefused) as refusal:
        pc.room.check_in.start_code(HERE.session, "T1001")
    assert refusal.value.facts["reason"] == "absent"
    checked_in(pc)
    assert why(pc, XIAOYU, WRONG) == "absent"


def test_wrong_ones_are_written_down_and_after_five_a_code_has_to_be_shown_again(pc):
    code = code_for(pc)
    assert [why(pc, XIAOYU, WRONG) for _ in range(6)] == ["code"] * 5 + ["spent"]
    assert why(pc, XIAOYU, code) == "spent"
    tries = [record.facts() for record in pc.records() if record.line.type == Event.ERROR]
    assert [(one["code"], one["staff"]) for one in tries] == [("E_START_CODE", "T1001")] * 5
    pc.room.check_in.start_code(HERE.session, "T1001")
    assert pc.begin_final(XIAOYU, code).state is State.OPEN


def test_the_journal_says_that_it_was_shown_and_not_what_it_is(pc):
    code = code_for(pc)
    shown_line = next(record for record in reversed(pc.records()) if record.line.type == Event.CODE_SHOWN)
    assert {"session", "staff", "by"} == set(shown_line.facts())
    first, second = code.split("-")
    assert not any(part.encode() in record.body for record in pc.records() for part in (first, second))


def test_after_a_void_sitting_the_same_code_begins_no_second_one(pc):
    code = code_for(pc)
    pc.room.void(pc.begin_final(XIAOYU, code).id, "wrong person")
    assert why(pc, XIAOYU, code) == "code"
    assert pc.begin_final(XIAOYU, code_for(pc)).state is State.OPEN


def test_where_headquarters_asks_for_none_the_room_code_begins_as_before(sticks, tmp_path):
    pc = a_room_pc(tmp_path / "home", sticks(Grading.WITH_UNLOCK), rules=RoomRules())
    with pytest.raises(WrongCode):
        pc.begin_final(XIAOYU, code_for(pc))
    assert pc.begin_final(XIAOYU, pc.room_code).state is State.OPEN
    pc.close()


@pytest.mark.feature("d1")
def test_who_comes_too_late_is_told_until_when_it_was_possible(pc):
    code = code_for(pc, "T1002")
    pc.clock.forward(20 * MINUTE)
    with pytest.raises(EntryClosed) as refusal:
        pc.begin_final(ZHIYUAN, code)
    assert refusal.value.facts == {"until_wt": RULES.entry_until_wt}


@pytest.mark.feature("d1")
def test_nobody_hands_in_before_ten_minutes_of_exam_time_and_the_proctor_may(pc):
    sitting = started(pc)
    pc.clock.forward(9 * MINUTE)
    with pytest.raises(HandInTooEarly) as refusal:
        pc.desk().hand_in(sitting.id)
    assert refusal.value.facts["minutes"] == 1
    assert pc.room.force(sitting.id, "taken ill").state is State.GRADED
