"""Sessions from opening to report, extra time before the start, and sittings nobody came back to."""

import pytest

from exams.accounts.errors import BadStaffId, SignInLocked, SignInRefused
from exams.desk.errors import (
    ClockBehind,
    ExtraTimeAboveCap,
    NoSession,
    SessionBusy,
    SessionStillOpen,
    WrongCode,
    WrongRole,
)
from exams.journal.line import Event
from exams.sittings.sitting import Kind, State
from exams.timing.gaps import Cause
from tests.exams.desk.answering import answer_all, right, sit
from tests.exams.desk.branch_pc import DAY, HOUR, HR, MINUTE, PASSPHRASE, PIN, PROCTOR, RUOXI, SESSION, XIAOYU, ZHIYUAN

LIMIT = 20 * MINUTE


@pytest.fixture
def room(pc):
    """The proctor's desk."""
    return pc.desk(PROCTOR)


def test_a_session_is_opened_with_a_code_that_is_told_once_and_begins_the_final(pc, room):
    room.close_session(SESSION)
    info, code = room.open_session("二号考场")
    assert (info.open, info.title, info.code_shown) == (True, "二号考场", None)
    assert code not in str([record.body for record in pc.records()])
    sitting = pc.begin_final(code=code.lower())
    assert sitting.session == info.id
    with pytest.raises(WrongCode):
        pc.begin_final(ZHIYUAN)


def test_one_session_at_a_time(room):
    with pytest.raises(SessionStillOpen):
        room.open_session("二号考场")
    room.close_session(SESSION)
    assert room.open_session("二号考场")[0].id != SESSION


def test_a_session_is_not_closed_over_somebody_who_sits(pc, room):
    sitting = pc.begin_final()
    with pytest.raises(SessionBusy) as refused:
        room.close_session(SESSION)
    assert refused.value.facts == {"sittings": 1}
    room.force(sitting.id, "left")
    room.close_session(SESSION)
    assert [one.open for one in room.sessions()] == [False]
    for session in (SESSION, "S9"):
        with pytest.raises(NoSession):
            room.close_session(session)
    assert pc.records()[-1].facts()["sittings"] == 1


@pytest.mark.feature("b5")
def test_the_report_lists_every_gap_with_its_cause_and_every_override_with_who_and_why(pc, room):
    first, second = pc.begin_final(XIAOYU), pc.begin_final(RUOXI)
    pc.clock.reboot(4 * MINUTE, "second")
    pc.reopen()
    room = pc.desk(PROCTOR)
    room.resume_session(SESSION, "power cut", 4)
    room.extend(first.id, 5, "lorry")
    pc.desk(XIAOYU).focus(first.id, lost=True)
    for sitting in (first, second):
        room.force(sitting.id, "end of the day")
    report = room.close_session(SESSION)
    told = {one.line.staff_id: one for one in report.sittings}
    assert [(gap.cause, gap.ms) for gap in told["T1001"].gaps] == [(Cause.REBOOT, 4 * MINUTE)]
    assert (told["T1001"].extended_ms, told["T1001"].credited_ms, told["T1001"].focus_lost) == (
        5 * MINUTE,
        4 * MINUTE,
        1,
    )
    assert (told["T1003"].extra_ms, told["T1003"].line.percent) == (10 * MINUTE, 0)
    assert [(one.event, one.by, one.reason, one.ms) for one in report.overrides] == [
        ("resume", "P2001", "power cut", 4 * MINUTE),
        ("resume", "P2001", "power cut", 4 * MINUTE),
        ("extend", "P2001", "lorry", 5 * MINUTE),
        ("submit", "P2001", "end of the day", 0),
        ("submit", "P2001", "end of the day", 0),
    ]
    assert (report.records, report.session.open) == (len(pc.records()), False)
    room.record_report(SESSION, "ab" * 32)
    assert pc.records()[-1].facts() == {"session": SESSION, "sha256": "ab" * 32, "by": "P2001"}


@pytest.mark.feature("b8")
def test_extra_time_granted_before_the_start_is_on_the_offer_and_in_the_start_line(pc, room):
    room.grant_extra("T1001", 15, "broken arm")
    assert pc.desk().offer(Kind.FINAL).minutes == 35
    assert pc.desk().offer(Kind.MOCK).minutes == 10
    sitting = pc.begin_final()
    assert (sitting.remaining_ms, sitting.extra_ms) == (35 * MINUTE, 15 * MINUTE)
    assert pc.begin_final(RUOXI).remaining_ms == 30 * MINUTE
    granted = next(record for record in pc.records() if record.line.type == Event.EXTEND)
    assert granted.facts() == {
        "session": SESSION,
        "staff": "T1001",
        "ms": 15 * MINUTE,
        "by": "P2001",
        "reason": "broken arm",
    }


@pytest.mark.feature("b8")
def test_a_grant_is_for_one_session_under_the_cap_and_can_be_taken_back(pc, room):
    for minutes in (-1, 61):
        with pytest.raises(ExtraTimeAboveCap):
            room.grant_extra("T1001", minutes, "reason")
    with pytest.raises(BadStaffId):
        room.grant_extra("T9999", 10, "reason")
    room.grant_extra("T1001", 10, "reason")
    room.grant_extra("T1001", 0, "a mistake")
    assert pc.desk().offer(Kind.FINAL).minutes == 20
    room.grant_extra("T1001", 10, "reason")
    room.close_session(SESSION)
    with pytest.raises(NoSession):
        room.grant_extra("T1001", 10, "reason")
    room.open_session("二号考场")
    assert pc.desk().offer(Kind.FINAL).minutes == 20


