"""A seat swap by stick: nothing is lost, the time between is a pause, and the old PC refuses to go on."""

import pytest

from exams.desk.handover import ask_handover, hand_over, take_over
from exams.devices.errors import HandoverRefused
from exams.items.item import ItemType
from exams.sittings.errors import SittingMoved
from exams.sittings.sitting import Kind, State
from exams.store.people_rows import find_pin
from exams.timing.gaps import Cause
from tests.exams.desk.answering import answer_all, right
from tests.exams.desk.branch_pc import MINUTE, PROCTOR, TYPED, XIAOYU
from tests.exams.desk.handover_room import WHY


@pytest.mark.feature("d10")
def test_paper_answers_flags_and_time_go_on_at_the_spare_pc(room):
    sitting = room.begun()
    room.old.desk().flag(sitting.id, 5, True)
    before = room.old.desk().refresh(sitting.id)
    raw = room.handed(sitting)
    room.spare.clock.forward(5 * MINUTE)
    after = room.taken(raw)
    assert (after.id, after.state, after.paper) == (before.id, State.OPEN, before.paper)
    assert (after.answers, after.flags, after.seen) == (before.answers, before.flags, before.seen)
    assert (after.remaining_ms, after.position) == (before.remaining_ms, before.position)


@pytest.mark.feature("d10")
def test_it_is_handed_in_and_graded_at_the_spare_pc_with_all_answers(room):
    sitting, _, _ = room.swapped()
    desk = room.spare.desk()
    assert desk.open_sitting().id == sitting.id
    answer_all(room.spare, desk, desk.open_sitting())
    done = desk.hand_in(sitting.id)
    assert (done.state, done.result.score) == (State.GRADED, done.result.max_score)


def test_drafts_strikes_and_notes_travel_too(room):
    sitting = room.begun(0)
    number = next(one.position for one in sitting.paper.items if one.type is ItemType.NUMERICAL)
    room.old.desk().draft(sitting.id, number, "-")
    before = room.old.desk().refresh(sitting.id)
    after = room.taken(room.handed(sitting))
    assert (after.drafts, after.withheld) == ({number: "-"}, 0)
    assert after.answers == before.answers == {}


def test_what_goes_on_there_is_read_again_after_a_restart(room):
    sitting, _, after = room.swapped()
    room.spare.reopen()
    again = room.spare.book.load(sitting.id)
    assert (again.answers, again.elapsed_ms, again.gaps) == (after.answers, after.elapsed_ms, after.gaps)
    room.spare.book.rebuild()
    assert room.spare.book.load(sitting.id).answers == after.answers
    assert [row.state for row in room.spare.book.rows(XIAOYU.staff_id)] == ["open"]


@pytest.mark.feature("d10")
def test_the_time_between_the_two_is_a_pause_with_its_reason(room):
    _, _, after = room.swapped(minutes=2)
    gap = after.gaps[-1]
    assert (gap.cause, gap.ms, gap.counted_ms) == (Cause.PAUSE, 2 * MINUTE, 0)
    assert (after.reason, after.elapsed_ms, after.time.paused_ms) == (WHY, 3 * MINUTE, 2 * MINUTE)


def test_beyond_the_cap_of_a_pause_the_time_runs(room):
    _, _, after = room.swapped(minutes=70)
    assert (after.elapsed_ms, after.gaps[-1].counted_ms) == (13 * MINUTE, 10 * MINUTE)


def test_a_spare_pc_whose_clock_is_behind_neither_gives_nor_takes_time(room):
    sitting = room.begun()
    before = room.old.desk().refresh(sitting.id)
    assert room.taken(room.handed(sitting)).remaining_ms == before.remaining_ms


def test_a_paused_sitting_is_paused_on_the_way_and_goes_on_there(room):
    sitting = room.begun()
    room.old.desk(PROCTOR).pause(sitting.id, WHY)
    room.old.clock.forward(4 * MINUTE)
    raw = room.handed(sitting)
    room.spare.clock.forward(8 * MINUTE)
    after = room.taken(raw)
    assert (after.state, after.elapsed_ms, after.time.paused_ms) == (State.OPEN, 3 * MINUTE, 5 * MINUTE)


@pytest.mark.feature("d10")
def test_the_old_pc_refuses_to_go_on(room):
    sitting, _, _ = room.swapped()
    desk, proctor = room.old.desk(), room.old.desk(PROCTOR)
    before = room.old.events(sitting.id)
    for act in (
        lambda: desk.answer(sitting.id, 1, None),
        lambda: desk.hand_in(sitting.id),
        lambda: desk.flag(sitting.id, 1, True),
        lambda: proctor.resume(sitting.id, WHY),
        lambda: proctor.extend(sitting.id, 5, WHY),
        lambda: proctor.force(sitting.id, WHY),
        lambda: proctor.void(sitting.id, WHY),
    ):
        with pytest.raises(SittingMoved):
            act()
    assert [one for one in room.old.events(sitting.id)[len(before) :] if one != "error"] == []
    assert desk.open_sitting() is None
    assert [line.state for line in proctor.sittings()] == ["moved"]
    room.old.clock.forward(600 * MINUTE)
    assert [line.state for line in proctor.sittings()] == ["moved"]


