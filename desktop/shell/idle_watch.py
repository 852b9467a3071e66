"""Tells an `IdleClock` what happens at the window: every key and move, and each second."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.shell.idle import IdleClock

SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
"""What only somebody who is there brings about."""


class IdleWatch(QObject):
    """Listens where the system hands its events to the window: on every widget it would cost each of them."""

    def __init__(self, window: QWidget, clock: IdleClock) -> None:
        super().__init__(window)
        self._clock = clock
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        timer = QTimer(self)
        timer.setObjectName("idle")
        timer.setInterval(1000)
        timer.timeout.connect(clock.tick)
        timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in SIGNS:
            self._clock.touched()
        return super().eventFilter(watched, event)
