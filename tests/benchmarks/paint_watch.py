"""Tells on its standard output when the first picture of a window stood, and ends the program; all Qt that the two
programs of `first_paint` need beside their own."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer


class FirstPaint(QObject):
    """Waits for the paint of one window."""

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Queued, so that it comes after the picture with all its parts.
            QTimer.singleShot(0, _tell)
        return False


def _tell():
    # The clock that the parent reads too: it counts for the whole machine.
    sys.stdout.write(f"{time.monotonic_ns()}\n")
    sys.stdout.flush()
    os._exit(0)
