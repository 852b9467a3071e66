"""Hears that somebody has come to the window: what only they need is not loaded for an empty room."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.shell.idle_watch import SIGNS


class FirstSign(QObject):
    """Tells of the first key or move at a window that stands already, once."""

    def __init__(self, window: QWidget, came: Callable[[], None]) -> None:
        super().__init__(window)
        self._came = came
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in SIGNS:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._came)  # after the key or the move itself
        return super().eventFilter(watched, event)
