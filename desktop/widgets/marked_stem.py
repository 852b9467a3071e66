"""The stem of a question in which pieces can be highlighted, by mouse and by keyboard; nothing is ever selected."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from desktop.style.look import look
from desktop.widgets.safe_view import StemView

Span = tuple[int, int]

_WAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_MARKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkedStem(StemView):
    """Drag over words, or move with the arrows (Shift: further) and press Space; on a highlight both take it away.

    Signals:
        marked: the first character and the one behind the last of a new piece
        unmarked: a character of a highlight that is to go
        left: Esc: back to the answer
    """

    marked = Signal(int, int)
    unmarked = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.close_up()
        self._marker = _Marker(self.document())
        self._spans: tuple[Span, ...] = ()
        self._from: int | None = None  # where the mouse went down
        self._piece: Span = (0, 0)  # what the mouse or the keyboard holds
        self._open = True

    def show_stem(self, text: str) -> None:  # noqa: D102
        super().show_stem(text)
        self._piece = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._open else Qt.FocusPolicy.NoFocus)
        self._draw()

    def show_marks(self, spans: Sequence[Span]) -> None:
        """Show these pieces as highlighted."""
        self._spans = tuple(spans)
        self._draw()

    def set_open(self, is_open: bool) -> None:
        """Allow highlighting, or not."""
        self._open = is_open
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.NoFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._open and event.button() is Qt.MouseButton.LeftButton:
            self._from = self._at(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._from is not None:
            here = self._at(event.position().toPoint())
            self._piece = min(self._from, here), max(self._from, here)
            self._draw()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._from is None:
            return
        at, self._from = self._at(event.position().toPoint()), None
        if self._piece[0] < self._piece[1]:
            self._mark(self._piece)
        elif self._holding(at) is not None:
            self.unmarked.emit(at)
        self._piece = (at, at)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _WAYS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._step(_WAYS[key], further=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _MARKS and self._piece[0] < self._piece[1]:
            if self._holding(self._piece[0]) is not None:
                self.unmarked.emit(self._piece[0])
            else:
                self._mark(self._piece)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        if self._piece[0] == self._piece[1] and self._from is None:
            self._piece = self._word(self._piece[0])
        self._draw()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self._draw()

    def _mark(self, piece: Span) -> None:
        self.marked.emit(*piece)

    def _at(self, point: QPoint) -> int:
        return self.cursorForPosition(point).position()

    def _holding(self, at: int) -> Span | None:
        return next((span for span in self._spans if span[0] <= at < span[1]), None)

    def _step(self, way: int, *, further: bool) -> None:
        """To the next word, or the one before; `further` keeps what is held already."""
        start, end = self._piece
        text, at = self.toPlainText(), end if way > 0 else start - 1
        while 0 <= at < len(text) and text[at].isspace():
            at += way
        if not 0 <= at < len(text):
            return
        word = self._word(at)
        if word[0] < word[1]:
            self._piece = (min(start, word[0]), max(end, word[1])) if further else word
        self._draw()

    def _word(self, at: int) -> Span:
        """The word at a character; of Chinese, and of signs, one character."""
        last = max(0, self.document().characterCount() - 2)
        at = max(0, min(at, last))
        text = self.toPlainText()
        start = end = at
        if not _joins(text[at : at + 1]):
            return at, min(at + 1, last + 1)
        while start > 0 and _joins(text[start - 1]):
            start -= 1
        while end <= last and _joins(text[end : end + 1]):
            end += 1
        return start, end

    def _draw(self) -> None:
        held = self._piece[0] < self._piece[1] and (self.hasFocus() or self._from is not None)
        self._marker.show_ranges(self._spans, self._piece if held else None)


class _Marker(QSyntaxHighlighter):
    """Paints pieces of a document without changing or selecting anything."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._ranges: list[tuple[Span, str]] = []

    def show_ranges(self, marked: Sequence[Span], held: Span | None) -> None:
        """Highlights, and the piece that mouse or keyboard hold, over them."""
        ranges = [(span, "warn") for span in marked] + ([(held, "accent")] if held else [])
        if ranges != self._ranges:
            self._ranges = ranges
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        first = self.currentBlock().position()
        for (start, end), tone in self._ranges:
            at, to = max(start - first, 0), min(end - first, len(text))
            for place in range(at, to):  # letter by letter: what is bold stays bold
                shape = QTextCharFormat(self.format(place))
                shape.setBackground(QColor(getattr(look().colours, f"{tone}_soft")))
                shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
                shape.setUnderlineColor(QColor(getattr(look().colours, tone)))
                self.setFormat(place, 1, shape)


def _joins(character: str) -> bool:
    """True for letters and digits that make words; Chinese characters stand alone."""
    return character.isalnum() and not "\u2e80" <= character <= "\uffef"
