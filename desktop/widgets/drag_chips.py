"""Answers that are dragged onto their line with the mouse; the keyboard has the lists of the lines."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from desktop.style.look import look
from desktop.widgets.layout import FlowRow, column, row
from desktop.widgets.naming import label, see_through, show_if
from desktop.widgets.values import Option
from desktop.words import tr

_WIDEST = 340


class _Chip(QFrame):
    """One answer to take; a copy of it follows the mouse."""

    carried = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setObjectName(f"drag_{option.letter}")
        self.setAccessibleName(option.text)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._option = option
        self._copy: _Chip | None = None
        self._began: QPoint | None = None
        text = see_through(label(option.text, name="drag_text"))
        wide = text.fontMetrics().horizontalAdvance(option.text) + look().px(8)
        text.setMinimumWidth(min(wide, look().px(_WIDEST)))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setLayout(row(text, margins="sm"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._began = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        if self._began is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._copy is None and (here - self._began).manhattanLength() >= QApplication.startDragDistance():
            self._copy = _Chip(self._option)
            self._copy.setObjectName("carried")
            self._copy.setParent(self.window())
            see_through(self._copy).resize(self.size())
            self._copy.show()
        if self._copy is not None:
            self._copy.move(self.window().mapFromGlobal(here) - QPoint(self.width() // 2, self.height() // 2))
            self._copy.raise_()
            self.carried.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried, self._copy, self._began = self._copy, None, None
        if carried is not None:
            carried.hide()
            carried.deleteLater()
            self.dropped.emit(event.globalPosition().toPoint())


class DragChips(QWidget):
    """All answers in a row that goes on in the next line.

    Signals:
        carried: where an answer is held over the screen
        dropped: an answer's letter and where on the screen it was let go
    """

    carried = Signal(QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowRow()
        hint = label(tr("Drag an answer onto its line, or choose it in the line's list."), "muted", name="drag_hint")
        self.setLayout(column(hint, self._row, gap="s"))

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Other answers."""
        self._row.clear()
        for option in options:
            chip = _Chip(option)
            chip.carried.connect(self.carried)
            chip.dropped.connect(partial(self.dropped.emit, option.letter))
            self._row.add(chip)

    def lock(self, locked: bool) -> None:
        """Nothing to drag where nothing can be changed."""
        show_if(self, not locked)
