"""Columns, rows and wrapping containers on the 8-px grid."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.style.look import look
from desktop.widgets.flow import FlowLayout, GridLayout


class _Stretch:
    """The mark for "the rest of the room"."""


STRETCH: Final = _Stretch()
Part = QWidget | QLayout | int | _Stretch


def column(*items: Part, gap: str = "m", margins: str = "none") -> QVBoxLayout:
    """Things below each other; an int is a space in pixels at 100 %."""
    made = QVBoxLayout()
    _fill(made, items, gap, margins)
    return made


def row(*items: Part, gap: str = "s", margins: str = "none") -> QHBoxLayout:
    """Things beside each other, centred on the line."""
    made = QHBoxLayout()
    _fill(made, items, gap, margins)
    return made


def boxed(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A plain widget around a layout."""
    made = QWidget(parent)
    made.setLayout(layout)
    return made


def clear_layout(layout: QLayout) -> None:
    """Delete everything in a layout, nested layouts too."""
    while layout.count():
        item = layout.takeAt(0)
        inside: QLayout | None = item.layout()
        widget: QWidget | None = item.widget()
        if widget is not None:
            drop(widget)
        elif inside is not None:
            clear_layout(inside)


def drop(widget: QWidget) -> None:
    """Take a widget away for good."""
    # Hidden and orphaned first: deleteLater alone would leave it on the screen for one more painting,
    # and a layout may still have a "show it" under way, which would open a window for an orphan.
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def add_part(layout: QBoxLayout, item: Part, stretch: int = 0) -> None:
    """Add a widget, a layout, a space or the rest of the room."""
    if isinstance(item, QWidget):
        layout.addWidget(item, stretch)
    elif isinstance(item, QLayout):
        layout.addLayout(item, stretch)
    elif isinstance(item, int):
        layout.addSpacing(look().px(item))
    else:
        layout.addStretch(1)


class FlowRow(QWidget):
    """A row that goes on in the next line where the room ends."""

    def __init__(self, *widgets: QWidget, gap: str = "s", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(look().gap(gap))
        self.setLayout(self._flow)
        self.setSizePolicy(_as_tall_as_wide_allows())
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Put one more at the end."""
        self._flow.addWidget(widget)

    def clear(self) -> None:
        """Delete all of them."""
        clear_layout(self._flow)


class CardGrid(QWidget):
    """Equal columns, as many as fit."""

    def __init__(self, min_width: int = 320, gap: str = "m", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = GridLayout(look().gap(gap), look().px(min_width))
        self.setLayout(self._grid)
        self.setSizePolicy(_as_tall_as_wide_allows())

    def add(self, widget: QWidget) -> None:
        """Put one more card at the end."""
        self._grid.addWidget(widget)

    def clear(self) -> None:
        """Delete all cards."""
        clear_layout(self._grid)


class SideBySide(QWidget):
    """A main part with a side part; the side falls below where the room is narrow."""

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        side_width: int = 304,
        break_at: int = 880,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._main, self._side = main, side
        self._side_width, self._break_at = look().px(side_width), look().px(break_at)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look().gap("l"))
        self._box.addWidget(main, 1)
        self._box.addLayout(column(side, STRETCH, gap="none"))
        self._turn(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        self._turn(narrow=event.size().width() < self._break_at)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        # The stacked width counts: else the wide arrangement would keep its own page too wide to ever fall below.
        width = max(self._main.minimumSizeHint().width(), self._side.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def _turn(self, *, narrow: bool) -> None:
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        self._side.setMinimumWidth(0 if narrow else self._side_width)
        self._side.setMaximumWidth(16777215 if narrow else self._side_width)


def _fill(layout: QBoxLayout, items: tuple[Part, ...], gap: str, margins: str) -> None:
    layout.setSpacing(look().gap(gap))
    edge = look().gap(margins)
    layout.setContentsMargins(edge, edge, edge, edge)
    for item in items:
        add_part(layout, item)


def _as_tall_as_wide_allows() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