@pytest.mark.feature("b4")
def test_a_sitting_nobody_came_back_to_is_graded_when_anybody_opens_the_app(pc):
    sitting = answer_all(pc, pc.desk(), pc.begin_final())
    pc.clock.reboot(9 * HOUR, "next morning")
    pc.reopen()
    pc.office.started("1.0")
    assert pc.book.load(sitting.id).state is State.GRADED
    (line,) = pc.desk(HR).sittings()
    assert (line.state, line.percent, line.ended_wt) == ("graded", 100, pc.clock.now().wt)
    assert [gap.cause for gap in pc.book.load(sitting.id).gaps] == [Cause.REBOOT]
    submitted = next(record for record in pc.records() if record.line.type == Event.SUBMIT)
    assert submitted.facts()["cause"] == "time"


def test_a_sitting_whose_app_never_came_back_is_closed_with_that_as_the_cause(pc):
    sitting = pc.begin_final()
    pc.clock.forward(LIMIT + MINUTE)
    pc.reopen()
    pc.office.started("1.0")
    closed = pc.book.load(sitting.id)
    assert (closed.state, [gap.cause for gap in closed.gaps]) == (State.GRADED, [Cause.STOPPED])


def test_one_that_the_proctor_could_still_help_is_left_waiting(pc):
    sitting = pc.begin_final()
    pc.clock.reboot(LIMIT + 5 * MINUTE, "second")
    pc.reopen()
    pc.office.started("1.0")
    assert pc.desk(PROCTOR).sitting(sitting.id).state is State.PAUSED
    assert pc.desk(PROCTOR).resume(sitting.id, "power cut", 10).remaining_ms == 5 * MINUTE


def test_one_that_is_let_go_on_without_a_minute_left_is_handed_in_at_once(pc):
    sitting = pc.begin_final()
    pc.clock.reboot(LIMIT + 5 * MINUTE, "second")
    pc.reopen()
    assert pc.desk(PROCTOR).resume(sitting.id, "no reason to wait").state is State.GRADED


def test_the_lists_of_the_staff_close_what_ran_out_while_the_app_stayed_open(pc, room):
    sitting = pc.begin_final()
    pc.clock.forward(LIMIT - 1)
    assert room.sittings()[0].state == "open"
    pc.clock.forward(1)
    assert room.sittings()[0].state == "graded"
    assert pc.desk().sitting(sitting.id).state is State.GRADED


def test_what_cannot_be_read_keeps_nobody_out_of_the_app(pc):
    pc.begin_final()
    pc.tamper("UPDATE journal SET body = ? WHERE seq = ?", b"{}", pc.line_of(Event.START))
    pc.clock.forward(DAY)
    pc.office.started("1.0")
    assert pc.records()[-1].line.type == Event.APP_START


def test_no_final_begins_by_a_clock_that_is_behind_until_the_proctor_confirms_it(pc, room):
    sit(pc, XIAOYU, Kind.QUIZ, 1)
    pc.clock.set_wall(pc.clock.now().wt - 11 * MINUTE)
    with pytest.raises(ClockBehind) as refused:
        pc.begin_final()
    assert refused.value.facts == {"minutes": 11}
    assert pc.desk().begin(Kind.QUIZ, 2).state is State.OPEN
    room.confirm_clock("headquarters says so")
    assert pc.begin_final().state is State.OPEN


def test_ten_minutes_behind_are_believed(pc):
    sit(pc, XIAOYU, Kind.QUIZ, 1)
    pc.clock.set_wall(pc.clock.now().wt - 10 * MINUTE)
    assert pc.begin_final().state is State.OPEN


def test_the_focus_is_counted_in_finals_alone(pc):
    final, quiz = pc.begin_final(), pc.desk().begin(Kind.QUIZ, 1)
    desk = pc.desk()
    for lost in (True, False, True):
        desk.focus(final.id, lost)
        desk.focus(quiz.id, lost)
    assert (desk.sitting(final.id).focus_lost, desk.sitting(quiz.id).focus_lost) == (2, 0)
    assert pc.events(final.id)[1:] == [Event.FOCUS_LOST, Event.FOCUS_GAINED, Event.FOCUS_LOST]
    pc.desk().hand_in(final.id)
    before = len(pc.records())
    desk.focus(final.id, True)
    assert len(pc.records()) == before


def test_only_a_proctor_gets_the_proctors_desk_and_another_try_is_written_down(pc):
    pc.hire(PROCTOR)
    assert pc.office.proctor("P2001", PASSPHRASE).person == PROCTOR
    with pytest.raises(WrongRole):
        pc.office.proctor("T1001", PIN)
    assert pc.records()[-1].facts() == {"code": "E_ROLE", "staff": "T1001"}
    with pytest.raises(SignInRefused):
        pc.office.proctor("P2001", "369147")


def test_beginning_and_end_of_the_app_and_a_lock_are_written_down(pc):
    pc.office.started("1.0")
    for _ in range(10):
        with pytest.raises((SignInRefused, SignInLocked)):
            pc.office.sign_in("T1001", "369147")
        pc.clock.forward(HOUR)
    assert pc.records()[-1].line.type == Event.LOCK
    pc.reopen()
    assert pc.events().count(Event.APP_STOP) == 1
    pc.reopen()  # opened by a command, not as the app
    assert pc.events().count(Event.APP_STOP) == 1


def test_alerts_at_ten_and_two_minutes_are_facts_of_the_sitting(pc, room):
    sitting = pc.begin_final()
    told = []
    for _ in range(19):
        pc.clock.forward(minutes=1)
        told.append(pc.desk().refresh(sitting.id).alert)
    assert told == [None] * 9 + [10] * 8 + [2, 2]
    assert room.extend(sitting.id, 20, "lorry").alert is None
    assert pc.desk().answer(sitting.id, 1, right(pc, sitting, 1)).alert is None
