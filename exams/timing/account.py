"""The time account of one sitting: the one place where time is spent, stopped, given back and added. Pure.

The app, the proctor's list and HR call these functions with the moments of the journal's lines. The printed rule:
time runs on whatever happens to machine and app; only a proctor's pause stops it; of what a restart of the machine
has cost, the proctor may give back up to the policy's cap.
"""

from dataclasses import dataclass, replace

from exams.timing.clock import Moment
from exams.timing.elapsed import LATE_MS, Step, step
from exams.timing.gaps import Cause, Gap, gaps_between
from exams.timing.policy import TimePolicy


@dataclass(frozen=True, slots=True)
class TimeAccount:
    """Where the time of a sitting stands at `last`, the moment of its last line. `limit_ms` 0: no limit.

    `stop` is why nobody may answer until the proctor resumes; the time stands still only for `PAUSE`.
    """

    limit_ms: int
    elapsed_ms: int
    last: Moment
    policy: TimePolicy = TimePolicy()
    proctored: bool = True
    stop: Cause | None = None
    stopped_at: Moment | None = None
    paused_ms: int = 0
    lost_ms: int = 0  # exam time that restarts of the machine have cost
    credited_ms: int = 0
    extended_ms: int = 0
    gaps: tuple[Gap, ...] = ()

    @property
    def remaining_ms(self) -> int | None:
        """Time left, never below 0; None without a limit."""
        return None if self.limit_ms == 0 else max(0, self.limit_ms - self.elapsed_ms)

    @property
    def creditable_ms(self) -> int:
        """What the proctor may still give back: lost by a restart, under the cap, not given yet."""
        return max(0, min(self.policy.credit_ms, self.lost_ms) - self.credited_ms)

    @property
    def extendable_ms(self) -> int:
        """What the proctor may still add."""
        return max(0, self.policy.extend_ms - self.extended_ms) if self.limit_ms else 0

    @property
    def is_over(self) -> bool:
        """True once the limit has gone; after a restart, once nothing the proctor may give back could help."""
        rescue = self.creditable_ms if self.stop is Cause.REBOOT else 0
        return self.limit_ms > 0 and self.elapsed_ms >= self.limit_ms + rescue

    @property
    def too_late(self) -> bool:
        """True once no answer counts any more: five seconds after the deadline."""
        return self.limit_ms > 0 and self.elapsed_ms > self.limit_ms + LATE_MS


def pass_to(account: TimeAccount, now: Moment, *, stopped: bool = False) -> TimeAccount:
    """Time goes on to this moment; `stopped` says that the app was not running meanwhile."""
    gone, paused = step(account.last, now), account.stop is Cause.PAUSE
    counted = _beyond_cap(account, gone.ms) if paused else gone.ms
    stop = account.stop if paused else _stop_after(account, gone, stopped=stopped)
    lost = counted if stop is Cause.REBOOT else 0
    return replace(
        account,
        elapsed_ms=account.elapsed_ms + counted,
        last=now,
        stop=stop,
        stopped_at=account.stopped_at if stop is account.stop else account.last,
        paused_ms=account.paused_ms + (gone.ms if paused else 0),
        lost_ms=account.lost_ms + lost,
        gaps=account.gaps + gaps_between(account.last, now, stopped=stopped, running=not paused),
    )


def pause(account: TimeAccount, now: Moment) -> TimeAccount:
    """The proctor stops the time; doing it twice changes nothing."""
    after = pass_to(account, now)
    return after if after.stop is Cause.PAUSE else replace(after, stop=Cause.PAUSE, stopped_at=now)


def resume(account: TimeAccount, now: Moment, credit_ms: int = 0) -> TimeAccount:
    """The proctor lets it go on, and gives back lost time as far as the rule allows; never more than has gone."""
    after = pass_to(account, now)
    credit = min(max(0, credit_ms), after.creditable_ms, after.elapsed_ms)
    return replace(
        after,
        stop=None,
        stopped_at=None,
        elapsed_ms=after.elapsed_ms - credit,
        credited_ms=after.credited_ms + credit,
        gaps=after.gaps + _pause_gap(after),
    )


def extend(account: TimeAccount, now: Moment, ms: int) -> TimeAccount:
    """The proctor adds time as far as the cap reaches; the state stays as it is."""
    after = pass_to(account, now)
    added = min(max(0, ms), after.extendable_ms)
    return replace(after, limit_ms=after.limit_ms + added, extended_ms=after.extended_ms + added)


def _stop_after(account: TimeAccount, gone: Step, *, stopped: bool) -> Cause | None:
    if not account.proctored or account.limit_ms == 0:
        return None
    if gone.rebooted and (account.stop is not None or gone.backwards or gone.ms > account.policy.reboot_ms):
        return Cause.REBOOT
    if account.stop is not None:
        return account.stop
    if stopped and not gone.rebooted and gone.ms > account.policy.grace_ms:
        return Cause.STOPPED
    return Cause.SUSPEND if gone.slept_ms > account.policy.grace_ms else None


def _beyond_cap(account: TimeAccount, ms: int) -> int:
    """Of more paused time only what exceeds the policy's cap counts."""
    cap, before = account.policy.pause_ms, account.paused_ms
    return max(0, before + ms - cap) - max(0, before - cap)


def _pause_gap(account: TimeAccount) -> tuple[Gap, ...]:
    since = account.stopped_at
    if account.stop is not Cause.PAUSE or since is None:
        return ()
    return (Gap(Cause.PAUSE, since.wt, step(since, account.last).ms, 0),)
