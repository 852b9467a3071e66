"""The finals of a branch or proctor, and the one that is looked into: its note, its history."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.hr_checks.columns import sitting_table
from desktop.screens.hr_checks.state import HrChecksState
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.choosing import ChoiceField
from desktop.widgets.fields import TextField
from desktop.widgets.layout import FlowRow, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr

_NOTE = 500


class FindingPart(QWidget):
    """What is open.

    Signals:
        opened, chosen: a final by Enter or double click; the one the focus came to
        shown_chosen: open, done or all
        note_typed, mark_asked: the note, and the button below it
    """

    opened = Signal(object)
    chosen = Signal(object)
    shown_chosen = Signal(str)
    note_typed = Signal(str)
    mark_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[QVBoxLayout, tuple[str, ...]] = {}
        self._title, self._codes = label("", "heading", name="branch_title"), column(gap="s")
        choices = (
            ("open", tr("Only those to look into")),
            ("done", tr("Only those that are done")),
            ("all", tr("All of them")),
        )
        self._shown = ChoiceField(tr("Which"), choices, name="shown")
        self.table = sitting_table()
        self.table.show_empty(Face(FaceKind.EMPTY, tr("No final here."), tr("Choose others above.")))
        self._told = named(NoticeBar(), "finding_told")
        self.setLayout(column(self._told, self._title, self._codes, self._shown, self.table, self._one(), gap="m"))
        self.table.row_opened.connect(self.opened)
        self.table.row_chosen.connect(self.chosen)
        self._shown.chosen.connect(self.shown_chosen)
        self._note.changed.connect(self.note_typed)
        self._note.submitted.connect(self.mark_asked)
        self._mark.clicked.connect(self.mark_asked)

    def show_state(self, state: HrChecksState) -> None:
        """Make the widgets agree with the state."""
        show_if(self, state.opened.is_any)
        self._told.show_notice(NoticeValue(Tone.GOOD, state.told) if state.told else None)
        self._title.setText(state.title)
        self._shown.set_key(state.opened.shown)
        self.table.show_rows(state.sittings, state.finding)
        self._relist(self._codes, state.codes)
        final = state.final
        show_if(self._card, final is not None)
        if final is not None:
            self._person.setText(f"{final.person} · {final.session} · {final.said}")
            self._mark.turn_into(tr("Mark as done") if final.is_open else tr("Open it again"), "check")
            self._mark.setEnabled(not state.busy)
            self._note.set_text(state.note)
            self._note.show_error(state.wrong)
            self._relist(self._history, final.history)

    def _one(self) -> QWidget:
        self._card = named(Card(tr("The final you are at"), icon="search"), "finding_card")
        self._person, self._history = label("", "plain", name="finding_person"), column(gap="s")
        self._note = TextField(tr("What you looked at and what you found"), max_length=_NOTE, name="finding_note")
        self._mark = secondary("", "check", name="mark_finding")
        for part in (self._person, self._note, FlowRow(self._mark)):
            self._card.add(part)
        self._card.add(self._history)
        return self._card

    def _relist(self, rows: QVBoxLayout, texts: tuple[str, ...]) -> None:
        if self._said.get(rows) != texts:
            self._said[rows] = texts
            clear_layout(rows)
            for text in texts:
                rows.addWidget(label(text))
