"""What the proctor does to a sitting: with a reason, by name, under the policy's caps, and written down."""

import pytest

from exams.desk.errors import CannotReopen, ExtraTimeAboveCap, ForeignSitting, NoReason, NoSession, NothingLost
from exams.journal.line import Event
from exams.sittings.errors import NeedsProctor, SittingClosed, SittingPaused
from exams.sittings.sitting import Kind, State
from exams.timing.gaps import Cause
from tests.exams.desk.answering import answer_all, right, sit
from tests.exams.desk.branch_pc import MINUTE, PROCTOR, RUOXI, SESSION, XIAOYU, ZHIYUAN

LIMIT = 20 * MINUTE


@pytest.fixture
def room(pc):
    """The proctor's desk."""
    return pc.desk(PROCTOR)


def last(pc):
    return pc.records()[-1]


def test_a_pause_stops_the_time_and_takes_no_answers_until_it_is_over(pc, room):
    sitting = pc.begin_final()
    pc.clock.forward(minutes=1)
    paused = room.pause(sitting.id, "fire drill")
    assert (paused.state, paused.stop, paused.reason, paused.time_runs) == (
        State.PAUSED,
        Cause.PAUSE,
        "fire drill",
        False,
    )
    assert (last(pc).line.type, last(pc).facts()) == (Event.PAUSE, {"by": "P2001", "reason": "fire drill"})
    pc.clock.forward(minutes=30)
    for ask in (
        lambda: pc.desk().answer(sitting.id, 1, right(pc, sitting, 1)),
        lambda: pc.desk().show(sitting.id, 1),
        lambda: pc.desk().flag(sitting.id, 1, True),
        lambda: pc.desk().hand_in(sitting.id),
    ):
        with pytest.raises(SittingPaused):
            ask()
    assert pc.desk().refresh(sitting.id).remaining_ms == LIMIT - MINUTE
    resumed = room.resume(sitting.id, "all back")
    assert (resumed.state, resumed.stop, resumed.remaining_ms) == (State.OPEN, None, LIMIT - MINUTE)
    assert [(gap.cause, gap.ms) for gap in resumed.gaps] == [(Cause.PAUSE, 30 * MINUTE)]
    assert pc.desk().answer(sitting.id, 1, right(pc, sitting, 1)).answers.keys() == {1}


def test_pausing_twice_and_resuming_what_runs_writes_nothing(pc, room):
    sitting = pc.begin_final()
    room.resume(sitting.id, "nothing to do")
    room.pause(sitting.id, "drill")
    before = len(pc.records())
    room.pause(sitting.id, "drill again")
    assert len(pc.records()) == before


def test_a_pause_outlives_the_app(pc, room):
    sitting = pc.begin_final()
    room.pause(sitting.id, "drill")
    pc.clock.forward(minutes=5)
    pc.reopen()
    pc.clock.forward(minutes=5)
    assert (pc.desk().refresh(sitting.id).state, pc.desk().refresh(sitting.id).remaining_ms) == (State.PAUSED, LIMIT)
    assert pc.events(sitting.id) == [Event.START, Event.PAUSE]


def test_the_whole_room_is_paused_and_goes_on_together(pc, room):
    first, second, done = pc.begin_final(XIAOYU), pc.begin_final(ZHIYUAN), sit(pc, RUOXI, Kind.FINAL)
    assert {one.id for one in room.pause_session(SESSION, "power works")} == {first.id, second.id}
    assert {line.state for line in room.sittings() if line.sitting != done.id} == {"paused"}
    assert {one.state for one in room.resume_session(SESSION, "done")} == {State.OPEN}


@pytest.mark.feature("d5")
def test_added_minutes_move_the_deadline_and_are_written_down(pc, room):
    sitting = pc.begin_final()
    pc.clock.forward(minutes=12)
    extended = room.extend(sitting.id, 5, "a loud lorry")
    assert (extended.limit_ms, extended.remaining_ms) == (LIMIT + 5 * MINUTE, 13 * MINUTE)
    assert last(pc).facts() == {"by": "P2001", "reason": "a loud lorry", "ms": 5 * MINUTE}
    pc.reopen()
    assert pc.desk().refresh(sitting.id).remaining_ms == 13 * MINUTE
    pc.clock.forward(minutes=12)
    assert pc.desk().refresh(sitting.id).state is State.OPEN
    pc.clock.forward(minutes=1)
    assert pc.desk().refresh(sitting.id).state is State.GRADED


@pytest.mark.parametrize("minutes", [0, -5, 26, 10**9])
def test_minutes_beyond_the_cap_are_refused_with_what_is_left_of_it(pc, room, minutes):
    sitting = pc.begin_final()
    room.extend(sitting.id, 5, "lorry")
    with pytest.raises(ExtraTimeAboveCap) as refused:
        room.extend(sitting.id, minutes, "lorry")
    assert refused.value.facts == {"most_minutes": 25}


