"""What the clock table leaves open: other policies, and numbers nobody should send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.timing.account import TimeAccount, TimeRecord, extend, pass_to, pause, resume
from exams.timing.gaps import Cause
from exams.timing.policy import DEFAULT, TimePolicy
from exams.timing.story_clock import StoryClock

MINUTE = 60_000
LIMIT = 60 * MINUTE
NOON = 1_795_000_000_000


def an_account(**policy):
    clock = StoryClock(NOON)
    record = TimeRecord(policy=TimePolicy(**policy), proctored=True)
    return TimeAccount(LIMIT, 0, clock.now(), record), clock


@pytest.mark.parametrize(
    ("minutes", "waits"), [(29, None), (30, None), (31, Cause.REBOOT), (-1, Cause.REBOOT), (-600, Cause.REBOOT)]
)
def test_where_the_policy_lets_short_restarts_go_on_alone_a_long_one_or_a_clock_gone_back_does_not(minutes, waits):
    account, clock = an_account(reboot_ms=30 * MINUTE)
    clock.reboot(minutes * MINUTE, "second", up_ms=20_000)
    after = pass_to(account, clock.now())
    assert (after.record.stop, after.creditable_ms > 0) == (waits, True)


def test_a_restart_while_something_waits_keeps_it_waiting_whatever_the_policy():
    account, clock = an_account(reboot_ms=30 * MINUTE)
    clock.suspend(5 * MINUTE)
    account = pass_to(account, clock.now())
    clock.reboot(MINUTE, "second")
    assert pass_to(account, clock.now()).record.stop is Cause.REBOOT


def test_a_policy_survives_its_way_through_a_start_line():
    policy = TimePolicy(grace_ms=1, reboot_ms=2, credit_ms=3, pause_ms=4, extend_ms=5, extra_ms=6)
    assert TimePolicy.of(policy.as_json()) == policy
    assert TimePolicy.of({}) == DEFAULT
    assert TimePolicy.of({"grace_ms": 7, "of_a_later_version": 8}).grace_ms == 7


def test_a_second_pause_line_does_not_shorten_the_first():
    account, clock = an_account()
    account = pause(account, clock.now())
    clock.forward(minutes=5)
    account = pause(account, clock.now())
    clock.forward(minutes=5)
    (gap,) = resume(account, clock.now()).record.gaps
    assert (gap.cause, gap.ms) == (Cause.PAUSE, 10 * MINUTE)


def test_of_a_pause_only_what_the_policy_does_not_allow_counts():
    account, clock = an_account()
    account = pause(account, clock.now())
    clock.forward(minutes=55)
    clock.suspend(20 * MINUTE)
    gaps = resume(account, clock.now()).record.gaps
    assert [(gap.cause, gap.ms // MINUTE, gap.counted_ms // MINUTE) for gap in gaps] == [
        (Cause.SUSPEND, 20, 0),
        (Cause.PAUSE, 75, 15),
    ]


HAPPENS = {
    "forward": lambda clock, ms: clock.forward(abs(ms) % LIMIT),
    "suspend": lambda clock, ms: clock.suspend(abs(ms) % LIMIT),
    "reboot": lambda clock, ms: clock.reboot(ms, f"boot-{ms}"),
    "wall": lambda clock, ms: clock.set_wall(ms),
}
IS_DONE = {
    "pause": lambda account, now, _ms: pause(account, now),
    "resume": resume,
    "extend": extend,
    "back": lambda account, now, _ms: pass_to(account, now, stopped=True),
}
acts = st.lists(
    st.tuples(st.sampled_from([*HAPPENS, *IS_DONE]), st.integers(-(10**12), 10**12)),
    max_size=25,
)


@given(acts)
def test_whatever_happens_the_sums_hold(acts):
    """Nobody gets back more than was lost, more added than the cap, or time from a clock."""
    account, clock = an_account()
    for what, ms in acts:
        before = account.elapsed_ms
        HAPPENS.get(what, lambda *_: None)(clock, ms)
        account = IS_DONE.get(what, lambda account, now, _ms: pass_to(account, now))(account, clock.now(), ms)
        record = account.record
        assert account.elapsed_ms >= (0 if what == "resume" else before)
        assert 0 <= record.credited_ms <= min(record.lost_ms, record.policy.credit_ms)
        assert 0 <= record.extended_ms <= record.policy.extend_ms
        assert account.limit_ms == LIMIT + record.extended_ms
        assert account.last == clock.now()
    assert all(gap.counted_ms <= max(gap.ms, 0) for gap in account.record.gaps)
