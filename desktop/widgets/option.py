"""One option of a question: a letter, a text, and in a review how it fared."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.style.fonts import font
from desktop.style.icons import draw_icon, pixmap
from desktop.style.look import look
from desktop.widgets.layout import column, row
from desktop.widgets.naming import label, see_through, set_state, show_if
from desktop.widgets.pressable import Pressable
from desktop.widgets.values import Option, OptionMark
from desktop.words import mark, tr

MARKS = {
    OptionMark.NONE: ("", "muted", ""),
    OptionMark.RIGHT: ("good", "good", mark("Right")),
    OptionMark.WRONG: ("error", "bad", mark("Wrong")),
    OptionMark.MISSED: ("half", "good", mark("Missed")),
}
"""Drawing, colour and word of each mark: never the colour alone."""


class Indicator(QWidget):
    """A circle (one of several) or a square (several), with the letter in it."""

    def __init__(self, letter: str, *, square: bool, size: int = 28) -> None:
        super().__init__()
        self._letter, self._square, self._on = letter, square, False
        self.setFixedSize(look().px(size), look().px(size))
        see_through(self)

    def set_on(self, on: bool) -> None:
        """Fill it, or not."""
        self._on = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        colours = look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        faint = not self.isEnabled() and not self._on
        painter.setPen(QPen(QColor(colours.accent if self._on else colours.line_strong), 1.5))
        painter.setBrush(QColor(colours.accent if self._on else colours.sunken if faint else colours.surface))
        radius = look().gap("radius_small") if self._square else place.height() / 2
        painter.drawRoundedRect(place, radius, radius)
        self._draw_inside(painter, place)
        painter.end()

    def _draw_inside(self, painter: QPainter, place: QRectF) -> None:
        colours = look().colours
        if self._letter:
            painter.setFont(font("small", bold=True))
            painter.setPen(QColor(colours.on_accent if self._on else colours.ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._letter)
        elif self._on and self._square:
            draw_icon(painter, "check", "on_accent", place)
        elif self._on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.on_accent))
            painter.drawEllipse(QPointF(place.center()), place.width() / 5, place.width() / 5)


class OptionButton(Pressable):
    """The whole frame is the button; checked means chosen."""

    def __init__(self, option: Option, shown_letter: str, *, square: bool) -> None:
        super().__init__("option")
        self.letter = option.letter
        self._shown, self._plain = shown_letter, option.text
        self.setCheckable(True)
        self.setObjectName(f"option_{option.letter}")
        self._sign = Indicator(shown_letter, square=square)
        self._text = see_through(label(option.text, name="option_text"))
        self._why = see_through(label("", "small"))
        self._picture = see_through(label(wrap=False))
        self._word = see_through(label("", "small", wrap=False))
        line = row(gap="m", margins="sm")
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(self._text, self._why, gap="xs"), 1)
        line.addLayout(row(self._picture, self._word, gap="xs"))
        self.setLayout(line)
        self.toggled.connect(self._sign.set_on)
        self.show_mark(option)

    def show_struck(self, struck: bool) -> None:
        """Show the option as struck out, or not."""
        letters = self._text.font()
        letters.setStrikeOut(struck)
        self._text.setFont(letters)
        set_state(self._text, "kind", "muted" if struck else "body")
        self.setAccessibleDescription(tr("Struck out") if struck else "")

    def show_mark(self, option: Option) -> None:
        """Show how the option fared and why; OptionMark.NONE and no `why` take it back."""
        icon, colour, word = MARKS[option.mark]
        set_state(self, "mark", option.mark.value)
        self._why.setText(option.why)
        show_if(self._why, bool(option.why))
        self._word.setText(tr(word))
        show_if(self._word, bool(word))
        set_state(self._word, "tone", colour)
        show_if(self._picture, bool(icon))
        if icon:
            self._picture.setPixmap(pixmap(icon, colour, 22))
        self.setAccessibleName(f"{self._shown} {self._plain}".strip())
        self.setAccessibleDescription(" ".join(part for part in (tr(word), option.why) if part))
