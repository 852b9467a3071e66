"""The window fills its screen and stays on top; every other screen is covered."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.widgets.layout import STRETCH, column
from desktop.widgets.naming import label, named
from desktop.words import tr

_COVER = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class FullScreen:
    """The flag is set on the system's window: set on the widget it would make a new one, without its keyboard."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._before = window.windowState()

    def on(self) -> None:
        """Fill the screen, above everything."""
        self._before = self._window.windowState()
        self._on_top(True)
        self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        self._window.raise_()
        self._window.activateWindow()

    def off(self) -> None:
        """As it was before."""
        self._on_top(False)
        self._window.setWindowState(self._before)

    def _on_top(self, on: bool) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on)


class Covers:
    """One plain sheet on each screen but the window's own, also on screens that are plugged in later."""

    def __init__(self, window: QWidget, make: Callable[[QScreen], QWidget] | None = None) -> None:
        self._window = window
        self._make = make or cover_of
        self._sheets: dict[str, QWidget] = {}

    @property
    def count(self) -> int:
        """Screens that are covered."""
        return len(self._sheets)

    def on(self) -> None:
        """Cover what is there, and what comes."""
        app = _app()
        app.screenAdded.connect(self._add)
        app.screenRemoved.connect(self._remove)
        for screen in QGuiApplication.screens():
            self._add(screen)

    def off(self) -> None:
        """Take every sheet away."""
        app = _app()
        app.screenAdded.disconnect(self._add)
        app.screenRemoved.disconnect(self._remove)
        for name in tuple(self._sheets):
            self._drop(name)

    def _add(self, screen: QScreen) -> None:
        if screen.name() not in self._sheets and screen != self._window.screen():
            self._sheets[screen.name()] = sheet = self._make(screen)
            sheet.show()

    def _remove(self, screen: QScreen) -> None:
        self._drop(screen.name())

    def _drop(self, name: str) -> None:
        sheet = self._sheets.pop(name, None)
        if sheet is not None:
            sheet.close()
            sheet.deleteLater()


def cover_of(screen: QScreen) -> QWidget:
    """A sheet as large as a screen that takes no focus from the exam."""
    sheet = named(QWidget(None, _COVER), "cover")
    sheet.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    sheet.setProperty("role", "ground")
    words = label(tr("This screen is covered while the exam runs."), "heading")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    sheet.setLayout(column(STRETCH, words, STRETCH))
    sheet.setScreen(screen)
    sheet.setGeometry(screen.geometry())
    return sheet


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise RuntimeError("no application is running")
    return app
