"""A clock that is told what time it is: for demonstrations, rehearsed histories and tests."""

from exams.timing.clock import Moment


class StoryClock:
    """Moves only when told; a restart gives a new boot whose boot clock begins near zero."""

    def __init__(self, wt: int, boot: str = "story-1") -> None:
        self._boot = boot
        self._bt = 60_000
        self._mt = 60_000
        self._wt = wt

    def now(self) -> Moment:
        """Where the story stands."""
        return Moment(self._boot, self._bt, self._mt, self._wt)

    def forward(self, ms: int = 0, *, minutes: int = 0) -> None:
        """Time passes on all clocks."""
        gone = ms + minutes * 60_000
        self._bt += gone
        self._mt += gone
        self._wt += gone

    def suspend(self, ms: int) -> None:
        """The machine sleeps: the awake clock stands still."""
        self._bt += ms
        self._wt += ms

    def set_wall(self, wt: int) -> None:
        """Somebody turns the wall clock."""
        self._wt = wt

    def reboot(self, ms: int, boot: str, up_ms: int = 0) -> None:
        """The wall clock moved by so much since the power failed; the machine has been up again for `up_ms` of it."""
        self._wt += ms
        self._boot, self._bt, self._mt = boot, up_ms, up_ms
