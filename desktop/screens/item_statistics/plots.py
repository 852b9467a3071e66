"""Small plots: a bar that begins in the middle where a figure may be negative, its number always beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.screens.item_statistics.state import Bar, OptionBars
from desktop.style.look import look
from desktop.widgets.layout import column, row
from desktop.widgets.naming import label

_HIGH, _WIDE = 12, 120


class PlotBar(QWidget):
    """A share from -100 to 100; `signed` puts nought in the middle."""

    def __init__(self, bar: Bar, *, signed: bool = False) -> None:
        super().__init__()
        self._bar, self._signed = bar, signed
        self.setFixedHeight(look().px(_HIGH))
        self.setMinimumWidth(look().px(_WIDE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(bar.title)
        self.setAccessibleDescription(bar.text)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(look().px(2 * _WIDE), look().px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        colours = look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.sunken))
        place = QRectF(self.rect())
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setBrush(QColor(getattr(colours, self._bar.tone)))
        painter.drawRoundedRect(self._filled(place), place.height() / 2, place.height() / 2)
        if self._signed:
            painter.setBrush(QColor(colours.ink))
            painter.drawRect(QRectF(place.width() / 2 - 1, 0, 2, place.height()))
        painter.end()

    def _filled(self, place: QRectF) -> QRectF:
        share = max(-100.0, min(100.0, self._bar.percent)) / 100
        if not self._signed:
            return QRectF(place.x(), place.y(), place.width() * max(0.0, share), place.height())
        middle, length = place.width() / 2, place.width() / 2 * abs(share)
        return QRectF(middle if share >= 0 else middle - length, place.y(), length, place.height())


def figure_plot(bars: tuple[Bar, ...]) -> QWidget:
    """Facility from nought, the others around nought."""
    made = QWidget()
    lines = column(gap="m")
    for at, bar in enumerate(bars):
        head = row(label(bar.title, "small"), gap="s")
        head.setStretch(0, 1)
        head.addWidget(label(bar.text, "field", wrap=False))
        lines.addLayout(column(head, PlotBar(bar, signed=at > 0), gap="xxs"))
    made.setLayout(lines)
    return made


def option_plot(option: OptionBars, key_word: str) -> QWidget:
    """An option's words, and its bars with their numbers."""
    made = QWidget()
    grid = QGridLayout()
    grid.setHorizontalSpacing(look().gap("s"))
    grid.setVerticalSpacing(look().gap("xxs"))
    grid.setColumnStretch(1, 1)
    for at, bar in enumerate(option.bars):
        grid.addWidget(label(bar.title, "small", wrap=False), at, 0)
        grid.addWidget(PlotBar(bar), at, 1)
        grid.addWidget(label(bar.text, "small", wrap=False), at, 2, Qt.AlignmentFlag.AlignRight)
    words = f"{option.title} — {key_word}" if option.right else option.title
    made.setLayout(column(label(words, "field"), grid, gap="xs"))
    return made
