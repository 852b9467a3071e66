"""A course of time in steps: where one is, and what disturbed it; moved by mouse and by keyboard."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.style.look import look
from desktop.widgets.naming import tip
from desktop.widgets.tone import Tone

HEIGHT, EDGE, GROOVE = 44, 12, 6
FAR = 10
"""Steps that Page Up and Page Down go."""


@dataclass(frozen=True, slots=True)
class TimeMark:
    """Something to see on the line; `at` in ten-thousandths of its length, `step` where a press leads."""

    at: int
    step: int
    tone: Tone
    text: str


class TimeLine(QWidget):
    """Arrows go one step, Page Up and Page Down ten, Home and End to the ends; a press goes to the nearest step.

    Signals:
        step_asked: a step, from 1
    """

    step_asked = Signal(int)

    def __init__(self, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[int, ...] = (0,)
        self._marks: tuple[TimeMark, ...] = ()
        self._step = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_steps(self, places: tuple[int, ...], marks: tuple[TimeMark, ...], step: int, told: str) -> None:
        """Steps as ten-thousandths of the length, in their order; `told` says in words where one is."""
        self._places, self._marks, self._step = places or (0,), marks, step
        self.setAccessibleDescription(told)
        tip(self, told)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(look().px(320), look().px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        last = len(self._places)
        ways = {
            Qt.Key.Key_Left: self._step - 1,
            Qt.Key.Key_Right: self._step + 1,
            Qt.Key.Key_PageUp: self._step - FAR,
            Qt.Key.Key_PageDown: self._step + FAR,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: last,
        }
        asked = ways.get(Qt.Key(event.key()))
        if asked is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.step_asked.emit(min(last, max(1, asked)))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._go_to(event.position().x())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, middle, high = look().colours, self.height() / 2, look().px(GROOVE)
        groove = QRectF(self._left(), middle - high / 2, self._length(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(groove, high / 2, high / 2)
        here = self._x(self._places[min(self._step, len(self._places)) - 1])
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(QRectF(groove.left(), groove.top(), here - groove.left(), high), high / 2, high / 2)
        for mark in self._marks:
            self._paint_mark(painter, mark, middle)
        self._paint_knob(painter, here, middle)
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: TimeMark, middle: float) -> None:
        colours, tall, wide = look().colours, look().px(22), look().px(6)
        painter.setPen(QPen(QColor(colours.surface), 1))
        painter.setBrush(QColor(getattr(colours, mark.tone.value, colours.accent)))
        painter.drawRect(QRectF(self._x(mark.at) - wide / 2, middle - tall / 2, wide, tall))

    def _paint_knob(self, painter: QPainter, here: float, middle: float) -> None:
        colours, size = look().colours, look().px(18)
        painter.setPen(QPen(QColor(colours.focus if self.hasFocus() else colours.accent), 3))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(QRectF(here - size / 2, middle - size / 2, size, size))

    def _left(self) -> int:
        return look().px(EDGE)

    def _length(self) -> int:
        return max(1, self.width() - 2 * self._left())

    def _x(self, at: int) -> float:
        return self._left() + self._length() * at / 10_000

    def _go_to(self, x: float) -> None:
        at = round((x - self._left()) * 10_000 / self._length())
        nearest = min(range(len(self._places)), key=lambda place: abs(self._places[place] - at))
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if nearest + 1 != self._step:
            self.step_asked.emit(nearest + 1)
