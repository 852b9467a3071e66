"""Draws a `GlossaryState`; reports what is typed and which term is looked for in the course."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.glossary.state import GlossaryState, TermRow
from desktop.style.icons import pixmap
from desktop.widgets.card import SectionHeader
from desktop.widgets.choosing import SearchField
from desktop.widgets.layout import STRETCH, CardGrid, boxed, clear_layout, column, row
from desktop.widgets.naming import label, named, see_through, show_if
from desktop.widgets.panel import StatePanel
from desktop.widgets.pressable import Pressable
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import tr


class GlossaryView(QWidget):
    """Terms in both languages side by side; a press searches the course for one.

    Signals:
        text_changed: what is typed, once the typing pauses
        all_asked: the filter is to go
        term_asked: the key of a term
    """

    text_changed = Signal(str)
    all_asked = Signal()
    term_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TermRow, ...] = ()
        self._lines: dict[str, _TermLine] = {}
        self._build()
        self._field.changed.connect(self.text_changed)
        self._face.action_asked.connect(self.all_asked)
        QShortcut(QKeySequence("Ctrl+F"), self, self.focus_field)
        # Not by keyPressEvent: the page's scroll area would have the arrows before us.
        for key, step in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self._move(step))

    def show_state(self, state: GlossaryState) -> None:
        """Make the widgets agree with the state."""
        self._field.set_text(state.text)
        self._count.setText(state.count)
        show_if(self._count, state.face is None)
        show_if(self._face, state.face is not None)
        if state.face is not None:
            self._face.show_face(state.face)
        if state.rows != self._rows:
            self._rebuild(state.rows)
        for key, line in self._lines.items():
            show_if(line, key in state.shown)

    def focus_field(self) -> None:
        """Put the cursor into the line, all of it chosen, ready to type over."""
        self._field.focus()
        self._field.edit.selectAll()

    def _build(self) -> None:
        self._field = SearchField(tr("A term or a word of its meaning"), name="glossary_text")
        self._count = label("", "muted", name="count")
        self._face = named(StatePanel(), "face")
        self._column = column(gap="s")
        self._page = ScrollPage("wide")
        subtitle = tr("Choose a term to see where the course speaks of it.")
        for part in (SectionHeader(tr("Glossary"), subtitle, level=1), self._field, self._count, self._face):
            self._page.add(part)
        self._page.add(boxed(self._column))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)

    def _move(self, step: int) -> None:
        lines = [line for line in self._lines.values() if line.isVisibleTo(self)]
        place = next((place for place, line in enumerate(lines) if line.hasFocus()), -1) + step
        if place < 0:
            self._field.focus()
        elif place < len(lines):
            lines[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._page.show_widget(lines[place])

    def _rebuild(self, rows: tuple[TermRow, ...]) -> None:
        self._rows = rows
        clear_layout(self._column)
        self._lines = {one.key: _TermLine(one) for one in rows}
        for key, line in self._lines.items():
            line.clicked.connect(lambda _=False, key=key: self.term_asked.emit(key))
            self._column.addWidget(line)


class _TermLine(Pressable):
    def __init__(self, term: TermRow) -> None:
        super().__init__("row")
        self.setObjectName(f"term_{term.key}")
        self.setAccessibleName(f"{term.name} · {term.other_name}")
        self.setAccessibleDescription(term.meaning)
        both = see_through(CardGrid(min_width=280, gap="l"))
        both.add(_side(term.name, term.meaning, "body"))
        both.add(_side(term.other_name, term.other_meaning, "muted"))
        picture = see_through(label(wrap=False))
        picture.setPixmap(pixmap("search", "muted", 18))
        line = row(gap="m", margins="m")
        line.addWidget(both, 1)
        line.addWidget(picture)
        self.setLayout(line)


def _side(name: str, meaning: str, kind: str) -> QWidget:
    return boxed(column(label(name, "subheading"), label(meaning, kind), STRETCH, gap="xs"))
