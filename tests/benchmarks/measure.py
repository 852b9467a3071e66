"""One yardstick: our time beside the bare one, measured in turn so that both meet the same noise."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

Timed = Callable[[], float]
"""Does its work once and gives the seconds that count."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians in milliseconds, or in another `unit`. `limit` bounds ours / bare; without a bare value there is none.

    `tails_ms` are the 99th percentiles of both where one slow case among many is felt; they bear no limit.
    """

    name: str
    ours_ms: float
    rounds: int
    bare_name: str = ""
    bare_ms: float | None = None
    limit: float | None = None
    goal: float | None = None
    note: str = ""
    tails_ms: tuple[float, float] | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """Ours / bare."""
        return None if self.bare_ms is None else self.ours_ms / self.bare_ms

    @property
    def broken(self) -> bool:
        """True where the ratio is over its limit."""
        return self.limit is not None and self.ratio is not None and self.ratio > self.limit


def seconds_of(work: Callable[[], object]) -> float:
    """How long it takes once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_turn(rounds: int, ours: Timed, bare: Timed) -> tuple[float, float]:
    """Medians of both in milliseconds; who goes first changes every round, and a round before does not count."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for which in (0, 1) if number % 2 else (1, 0):
            spent = (ours, bare)[which]()
            if number:
                times[which].append(spent)
    return median_ms(times[0]), median_ms(times[1])


def median_ms(times: Sequence[float]) -> float:
    """The median of seconds, in milliseconds."""
    return median(times) * 1000


def p99_ms(times: Sequence[float]) -> float:
    """What 99 of 100 stayed below, in milliseconds, from seconds."""
    return quantiles(times, n=100, method="inclusive")[98] * 1000
