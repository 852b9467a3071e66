"""On X11 every key comes to the exam window, by way of the input method; the server lets go when the process ends."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

_EVERY_MS = 1_000
_UNTIL_TAKEN_MS = 50


class KeyboardGrab:
    """Taken again each second: a list that drops down takes the keyboard for itself, and gives it to nobody.

    While another program holds it, as a window manager does between two windows, it is asked for at once again.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._timer = QTimer()
        self._timer.setInterval(_UNTIL_TAKEN_MS)
        self._timer.timeout.connect(self._take)

    def on(self) -> None:
        """Take the keyboard as soon as the window can have it."""
        self._timer.start()
        self._take()

    def off(self) -> None:
        """Let go."""
        self._timer.stop()
        self._set(False)

    def _take(self) -> None:
        if QApplication.activePopupWidget() is None:
            taken = self._window.isActiveWindow() and self._set(True)
            self._timer.setInterval(_EVERY_MS if taken else _UNTIL_TAKEN_MS)

    def _set(self, on: bool) -> bool:
        handle = self._window.windowHandle()
        return handle is not None and handle.setKeyboardGrabEnabled(on)


def has_x11() -> bool:
    """True where the window stands on an X11 display."""
    return QGuiApplication.platformName() == "xcb"
