"""Draws a `SearchState`; reports what is typed and chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.search.finds import FoundList, FoundRow
from desktop.screens.search.state import SearchState
from desktop.widgets.badge import KeyHint
from desktop.widgets.buttons import secondary
from desktop.widgets.card import SectionHeader
from desktop.widgets.choosing import SearchField
from desktop.widgets.layout import FlowRow, boxed, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr


class SearchView(QWidget):
    """A line to type in, and what is found. Down leads from the line into the finds, Up back.

    Signals:
        text_changed: what is searched for, once the typing pauses
        section_asked: a find in the course
        term_asked: a find in the glossary
        call_asked: a find in a simulated call
    """

    text_changed = Signal(str)
    section_asked = Signal(str)
    term_asked = Signal(str)
    call_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested: tuple[str, ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: SearchState) -> None:
        """Make the widgets agree with the state."""
        self._field.set_text(state.text)
        show_if(self._face, state.face is not None)
        if state.face is not None:
            self._face.show_face(state.face)
        self._summary.setText(state.summary)
        show_if(self._summary, bool(state.summary))
        self._notice.show_notice(NoticeValue(Tone.INFO, state.notice) if state.notice else None)
        self._terms.show_finds(state.terms)
        show_if(self._term_part, bool(state.terms))
        self._sections.show_finds(state.sections)
        self._calls.show_finds(state.calls)
        show_if(self._call_part, bool(state.calls))
        show_if(self._keys, bool(self._rows()))
        self._show_suggestions(state.suggestions)

    def focus_field(self) -> None:
        """Put the cursor into the line, all of it chosen, ready to type over."""
        self._field.focus()
        self._field.edit.selectAll()

    def _build(self) -> None:
        self._field = SearchField(tr("Words of the course, Chinese or English"), name="search_text")
        self._summary = label("", "muted", name="summary")
        self._notice = named(NoticeBar(), "other_language")
        self._terms = named(FoundList("term"), "terms")
        self._sections = named(FoundList("book_open"), "sections")
        self._calls = named(FoundList("headset"), "calls")
        self._face = named(StatePanel(), "face")
        self._suggestions = named(FlowRow(), "suggestions")
        hints = (KeyHint("↑  ↓", tr("choose")), KeyHint("Enter", tr("open")))
        self._keys = FlowRow(*hints, gap="m")
        self._term_part = boxed(column(label(tr("In the glossary"), "overline"), self._terms, gap="s"))
        self._call_part = boxed(column(label(tr("In simulated calls"), "overline"), self._calls, gap="s"))
        self._page = ScrollPage("text")
        head = SectionHeader(tr("Search the course"), level=1)
        parts = (
            head,
            self._field,
            self._face,
            self._suggestions,
            self._term_part,
            self._summary,
            self._notice,
            self._sections,
            self._call_part,
            self._keys,
        )
        for part in parts:
            self._page.add(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)

    def _connect(self) -> None:
        self._field.changed.connect(self.text_changed)
        self._field.submitted.connect(self._open_first)
        self._sections.chosen.connect(self.section_asked)
        self._terms.chosen.connect(self.term_asked)
        self._calls.chosen.connect(self.call_asked)
        QShortcut(QKeySequence("Ctrl+F"), self, self.focus_field)
        # Not by keyPressEvent: the page's scroll area would have the arrows before us.
        for key, step in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self._move(step))

    def _move(self, step: int) -> None:
        rows = self._rows()
        place = next((place for place, one in enumerate(rows) if one.hasFocus()), -1) + step
        if place < 0:
            self._field.focus()
        elif place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._page.show_widget(rows[place])

    def _open_first(self) -> None:
        rows = self._sections.rows or self._terms.rows or self._calls.rows
        if rows:
            rows[0].click()

    def _rows(self) -> list[FoundRow]:
        return [*self._terms.rows, *self._sections.rows, *self._calls.rows]

    def _show_suggestions(self, words: tuple[str, ...]) -> None:
        show_if(self._suggestions, bool(words))
        if words == self._suggested:
            return
        self._suggested = words
        self._suggestions.clear()
        for place, word in enumerate(words):
            button = secondary(word, name=f"suggestion_{place}")
            button.clicked.connect(lambda _=False, word=word: self._take(word))
            self._suggestions.add(button)

    def _take(self, word: str) -> None:
        self.focus_field()
        self.text_changed.emit(word)
