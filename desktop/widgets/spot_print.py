"""The picture of a question for paper: in the colours of the light theme, the regions in black with their letters."""

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.style.fonts import font
from desktop.style.tokens import PALETTES, Theme
from desktop.widgets.spot_canvas import drawn_of
from desktop.widgets.spot_paint import Frame, outline
from exams import SpotBoard

_WIDE = 1440
_LETTER = 44


def printed_board(board: SpotBoard) -> bytes:
    """A PNG of the picture; an empty frame where it cannot be shown. Wants a running Qt application."""
    scale = _WIDE / board.width
    image = QImage(_WIDE, max(1, round(board.height * scale)), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(image.rect()).adjusted(1, 1, -1, -1)
    drawn = drawn_of(board, PALETTES[Theme.LIGHT])
    if drawn is not None:
        drawn(painter, whole)
    painter.setPen(QPen(QColor("black"), 2))
    painter.drawRect(whole)
    letters = font("body", bold=True)
    letters.setPixelSize(_LETTER - 12)
    painter.setFont(letters)
    for letter, shape in board.shapes.items():
        path = outline(Frame(QPointF(0, 0), scale), shape)
        painter.strokePath(path, QPen(QColor("white"), 9))
        painter.strokePath(path, QPen(QColor("black"), 4))
        badge = QRectF(path.boundingRect().topLeft() + QPointF(5, 5), QRectF(0, 0, _LETTER, _LETTER).size())
        painter.fillRect(badge, QColor("white"))
        painter.setPen(QPen(QColor("black"), 3))
        painter.drawRect(badge)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(held, "PNG")  # type: ignore[call-overload]
    return bytes(held.data().data())
