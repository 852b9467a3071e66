"""Draws a `ProctorLogState`; reports which kind of incident is to be noted."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.proctor_log.state import ProctorLogState
from desktop.widgets.buttons import quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr
from desktop.words.overrides import Act, act_title

_WAYS = {
    Act.INCIDENT_PERSON: "person",
    Act.INCIDENT_PC: "warn",
    Act.INCIDENT_ROOM: "building",
    Act.INCIDENT_CONTENT: "question",
}


class ProctorLogView(QWidget):
    """What happened, and four ways to note more.

    Signals:
        note_asked: the act whose form is wanted
        leave_asked: back to the room, also Esc
    """

    note_asked = Signal(str)
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fault = named(NoticeBar(), "log_fault")
        self._title = label("", "muted", name="log_title")
        self._list = named(FactList(), "incidents")
        self._nothing = label(tr("Nothing has been noted."), "muted", name="no_incidents")
        self._ways = {act: secondary(act_title(act), icon, name=act.value) for act, icon in _WAYS.items()}
        self._leave = quiet(tr("To the proctor's desk"), "arrow_left", name="to_room")
        card = Card(tr("What has happened"))
        card.add(self._nothing)
        card.add(self._list)
        page = ScrollPage("text")
        told = tr("Each line has its time and stays as it is. All of them stand in the report.")
        page.add(SectionHeader(tr("Incidents"), told, level=1))
        for part in (self._title, self._fault, FlowRow(*self._ways.values()), card, FlowRow(self._leave)):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))
        for act, button in self._ways.items():
            button.clicked.connect(partial(self._note, act.value))
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)

    def show_state(self, state: ProctorLogState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._title.setText(state.title)
        self._list.show_facts(state.incidents)
        show_if(self._list, bool(state.incidents))
        show_if(self._nothing, not state.incidents and not state.fault)
        for button in self._ways.values():
            button.setEnabled(state.may_note)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        first = next(iter(self._ways.values()))
        (first if first.isEnabled() else self._leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _note(self, act: str, _checked: bool = False) -> None:
        self.note_asked.emit(act)
