"""Small marks: a word in a pill, a key to press."""

from PySide6 import QtCore
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.layout import row
from desktop.widgets.naming import label, see_through, set_state, show_if
from desktop.widgets.values import Tone

INKS = {
    Tone.NEUTRAL: "muted",
    Tone.ACCENT: "accent",
    Tone.INFO: "info",
    Tone.GOOD: "good",
    Tone.WARN: "warn",
    Tone.BAD: "bad",
}
"""The colour token that writes in a tone."""


class Badge(QFrame):
    """A word in a pill; an empty word hides it."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
        super().__init__()
        self.setProperty("role", "badge")
        self._picture = see_through(label(wrap=False))
        self._text = see_through(label(wrap=False))
        line = row(self._picture, self._text, gap="xs")
        line.setContentsMargins(look().px(10), 0, look().px(10), 0)
        self.setLayout(line)
        # The sheet rounds no corner by more than half the height: the height stands, the radius is its half.
        self.setFixedHeight(2 * look().gap("pill"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_badge(text, tone, icon)

    def show_badge(self, text: str, tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
        """Show a word in a tone, with a drawing where given."""
        set_state(self, "tone", tone.value)
        set_state(self._text, "tone", tone.value)
        self._text.setText(text)
        show_if(self._picture, bool(icon))
        if icon:
            self._picture.setPixmap(pixmap(icon, INKS[tone], 14))
        self.setAccessibleName(text)
        show_if(self, bool(text))

    def text(self) -> str:
        """The word."""
        return self._text.text()


class KeyHint(QWidget):
    """Keys to press together, and what they do: [Ctrl] [Enter] hand in."""

    def __init__(self, keys: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parts: list[QLabel] = [label(key.strip(), "key", wrap=False) for key in keys.split("+")]
        if text:
            parts.append(label(text, "caption", wrap=False))
        self.setLayout(row(*parts, gap="xs"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{keys} {text}".strip())
