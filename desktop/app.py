"""The app: an application dressed in our look, a window, and the first screen."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from desktop.background.qt_jobs import QtJobs
from desktop.handover import proved
from desktop.input_method import input_method_settings
from desktop.shell.preferences import Preferences, load_preferences, save_preferences
from desktop.shell.window import Window
from desktop.style.first_paint import await_first_paint, first_painted
from desktop.style.fonts import wear_first_letters
from desktop.style.look import Look
from desktop.style.sheet import apply_look
from desktop.style.tokens import Theme
from desktop.words import language, use_language

if TYPE_CHECKING:
    from desktop.wiring.root import Root


class App(NamedTuple):
    """What lives as long as the app: Python would throw it away, Qt does not hold it."""

    qt: QApplication
    window: Window
    kept: tuple[object, ...]


def run_app(home: Path, language_code: str | None = None) -> int:
    """Open the window on a home folder and stay until it closes."""
    # Nothing is thrown away before the first paint: looking for garbage would only make it later.
    gc.disable()
    await_first_paint()
    liked = load_preferences(home)
    make_qt()
    wear_first_letters()
    app = build_app(home, Preferences(language_code or liked.language, liked.theme, liked.zoom))
    app.window.after_first_paint(first_painted)
    app.window.after_first_paint(gc.enable)
    app.window.after_first_paint(lambda: proved(home))
    root = start(app.window, home)
    app.window.show()
    code: int = app.qt.exec()
    root.close()
    return code


def build_app(home: Path, liked: Preferences) -> App:
    """The application and its empty window, ready for a first screen."""
    qt = make_qt()
    use_language(liked.language)
    apply_look(qt, Look(Theme(liked.theme), liked.zoom))
    window = Window(
        dress=lambda new: apply_look(qt, new),
        jobs=QtJobs(),
        remember=lambda new: save_preferences(home, new),
    )
    kept: list[object] = []
    window.after_first_paint(lambda: kept.extend(_furnish(qt, window, home)))
    return App(qt, window, (kept,))


def start(window: Window, home: Path) -> "Root":
    """Show the first screen; what is given back must be kept and closed."""
    from desktop.wiring.root import start as start_root

    return start_root(window, home)


def make_qt() -> QApplication:
    """The one QApplication, with input methods that work on Chinese desktops."""
    if sys.platform.startswith("linux") and _has_bus():
        os.environ.update(input_method_settings(os.environ))
    running = QApplication.instance()
    # The style as an argument: `setStyle` would build the whole of QStyle for Python before the first paint.
    qt = running if isinstance(running, QApplication) else QApplication([sys.argv[0], "-style", "Fusion"])
    qt.setApplicationName("branch-academy")
    qt.setDesktopFileName("branch-academy")
    return qt


def _has_bus() -> bool:
    """False on a bare system: there the bus's library would abort the program instead of saying no."""
    known = ("/etc/machine-id", "/var/lib/dbus/machine-id")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or any(Path(path).is_file() for path in known)


def _ask_for_place(window: Window, name: str, then: Callable[[Path], None]) -> None:
    from desktop.wiring.certificate import save_dialog

    save_dialog(window)(name, then)


def _furnish(qt: QApplication, window: Window, home: Path) -> tuple[object, ...]:
    """What may wait until the first picture stands."""
    from desktop.shell.crash_report import CrashReport
    from desktop.shell.qt_words import QtWords
    from desktop.widgets.brand import brand_icon

    words = QtWords(qt)
    words.speak(language())
    window.look_changed.connect(lambda: words.speak(language()))
    reports = CrashReport(home, window.show_sheet, lambda name, then: _ask_for_place(window, name, then))
    reports.install()
    window.setWindowIcon(brand_icon())
    return words, reports
