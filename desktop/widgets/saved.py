"""The mark that an answer lies on the disk."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.style.icons import pixmap
from desktop.widgets.layout import row
from desktop.widgets.naming import label, set_state, show_if
from desktop.widgets.values import SaveState
from desktop.words import tr

_SIGNS = {
    SaveState.IDLE: ("", "muted", "neutral"),
    SaveState.SAVING: ("refresh", "muted", "neutral"),
    SaveState.SAVED: ("good", "good", "good"),
    SaveState.FAILED: ("warn", "bad", "bad"),
}


class SavedMark(QWidget):
    """Says saved only when told so, after the commit returned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = label(wrap=False)
        self._text = label("", "small", wrap=False, name="saved")
        self.setLayout(row(self._picture, self._text, gap="xs"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.show_saved(SaveState.IDLE)

    def show_saved(self, state: SaveState, text: str = "") -> None:
        """Show a state; `text` replaces its usual word."""
        name, colour, tone = _SIGNS[state]
        words = {
            SaveState.IDLE: "",
            SaveState.SAVING: tr("Saving"),
            SaveState.SAVED: tr("Saved"),
            SaveState.FAILED: tr("Not saved"),
        }
        self._text.setText(text or words[state])
        set_state(self._text, "tone", tone)
        show_if(self._picture, bool(name))
        if name:
            self._picture.setPixmap(pixmap(name, colour, 18))
        self.setAccessibleName(self._text.text())
