"""The container of every page: a centred column that scrolls, so that nothing is ever cut off."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from desktop.style.first_paint import soon
from desktop.style.look import look
from desktop.widgets.layout import STRETCH, add_part, clear_layout, column, drop
from desktop.widgets.qt_names import set_by_name

WIDTHS = {"reading": 624, "text": 760, "wide": 1120, "full": 100_000}
"""In pixels at 100 %; a reading page has lines of 36 Chinese characters or about 75 Latin letters."""


class ScrollPage(QWidget):
    """A page of reading width, text width, wide or full, with an optional bar that stays at its foot.

    Signals:
        scrolled: how far down, in percent (100 when all is seen)
        height_changed: the page has become longer or shorter
        hand_moved: somebody turned the wheel or took the bar
    """

    scrolled = Signal(int)
    height_changed = Signal()
    hand_moved = Signal()

    def __init__(self, width: str = "wide", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = _Area(WIDTHS[width])
        self._area.setObjectName("page_area")
        self.body = self._area.body
        self._outer = column(self._area, gap="none")
        self.setLayout(self._outer)
        self._foot: QFrame | None = None
        soon(self._listen)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a part below the others."""
        add_part(self.body, item, stretch)
        if stretch:
            self._area.fill()

    def space(self, name: str) -> None:
        """Leave room: a name of the spacing scale."""
        self.body.addSpacing(look().gap(name))

    def clear(self) -> None:
        """Delete all parts of the column."""
        clear_layout(self.body)

    def footer(self, widget: QWidget) -> None:
        """Keep a bar below the scrolled part."""
        if self._foot is not None:
            self._outer.removeWidget(self._foot)
            drop(self._foot)
        self._foot = QFrame()
        self._foot.setProperty("role", "footer")
        self._foot.setLayout(column(widget, margins="sm"))
        self._outer.addWidget(self._foot)

    def percent(self) -> int:
        """How far down the page is, 100 where it does not scroll."""
        bar = self._area.verticalScrollBar()
        return 100 if bar.maximum() <= 0 else bar.value() * 100 // bar.maximum()

    def position(self) -> int:
        """Where the page stands, for coming back after a rebuild."""
        return self._area.verticalScrollBar().value()

    def set_position(self, position: int) -> None:
        """Go there once the page has its height."""
        bar = self._area.verticalScrollBar()
        QTimer.singleShot(0, bar, lambda: bar.setValue(position))

    def go_to(self, position: int) -> None:
        """Go there at once, as far as the page has a height already."""
        self._area.verticalScrollBar().setValue(position)

    def to_top(self) -> None:
        """Show the beginning."""
        self._area.verticalScrollBar().setValue(0)

    def to_end(self) -> None:
        """Show the end."""
        self._area.verticalScrollBar().setValue(self._area.verticalScrollBar().maximum())

    def turn(self, windows: int) -> None:
        """Go on by so many windowfuls, back where negative; two lines stay in sight."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + windows * (bar.pageStep() - 2 * look().px(28)))

    def top_of(self, widget: QWidget) -> int:
        """The position at which a part stands at the upper edge, with a little air above it."""
        page = self._area.widget()
        return max(0, widget.mapTo(page, QPoint(0, 0)).y() - look().gap("m"))

    def has_reached(self, widget: QWidget) -> bool:
        """True once the page was scrolled so far that the beginning of a part is, or was, in sight."""
        top = widget.mapTo(self._area.widget(), QPoint(0, 0)).y()
        return top < self.position() + self._area.viewport().height()

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that a part is seen."""
        self._area.ensureWidgetVisible(widget, 0, look().gap("l"))

    def _listen(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self.scrolled.emit(self.percent()))
        bar.rangeChanged.connect(lambda *_: self.scrolled.emit(self.percent()))
        bar.rangeChanged.connect(lambda *_: self.height_changed.emit())
        bar.actionTriggered.connect(lambda _: self.hand_moved.emit())


class _Area(QScrollArea):
    """Lays its column out at the width there is, and centres it."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = look().px(width)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_by_name(self, "horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        set_by_name(self, "focusPolicy", "NoFocus")
        page = QWidget()
        page.setProperty("role", "page")
        self.body = column(gap="m")
        # The spacer below takes what a short page leaves over: parts keep their own height.
        self._outer = column(self.body, STRETCH, gap="none")
        self._outer.setStretch(1, 0)
        page.setLayout(self._outer)
        self.setWidget(page)

    def fill(self) -> None:
        """Let the parts have the rest of the height, after their stretch."""
        self._outer.setStretch(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The event's size is the viewport's; asking for `viewport()` the first time costs 13 ms of type discovery.
        width = event.size().width()
        least = look().gap("l")
        # Centred in the whole width, so that the column stands still when the scroll bar comes or goes.
        edge = max(least, (self.width() - self._width) // 2)
        right = max(least, edge - (self.width() - width))
        self._outer.setContentsMargins(edge, least, right, look().gap("xl"))
        self.widget().setMaximumWidth(width)
        super().resizeEvent(event)
