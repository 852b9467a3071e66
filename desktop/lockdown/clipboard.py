"""The clipboard is empty while an exam runs, and has its content again afterwards."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_MOST_BYTES = 8 * 1024 * 1024
"""Larger content is not kept: whoever copied it copies it again."""


class ClipboardGuard:
    """Text, links and pictures come back; a process that was killed leaves the clipboard empty and usable."""

    def __init__(self) -> None:
        self._before: QMimeData | None = None

    def on(self) -> None:
        """Keep what is there, and empty it now and whenever somebody fills it."""
        board = QGuiApplication.clipboard()
        self._before = _copy_of(board.mimeData())
        board.dataChanged.connect(self._empty)
        self._empty()

    def off(self) -> None:
        """Put back what was there; what was selected in the exam cannot be pasted elsewhere."""
        board = QGuiApplication.clipboard()
        board.dataChanged.disconnect(self._empty)
        if board.supportsSelection() and board.ownsSelection():
            board.clear(QClipboard.Mode.Selection)
        if self._before is not None:
            board.setMimeData(self._before)
            self._before = None

    def _empty(self) -> None:
        board = QGuiApplication.clipboard()
        if _holds(board.mimeData()):
            board.clear()


def _holds(data: QMimeData | None) -> bool:
    return data is not None and bool(data.formats())


def _copy_of(data: QMimeData | None) -> QMimeData | None:
    """A copy of our own: what the clipboard gives out lives no longer than its owner."""
    if data is None or not _holds(data):
        return None
    kept = QMimeData()
    room = _MOST_BYTES
    for name in data.formats():
        raw = data.data(name)
        room -= raw.size()
        if room < 0:
            return None
        kept.setData(name, raw)
    return kept
