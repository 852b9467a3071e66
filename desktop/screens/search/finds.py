"""The finds of a search: rows that say where the words stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.search.state import Found
from desktop.style.icons import pixmap
from desktop.widgets.layout import clear_layout, column, row
from desktop.widgets.naming import label, see_through
from desktop.widgets.pressable import Pressable
from desktop.widgets.safe_view import StemView


class FoundRow(Pressable):
    """Title and the words around the find.

    Signals:
        chosen: the key of the find
    """

    chosen = Signal(str)

    def __init__(self, found: Found, icon: str) -> None:
        super().__init__("row")
        self.setObjectName(f"found_{found.key}")
        self._key = found.key
        picture, arrow = see_through(label(wrap=False)), see_through(label(wrap=False))
        picture.setPixmap(pixmap(icon, "accent", 24))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        arrow.setPixmap(pixmap("chevron_right", "muted", 18))
        snippet = see_through(StemView())
        snippet.setProperty("kind", "plain")
        snippet.show_snippet(found.snippet)
        snippet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = column(see_through(label(found.title, "subheading")), snippet, gap="xs")
        if found.place:
            words.insertWidget(0, see_through(label(found.place, "caption")))
        line = row(picture, gap="m", margins="m")
        line.addLayout(words, 1)
        line.addWidget(arrow)
        self.setLayout(line)
        self.setAccessibleName(found.title)
        self.setAccessibleDescription(snippet.toPlainText())
        self.clicked.connect(lambda: self.chosen.emit(self._key))


class FoundList(QWidget):
    """Finds below each other.

    Signals:
        chosen: the key of a find
    """

    chosen = Signal(str)

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._shown: tuple[Found, ...] = ()
        self._column = column(gap="s")
        self.setLayout(self._column)
        self.rows: list[FoundRow] = []

    def show_finds(self, finds: tuple[Found, ...]) -> None:
        """Replace all rows."""
        if finds == self._shown:
            return
        self._shown = finds
        clear_layout(self._column)
        self.rows = [FoundRow(found, self._icon) for found in finds]
        for one in self.rows:
            one.chosen.connect(self.chosen)
            self._column.addWidget(one)