@pytest.mark.feature("d5")
def test_a_forced_hand_in_is_graded_with_what_was_saved(pc, room):
    sitting = answer_all(pc, pc.desk(), pc.begin_final())
    ended = room.force(sitting.id, "left the room")
    assert (ended.state, ended.result.percent, ended.reason) == (State.GRADED, 100, "left the room")
    submitted = pc.records()[-2].facts()
    assert (submitted["cause"], submitted["by"], submitted["reason"]) == ("forced", "P2001", "left the room")


def test_a_paused_sitting_can_be_handed_in_by_force(pc, room):
    sitting = pc.begin_final()
    room.pause(sitting.id, "drill")
    assert room.force(sitting.id, "does not come back").state is State.GRADED


@pytest.mark.feature("d5")
def test_a_void_sitting_uses_no_try_and_keeps_no_result(pc, room):
    sitting = sit(pc, XIAOYU, Kind.FINAL, passing=False)
    void = room.void(sitting.id, "somebody else sat here")
    assert (void.state, void.result) == (State.VOID, None)
    assert pc.desk().offer(Kind.FINAL).attempt == 1
    assert pc.desk().history()[0].state == "void"
    with pytest.raises(SittingClosed):
        room.void(sitting.id, "again")
    with pytest.raises(SittingClosed):
        room.extend(sitting.id, 5, "too late")


def test_what_gave_a_certificate_is_revoked_not_voided(pc, room):
    sitting = sit(pc, XIAOYU, Kind.FINAL)
    pc.office.record_certificate(sitting.id, "BJ-1", "00" * 32)
    with pytest.raises(SittingClosed):
        room.void(sitting.id, "wrong person")


@pytest.mark.feature("d5")
def test_what_time_or_force_has_ended_by_mistake_goes_on_with_what_was_left(pc, room):
    sitting = answer_all(pc, pc.desk(), pc.begin_final())
    pc.clock.forward(minutes=5)
    room.force(sitting.id, "wrong person")
    pc.clock.forward(minutes=9)
    opened = room.reopen(sitting.id, "it was the neighbour", 2)
    assert (opened.state, opened.result, opened.ended_wt) == (State.OPEN, None, None)
    assert (opened.remaining_ms, opened.answers) == (17 * MINUTE, sitting.answers)
    assert pc.desk().open_sitting().id == sitting.id
    assert pc.desk().hand_in(sitting.id).result.percent == 100


@pytest.mark.feature("d5")
def test_a_clock_a_day_ahead_after_a_power_cut_costs_nobody_the_exam(pc):
    sitting = pc.begin_final()
    saved = pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    pc.clock.reboot(24 * 60 * MINUTE, "second")
    pc.reopen()
    pc.office.started("1.0")
    room = pc.desk(PROCTOR)
    assert room.sitting(sitting.id).state is State.GRADED
    with pytest.raises(CannotReopen):
        room.reopen(sitting.id, "the clock was wrong")
    opened = room.reopen(sitting.id, "the clock was wrong", 20)
    assert (opened.state, opened.remaining_ms, opened.answers) == (State.OPEN, 20 * MINUTE, saved.answers)


def test_what_a_person_handed_in_is_not_opened_again(pc, room):
    sitting = sit(pc, XIAOYU, Kind.FINAL, passing=False)
    with pytest.raises(CannotReopen):
        room.reopen(sitting.id, "begging", 5)
    second = pc.begin_final(ZHIYUAN)
    with pytest.raises(CannotReopen):
        room.reopen(second.id, "it runs", 5)
    room.force(second.id, "left")
    with pytest.raises(ExtraTimeAboveCap):
        room.reopen(second.id, "much time", 31)
    third = pc.begin_final(ZHIYUAN)
    with pytest.raises(CannotReopen):
        room.reopen(second.id, "two at once", 5)
    room.force(third.id, "left")
    room.close_session(SESSION)
    with pytest.raises(NoSession):
        room.reopen(third.id, "late", 5)


@pytest.mark.parametrize("reason", ["", "   ", "x" * 201, "a\u202eb", "a\x00", "line\nbreak"])
def test_without_a_plain_reason_nothing_happens(pc, room, reason):
    sitting = pc.begin_final()
    before = len(pc.records())
    for act in (room.pause, room.resume, room.force, room.void):
        with pytest.raises(NoReason):
            act(sitting.id, reason)
    for give in (room.extend, room.credit):
        with pytest.raises(NoReason):
            give(sitting.id, 1, reason)
    with pytest.raises(NoReason):
        room.pause_session(SESSION, reason)
    assert len(pc.records()) == before


def test_quizzes_mocks_and_what_is_not_there_are_out_of_the_proctors_reach(pc, room):
    for sitting in (pc.desk().begin(Kind.QUIZ, 1).id, pc.desk().begin(Kind.MOCK).id, "0" * 16):
        with pytest.raises(ForeignSitting):
            room.pause(sitting, "drill")


