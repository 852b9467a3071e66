"""The four clocks of a moment, and where they come from (security design, section 5)."""

import ctypes
import sys
import time
import uuid
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol


class Moment(NamedTuple):
    """One reading of all clocks, in milliseconds: `bt` since boot with suspend, `mt` awake, `wt` UTC wall clock."""

    boot: str
    bt: int
    mt: int
    wt: int


moment_of: "partial[Moment]" = partial(tuple.__new__, Moment)
"""A moment of its four readings in one tuple: as `Moment` itself, in half the time."""


class Reading(Protocol):
    """Whatever tells a moment: one of these, or a line that was written then."""

    @property
    def boot(self) -> str:
        """The boot it was read in."""
        ...

    @property
    def bt(self) -> int:
        """Since boot, with suspend."""
        ...

    @property
    def mt(self) -> int:
        """Awake since boot."""
        ...

    @property
    def wt(self) -> int:
        """UTC wall clock."""
        ...


class Clock(Protocol):
    """Where moments come from; tests move one of their own."""

    def now(self) -> Moment:
        """Read all clocks at once."""
        ...


class SystemClock:
    """The machine's own clocks: CLOCK_BOOTTIME on Linux, GetTickCount64 on Windows."""

    def __init__(self) -> None:
        self._boot = ""

    def now(self) -> Moment:
        """Read all clocks at once; deadlines use `bt`, which counts suspend and ignores the wall clock."""
        wall = _wall_ns() // 1_000_000
        boot_ms, awake_ms = _boot_and_awake_ms()
        # Told once: no process outlives its boot, and a wall clock turned meanwhile must not look like a new one.
        boot = self._boot = self._boot or _boot_id(wall, boot_ms)
        return Moment(boot, boot_ms, awake_ms, wall)


_wall_ns = time.time_ns

if sys.platform == "win32":

    def _boot_and_awake_ms() -> tuple[int, int]:
        awake = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        tick = ctypes.windll.kernel32.GetTickCount64
        tick.restype = ctypes.c_ulonglong
        return int(tick()), awake.value // 10_000

else:
    _AWAKE = time.CLOCK_MONOTONIC
    _BOOT = getattr(time, "CLOCK_BOOTTIME", _AWAKE)
    _clock_ns = time.clock_gettime_ns

    def _boot_and_awake_ms() -> tuple[int, int]:
        return _clock_ns(_BOOT) // 1_000_000, _clock_ns(_AWAKE) // 1_000_000


def _boot_id(wall_ms: int, boot_ms: int) -> str:
    source = Path("/proc/sys/kernel/random/boot_id")
    if source.exists():
        return source.read_text("ascii").strip()
    booted = _windows_boot_number() or str((wall_ms - boot_ms) // 60_000)
    return f"{booted}-{uuid.getnode():012x}"


def _windows_boot_number() -> str:
    """Windows counts its boots; waking from hibernation is none, as the tick count goes on through it."""
    if sys.platform == "win32":
        import winreg

        path = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
                return f"boot{winreg.QueryValueEx(key, 'BootId')[0]}"
        except OSError:
            return ""
    return ""
