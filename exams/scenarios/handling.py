"""Handling time of a simulated call: what its clock shows, and when it stands."""

from dataclasses import dataclass, replace

from exams.timing.clock import Moment
from exams.timing.elapsed import step


@dataclass(frozen=True, slots=True)
class Handling:
    """Milliseconds handled up to `since`; from there the clock runs, None while it stands."""

    ms: int = 0
    since: Moment | None = None

    @property
    def runs(self) -> bool:
        """Whether the clock runs."""
        return self.since is not None


def brought_up(handling: Handling, now: Moment, *, pausable: bool) -> Handling:
    """The same clock a while later. Where a call may be paused, the time a PC slept or was off counts for nothing."""
    if handling.since is None:
        return handling
    gone = step(handling.since, now)
    lost = gone.slept_ms if not gone.rebooted else gone.ms
    return Handling(handling.ms + gone.ms - (lost if pausable else 0), now)


def held(handling: Handling, now: Moment, *, pausable: bool) -> Handling:
    """Let the clock stand; where no call may be paused it runs on whatever the person does."""
    current = brought_up(handling, now, pausable=pausable)
    return replace(current, since=None) if pausable else current


def taken_up(handling: Handling, now: Moment, *, pausable: bool) -> Handling:
    """Let it run, after a pause or in a program started anew: what has gone since counts only where none may pause."""
    if pausable or handling.since is None:
        return Handling(handling.ms, now)
    return brought_up(handling, now, pausable=pausable)


def seconds_of(handling: Handling, now: Moment, *, pausable: bool) -> int:
    """Whole seconds, as the screen shows them."""
    return brought_up(handling, now, pausable=pausable).ms // 1000
