"""How a caller feels: a face in a disc of its tone, and the word for it beside. Never the colour alone."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.style.icons import draw_icon
from desktop.style.look import look
from desktop.widgets.badge import INKS
from desktop.widgets.layout import column, row
from desktop.widgets.naming import label, set_state
from desktop.widgets.values import Tone
from desktop.words import tr
from desktop.words.calls import MOODS

MOOD_TONES = (Tone.GOOD, Tone.INFO, Tone.WARN, Tone.BAD, Tone.BAD)


class MoodFace(QWidget):
    """The face alone, from 0 calm to 4 beside oneself."""

    def __init__(self, mood: int = 0, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mood = mood
        side = look().px(size)
        self.setFixedSize(side, side)
        self.show_mood(mood)

    def show_mood(self, mood: int) -> None:
        """Look so."""
        self._mood = mood
        self.setAccessibleName(tr(MOODS[mood]))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, ARG002
        ink = INKS[MOOD_TONES[self._mood]]
        place = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(look().colours, f"{ink}_soft")))
        painter.drawEllipse(place)
        edge = place.width() / 10
        draw_icon(painter, f"mood_{self._mood}", ink, place.adjusted(edge, edge, -edge, -edge))
        painter.end()


class MoodSign(QWidget):
    """Who is on the line and how they feel: the face, the name, the word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = MoodFace(0, 44)
        self._name = label("", "subheading", wrap=False, name="caller_name")
        self._word = label("", "strong", wrap=False, name="caller_mood")
        self.setLayout(row(self._face, column(self._name, self._word, gap="none"), gap="sm"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_caller(self, name: str, mood: int) -> None:
        """Show another caller, or another mood."""
        self._face.show_mood(mood)
        self._name.setText(name)
        self._word.setText(tr(MOODS[mood]))
        set_state(self._word, "tone", MOOD_TONES[mood].value)
        self.setAccessibleName(f"{name}: {tr(MOODS[mood])}")
