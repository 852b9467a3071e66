"""The finding one is at, a final or a pair: what was said of it, a note, and the button that marks it."""

from PySide6.QtCore import Signal

from desktop.screens.hr_checks.state import Note, PairRow, WarnedRow
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.fields import TextField
from desktop.widgets.layout import FlowRow, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

_LONGEST = 500


class LookedInto(Card):
    """One finding.

    Signals:
        note_typed, mark_asked: the note, and the button below it
    """

    note_typed = Signal(str)
    mark_asked = Signal()

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title, icon="search")
        self._told_of: tuple[str, ...] = ()
        self.told = named(NoticeBar(), f"{name}_told")
        self._about, self._history = label("", "plain", name=f"{name}_about"), column(gap="s")
        self._note = TextField(tr("What you looked at and what you found"), max_length=_LONGEST, name=f"{name}_note")
        self._mark = secondary("", "check", name=f"mark_{name}")
        for part in (self._about, self._note, FlowRow(self._mark), self._history):
            self.add(part)
        self._note.changed.connect(self.note_typed)
        self._note.submitted.connect(self.mark_asked)
        self._mark.clicked.connect(self.mark_asked)

    def show_row(self, row: WarnedRow | PairRow | None, about: str, note: Note, *, busy: bool) -> None:
        """Without a row it is hidden; what was kept of the one before stands in `told` all the same."""
        self.told.show_notice(NoticeValue(Tone.GOOD, note.told) if note.told else None)
        show_if(self, row is not None)
        if row is None:
            return
        self._about.setText(about)
        self._mark.turn_into(tr("Mark as done") if row.is_open else tr("Open it again"), "check")
        self._mark.setEnabled(not busy)
        self._note.set_text(note.text)
        self._note.show_error(note.wrong)
        if self._told_of != row.history:
            self._told_of = row.history
            clear_layout(self._history)
            for text in row.history:
                self._history.addWidget(label(text))
