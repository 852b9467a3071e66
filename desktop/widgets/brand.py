"""The mark of the product: a seal with the pediment of a bank and an open book."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.style.look import look
from desktop.style.tokens import LIGHT


class BrandMark(QWidget):
    """Drawn, so that it is sharp at any size and follows the palette."""

    def __init__(self, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = look().px(size)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(self.rect()), look().colours.seal, look().colours.on_tone)
        painter.end()


def paint_mark(painter: QPainter, place: QRectF, ground: str, lines: str) -> None:
    """Paint the mark into a square."""
    unit = place.width() / 32
    painter.translate(place.topLeft())
    painter.scale(unit, unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(0, 0, 32, 32), 7, 7)
    pen = QPen(QColor(lines), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(7, 12.5), QPointF(16, 6.5), QPointF(25, 12.5)])
    book = QPainterPath(QPointF(16, 18))
    book.cubicTo(13, 15.8, 10, 15.5, 7, 15.5)
    book.lineTo(7, 24)
    book.cubicTo(10, 24, 13, 24.4, 16, 26.2)
    book.cubicTo(19, 24.4, 22, 24, 25, 24)
    book.lineTo(25, 15.5)
    book.cubicTo(22, 15.5, 19, 15.8, 16, 18)
    book.lineTo(16, 26)
    painter.drawPath(book)
    painter.resetTransform()


def brand_icon() -> QIcon:
    """The mark as the window's icon; always in its light colours, as on the desktop."""
    picture = QPixmap(64, 64)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QRectF(0, 0, 64, 64), LIGHT.seal, LIGHT.on_tone)
    painter.end()
    return QIcon(picture)
