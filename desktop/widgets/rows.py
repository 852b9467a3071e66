"""Lists whose rows are buttons."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.layout import clear_layout, column, row
from desktop.widgets.naming import label, see_through, show_if
from desktop.widgets.pressable import Pressable

if TYPE_CHECKING:
    from desktop.widgets.progress import ProgressBar
    from desktop.widgets.values import RowValue


class RowCard(Pressable):
    """One row: icon, title, what belongs to it, a badge, a sign that it leads on.

    Signals:
        chosen: the row's key
    """

    chosen = Signal(str)

    def __init__(self, value: "RowValue", parent: QWidget | None = None) -> None:
        super().__init__("row", parent)
        self._key = value.key
        # Made when a value first has them: most rows of the first page have none, and it waits for every part.
        self._picture: QLabel | None = None
        self._bar: ProgressBar | None = None
        self._badge: Badge | None = None
        self._title = see_through(label("", "strong"))
        self._subtitle = see_through(label("", "small"))
        self._trailing = see_through(label("", "muted", wrap=False))
        self._arrow = see_through(label(wrap=False))
        self._words = column(self._title, self._subtitle, gap="xs")
        self._line = row(gap="m", margins="m")
        self._line.addLayout(self._words, 1)
        for part in (self._trailing, self._arrow):
            self._line.addWidget(part, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self._line)
        self.clicked.connect(lambda: self.chosen.emit(self._key))
        self.show_row(value)

    def show_row(self, value: "RowValue") -> None:
        """Show another value in this row."""
        self._key = value.key
        self.setObjectName(f"row_{value.key}")
        self._title.setText(value.title)
        for part, text in ((self._subtitle, value.subtitle), (self._trailing, value.trailing)):
            part.setText(text)
            show_if(part, bool(text))
        self._show_badge(value)
        self._show_bar(value.percent)
        self._show_picture(value)
        self._arrow.setPixmap(pixmap("chevron_right", "muted" if value.enabled else "faint", 18))
        self.setEnabled(value.enabled)
        self.setAccessibleName(" · ".join(part for part in (value.title, value.badge, value.trailing) if part))
        self.setAccessibleDescription(value.subtitle)

    def key(self) -> str:
        """The key of the value shown."""
        return self._key

    def _show_badge(self, value: "RowValue") -> None:
        if self._badge is None and value.badge:
            self._badge = see_through(Badge())
            place = self._line.indexOf(self._trailing)
            self._line.insertWidget(place, self._badge, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        if self._badge is not None:
            self._badge.show_badge(value.badge, value.tone)

    def _show_bar(self, percent: int | None) -> None:
        if self._bar is None and percent is not None:
            from desktop.widgets.progress import ProgressBar

            self._bar = see_through(ProgressBar("", thin=True))
            self._words.addWidget(self._bar)
        if self._bar is not None:
            show_if(self._bar, percent is not None)
            self._bar.set_value(percent or 0)

    def _show_picture(self, value: "RowValue") -> None:
        if self._picture is None and value.icon:
            self._picture = see_through(label(wrap=False))
            self._line.insertWidget(0, self._picture)
        if self._picture is not None:
            show_if(self._picture, bool(value.icon))
            if value.icon:
                self._picture.setPixmap(pixmap(value.icon, "accent" if value.enabled else "faint", 24))

    def sizeHint(self) -> QSize:  # noqa: D102
        return super().sizeHint().expandedTo(QSize(0, look().px(64)))


class RowList(QWidget):
    """Rows below each other; arrows move between them.

    Signals:
        chosen: the key of the row that was pressed
    """

    chosen = Signal(str)

    def __init__(self, rows: "tuple[RowValue, ...]" = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column(gap="s")
        self.setLayout(self._column)
        self._cards: list[RowCard] = []
        self.show_rows(rows)

    def show_rows(self, rows: "tuple[RowValue, ...]") -> None:
        """Show these rows; rows that stay keep their focus."""
        if len(rows) != len(self._cards):
            self._rebuild(rows)
        for card, value in zip(self._cards, rows, strict=True):
            card.show_row(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        step = {QtCore.Qt.Key.Key_Down: 1, QtCore.Qt.Key.Key_Up: -1}.get(QtCore.Qt.Key(event.key()), 0)
        places = [place for place, card in enumerate(self._cards) if card.hasFocus()]
        if step and places:
            self._cards[(places[0] + step) % len(self._cards)].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _rebuild(self, rows: "tuple[RowValue, ...]") -> None:
        held = next((card.key() for card in self._cards if card.hasFocus()), None)
        clear_layout(self._column)
        self._cards = [RowCard(value) for value in rows]
        for card in self._cards:
            card.chosen.connect(self.chosen)
            self._column.addWidget(card)
            if card.key() == held:
                card.setFocus()
