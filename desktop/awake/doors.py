"""How each system is asked to stay awake, without a setting that stays behind."""

import os
import sys
from typing import Any, Protocol

CONNECTION = "branch-academy-awake"
_SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
_POWER = (
    "org.freedesktop.PowerManagement",
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement.Inhibit",
)
_LONGEST_MS = 1_000

CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x00000001, 0x00000002  # ES_CONTINUOUS, ES_SYSTEM_…, ES_DISPLAY_REQUIRED


class Door(Protocol):
    """One way to ask."""

    def hold(self, reason: str) -> None:
        """Stay awake from now on; where nobody listens, nothing happens."""
        ...

    def let_go(self) -> None:
        """Sleep as always."""
        ...


class NoDoor:
    """A system that nobody can ask."""

    def hold(self, reason: str) -> None:
        """Nothing."""

    def let_go(self) -> None:
        """Nothing."""


class BusDoor:
    """Desktops of Linux: a connection of its own is the hold, and goes with the process."""

    def hold(self, reason: str) -> None:
        """Ask the screen saver, and what puts the PC to sleep."""
        from PySide6.QtDBus import QDBusConnection, QDBusInterface

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, CONNECTION)
        for service, path, interface in (_SAVER, _POWER):
            asked = QDBusInterface(service, path, interface, bus)
            asked.setTimeout(_LONGEST_MS)
            asked.call("Inhibit", "branch-academy", reason)

    def let_go(self) -> None:
        """Leave the bus: whoever keeps the list strikes us out."""
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(CONNECTION)


class WindowsDoor:
    """Windows: a flag of this thread, gone when the thread ends."""

    def __init__(self, kernel32: Any) -> None:
        self._kernel32 = kernel32

    def hold(self, reason: str) -> None:  # noqa: ARG002  # Windows wants no reason
        """Neither the screen nor the PC goes to sleep."""
        self._kernel32.SetThreadExecutionState(CONTINUOUS | SYSTEM | DISPLAY)

    def let_go(self) -> None:
        """The flag is lowered."""
        self._kernel32.SetThreadExecutionState(CONTINUOUS)


def door_of_this_pc() -> Door:
    """The way of this system."""
    if sys.platform == "win32":
        import ctypes

        kernel32 = ctypes.windll.kernel32
        kernel32.SetThreadExecutionState.argtypes = (ctypes.c_uint32,)
        return WindowsDoor(kernel32)
    return BusDoor() if "DBUS_SESSION_BUS_ADDRESS" in os.environ else NoDoor()
