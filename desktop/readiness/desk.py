"""Facts that only Qt tells: fonts, printers, screens, and what types Chinese."""

import os
import sys
from collections.abc import Callable, Mapping

from PySide6.QtGui import QGuiApplication

from desktop.input_method import FCITX, IBUS, input_method_of
from desktop.readiness.facts import DeskFacts
from desktop.style.fonts import load_family
from desktop.style.tokens import SANS, SERIF

_SERVICES = {
    "org.fcitx.Fcitx5": "fcitx 5",
    "org.freedesktop.IBus": IBUS,
    "org.freedesktop.portal.IBus": IBUS,
}
_FCITX_4 = "org.fcitx.Fcitx"
_CHINESE = 0x04  # the primary language of a Windows keyboard layout

OnBus = Callable[[str], bool]


def desk_facts() -> DeskFacts:
    """This desktop now; needs an application that is running."""
    from PySide6.QtPrintSupport import QPrinterInfo

    method, fault = windows_method() if sys.platform == "win32" else linux_method(os.environ, _on_bus)
    return DeskFacts(
        fonts=load_family(SANS) and load_family(SERIF),
        printers=tuple(QPrinterInfo.availablePrinterNames()),
        screens=_screens(),
        method=method,
        method_fault=fault,
    )


def _screens() -> tuple[tuple[int, int], ...]:
    if QGuiApplication.platformName() == "offscreen":
        return ()  # what Qt makes up there nobody looks at
    return tuple((screen.size().width(), screen.size().height()) for screen in QGuiApplication.screens())


def linux_method(environ: Mapping[str, str], on_bus: OnBus) -> tuple[str, str]:
    """What types Chinese here, and why nothing does: a desktop may name a method that is not running."""
    running = next((name for service, name in _SERVICES.items() if on_bus(service)), "")
    if running:
        return running, ""
    old = input_method_of(environ) == FCITX and on_bus(_FCITX_4)
    return "", "fcitx4" if old else "none"


def windows_method() -> tuple[str, str]:
    """The Windows keyboards are asked: one whose language is Chinese brings its input method along."""
    if sys.platform == "win32":
        import ctypes

        layouts = (ctypes.c_void_p * 32)()
        count = ctypes.windll.user32.GetKeyboardLayoutList(32, layouts)
        if any((layouts[place] or 0) & 0x3FF == _CHINESE for place in range(count)):
            return "Windows", ""
    return "", "none"


def _on_bus(service: str) -> bool:
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return False
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus().interface()
    return bus is not None and bool(bus.isServiceRegistered(service).value())
