"""Several lines to type: a note, a remark."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from desktop.style.look import look
from desktop.widgets.fields import FieldFrame

PAUSE_MS = 500


class TextArea(FieldFrame):
    """A few lines of text, no longer than `most`; for an exam: nothing of it goes to the clipboard.

    Signals:
        typed: the text, when the typing pauses and when the area is left
    """

    typed = Signal(str)

    def __init__(self, title: str, *, name: str, most: int, lines: int = 4, hint: str = "") -> None:
        self.edit = _Lines()
        super().__init__(title, self.edit, self.edit, hint)
        self._most, self._lines, self._told = most, lines, ""
        self.edit.setObjectName(name)
        self.edit.setTabChangesFocus(True)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._fit()
        self.edit.installEventFilter(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.tell)
        self.edit.textChanged.connect(self._changed)

    def text(self) -> str:
        """What stands there."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text there without telling anybody; what is being typed stays."""
        if self._pause.isActive() or text == self.text():
            return
        self._told = text
        self.edit.setPlainText(text)
        self._pause.stop()

    def tell(self) -> None:
        """Report now what was not reported yet."""
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.typed.emit(self._told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.tell()
        elif event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """As high as its lines; the font is known only once the style sheet has dressed it."""
        self.edit.setFixedHeight(self._lines * self.edit.fontMetrics().lineSpacing() + look().px(20))

    def _changed(self) -> None:
        if len(self.text()) > self._most:
            cursor = self.edit.textCursor()
            place = min(cursor.position(), self._most)
            self.edit.setPlainText(self.text()[: self._most])
            cursor.setPosition(place)
            self.edit.setTextCursor(cursor)
        self._pause.start()


class _Lines(QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return QMimeData()  # nothing of an exam goes to the clipboard, nor is it dragged away
