"""Fields to search, to choose from a list, to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.style.icons import draw_icon
from desktop.style.look import look
from desktop.widgets.fields import FieldFrame
from desktop.widgets.layout import column, row
from desktop.widgets.naming import label, see_through
from desktop.widgets.pressable import Pressable

PAUSE_MS = 200


class SearchField(QWidget):
    """A line to search in; it speaks up when the typing pauses.

    Signals:
        changed: the text, after a pause
        submitted: Enter was pressed
    """

    changed = Signal(str)
    submitted = Signal()

    def __init__(self, placeholder: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _SearchLine()
        self.edit.setObjectName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.changed.emit(self.edit.text()))
        self.edit.textChanged.connect(lambda _: self._pause.start())
        self.edit.returnPressed.connect(self._submit)
        self.setLayout(column(self.edit))
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What is searched for."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text into the line."""
        if text != self.edit.text():
            self.edit.setText(text)

    def focus(self) -> None:
        """Put the cursor here."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Escape and self.edit.text():
            self.edit.clear()
            return
        super().keyPressEvent(event)

    def _submit(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.changed.emit(self.edit.text())
        self.submitted.emit()


class _SearchLine(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setTextMargins(look().px(26), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = look().px(18)
        painter = QPainter(self)
        draw_icon(painter, "search", "muted", QRectF(look().px(12), (self.height() - size) / 2, size, size))
        painter.end()


class _Combo(QComboBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = look().px(18)
        painter = QPainter(self)
        place = QRectF(self.width() - size - look().px(8), (self.height() - size) / 2, size, size)
        draw_icon(painter, "chevron_down", "muted", place)
        painter.end()


class ChoiceField(FieldFrame):
    """One of a list.

    Signals:
        chosen: the key of the choice, when a person changed it
    """

    chosen = Signal(str)

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], *, hint: str = "", name: str = "") -> None:
        self.combo = _Combo()
        super().__init__(title, self.combo, self.combo, hint)
        self.combo.setObjectName(name)
        for key, text in choices:
            self.combo.addItem(text, key)
        self.combo.activated.connect(lambda _: self.chosen.emit(self.key()))

    def key(self) -> str:
        """The key of what is chosen."""
        return str(self.combo.currentData() or "")

    def set_key(self, key: str) -> None:
        """Choose without telling anybody."""
        self.combo.setCurrentIndex(self.combo.findData(key))


class TickBox(Pressable):
    """A box to tick, with a text that wraps.

    Signals:
        ticked: the new state
    """

    ticked = Signal(bool)

    def __init__(self, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__("tick", parent)
        self.setCheckable(True)
        self.setObjectName(name)
        self.setAccessibleName(text)
        words = see_through(label(text))
        line = row(28, words, gap="none", margins="xs")
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setMinimumHeight(look().gap("control"))
        self.clicked.connect(self.ticked)

    def is_ticked(self) -> bool:
        """True while ticked."""
        return self.isChecked()

    def set_ticked(self, ticked: bool) -> None:
        """Tick without telling anybody."""
        self.setChecked(ticked)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        super().paintEvent(event)
        size = look().px(20)
        box = QRectF(look().px(4) + 1, (self.height() - size) / 2, size, size)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = look().colours
        on = self.isChecked()
        painter.setPen(QPen(QColor(colours.accent if on else colours.line_strong), 1.5))
        painter.setBrush(QColor(colours.accent if on else colours.surface))
        painter.drawRoundedRect(box, look().px(4), look().px(4))
        if on:
            draw_icon(painter, "check", "on_accent", box)
        painter.end()
