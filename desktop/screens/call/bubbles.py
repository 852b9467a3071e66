"""The conversation: what the caller says stands left with a face, what the agent says stands right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QWidget

from desktop.screens.call.state import Bubble, Reply
from desktop.style.fonts import font
from desktop.style.look import look
from desktop.widgets.layout import STRETCH, clear_layout, column, row
from desktop.widgets.mood import MoodFace
from desktop.widgets.naming import label, see_through
from desktop.widgets.option import Indicator
from desktop.widgets.pressable import Pressable
from desktop.words import tr
from desktop.words.calls import MOODS

FACE = 36
ROUNDING = 8
"""Pixels that layouts and letters may be off by: a word must not wrap for want of one."""


class BubbleView(QWidget):
    """One line of the call."""

    def __init__(self, bubble: Bubble) -> None:
        super().__init__()
        self.setObjectName("bubble")
        said = label(bubble.text, name="bubble_text", selectable=False)
        frame = QFrame()
        frame.setProperty("role", "bubble")
        frame.setProperty("who", "caller" if bubble.from_caller else "agent")
        frame.setLayout(column(said, margins="sm"))
        frame.setMaximumWidth(_natural_width(bubble.text))
        line = row(gap="sm")
        if bubble.from_caller:
            line.addWidget(MoodFace(bubble.mood, FACE), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(frame, 8)
            line.addStretch(1)
        else:
            line.addSpacing(look().px(FACE))
            line.addStretch(1)
            line.addWidget(frame, 8)
        self.setLayout(line)
        mood = f" ({tr(MOODS[bubble.mood])})" if bubble.from_caller else ""
        self.setAccessibleName(f"{bubble.speaker}{mood}: {bubble.text}")


def _natural_width(text: str) -> int:
    """What the text needs on one line: a short line makes a short bubble, a long one wraps where the room ends."""
    letters = QFontMetrics(font("body"))
    widest = max((letters.horizontalAdvance(line) for line in text.splitlines()), default=0)
    return widest + 2 * look().gap("sm") + ROUNDING


class Conversation(QWidget):
    """All lines so far; only what is new is built, and the caller's newest line is told to those who listen."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Bubble, ...] = ()
        self._views: list[BubbleView] = []
        self._lines = column(gap="sm")
        self.setLayout(self._lines)

    def show_bubbles(self, bubbles: tuple[Bubble, ...]) -> None:
        """Show the conversation."""
        known = len(self._shown)
        if self._shown != bubbles[:known]:
            clear_layout(self._lines)
            self._views, known = [], 0
        first = not self._views
        for bubble in bubbles[known:]:
            view = BubbleView(bubble)
            self._views.append(view)
            self._lines.addWidget(view)
        self._shown = bubbles
        if self._views and not first and known < len(bubbles):
            QAccessible.updateAccessibility(QAccessibleEvent(self._views[-1], QAccessible.Event.Alert))

    def newest(self) -> QWidget | None:
        """The person's last reply, else the first line: what follows it is to be read now."""
        places = [place for place, one in enumerate(self._shown) if not one.from_caller]
        return self._views[places[-1] if places else 0] if self._views else None


class ReplyButton(Pressable):
    """One thing to say, with the key that says it."""

    def __init__(self, reply: Reply) -> None:
        super().__init__("option")
        self.setObjectName(f"reply_{reply.key}")
        self.setAccessibleName(f"{reply.key}. {reply.text}")
        line = row(gap="m", margins="sm")
        line.addWidget(Indicator(str(reply.key), square=True), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(see_through(label(reply.text, name="reply_text")), STRETCH, gap="none"), 1)
        self.setLayout(line)
