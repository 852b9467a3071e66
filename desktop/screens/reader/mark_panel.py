"""The marks of the section at the side of the page, and the sheet that opens one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.reader.marks_state import MarkSheet, MarksState
from desktop.widgets.badge import KeyHint
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.layout import FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.rows import RowList
from desktop.widgets.text_area import TextArea
from desktop.words import tr

MOST = 2_000
"""Characters of a note."""


class MarkPanel(QWidget):
    """Three buttons, and what was marked so far.

    Signals:
        mark_asked: bookmark, note or highlight, at the paragraph that stands at the upper edge or at what is selected
        opened: the key of a mark
    """

    mark_asked = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows, self._lost = named(RowList(), "marks"), named(RowList(), "lost_marks")
        self._lost_title = label(tr("Their words are gone"), "overline")
        buttons = FlowRow(gap="s")
        for kind, icon, text in (
            ("bookmark", "flag", tr("Bookmark")),
            ("note", "note", tr("My note")),
            ("highlight", "star", tr("Highlight")),
        ):
            button = secondary(text, icon, name=f"mark_{kind}")
            button.clicked.connect(lambda _=False, kind=kind: self.mark_asked.emit(kind))
            buttons.add(button)
        hints = column(
            KeyHint("Ctrl+D", tr("bookmark this")),
            KeyHint("Ctrl+N", tr("write a note on it")),
            KeyHint("Ctrl+H", tr("highlight it")),
            gap="xs",
        )
        title = label(tr("My marks"), "subheading")
        self.setLayout(column(title, buttons, self._rows, self._lost_title, self._lost, hints, gap="sm"))
        self._rows.chosen.connect(self.opened)
        self._lost.chosen.connect(self.opened)

    def show_marks(self, state: MarksState) -> None:
        """List them."""
        self._rows.show_rows(state.rows)
        show_if(self._rows, bool(state.rows))
        self._lost.show_rows(state.lost)
        for part in (self._lost, self._lost_title):
            show_if(part, bool(state.lost))


class MarkView(QWidget):
    """One mark, its note, and what can be done with it.

    Signals:
        written: the mark, and its note
        removed, asked: the mark: take it away, go to its place
    """

    written = Signal(str, str)
    removed = Signal(str)
    asked = Signal(str)

    def __init__(self, sheet: MarkSheet) -> None:
        super().__init__()
        quote = label(f"“{sheet.quote}”" if sheet.quote else "", "muted", name="mark_quote", selectable=True)
        show_if(quote, bool(sheet.quote))
        self._note = TextArea(tr("My note"), name="mark_note", most=MOST)
        self._note.set_text(sheet.note)
        save = primary(tr("Save the note"), name="save_mark")
        there = secondary(tr("Go to this place"), name="go_to_mark")
        show_if(there, sheet.has_place)
        away = quiet(tr("Remove this mark"), "cross", name="remove_mark")
        save.clicked.connect(lambda: self.written.emit(sheet.id, self._note.text()))
        there.clicked.connect(lambda: self.asked.emit(sheet.id))
        away.clicked.connect(lambda: self.removed.emit(sheet.id))
        self.setLayout(column(quote, self._note, FlowRow(save, there, away), gap="m"))

    def focus_note(self) -> None:
        """Put the keyboard where the note is written."""
        self._note.edit.setFocus()
