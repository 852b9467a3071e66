"""The time account of one sitting: the one place where time is spent, stopped, given back and added. Pure.

The app, the proctor's list and HR call these functions with the moments of the journal's lines. The printed rule:
time runs on whatever happens to machine and app; only a proctor's pause stops it; of what a restart of the machine
has cost, the proctor may give back up to the policy's cap.
"""

from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from exams.timing.clock import Moment
from exams.timing.elapsed import LATE_MS, Step, plain_ms, step
from exams.timing.gaps import AWAY_MS, Cause, Gap, gaps_between
from exams.timing.policy import DEFAULT, TimePolicy


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """What has happened to a sitting's time beside running.

    `stop` is why nobody may answer until the proctor resumes; the time stands still only for `PAUSE`.
    """

    policy: TimePolicy = DEFAULT
    proctored: bool = False
    stop: Cause | None = None
    stopped_at: Moment | None = None
    paused_ms: int = 0
    lost_ms: int = 0  # exam time that restarts of the machine have cost
    credited_ms: int = 0
    extended_ms: int = 0
    gaps: tuple[Gap, ...] = ()


UNTOUCHED = TimeRecord()
"""Time that has only run, with nobody to watch over it."""


class TimeAccount(NamedTuple):
    """Where the time of a sitting stands at `last`, the moment of its last line. `limit_ms` 0: no limit."""

    limit_ms: int
    elapsed_ms: int
    last: Moment
    record: TimeRecord = UNTOUCHED

    @property
    def remaining_ms(self) -> int | None:
        """Time left, never below 0; None without a limit."""
        return None if self.limit_ms == 0 else max(0, self.limit_ms - self.elapsed_ms)

    @property
    def creditable_ms(self) -> int:
        """What the proctor may still give back: lost by a restart, under the cap, not given yet."""
        record = self.record
        return max(0, min(record.policy.credit_ms, record.lost_ms) - record.credited_ms)

    @property
    def extendable_ms(self) -> int:
        """What the proctor may still add."""
        return max(0, self.record.policy.extend_ms - self.record.extended_ms) if self.limit_ms else 0

    @property
    def is_over(self) -> bool:
        """True once the limit has gone; after a restart, once nothing the proctor may give back could help."""
        rescue = self.creditable_ms if self.record.stop is Cause.REBOOT else 0
        return self.limit_ms > 0 and self.elapsed_ms >= self.limit_ms + rescue

    @property
    def too_late(self) -> bool:
        """True once no answer counts any more: five seconds after the deadline."""
        return self.limit_ms > 0 and self.elapsed_ms > self.limit_ms + LATE_MS


account_of: "partial[TimeAccount]" = partial(tuple.__new__, TimeAccount)
"""An account of its four fields in one tuple: as `TimeAccount` itself, in half the time."""


def pass_to(account: TimeAccount, now: Moment, *, stopped: bool = False) -> TimeAccount:
    """Time goes on to this moment; `stopped` says that the app was not running meanwhile."""
    limit_ms, elapsed_ms, last, told = account
    ran = None if stopped or told.stop else plain_ms(last, now, AWAY_MS)
    if ran is not None:
        return account_of((limit_ms, elapsed_ms + ran, now, told))
    gone, record = step(account.last, now), account.record
    found = gaps_between(account.last, now, gone, stopped=stopped, stop=record.stop)
    if record.stop is Cause.PAUSE:
        counted = _beyond_cap(record, gone.ms)
        record = replace(record, paused_ms=record.paused_ms + gone.ms, gaps=record.gaps + found)
    else:
        counted = gone.ms
        record = _noted(account, gone, found) if found or record.stop else record
    return TimeAccount(account.limit_ms, account.elapsed_ms + counted, now, record)


def pause(account: TimeAccount, now: Moment) -> TimeAccount:
    """The proctor stops the time; doing it twice changes nothing."""
    after = pass_to(account, now)
    if after.record.stop is Cause.PAUSE:
        return after
    return after._replace(record=replace(after.record, stop=Cause.PAUSE, stopped_at=now))


def resume(account: TimeAccount, now: Moment, credit_ms: int = 0) -> TimeAccount:
    """The proctor lets it go on, and gives back lost time as far as the rule allows; never more than has gone."""
    after = pass_to(account, now)
    record = after.record
    credit = min(max(0, credit_ms), after.creditable_ms, after.elapsed_ms)
    resumed = replace(
        record,
        stop=None,
        stopped_at=None,
        credited_ms=record.credited_ms + credit,
        gaps=record.gaps + _pause_gap(record, now),
    )
    return after._replace(elapsed_ms=after.elapsed_ms - credit, record=resumed)


def extend(account: TimeAccount, now: Moment, ms: int, *, beyond: bool = False) -> TimeAccount:
    """The proctor adds time as far as the cap reaches, or `beyond` it with a second authority; the state stays."""
    after = pass_to(account, now)
    added = max(0, ms) if beyond and after.limit_ms else min(max(0, ms), after.extendable_ms)
    record = replace(after.record, extended_ms=after.record.extended_ms + added)
    return after._replace(limit_ms=after.limit_ms + added, record=record)


def _noted(account: TimeAccount, gone: Step, found: tuple[Gap, ...]) -> TimeRecord:
    record = account.record
    stop = _stop_after(account, gone, found)
    lost = gone.ms if gone.rebooted or stop is Cause.REBOOT else 0
    since = record.stopped_at if stop is record.stop else account.last
    return replace(record, stop=stop, stopped_at=since, lost_ms=record.lost_ms + lost, gaps=record.gaps + found)


def _stop_after(account: TimeAccount, gone: Step, found: tuple[Gap, ...]) -> Cause | None:
    record, policy = account.record, account.record.policy
    if not record.proctored or account.limit_ms == 0:
        return None
    if gone.rebooted and (record.stop or gone.backwards or gone.ms > policy.reboot_ms):
        return Cause.REBOOT
    if record.stop is not None:
        return record.stop
    unseen = [gap for gap in found if gap.cause in _OUT_OF_SIGHT]
    too_long = sum(gap.ms for gap in unseen) > policy.grace_ms
    return max(unseen, key=lambda gap: gap.ms).cause if too_long else None


_OUT_OF_SIGHT = frozenset({Cause.STOPPED, Cause.SUSPEND})
"""Gaps in which the app saw nothing: together beyond the grace, only the proctor can answer for them."""


def _beyond_cap(record: TimeRecord, ms: int) -> int:
    """Of more paused time only what exceeds the policy's cap counts."""
    cap, before = record.policy.pause_ms, record.paused_ms
    return max(0, before + ms - cap) - max(0, before - cap)


def _pause_gap(record: TimeRecord, now: Moment) -> tuple[Gap, ...]:
    since = record.stopped_at
    if record.stop is not Cause.PAUSE or since is None:
        return ()
    length = step(since, now).ms
    return (Gap(Cause.PAUSE, since.wt, length, min(length, max(0, record.paused_ms - record.policy.pause_ms))),)
