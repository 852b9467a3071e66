"""The icon family: our own line drawings, tinted with a colour token when they are first asked for."""

from functools import cache

from PySide6 import QtCore, QtGui

from desktop.assets import asset
from desktop.style.look import look


def pixmap(name: str, colour: str = "ink", size: int = 20, ratio: float = 2.0) -> "QtGui.QPixmap":
    """A drawing `size` pixels wide at 100 % in a colour token, sharp also on dense screens."""
    return _drawn(name, getattr(look().colours, colour), look().px(size), ratio)


def icon(name: str, colour: str = "ink", size: int = 20) -> "QtGui.QIcon":
    """The drawing as a QIcon; the style pales it where the widget is disabled."""
    return QtGui.QIcon(pixmap(name, colour, size))


def draw_icon(painter: "QtGui.QPainter", name: str, colour: str, place: "QtCore.QRectF") -> None:
    """Draw into a place, for widgets that paint themselves."""
    painter.drawPixmap(place.toRect(), _drawn(name, getattr(look().colours, colour), round(place.width()), 2.0))


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> "QtGui.QPixmap":
    from PySide6.QtSvg import QSvgRenderer

    source = asset("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    picture = QtGui.QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(picture)
    QSvgRenderer(QtCore.QByteArray(source.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
