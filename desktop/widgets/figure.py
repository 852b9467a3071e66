"""A drawing of the course in the reader's colours, with words for those who do not see it."""

import re
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop.style.look import look
from desktop.style.tokens import SANS, Colours
from desktop.widgets.buttons import quiet
from desktop.widgets.layout import column, row
from desktop.widgets.naming import label, show_if
from desktop.widgets.pressable import ENTER
from desktop.words import tr
from exams import is_safe_drawing

_COLOUR = re.compile(r"\{\{c:([a-z_]+)\}\}")


class FigureView(QFrame):
    """The drawing as wide as the page, its caption, and its description to unfold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "figure")
        self._canvas = _Canvas()
        self._canvas.asked.connect(self._toggle)
        self._caption = label("", "small", name="figure_caption")
        self._description = label("", "body", name="figure_description", selectable=True)
        self._description.setVisible(False)
        self._button = quiet(tr("Describe the figure"), "info", name="figure_describe")
        self._button.clicked.connect(self._toggle)
        line = row(gap="m")
        line.addWidget(self._caption, 1)
        line.addWidget(self._button)
        self.setLayout(column(self._canvas, line, self._description, gap="s", margins="m"))

    def show_figure(self, svg: str, caption: str, description: str) -> None:
        """Show a drawing whose words are filled in and whose colours are still tokens.

        What is no drawing of our profile is not shown, whoever signed it; caption and description are.
        """
        self._canvas.show_svg(themed(svg) if is_safe_drawing(svg) else "")
        self._canvas.setAccessibleName(caption)
        self._canvas.setAccessibleDescription(description)
        self._caption.setText(caption)
        self._description.setText(description)
        show_if(self._button, bool(description))

    def _toggle(self) -> None:
        shown = self._description.isHidden()
        show_if(self._description, shown)
        self._button.setText(" " + (tr("Hide the description") if shown else tr("Describe the figure")))


def themed(svg: str, colours: Colours | None = None) -> str:
    """The drawing in these colours, else those of the look in use, lettered in our own font."""
    named = colours or look().colours
    filled = _COLOUR.sub(lambda found: str(getattr(named, found.group(1))), svg)
    return filled.replace("<svg ", f'<svg font-family="{SANS}" ', 1)


def drawing(svg: str, colours: Colours) -> Callable[[QPainter, QRectF], None]:
    """What draws a drawing of our profile, already found safe, in these colours into a place."""
    shown = QSvgRenderer(QByteArray(themed(svg, colours).encode()))

    def draw(painter: QPainter, place: QRectF) -> None:
        shown.render(painter, place)

    return draw


class _Canvas(QWidget):
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._drawing = QSvgRenderer()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_svg(self, svg: str) -> None:
        self._drawing = QSvgRenderer()
        if svg:  # Qt warns of an empty drawing
            self._drawing.load(QByteArray(svg.encode()))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        box = self._drawing.viewBoxF()
        if box.width() <= 0:
            return 0
        # A drawing may not outgrow the window: at large text it is as tall as its words need and no more.
        wide = min(width, round(box.width() * 1.5 * max(1.0, look().zoom / 150)))
        return round(wide * box.height() / box.width())

    def sizeHint(self) -> QSize:
        width = look().px(480)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._drawing.viewBoxF()
        if box.width() > 0:
            scale = min(self.width() / box.width(), self.height() / box.height())
            width, height = box.width() * scale, box.height() * scale
            self._drawing.render(painter, QRectF((self.width() - width) / 2, 0, width, height))
        if self.hasFocus():
            painter.setPen(QPen(QColor(look().colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.asked.emit()
            return
        super().keyPressEvent(event)
