"""Buttons: one primary per page, the others quieter."""

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.style.first_paint import soon
from desktop.style.icons import icon, pixmap
from desktop.style.look import look
from desktop.widgets.naming import tip
from desktop.widgets.pressable import ENTER
from desktop.widgets.qt_names import set_by_name

_INKS = {"primary": "on_accent", "secondary": "accent", "quiet": "accent", "danger": "bad", "link": "accent"}


class Button(QPushButton):
    """A push button of a tone: primary, secondary, quiet, danger or link."""

    def __init__(self, text: str, tone: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._tone, self._icon_name, self._has_icon = tone, icon_name, False
        self.setProperty("role", "button")
        self.setProperty("tone", tone)
        soon(lambda: self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor))
        self.setIconSize(QSize(look().px(18), look().px(18)))
        self._show_icon(icon_name)

    def set_busy(self, busy: bool) -> None:
        """Show that it is at work and cannot be pressed meanwhile."""
        self.setEnabled(not busy)
        self._show_icon("clock" if busy else self._icon_name)

    def turn_into(self, text: str, icon_name: str) -> None:
        """The same button does something else from now on."""
        self._icon_name = icon_name
        self.setText(text)
        self._show_icon(icon_name)

    def keyPressEvent(self, event: "QtGui.QKeyEvent") -> None:  # noqa: D102
        if event.key() in ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: "QtGui.QPaintEvent") -> None:  # noqa: D102
        super().paintEvent(event)
        if self.hasFocus() and self._tone == "primary":
            draw_inner_line(self)

    def _show_icon(self, name: str) -> None:
        # A space keeps icon and text apart: the sheet has no word for that gap.
        if name:
            drawing = icon(name, _INKS[self._tone], 18)
            drawing.addPixmap(pixmap(name, "faint", 18), QtGui.QIcon.Mode.Disabled)
            self.setIcon(drawing)
            if not self.text().startswith(" "):
                self.setText(f" {self.text()}")
        elif self._has_icon:
            self.setIcon(QtGui.QIcon())
        self._has_icon = bool(name)


class IconButton(QToolButton):
    """A square button with a drawing; its name is told to those who listen and shown as a tip."""

    def __init__(self, icon_name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible)
        tip(self, accessible)
        soon(lambda: self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor))
        set_by_name(self, "focusPolicy", "StrongFocus")
        self.setIconSize(QSize(look().px(20), look().px(20)))
        self._drawing = (icon_name, "ink")
        self.set_icon(icon_name)

    def set_icon(self, name: str, colour: str = "ink") -> None:
        """Show another drawing."""
        self._drawing = (name, colour)
        soon(lambda: self.setIcon(icon(*self._drawing)))

    def keyPressEvent(self, event: "QtGui.QKeyEvent") -> None:  # noqa: D102
        if event.key() in ENTER:
            self.click()
            return
        super().keyPressEvent(event)


def primary(text: str, icon_name: str = "", *, name: str = "") -> Button:
    """The one action a page is for."""
    return _made(text, "primary", icon_name, name)


def secondary(text: str, icon_name: str = "", *, name: str = "") -> Button:
    """An action beside the main one."""
    return _made(text, "secondary", icon_name, name)


def quiet(text: str, icon_name: str = "", *, name: str = "") -> Button:
    """An action that keeps in the background."""
    return _made(text, "quiet", icon_name, name)


def danger(text: str, icon_name: str = "", *, name: str = "") -> Button:
    """An action that cannot be taken back."""
    return _made(text, "danger", icon_name, name)


def link(text: str, icon_name: str = "", *, name: str = "") -> Button:
    """An action that looks like a link."""
    return _made(text, "link", icon_name, name)


def draw_inner_line(widget: QWidget) -> None:
    """A light line inside the focus ring, so that the ring is seen on a filled ground too."""
    painter = QtGui.QPainter(widget)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setPen(QtGui.QPen(QtGui.QColor(look().colours.on_accent), 1.5))
    radius = look().gap("radius") - 3
    painter.drawRoundedRect(QtCore.QRectF(widget.rect()).adjusted(2.75, 2.75, -2.75, -2.75), radius, radius)
    painter.end()


def _made(text: str, tone: str, icon_name: str, name: str) -> Button:
    button = Button(text, tone, icon_name)
    button.setObjectName(name)
    return button
