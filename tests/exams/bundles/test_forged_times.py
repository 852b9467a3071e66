"""Attacks of the security design, section 10, group D: time that was stopped, turned, lent or stolen."""

from dataclasses import replace

import pytest

from exams.bundles.hr_trust import Release
from exams.items.item import ItemType
from exams.journal.line import Event
from exams.packs.slots import SlotPurpose
from exams.sittings.errors import NeedsProctor, TooLate
from exams.sittings.sitting import State
from exams.timing.policy import TimePolicy
from tests.exams.bundles.day import WHY, changed
from tests.exams.bundles.forging import consistent, forged, places
from tests.exams.bundles.hr_room import refusals
from tests.exams.desk.branch_pc import HOUR, MINUTE, NOON
from tests.exams.desk.sealed_branch import HERE


def test_d01_a_wall_clock_turned_back_changes_no_deadline(fresh):
    fresh.begin().answer(1)
    before = fresh.desk.refresh(fresh.sitting.id).remaining_ms
    fresh.pc.clock.set_wall(fresh.pc.clock.now().wt - 40 * MINUTE)
    assert fresh.desk.refresh(fresh.sitting.id).remaining_ms == before
    fresh.answer(2).hand_in()
    verdict = fresh.room.verify(fresh.bundle)
    assert (verdict.accepted, "W_CLOCK_JUMP" in verdict.codes) == (True, True)


def test_d02_after_a_long_sleep_the_sitting_is_over(fresh):
    fresh.begin().answer(1)
    fresh.pc.clock.suspend(90 * MINUTE)
    assert fresh.desk.refresh(fresh.sitting.id).state is State.GRADED
    verdict = fresh.room.verify(fresh.bundle)
    assert (verdict.accepted, "W_RESUME" in verdict.codes) == (True, True)


def test_d02_an_answer_after_the_end_of_time_is_dropped_and_found(day):
    told = day.told
    at = places(told, Event.ANSWER)[-1]
    late = [*told[:at], *(one.after(25 * MINUTE) for one in told[at:])]
    # Somebody who keeps up the beat, so that no gap asks for the proctor.
    beats = []
    for number in range(1, 100):
        beat = told[at - 1].after(number * 15_000)
        beats.append(replace(beat, event=Event.HEARTBEAT.value, facts={}))
    late[at:at] = beats
    late = consistent(day.bundle, late, day.room, day.pc.device)
    verdict = day.room.verify(forged(day.bundle, late, day.pc.device))
    assert refusals(verdict) == ["E_LATE_ANSWER"]
    assert len(verdict.sittings[0].sitting.answers) == 6


def test_d03_an_answer_after_a_restart_needs_the_proctor_before_it(day):
    told = day.told
    at = places(told, Event.ANSWER)[3]
    rebooted = [*told[:at], *(one.after(MINUTE, boot="boot2") for one in told[at:])]
    rebooted = consistent(day.bundle, rebooted, day.room, day.pc.device)
    assert day.forge(rebooted) == ["E_RESUME"]


def test_d04_a_restart_with_the_clock_set_back_needs_the_proctor_and_a_person_at_hr(fresh):
    fresh.begin().answer(1)
    fresh.pc.clock.reboot(-45 * MINUTE, "boot2", 10_000)
    fresh.comes_back()
    with pytest.raises(NeedsProctor):
        fresh.answer(2)
    fresh.proctor.resume(fresh.sitting.id, WHY)
    fresh.answer(2).hand_in()
    verdict = fresh.room.verify(fresh.bundle)
    assert refusals(verdict) == ["E_TIME_NEGATIVE"]
    assert "W_CLOCK_BACK" in verdict.codes


def test_d04_a_boot_clock_that_runs_back_is_found(day):
    told = day.told
    at = places(told, Event.ANSWER)[3]
    moment = told[at].moment
    back = moment._replace(bt=moment.bt - 2 * MINUTE, mt=moment.mt - 2 * MINUTE)
    told[at] = replace(told[at], moment=back)
    assert day.forge(told) == ["E_TIME_NEGATIVE"]


