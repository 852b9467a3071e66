"""The finals of a branch or proctor, and the one that is looked into."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_checks.columns import sitting_table
from desktop.screens.hr_checks.looked_into import LookedInto
from desktop.screens.hr_checks.state import HrChecksState
from desktop.widgets.choosing import ChoiceField
from desktop.widgets.layout import clear_layout, column
from desktop.widgets.naming import label, show_if
from desktop.widgets.values import Face, FaceKind
from desktop.words import tr


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
        self._said: tuple[str, ...] = ()
        self._title, self._codes = label("", "heading", name="branch_title"), column(gap="s")
        choices = (
            ("open", tr("Only those to look into")),
            ("done", tr("Only those that are done")),
            ("all", tr("All of them")),
        )
        self._shown = ChoiceField(tr("Which"), choices, name="shown")
        self.table = sitting_table()
        self.table.show_empty(Face(FaceKind.EMPTY, tr("No final here."), tr("Choose others above.")))
        self._one = LookedInto(tr("The final you are at"), "finding")
        parts = (self._one.told, self._title, self._codes, self._shown, self.table, self._one)
        self.setLayout(column(*parts, gap="m"))
        self.table.row_opened.connect(self.opened)
        self.table.row_chosen.connect(self.chosen)
        self._shown.chosen.connect(self.shown_chosen)
        self._one.note_typed.connect(self.note_typed)
        self._one.mark_asked.connect(self.mark_asked)

    def show_state(self, state: HrChecksState) -> None:
        """Make the widgets agree with the state."""
        show_if(self, state.opened.is_any)
        self._title.setText(state.title)
        self._shown.set_key(state.opened.shown)
        self.table.show_rows(state.sittings, state.finding)
        if self._said != state.codes:
            self._said = state.codes
            clear_layout(self._codes)
            for text in state.codes:
                self._codes.addWidget(label(text))
        final = state.final
        about = f"{final.person} · {final.session} · {final.said}" if final else ""
        self._one.show_row(final, about, state.note, busy=state.busy)
