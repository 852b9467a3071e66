"""Where one is, and where one can go."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.layout import clear_layout, column, row
from desktop.widgets.naming import label, see_through
from desktop.widgets.pressable import Pressable
from desktop.widgets.values import NavItem


class _NavLine(Pressable):
    def __init__(self, item: NavItem, *, current: bool) -> None:
        super().__init__("nav")
        self.key = item.key
        self.setObjectName(f"nav_{item.key}")
        self.setCheckable(True)
        self.setChecked(current)
        self.setEnabled(item.enabled)
        self.setAccessibleName(f"{item.text} {item.badge}".strip())
        line = row(gap="sm", margins="s")
        line.setContentsMargins(look().gap("sm"), look().gap("s"), look().gap("s"), look().gap("s"))
        if item.icon:
            picture = see_through(label(wrap=False))
            picture.setPixmap(pixmap(item.icon, "accent" if current else "muted", 20))
            line.addWidget(picture)
        words = see_through(label(item.text))
        words.setProperty("on", current)
        line.addWidget(words, 1)
        line.addWidget(see_through(Badge(item.badge)))
        self.setLayout(line)

    def nextCheckState(self) -> None:  # noqa: N802
        # The owner says which line is current: a press alone changes nothing.
        return

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look().colours.seal))
        painter.drawRoundedRect(QRectF(3, self.height() * 0.25, look().px(3), self.height() * 0.5), 1.5, 1.5)
        painter.end()


class SideNav(QWidget):
    """A navigation at the side; arrows move, Enter or Space goes.

    Signals:
        chosen: the key of the line pressed
    """

    chosen = Signal(str)

    def __init__(self, items: tuple[NavItem, ...], current: str, accessible: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible)
        self._column = column(gap="xs")
        self.setLayout(self._column)
        self._lines: list[_NavLine] = []
        self.show_items(items, current)

    def show_items(self, items: tuple[NavItem, ...], current: str) -> None:
        """Replace all lines; the focus stays on its key."""
        held = next((line.key for line in self._lines if line.hasFocus()), None)
        clear_layout(self._column)
        self._lines = [_NavLine(item, current=item.key == current) for item in items]
        for line in self._lines:
            line.clicked.connect(lambda _=False, key=line.key: self.chosen.emit(key))
            self._column.addWidget(line)
            if line.key == held:
                line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        usable = [line for line in self._lines if line.isEnabled()]
        places = [place for place, line in enumerate(usable) if line.hasFocus()]
        if step and places:
            usable[(places[0] + step) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