def test_d05_of_thirty_minutes_asked_for_ten_are_given(fresh):
    fresh.begin().answer(1)
    fresh.pc.clock.reboot(15 * MINUTE, "boot2", 60_000)
    fresh.comes_back()
    resumed = fresh.proctor.resume(fresh.sitting.id, WHY, 30)
    assert resumed.time.credited_ms == 10 * MINUTE
    fresh.answer(2).hand_in()
    verdict = fresh.room.verify(fresh.bundle)
    assert (verdict.accepted, "W_CREDIT" in verdict.codes) == (True, True)
    assert verdict.sittings[0].sitting.time.credited_ms == 10 * MINUTE


@pytest.mark.parametrize(
    "facts",
    [
        {"extra_ms": 70 * MINUTE, "limit_ms": 90 * MINUTE},
        {"limit_ms": 30 * MINUTE},
        {"extra_ms": -MINUTE, "limit_ms": 19 * MINUTE},
        {"time": TimePolicy(credit_ms=HOUR).as_json()},
        {"time": TimePolicy(grace_ms=HOUR).as_json()},
        {"parts": [{"positions": [1], "limit_ms": MINUTE}]},
    ],
)
def test_d06_more_time_than_the_cap_is_found(day, facts):
    told = day.told
    at = places(told, Event.START)[0]
    assert day.forge(changed(told, at, **facts), renamed=True) == ["E_EXTRA_TIME"]


def test_d06_minutes_added_above_the_cap_are_found(day):
    told = day.told
    at = places(told, Event.ANSWER)[3]
    extend = replace(told[at], event=Event.EXTEND.value, facts={"by": "P2001", "reason": WHY, "ms": 31 * MINUTE})
    assert day.forge([*told[:at], extend, *told[at:]]) == ["E_EXTRA_TIME"]


def test_d07_an_exam_outside_the_release_window_is_found(day):
    session = day.room.sessions[HERE.session]
    for window in (
        {"not_before_wt": NOON + HOUR, "not_after_wt": NOON + 2 * HOUR},
        {"not_before_wt": NOON - 2 * HOUR, "not_after_wt": NOON - HOUR},
    ):
        other = {HERE.session: replace(session, **window)}
        assert refusals(day.room.verify(day.bundle, sessions=other)) == ["E_WINDOW"]


def test_d07_a_wall_clock_turned_back_does_not_bring_the_session_back(day):
    told = day.told
    at = places(told, Event.START)[0]
    later = told[at - 1].moment._replace(wt=NOON + 4 * HOUR)
    told[at - 1] = replace(told[at - 1], moment=later)
    verdict = day.room.verify(forged(day.bundle, told, day.pc.device))
    assert verdict.codes == ("E_WINDOW", "W_CLOCK_JUMP", "W_NO_ANCHOR")


def test_d10_five_seconds_after_the_limit_an_answer_counts_and_six_seconds_after_none(fresh):
    fresh.begin()
    step = 15_000
    while fresh.desk.refresh(fresh.sitting.id).remaining_ms > step:
        fresh.pc.clock.forward(step)
    left = fresh.desk.refresh(fresh.sitting.id).remaining_ms
    fresh.pc.clock.forward(left + 4_000)
    place = next(one for one in fresh.sitting.paper.items if one.type is ItemType.SINGLE)
    fresh.desk.answer(fresh.sitting.id, place.position, "A")
    fresh.pc.clock.forward(2_000)
    with pytest.raises(TooLate):
        fresh.desk.answer(fresh.sitting.id, place.position, "B")
    fresh.desk.refresh(fresh.sitting.id)
    verdict = fresh.room.verify(fresh.bundle)
    assert verdict.codes == ("W_NO_ANCHOR",)
    assert list(verdict.sittings[0].sitting.answers.values()) == ["A"]


def test_d11_a_session_that_took_too_long_shows_in_the_offices_times_alone(anchored):
    session = anchored.room.sessions[HERE.session]
    late = [replace(one, wt=NOON + 3 * HOUR) if one.purpose is SlotPurpose.KEY else one for one in session.releases]
    verdict = anchored.room.verify(anchored.bundle, sessions={HERE.session: replace(session, releases=tuple(late))})
    assert verdict.codes == ("W_SESSION_LONG",)
    assert anchored.room.verify(anchored.bundle).codes == ()


def test_a_code_given_twice_counts_from_the_first_time(anchored):
    session = anchored.room.sessions[HERE.session]
    again = (*session.releases, Release(SlotPurpose.ITEMS, NOON + HOUR))
    trust = {HERE.session: replace(session, releases=again)}
    assert anchored.room.verify(anchored.bundle, sessions=trust).codes == ()