def test_it_uses_one_try_on_both_pcs(room):
    room.swapped()
    for pc in (room.old, room.spare):
        assert pc.desk().offer(Kind.FINAL).attempt == 2


def test_both_journals_say_so_with_who_and_why(room):
    sitting, _, _ = room.swapped()
    out = [one for one in room.old.records() if one.line.type == "handover"][-1]
    asked, taken = [one for one in room.spare.records() if one.line.type == "handover"]
    told = [one.facts() for one in (out, asked, taken)]
    assert [one["dir"] for one in told] == ["out", "asked", "in"]
    assert {one["by"] for one in told} == {PROCTOR.staff_id}
    assert len({one["nonce"] for one in told}) == 1
    assert (told[0]["reason"], told[2]["reason"], taken.line.att) == (WHY, WHY, sitting.id)
    assert told[0]["to"] == room.spare.office.settings()["device"]
    assert told[2]["from"] == room.old.office.settings()["device"]


def test_both_sessions_close_and_their_reports_name_the_swap(room):
    sitting, _, _ = room.swapped()
    room.spare.desk(PROCTOR).force(sitting.id, WHY)
    for pc, ended in ((room.old, "moved"), (room.spare, "forced")):
        desk = pc.desk(PROCTOR)
        report = desk.close_session(desk.sessions()[0].id)
        assert report.sums[ended] == 1
        assert report.sums["overrides"] == len(report.overrides)
        assert "handover" in {act.event for act in report.overrides}


@pytest.mark.feature("d10", "d12")
def test_time_given_before_the_swap_stands_in_the_old_pcs_report_alone(room):
    sitting = room.begun()
    room.old.desk(PROCTOR).extend(sitting.id, 5, WHY)
    room.spare.clock.forward(4 * MINUTE)
    room.taken(room.handed(sitting))
    room.spare.desk(PROCTOR).extend(sitting.id, 2, WHY)
    room.spare.desk(PROCTOR).force(sitting.id, WHY)
    for pc, minutes in ((room.old, 5), (room.spare, 2)):
        report = pc.desk(PROCTOR).close_session(pc.desk(PROCTOR).sessions()[0].id)
        assert report.sums["extended_ms"] == minutes * MINUTE
        assert sum(one.ms for one in report.overrides if one.event == "extend") == minutes * MINUTE


def test_nobody_begins_a_second_exam_of_the_session_at_the_old_pc(room):
    sitting, _, _ = room.swapped()
    with pytest.raises(SittingMoved):
        room.old.desk().begin(Kind.FINAL, code=TYPED)
    assert [line.sitting for line in room.old.desk(PROCTOR).sittings()] == [sitting.id]


def test_the_person_can_sign_in_there_although_nobody_knew_the_name(room):
    room.spare.db.execute("DELETE FROM people WHERE staff_id = ?", (XIAOYU.staff_id,))
    room.swapped()
    assert find_pin(room.spare.db, XIAOYU.staff_id) == find_pin(room.old.db, XIAOYU.staff_id)


@pytest.mark.feature("d10")
def test_taken_over_twice_it_changes_nothing(room):
    sitting, raw, _ = room.swapped()
    desk = room.spare.desk()
    answered = desk.answer(sitting.id, 4, right(room.spare, sitting, 4))
    before = len(room.spare.records())
    assert room.taken(raw).answers == answered.answers
    assert len(room.spare.records()) == before


def test_a_lost_stick_is_written_again_for_the_same_pc_alone(room):
    sitting, request = room.begun(), room.asked()
    room.handed(sitting, request)
    room.old.reopen()
    again = room.handed(sitting, request)
    with pytest.raises(HandoverRefused) as refused:
        room.handed(sitting, room.asked())
    assert refused.value.facts["reason"] == "moved"
    assert len(room.taken(again).answers) == 3
    assert room.old.events(sitting.id).count("handover") == 1


def test_a_third_pc_moves_it_on(room, a_pc):
    sitting, _, after = room.swapped()
    third = a_pc("third")
    request = ask_handover(third.office, third.desk(PROCTOR))
    raw = hand_over(room.spare.office, room.spare.desk(PROCTOR), sitting.id, request, WHY)
    there = take_over(third.office, third.desk(PROCTOR), raw)
    assert (there.answers, there.remaining_ms) == (after.answers, after.remaining_ms)