def cut(pc, minutes):
    pc.clock.reboot(minutes * MINUTE, "second")
    pc.reopen()


@pytest.mark.feature("b4", "b5")
def test_after_a_restart_of_the_machine_the_sitting_waits_for_the_proctor_and_says_why(pc):
    sitting = pc.begin_final()
    saved = pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    cut(pc, 4)
    back = pc.desk().open_sitting()
    assert (back.state, back.stop, back.answers, back.time_runs) == (State.PAUSED, Cause.REBOOT, saved.answers, True)
    with pytest.raises(NeedsProctor) as refused:
        pc.desk().answer(sitting.id, 2, right(pc, sitting, 2))
    assert refused.value.facts == {"sitting": sitting.id, "cause": "reboot"}
    assert [one.id for one in pc.desk(PROCTOR).waiting()] == [sitting.id]
    (line,) = pc.desk(PROCTOR).sittings()
    assert (line.stop, line.remaining_ms, line.creditable_ms) == ("reboot", LIMIT - 4 * MINUTE, 4 * MINUTE)


@pytest.mark.feature("b5")
def test_what_the_power_cut_has_cost_is_given_back_up_to_the_cap(pc):
    sitting = pc.begin_final()
    pc.clock.forward(minutes=2)
    pc.desk().refresh(sitting.id)
    cut(pc, 4)
    resumed = pc.desk(PROCTOR).resume(sitting.id, "power cut", 60)
    assert (resumed.state, resumed.remaining_ms) == (State.OPEN, LIMIT - 2 * MINUTE)
    assert last(pc).facts() == {"by": "P2001", "reason": "power cut", "credit_ms": 60 * MINUTE}
    with pytest.raises(NothingLost):
        pc.desk(PROCTOR).credit(sitting.id, 1, "once more")


def test_time_can_be_given_back_after_the_sitting_went_on(pc):
    sitting = pc.begin_final()
    cut(pc, 6)
    room = pc.desk(PROCTOR)
    with pytest.raises(NeedsProctor):
        room.credit(sitting.id, 2, "first let it go on")
    assert room.resume(sitting.id, "power cut").remaining_ms == LIMIT - 6 * MINUTE
    assert room.credit(sitting.id, 2, "on second thought").remaining_ms == LIMIT - 4 * MINUTE
    assert room.credit(sitting.id, 30, "all of it").remaining_ms == LIMIT


def test_a_crash_on_a_running_machine_gives_nothing_back(pc):
    sitting = pc.begin_final()
    pc.reopen()
    pc.clock.forward(minutes=2)
    assert pc.desk().open_sitting().state is State.OPEN
    with pytest.raises(NothingLost):
        pc.desk(PROCTOR).credit(sitting.id, 2, "crash")


@pytest.mark.feature("b4")
@pytest.mark.parametrize(("seconds", "state", "stop"), [(180, State.OPEN, None), (181, State.PAUSED, Cause.STOPPED)])
def test_three_minutes_without_the_app_need_nobody_and_one_second_more_needs_the_proctor(pc, seconds, state, stop):
    pc.begin_final()
    pc.clock.forward(seconds * 1000)
    pc.reopen()
    back = pc.desk().open_sitting()
    assert (back.state, back.stop, back.remaining_ms) == (state, stop, LIMIT - seconds * 1000)
    assert [(gap.cause, gap.ms) for gap in back.gaps] == [(Cause.STOPPED, seconds * 1000)]


def test_a_long_sleep_of_the_machine_needs_the_proctor(pc, room):
    sitting = pc.begin_final()
    pc.clock.suspend(5 * MINUTE)
    with pytest.raises(NeedsProctor):
        pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    assert pc.desk().refresh(sitting.id).stop is Cause.SUSPEND
    assert room.resume(sitting.id, "lid was closed", 5).remaining_ms == LIMIT - 5 * MINUTE
    assert "suspend" in pc.events(sitting.id)


def test_a_turned_wall_clock_is_written_down_and_moves_nothing(pc):
    sitting = pc.begin_final()
    pc.clock.set_wall(pc.clock.now().wt - 40 * MINUTE)
    back = pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    assert back.remaining_ms == LIMIT
    assert pc.events(sitting.id)[-2:] == [Event.TIME_JUMP, Event.ANSWER]
    assert [(gap.cause, gap.code) for gap in back.gaps] == [(Cause.CLOCK, "W_CLOCK_JUMP")]


def test_a_mock_goes_on_by_itself_after_a_power_cut(pc):
    mock = pc.desk().begin(Kind.MOCK)
    cut(pc, 4)
    assert pc.desk().refresh(mock.id).state is State.OPEN
    assert pc.desk().refresh(mock.id).remaining_ms == 6 * MINUTE
