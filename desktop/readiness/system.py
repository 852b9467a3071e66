"""Facts that the operating system tells, without a window."""

import ctypes
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from shutil import disk_usage

from desktop.readiness.facts import SystemFacts

_SUPPLIES = Path("/sys/class/power_supply")
_PROBE = "readiness.probe"
_UNKNOWN = 255


def system_facts(home: Path) -> SystemFacts:
    """This PC now; a file of one byte is written into the home and taken away again."""
    here = datetime.now().astimezone()
    offset = here.utcoffset()
    mains, percent = power()
    return SystemFacts(
        now_wt=time.time_ns() // 1_000_000,
        zone=str(here.tzname() or ""),
        offset_minutes=0 if offset is None else int(offset.total_seconds() // 60),
        free_bytes=disk_usage(next(one for one in (home, *home.parents) if one.exists())).free,
        writable=_is_writable(home),
        mains=mains,
        percent=percent,
    )


def power(supplies: Path = _SUPPLIES) -> tuple[bool | None, int | None]:
    """Whether it is plugged in and the battery's percent; None where the system does not say."""
    if sys.platform == "win32":
        return _windows_power()
    return linux_power(supplies)


def linux_power(supplies: Path) -> tuple[bool | None, int | None]:
    """As the kernel's files tell it: a supply that is online wins over a battery that empties."""
    mains: bool | None = None
    percent: int | None = None
    for folder in sorted(supplies.glob("*")):
        kind = _word(folder / "type")
        if kind == "Battery" and _word(folder / "scope") != "Device":
            with suppress(ValueError):
                percent = int(_word(folder / "capacity"))
            mains = mains or (False if _word(folder / "status") == "Discharging" else mains)
        elif kind == "Mains" and _word(folder / "online") == "1":
            mains = True
    return mains, percent


if sys.platform == "win32":

    class _Status(ctypes.Structure):
        _fields_ = (
            ("line", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("seconds", ctypes.c_ulong),
            ("full_seconds", ctypes.c_ulong),
        )

    def _windows_power() -> tuple[bool | None, int | None]:
        status = _Status()
        if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
            return None, None
        mains = None if status.line == _UNKNOWN else bool(status.line)
        return mains, None if status.percent == _UNKNOWN else int(status.percent)


def _is_writable(home: Path) -> bool:
    probe = home / _PROBE
    try:
        if home.exists():
            probe.write_bytes(b"1")
            probe.unlink()
    except OSError:
        return False
    return True


def _word(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
