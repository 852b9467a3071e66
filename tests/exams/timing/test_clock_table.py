"""The clock table: what can happen to time in an exam room, and what the account says afterwards, to the second.

Each row is a story of a 60-minute final told from outside, in minutes, with what ought to be left and which gaps ought
to be listed. A beat is a line of the journal: the app writes one every 15 seconds.
"""

from datetime import UTC, datetime

import pytest

from exams.timing.gaps import Cause
from tests.exams.timing.clock_room import DAY, HOUR, MINUTE, NOON, Room, Row

STOPPED, SUSPEND, REBOOT = Cause.STOPPED, Cause.SUSPEND, Cause.REBOOT
CLOCK, PAUSE, AWAY = Cause.CLOCK, Cause.PAUSE, Cause.AWAY
NEW_YEAR_2038 = int(datetime(2038, 1, 19, 3, 0, tzinfo=UTC).timestamp() * 1000)
LEAP_EVENING = int(datetime(2028, 2, 28, 23, 50, tzinfo=UTC).timestamp() * 1000)

TABLE = (
    Row("nothing happens", lambda r: r.work(20), 40),
    Row("suspend 2 min", lambda r: r.work(10).sleep(2).beat(), 48, ((SUSPEND, 2),)),
    Row("suspend 5 min", lambda r: r.work(10).sleep(5).beat(), 45, ((SUSPEND, 5),), SUSPEND),
    Row(
        "suspend 5 min, the proctor resumes",
        lambda r: r.work(10).sleep(5).beat().wait(1).proctor_resumes(9),
        44,
        ((SUSPEND, 5),),
    ),
    Row(
        "suspend 90 min: the deadline passes in it",
        lambda r: r.work(10).sleep(90).beat(),
        0,
        ((SUSPEND, 90),),
        SUSPEND,
        over=True,
    ),
    Row("crash, back after 10 s", lambda r: r.work(10).wait(1 / 6).app_comes_back(), 50 - 1 / 6, ((STOPPED, 1 / 6),)),
    Row("crash, back after 3 min exactly", lambda r: r.work(10).wait(3).app_comes_back(), 47, ((STOPPED, 3),)),
    Row("crash, back after 10 min", lambda r: r.work(10).wait(10).app_comes_back(), 40, ((STOPPED, 10),), STOPPED),
    Row(
        "crash, then the machine sleeps 6 min",
        lambda r: r.work(10).wait(1).sleep(6).app_comes_back(),
        43,
        ((STOPPED, 1), (SUSPEND, 6)),
        SUSPEND,
    ),
    Row(
        "crash, then a sleep: each short enough, both together not",
        lambda r: r.work(10).wait(2).sleep(2.5).app_comes_back(),
        45.5,
        ((STOPPED, 2), (SUSPEND, 2.5)),
        SUSPEND,
    ),
    Row("nobody before the screen for 5 min", lambda r: r.work(10).wait(5).beat(), 45, ((AWAY, 5),)),
    Row("power cut of 4 min", lambda r: r.work(10).power_cut(4).app_comes_back(), 45.5, ((REBOOT, 4.5),), REBOOT),
    Row(
        "power cut of 4 min, all of it given back",
        lambda r: r.work(10).power_cut(4).app_comes_back().proctor_resumes(4.5),
        50,
        ((REBOOT, 4.5),),
    ),
    Row(
        "power cut, and the proctor comes 2 min later",
        lambda r: r.work(10).power_cut(4).app_comes_back().wait(2).proctor_resumes(60),
        50,
        ((REBOOT, 4.5),),
    ),
    Row(
        "power cut of 25 min, given back up to the cap",
        lambda r: r.work(10).power_cut(25).app_comes_back().proctor_resumes(25.5),
        34.5,
        ((REBOOT, 25.5),),
    ),
    Row(
        "two power cuts, the cap is for both",
        lambda r: (
            r.work(5)
            .power_cut(6)
            .app_comes_back()
            .proctor_resumes(6.5)
            .work(5)
            .power_cut(6)
            .app_comes_back()
            .proctor_resumes(6.5)
        ),
        47,
        ((REBOOT, 6.5), (REBOOT, 6.5)),
    ),
    Row(
        "two restarts in one gap",
        lambda r: r.work(10).power_cut(2).power_cut(3).app_comes_back(),
        54 - 10,
        ((REBOOT, 6),),
        REBOOT,
    ),
    Row(
        "power cut over the deadline: credit can still help",
        lambda r: r.work(50).power_cut(14).app_comes_back(),
        0,
        ((REBOOT, 14.5),),
        REBOOT,
    ),
    Row(
        "power cut over the deadline, helped",
        lambda r: r.work(50).power_cut(14).app_comes_back().proctor_resumes(60),
        5.5,
        ((REBOOT, 14.5),),
    ),
    Row(
        "power cut over the deadline: nothing can help",
        lambda r: r.work(50).power_cut(21).app_comes_back(),
        0,
        ((REBOOT, 21.5),),
        REBOOT,
        over=True,
    ),
    Row(
        "never came back: the machine was off for a night",
        lambda r: r.work(10).power_cut(15 * 60).app_comes_back(),
        0,
        ((REBOOT, 900.5),),
        REBOOT,
        over=True,
    ),
    Row(
        "battery dead: the clock says 1970 after the cut",
        lambda r: r.work(10).power_cut(4, wall=-NOON / MINUTE, up=3).app_comes_back(),
        47,
        ((REBOOT, 3),),
        REBOOT,
        codes=("E_TIME_NEGATIVE",),
    ),
    Row(
        "clock set back 45 min over a restart",
        lambda r: r.work(10).power_cut(4, wall=-45, up=2).app_comes_back(),
        48,
        ((REBOOT, 2),),
        REBOOT,
        codes=("E_TIME_NEGATIVE",),
    ),
    Row(
        "clock a little back over a restart: less than it has run",
        lambda r: r.work(10).power_cut(4, wall=1, up=9).app_comes_back(),
        41,
        ((REBOOT, 9),),
        REBOOT,
        codes=("E_TIME_NEGATIVE",),
    ),
    Row("wall clock one day forward", lambda r: r.work(10).turn_wall(DAY).work(5), 45, ((CLOCK, 1440),)),
    Row("wall clock one day back", lambda r: r.work(10).turn_wall(-DAY).work(5), 45, ((CLOCK, -1440),)),
    Row(
        "wall clock 40 min back",
        lambda r: r.work(30).turn_wall(-40 * MINUTE).work(5),
        25,
        ((CLOCK, -40),),
        codes=("W_CLOCK_JUMP",),
    ),
    Row("clock put right by 90 s: below notice", lambda r: r.work(10).turn_wall(90_000).work(5), 45),
    Row("zone changed: UTC stands", lambda r: r.work(10).turn_wall(0).work(5), 45),
    Row("zone changed by setting the clock", lambda r: r.work(10).turn_wall(8 * HOUR).work(5), 45, ((CLOCK, 480),)),
    Row(
        "summer time set by hand, and back",
        lambda r: r.work(10).turn_wall(HOUR).work(5).turn_wall(-HOUR).work(5),
        40,
        ((CLOCK, 60), (CLOCK, -60)),
    ),
    Row("over the end of 2038's seconds", lambda r: r.work(30), 30, begins=NEW_YEAR_2038),
    Row(
        "power cut over the end of 2038's seconds",
        lambda r: r.work(10).power_cut(6).app_comes_back(),
        43.5,
        ((REBOOT, 6.5),),
        REBOOT,
        begins=NEW_YEAR_2038,
    ),
    Row(
        "midnight to 29 February",
        lambda r: r.work(15).power_cut(1).app_comes_back(),
        43.5,
        ((REBOOT, 1.5),),
        REBOOT,
        begins=LEAP_EVENING,
    ),
    Row(
        "clock turned while the app is gone",
        lambda r: r.work(10).wait(2).turn_wall(DAY).app_comes_back(),
        48,
        ((STOPPED, 2), (CLOCK, 1440)),
    ),
    Row(
        "clock jump in the middle of a suspend",
        lambda r: r.work(10).sleep(2).turn_wall(-3 * HOUR).beat(),
        48,
        ((SUSPEND, 2), (CLOCK, -180)),
    ),
    Row(
        "pause of 20 min", lambda r: r.work(10).proctor_pauses().wait(20).proctor_resumes().work(5), 45, ((PAUSE, 20),)
    ),
    Row("pause not yet over", lambda r: r.work(10).proctor_pauses().wait(20).beat(), 50, (), PAUSE),
    Row(
        "pause, and the machine sleeps in it",
        lambda r: r.work(10).proctor_pauses().sleep(20).proctor_resumes(),
        50,
        ((SUSPEND, 20), (PAUSE, 20)),
    ),
    Row(
        "pause, and a power cut in it",
        lambda r: r.work(10).proctor_pauses().wait(1).power_cut(7).app_comes_back().proctor_resumes(),
        50,
        ((REBOOT, 8.5), (PAUSE, 8.5)),
    ),
    Row(
        "pause longer than the policy allows",
        lambda r: r.work(10).proctor_pauses().wait(75).proctor_resumes(),
        35,
        ((PAUSE, 75),),
    ),
    Row(
        "the proctor forgets the pause", lambda r: r.work(10).proctor_pauses().wait(600).beat(), 0, (), PAUSE, over=True
    ),
    Row("minutes added", lambda r: r.work(10).proctor_adds(15).work(10), 55),
    Row(
        "minutes added during a pause",
        lambda r: r.work(10).proctor_pauses().wait(5).proctor_adds(10).wait(5).proctor_resumes(),
        60,
        ((PAUSE, 10),),
    ),
    Row("minutes added beyond the cap", lambda r: r.work(10).proctor_adds(500), 80),
    Row(
        "a second cut while the first waits for the proctor",
        lambda r: r.work(10).power_cut(2).app_comes_back().wait(1).power_cut(2).app_comes_back().proctor_resumes(6),
        50,
        ((REBOOT, 2.5), (REBOOT, 3.5)),
    ),
    Row(
        "a sleep that waits, then a power cut",
        lambda r: r.work(10).sleep(5).beat().power_cut(2).app_comes_back().proctor_resumes(10),
        45,
        ((SUSPEND, 5), (REBOOT, 2.5)),
    ),
)


