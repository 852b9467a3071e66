"""After the last try: weak chapters studied again, a talk with the coach that is written down, then a new cycle."""

import pytest

from exams.accounts.errors import BadStaffId
from exams.desk.errors import NoReason, NothingToUnlock
from exams.papers.retakes import HOUR_MS
from exams.sittings.sitting import Kind, State
from exams.sittings.tries import Obstacle
from tests.exams.desk.answering import sit
from tests.exams.desk.branch_pc import DAY, HR, PROCTOR, RUOXI, XIAOYU, ZHIYUAN

WHY = "谈话完成：已约定复习计划"


@pytest.fixture
def used_up(pc):
    """A PC where Xiaoyu has failed three times, the last time a day ago."""
    pc.switch("waits", on=True)
    for _ in range(3):
        sit(pc, XIAOYU, Kind.FINAL, passing=False)
        pc.clock.forward(DAY)
    return pc


@pytest.mark.feature("e3")
@pytest.mark.parametrize("who", [PROCTOR, HR], ids=lambda person: person.role.value)
def test_study_and_a_talk_open_a_new_cycle_and_both_stand_in_the_journal(used_up, who):
    for chapter in (1, 2):
        sit(used_up, XIAOYU, Kind.QUIZ, chapter)
        assert used_up.desk().offer(Kind.FINAL).weak == ((2,) if chapter == 1 else ())
    assert used_up.desk().offer(Kind.FINAL).obstacle is Obstacle.TRIES_USED
    assert used_up.desk(who).locked() == (XIAOYU,)
    used_up.desk(who).unlock("T1001", f"  {WHY} ")
    written = used_up.records()[-1]
    assert (written.line.type, written.facts()) == ("unlock", {"staff": "T1001", "by": who.staff_id, "reason": WHY})
    offer = used_up.desk().offer(Kind.FINAL)
    assert (offer.obstacle, offer.left, offer.attempt) == (Obstacle.NONE, 3, 4)
    assert used_up.desk(who).locked() == ()
    assert used_up.begin_final().attempt == 4


def test_a_talk_alone_leaves_the_weak_chapters_to_be_studied(used_up):
    used_up.desk(PROCTOR).unlock("T1001", WHY)
    offer = used_up.desk().offer(Kind.FINAL)
    assert (offer.obstacle, offer.weak, offer.talk_needed) == (Obstacle.TRIES_USED, (1, 2), False)


def test_a_quiz_passed_before_the_last_try_is_no_study_after_it(pc):
    pc.switch("waits", on=True)
    sit(pc, XIAOYU, Kind.QUIZ, 1)
    for _ in range(3):
        pc.clock.forward(DAY)
        sit(pc, XIAOYU, Kind.FINAL, passing=False)
    assert 1 in pc.desk().offer(Kind.FINAL).weak


def test_a_talk_before_the_last_try_is_no_talk_after_it(used_up):
    used_up.desk(PROCTOR).unlock("T1001", WHY)
    for chapter in (1, 2):
        sit(used_up, XIAOYU, Kind.QUIZ, chapter)
    for _ in range(3):
        sit(used_up, XIAOYU, Kind.FINAL, passing=False)
        used_up.clock.forward(DAY)
    assert used_up.desk().offer(Kind.FINAL).talk_needed


@pytest.mark.parametrize("person", [ZHIYUAN, RUOXI, PROCTOR], ids=lambda person: person.staff_id)
def test_where_nobody_waits_for_a_talk_none_is_written_down(used_up, person):
    before = used_up.records()
    with pytest.raises(NothingToUnlock):
        used_up.desk(PROCTOR).unlock(person.staff_id, WHY)
    assert used_up.records() == before


def test_a_talk_wants_a_person_and_a_reason(used_up):
    before = used_up.records()
    with pytest.raises(BadStaffId):
        used_up.desk(HR).unlock("T9999", WHY)
    with pytest.raises(NoReason):
        used_up.desk(HR).unlock("T1001", " ")
    assert used_up.records() == before


def test_a_void_sitting_uses_no_try(used_up):
    last = used_up.desk().history()[0].sitting
    used_up.desk(PROCTOR).void(last, "equipment")
    assert used_up.desk().sitting(last).state is State.VOID
    assert used_up.desk().offer(Kind.FINAL).left == 1


def test_the_day_between_holds_for_the_new_cycle_too(used_up):
    for chapter in (1, 2):
        sit(used_up, XIAOYU, Kind.QUIZ, chapter)
    used_up.desk(PROCTOR).unlock("T1001", WHY)
    sit(used_up, XIAOYU, Kind.FINAL, passing=False)
    used_up.clock.forward(23 * HOUR_MS)
    offer = used_up.desk().offer(Kind.FINAL)
    assert (offer.obstacle, offer.left) == (Obstacle.TOO_SOON, 2)


def test_where_waits_are_off_nobody_is_locked(used_up):
    used_up.switch("waits", on=False)
    assert used_up.desk(PROCTOR).locked() == ()
    assert used_up.desk().offer(Kind.FINAL).obstacle is Obstacle.NONE


def test_the_day_is_seen_after_the_program_was_started_again(used_up):
    used_up.desk(PROCTOR).unlock("T1001", WHY)
    used_up.reopen()
    assert not used_up.desk().offer(Kind.FINAL).talk_needed


@pytest.mark.feature("f5")
@pytest.mark.parametrize("waits", [True, False])
def test_whoever_has_passed_sits_again_when_the_certificate_is_to_be_renewed(pc, waits):
    pc.switch("waits", on=waits)
    sit(pc, XIAOYU, Kind.FINAL)
    pc.clock.forward(599 * DAY)
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.ALREADY_PASSED
    pc.clock.forward(DAY)
    offer = pc.desk().offer(Kind.FINAL)
    assert (offer.obstacle, offer.attempt) == (Obstacle.NONE, 2)
    assert pc.begin_final().attempt == 2
