"""An exam room with its clocks, to tell stories in: everything that can happen to time, one method each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from exams.timing.account import TimeAccount, TimeRecord, extend, pass_to, pause, resume
from exams.timing.gaps import Cause
from exams.timing.story_clock import StoryClock

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
LIMIT = 60 * MINUTE
NOON = int(datetime(2026, 11, 24, 4, 0, tzinfo=UTC).timestamp() * 1000)


class Room:
    """One exam PC with its clocks; every method is something that happens to it."""

    def __init__(self, wt: int = NOON, limit_ms: int = LIMIT, *, proctored: bool = True) -> None:
        self.clock = StoryClock(wt)
        self.account = TimeAccount(limit_ms, 0, self.clock.now(), TimeRecord(proctored=proctored))
        self._boots = 1

    def work(self, minutes: float, beat_ms: int = 15_000) -> "Room":
        """The person works; the app writes its beats."""
        left = round(minutes * MINUTE)
        while left > 0:
            self.clock.forward(min(left, beat_ms))
            left -= beat_ms
            self.beat()
        return self

    def wait(self, minutes: float) -> "Room":
        """Time passes and nothing is written."""
        self.clock.forward(round(minutes * MINUTE))
        return self

    def beat(self) -> "Room":
        self.account = pass_to(self.account, self.clock.now())
        return self

    def app_comes_back(self) -> "Room":
        self.account = pass_to(self.account, self.clock.now(), stopped=True)
        return self

    def sleep(self, minutes: float) -> "Room":
        self.clock.suspend(round(minutes * MINUTE))
        return self

    def power_cut(self, off: float, wall: float | None = None, up: float = 0.5) -> "Room":
        """Off for so many minutes, up again for `up`; the wall clock shows `wall` minutes more, else the truth."""
        self._boots += 1
        shown = off + up if wall is None else wall
        self.clock.reboot(round(shown * MINUTE), f"boot-{self._boots}", up_ms=round(up * MINUTE))
        return self

    def turn_wall(self, ms: int) -> "Room":
        self.clock.set_wall(self.clock.now().wt + ms)
        return self

    def proctor_pauses(self) -> "Room":
        self.account = pause(self.account, self.clock.now())
        return self

    def proctor_resumes(self, credit: float = 0) -> "Room":
        self.account = resume(self.account, self.clock.now(), round(credit * MINUTE))
        return self

    def proctor_adds(self, minutes: float) -> "Room":
        self.account = extend(self.account, self.clock.now(), round(minutes * MINUTE))
        return self


@dataclass(frozen=True)
class Row:
    """A story in minutes, what ought to be left of 60, and which gaps ought to be listed."""

    name: str
    story: Callable[[Room], Room]
    left: float
    gaps: tuple[tuple[Cause, float], ...] = ()
    waits: Cause | None = None
    over: bool = False
    begins: int = NOON
    codes: tuple[str, ...] = ()