@pytest.mark.feature("b5")
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_what_is_left_is_right_within_a_second_and_every_gap_has_its_cause(row):
    account = row.story(Room(row.begins)).account
    assert account.remaining_ms == pytest.approx(row.left * MINUTE, abs=1_000)
    listed = [(gap.cause, gap.ms) for gap in account.record.gaps]
    assert listed == [(cause, pytest.approx(minutes * MINUTE, abs=1_000)) for cause, minutes in row.gaps]
    assert (account.record.stop, account.is_over) == (row.waits, row.over)
    assert row.codes in {(), tuple(gap.code for gap in account.record.gaps)}


def test_the_table_has_what_was_promised():
    assert len({row.name for row in TABLE}) == len(TABLE) >= 20
    assert {cause for row in TABLE for cause, _ in row.gaps} == set(Cause)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_a_mock_runs_through_the_same_without_ever_waiting_for_a_proctor(row):
    room = Room(row.begins, proctored=False)
    assert row.story(room).account.record.stop in {None, PAUSE}


def test_without_a_limit_nothing_runs_out_and_nothing_waits():
    room = Room(limit_ms=0)
    room.wait(10_000).sleep(100).power_cut(500).app_comes_back().proctor_adds(5)
    account = room.account
    assert (account.remaining_ms, account.is_over, account.too_late, account.record.stop) == (None, False, False, None)
