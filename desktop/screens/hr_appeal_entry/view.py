"""Draws an `HrAppealEntryState`; reports what is typed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_appeal_entry.state import HrAppealEntryState
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import TextField
from desktop.widgets.forms import FieldPairs, go_to_field
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import named
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.text_area import TextArea
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

REASON_MOST = 2000


class HrAppealEntryView(QWidget):
    """The form.

    Signals:
        typed: a field's name and what stands in it now
        enter_asked: the button, or Enter in a field of one line
        leave_asked: the button, or Esc
    """

    typed = Signal(str, str)
    enter_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn = 0
        self._lines = {
            "staff_id": TextField(tr("Staff ID"), name="staff_id"),
            "sitting": TextField(tr("Sitting"), hint=tr("Its number, from the person's page"), name="sitting"),
            "position": TextField(tr("Question number"), hint=tr("Empty for the whole result"), name="position"),
            "received": TextField(tr("Received on"), hint=tr("Like 2026-11-29; empty for today"), name="received"),
        }
        self._reason = TextArea(tr("What the person says"), name="reason", most=REASON_MOST, lines=6)
        self._build()
        self._connect()

    def show_state(self, state: HrAppealEntryState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        for name, line in self._lines.items():
            line.set_text(str(getattr(state.draft, name)))
        self._reason.set_text(state.draft.reason)
        if state.turn != self._turn:
            self._turn = state.turn
            self._page.to_top()
            self._first().focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            go_to_field(self._page, self._first())

    def _first(self) -> TextField | TextArea:
        """The first field that is empty and has to be filled."""
        wanted = (self._lines["staff_id"], self._lines["sitting"])
        return next((line for line in wanted if not line.text()), self._reason)

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "entry_fault")
        self._enter = primary(tr("Enter this appeal"), "check", name="enter")
        self._leave = quiet(tr("Back to the appeals"), "arrow_left", name="to_appeals")
        what = Card(tr("What it is about"))
        what.add(FieldPairs(*self._lines.values()))
        why = Card(tr("Reason for the appeal"))
        why.add(self._reason)
        self._page = page = ScrollPage("text")
        about = tr("Another person decides it. One that comes too late is refused with the day that was missed.")
        page.add(SectionHeader(tr("Enter an appeal"), about, level=1))
        for part in (self._fault, what, why, FlowRow(self._enter, self._leave)):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        for name, line in self._lines.items():
            line.changed.connect(partial(self._typed, name))
            line.submitted.connect(self.enter_asked)
        self._reason.typed.connect(partial(self._typed, "reason"))
        self._enter.clicked.connect(self._ask)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)

    def _ask(self) -> None:
        self._reason.tell()
        self.enter_asked.emit()

    def _typed(self, name: str, text: str) -> None:
        self.typed.emit(name, text)
