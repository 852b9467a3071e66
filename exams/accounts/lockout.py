"""How long to wait after wrong secrets: derived from the journal's events, so no table can reset it."""

from collections.abc import Iterable
from dataclasses import dataclass

from exams.timing.clock import Moment
from exams.timing.elapsed import step

FREE = 4
WAITS_MS = (30_000, 120_000, 480_000)
LOCKED_AT = 10


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sign-in as the journal tells it."""

    right: bool
    at: Moment


@dataclass(frozen=True, slots=True)
class Standing:
    """Failures in a row, and the wait that is left at a moment."""

    failures: int
    wait_ms: int

    @property
    def locked(self) -> bool:
        """True from the tenth failure on."""
        return self.failures >= LOCKED_AT


def standing(attempts: Iterable[Attempt], now: Moment) -> Standing:
    """Failures 1 to 4 are free, then 30 s, 2 min, 8 min; locked at 10 (NIST SP 800-63B-4)."""
    failures, last = 0, None
    for attempt in attempts:
        failures = 0 if attempt.right else failures + 1
        last = attempt.at
    if failures <= FREE or last is None:
        return Standing(failures, 0)
    wait = WAITS_MS[min(failures - FREE, len(WAITS_MS)) - 1]
    return Standing(failures, max(0, wait - step(last, now).ms))
