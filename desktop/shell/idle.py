"""When nobody is at the PC any more: a minute's warning, then whoever signed in is signed out, or their page locked."""

from collections.abc import Callable
from dataclasses import dataclass

LIMIT_MS = 10 * 60_000
WARNING_MS = 60_000


@dataclass(frozen=True, slots=True)
class IdleExits:
    """`watched` is true while somebody is in and sits no exam; `warn` takes the seconds left, 0 takes it back."""

    watched: Callable[[], bool]
    warn: Callable[[int], None]
    away: Callable[[], None]


class IdleClock:
    """Counts from the last key or move; `now_ms` never goes back."""

    def __init__(self, now_ms: Callable[[], int], exits: IdleExits, limit_ms: int = LIMIT_MS) -> None:
        self._now = now_ms
        self._exits = exits
        self._limit = limit_ms
        self._last = now_ms()
        self._warned = 0

    def touched(self) -> None:
        """Somebody is there: a key, a click, a move of the mouse."""
        self._last = self._now()
        self._say(0)

    def tick(self) -> None:
        """Look at the clock; called about once a second."""
        if not self._exits.watched():
            self.touched()
            return
        left = self._limit - (self._now() - self._last)
        if left <= 0:
            self.touched()
            self._exits.away()
        elif left <= WARNING_MS:
            self._say(-(-left // 1000))

    def _say(self, seconds: int) -> None:
        if seconds != self._warned:
            self._warned = seconds
            self._exits.warn(seconds)
