"""What stands where there is nothing to show: empty, loading, an error, or all done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.style.icons import pixmap
from desktop.widgets.buttons import secondary
from desktop.widgets.layout import STRETCH, boxed, column, row
from desktop.widgets.naming import label, show_if
from desktop.widgets.progress import ProgressBar
from desktop.widgets.values import Face, FaceKind

_PICTURES = {
    FaceKind.EMPTY: ("empty", "muted"),
    FaceKind.LOADING: ("clock", "accent"),
    FaceKind.ERROR: ("error", "bad"),
    FaceKind.DONE: ("good", "good"),
}


class StatePanel(QFrame):
    """One of four faces, with what to do next.

    Signals:
        action_asked: the action was pressed
    """

    action_asked = Signal()

    def __init__(self, face: Face | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._picture = label(wrap=False)
        self._title = label("", "subheading", name="panel_title")
        self._text = label("", "muted", name="panel_text")
        for part in (self._picture, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = ProgressBar("", thin=True)
        self._bar.set_busy()
        self._action = secondary("", name="panel_action")
        self._action.clicked.connect(self.action_asked)
        self._press = boxed(row(STRETCH, self._action, STRETCH))
        parts = (self._picture, self._title, self._text, self._bar, self._press)
        inner = column(STRETCH, *parts, STRETCH, gap="s", margins="xl")
        self.setLayout(inner)
        if face is not None:
            self.show_face(face)

    def show_face(self, face: Face) -> None:
        """Show this face."""
        name, colour = _PICTURES[face.kind]
        self._picture.setPixmap(pixmap(name, colour, 40))
        self._title.setText(face.title)
        self._text.setText(face.text)
        show_if(self._text, bool(face.text))
        show_if(self._bar, face.kind is FaceKind.LOADING)
        self._action.setText(face.action)
        show_if(self._press, bool(face.action))
        self.setAccessibleName(face.title)
        self.setAccessibleDescription(face.text)
