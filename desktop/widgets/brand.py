"""The mark of the product: a seal with the pediment of a bank and an open book."""

from PySide6 import QtCore, QtGui
from PySide6.QtWidgets import QWidget

from desktop.style.first_paint import soon
from desktop.style.look import look
from desktop.style.tokens import LIGHT


class BrandMark(QWidget):
    """Drawn, so that it is sharp at any size and follows the palette."""

    def __init__(self, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = look().px(size)
        self.setFixedSize(side, side)
        self._drawn = False
        soon(self._draw)

    def _draw(self) -> None:
        self._drawn = True
        self.update()

    def paintEvent(self, event: "QtGui.QPaintEvent") -> None:  # noqa: D102, ARG002
        if not self._drawn:
            return
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QtCore.QRectF(self.rect()), look().colours.seal, look().colours.on_tone)
        painter.end()


def paint_mark(painter: "QtGui.QPainter", place: "QtCore.QRectF", ground: str, lines: str) -> None:
    """Paint the mark into a square."""
    unit = place.width() / 32
    painter.translate(place.topLeft())
    painter.scale(unit, unit)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QtGui.QColor(ground))
    painter.drawRoundedRect(QtCore.QRectF(0, 0, 32, 32), 7, 7)
    pen = QtGui.QPen(QtGui.QColor(lines), 2)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QtCore.QPointF(7, 12.5), QtCore.QPointF(16, 6.5), QtCore.QPointF(25, 12.5)])
    book = QtGui.QPainterPath(QtCore.QPointF(16, 18))
    book.cubicTo(13, 15.8, 10, 15.5, 7, 15.5)
    book.lineTo(7, 24)
    book.cubicTo(10, 24, 13, 24.4, 16, 26.2)
    book.cubicTo(19, 24.4, 22, 24, 25, 24)
    book.lineTo(25, 15.5)
    book.cubicTo(22, 15.5, 19, 15.8, 16, 18)
    book.lineTo(16, 26)
    painter.drawPath(book)
    painter.resetTransform()


def brand_icon() -> "QtGui.QIcon":
    """The mark as the window's icon; always in its light colours, as on the desktop."""
    picture = QtGui.QPixmap(64, 64)
    picture.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(picture)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QtCore.QRectF(0, 0, 64, 64), LIGHT.seal, LIGHT.on_tone)
    painter.end()
    return QtGui.QIcon(picture)
