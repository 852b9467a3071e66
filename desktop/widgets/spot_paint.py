"""How regions, points and the cross are drawn on any picture: a dark line in a light one, never a colour alone."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.style.fonts import font
from desktop.style.icons import draw_icon
from desktop.style.look import look
from desktop.widgets.option import MARKS
from desktop.widgets.values import OptionMark
from exams import SpotShape, corners_of

_THIN, _THICK, _HALO = 2.0, 4.0, 4.0
_FILL = 70
"""Of 255: what is chosen is tinted, and the picture stays to be seen."""


class Frame(NamedTuple):
    """Where a picture lies in its widget, and how many pixels a unit of it is wide."""

    corner: QPointF
    scale: float

    def at(self, point: tuple[int, int]) -> QPointF:
        """A point of the picture in pixels."""
        return self.corner + QPointF(point[0], point[1]) * self.scale

    def unit(self, place: QPointF) -> tuple[int, int]:
        """A pixel in the picture's units."""
        inside = place - self.corner
        return round(inside.x() / self.scale), round(inside.y() / self.scale)


def paint_ground(painter: QPainter, place: QRectF) -> None:
    """The ground of the picture and the line around it."""
    painter.setPen(QPen(QColor(look().colours.line_strong), 1))
    painter.setBrush(QColor(look().colours.surface))
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_region(
    painter: QPainter, frame: Frame, region: tuple[str, SpotShape], seen: tuple[bool, bool], mark: OptionMark
) -> None:
    """Its outline and its letter; `seen` says whether it is chosen and whether keyboard or mouse are at it."""
    letter, shape = region
    chosen, held = seen
    colours, path = look().colours, outline(frame, shape)
    is_marked = mark is not OptionMark.NONE
    tone = getattr(colours, MARKS[mark][1] if is_marked else "accent" if chosen else "ink")
    wide = _THICK if chosen or is_marked else _THIN
    if chosen:
        tint = QColor(tone)
        tint.setAlpha(_FILL)
        painter.fillPath(path, tint)
    if held:
        painter.strokePath(path, QPen(QColor(colours.focus), wide + 2 * _HALO))
    painter.strokePath(path, QPen(QColor(colours.surface), wide + _HALO))
    pen = QPen(QColor(tone), wide)
    if mark is OptionMark.MISSED:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.strokePath(path, pen)
    _badge(painter, frame, path.boundingRect(), letter, (chosen, mark))


def paint_point(painter: QPainter, place: QPointF, number: int) -> None:
    """A point that was set: its number in a ring, the middle of which is the point."""
    colours, size = look().colours, look().px(13)
    painter.setPen(QPen(QColor(colours.surface), _HALO + 2))
    painter.setBrush(QColor(colours.accent))
    painter.drawEllipse(place, size, size)
    painter.setPen(QPen(QColor(colours.accent), 2))
    painter.drawEllipse(place, size, size)
    painter.setPen(QColor(colours.on_accent))
    painter.setFont(font("small", bold=True))
    painter.drawText(_square(place, size), Qt.AlignmentFlag.AlignCenter, str(number))


def paint_cross(painter: QPainter, place: QRectF, at: QPointF) -> None:
    """The cross that arrows move, through the whole picture."""
    lines = (
        (QPointF(place.left(), at.y()), QPointF(place.right(), at.y())),
        (QPointF(at.x(), place.top()), QPointF(at.x(), place.bottom())),
    )
    for colour, wide in ((look().colours.surface, _HALO + 1), (look().colours.focus, 2.0)):
        painter.setPen(QPen(QColor(colour), wide))
        for one, other in lines:
            painter.drawLine(one, other)


def paint_focus(painter: QPainter, place: QRectF) -> None:
    """The frame of what has the keyboard."""
    painter.setPen(QPen(QColor(look().colours.focus), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)


def _badge(painter: QPainter, frame: Frame, around: QRectF, letter: str, fared: tuple[bool, OptionMark]) -> None:
    """The letter on the upper left corner of a region, filled where it is chosen; behind it how it fared."""
    chosen, mark = fared
    colours, size = look().colours, look().px(22)
    left = max(frame.corner.x() + 2, around.left() - size / 2)
    place = QRectF(left, max(frame.corner.y() + 2, around.top() - size / 2), size, size)
    painter.setPen(QPen(QColor(colours.accent if chosen else colours.ink), 1.5))
    painter.setBrush(QColor(colours.accent if chosen else colours.surface))
    painter.drawRoundedRect(place, 4, 4)
    painter.setFont(font("small", bold=True))
    painter.setPen(QColor(colours.on_accent if chosen else colours.ink))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)
    icon, tone, _ = MARKS[mark]
    sign = icon or ("check" if chosen else "")
    if sign:
        beside = place.translated(size + 3, 0)
        painter.setPen(QPen(QColor(getattr(colours, tone if icon else "accent")), 1.5))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(beside, 4, 4)
        draw_icon(painter, sign, tone if icon else "accent", beside.adjusted(3, 3, -3, -3))


def outline(frame: Frame, shape: SpotShape) -> QPainterPath:
    """The edge of a region in pixels."""
    path, numbers = QPainterPath(), shape.numbers
    if shape.kind == "rect":
        path.addRect(QRectF(frame.at((numbers[0], numbers[1])), frame.at((numbers[2], numbers[3]))))
    elif shape.kind == "poly":
        path.addPolygon(QPolygonF([frame.at(corner) for corner in corners_of(shape)]))
        path.closeSubpath()
    else:
        path.addEllipse(frame.at((numbers[0], numbers[1])), numbers[2] * frame.scale, numbers[-1] * frame.scale)
    return path


def _square(middle: QPointF, half: int) -> QRectF:
    return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
