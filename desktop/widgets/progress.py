"""How far something is: a bar, a ring, a score by chapter. The number always stands beside the drawing."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy, QWidget

from desktop.style.fonts import font
from desktop.style.look import look
from desktop.widgets.layout import clear_layout, row
from desktop.widgets.naming import label, show_if
from desktop.widgets.values import ChapterScore


class _Bar(QProgressBar):
    """Paints itself: the sheet's own chunk cannot be round when it is short."""

    def __init__(self, height: int, fill: str = "accent", pass_percent: int | None = None) -> None:
        super().__init__()
        self._fill, self._pass = fill, pass_percent
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setFixedHeight(look().px(height))
        self.setMinimumWidth(look().px(64))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colours = look().colours
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.setBrush(QColor(colours.sunken))
        radius = place.height() / 2
        painter.drawRoundedRect(place, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours, self._fill)))
        painter.drawRoundedRect(self._filled(place), radius, radius)
        if self._pass is not None:
            x = place.x() + place.width() * self._pass / 100
            painter.setPen(QPen(QColor(colours.ink), 2))
            painter.drawLine(round(x), 0, round(x), self.height())
        painter.end()

    def _filled(self, place: QRectF) -> QRectF:
        if self.maximum() == 0:
            return QRectF(place.x() + place.width() / 3, place.y(), place.width() / 3, place.height())
        if not self.value():
            return QRectF()
        width = max(place.height(), place.width() * self.value() / 100)
        return QRectF(place.x(), place.y(), width, place.height())


class ProgressBar(QWidget):
    """A bar with its text at the right."""

    def __init__(self, accessible: str, *, thin: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar(6 if thin else 10)
        self._bar.setAccessibleName(accessible)
        self._text = label("", "small", wrap=False)
        line = row(gap="sm")
        line.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._text)
        self.setLayout(line)
        self.set_value(0)

    def set_value(self, percent: int, text: str = "") -> None:
        """Show how far; `text` stands at the right, as "12 / 18"."""
        self._bar.setRange(0, 100)
        self._bar.setValue(percent)
        self._text.setText(text)
        show_if(self._text, bool(text))
        self._bar.setAccessibleDescription(text)

    def set_busy(self, text: str = "") -> None:
        """Show that it goes on, for an unknown time."""
        self._bar.setRange(0, 0)
        self._text.setText(text)
        show_if(self._text, bool(text))


class ProgressRing(QProgressBar):
    """A ring with its number inside."""

    def __init__(self, accessible: str, diameter: int = 72, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._side = look().px(diameter)
        self.setRange(0, 100)
        self.setAccessibleName(accessible)
        self.setFixedSize(self._side, self._side)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._side, self._side)

    def set_value(self, percent: int, text: str = "") -> None:
        """Show how far; without a text the percent itself."""
        self._text = text or f"{percent}%"
        self.setValue(percent)
        self.setAccessibleDescription(self._text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        colours = look().colours
        thick = self._side / 10
        place = QRectF(self.rect()).adjusted(thick, thick, -thick, -thick)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.line), thick))
        painter.drawEllipse(place)
        done = "good" if self.value() >= 100 else "accent"
        pen = QPen(QColor(getattr(colours, done)), thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self.value():
            painter.drawArc(place, 90 * 16, -round(self.value() * 57.6))
        inner = font("body", bold=True)
        inner.setPixelSize(max(round(self._side * 0.2), 10))
        painter.setFont(inner)
        painter.setPen(QColor(colours.ink))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class ScoreBars(QWidget):
    """The score by chapter: words, a bar with the line to pass, a number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().gap("m"))
        self._grid.setVerticalSpacing(look().gap("xs"))
        self._grid.setColumnStretch(0, 1)

    def show_scores(self, scores: tuple[ChapterScore, ...]) -> None:
        """Replace all bars."""
        clear_layout(self._grid)
        for place, score in enumerate(scores):
            passed = score.pass_percent is None or score.percent >= score.pass_percent
            bar = _Bar(12, "good" if passed else "warn", score.pass_percent)
            bar.setValue(score.percent)
            bar.setAccessibleName(score.title)
            bar.setAccessibleDescription(score.detail)
            line = place * 4
            self._grid.addWidget(label(score.title, "strong"), line, 0)
            self._grid.addWidget(label(f"{score.percent}%", "strong", wrap=False, align_right=True), line, 1)
            self._grid.addWidget(bar, line + 1, 0, 1, 2)
            if score.detail:
                self._grid.addWidget(label(score.detail, "small"), line + 2, 0, 1, 2)
            self._grid.setRowMinimumHeight(line + 3, look().gap("s"))
