"""Draws a `MyMarksState`; reports what is opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.my_marks.state import MyMarksState
from desktop.widgets.card import SectionHeader
from desktop.widgets.layout import boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.panel import StatePanel
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import tr


class MyMarksView(QWidget):
    """Marks by section, then those without a place.

    Signals:
        opened: the key of a mark
        home_asked: the button of the face
    """

    opened = Signal(str)
    home_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: MyMarksState | None = None
        self._face = named(StatePanel(), "face")
        self._parts = QVBoxLayout()
        self._parts.setContentsMargins(0, 0, 0, 0)
        subtitle = tr("Your bookmarks, notes and highlights; they stay when a chapter is updated.")
        page = ScrollPage("text")
        for part in (SectionHeader(tr("My marks"), subtitle, level=1), self._face, self._parts):
            page.add(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        self._face.action_asked.connect(self.home_asked)

    def show_state(self, state: MyMarksState) -> None:
        """Make the widgets agree with the state."""
        show_if(self._face, state.face is not None)
        if state.face is not None:
            self._face.show_face(state.face)
        if state == self._shown:
            return
        self._shown = state
        clear_layout(self._parts)
        groups = [(one.key, one.title, one.rows) for one in state.groups]
        if state.lost:
            groups.append(("lost", tr("Their words are gone"), state.lost))
        for key, title, values in groups:
            rows = named(RowList(values), f"marks_{key}", title)
            rows.chosen.connect(self.opened)
            self._parts.addWidget(boxed(column(label(title, "overline"), rows, gap="s")))
