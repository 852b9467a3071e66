"""Draws a `TakeOverState`; reports the request, the file to take over, and that time has gone."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.take_over.state import Step, TakeOverState
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, RowValue, Tone
from desktop.words import tr

LOOK_MS = 2_000
LAID_OUT_MS = 50
"""By then a step that has just appeared can take the focus."""


class TakeOverView(QWidget):
    """Three steps, one below the other.

    Signals:
        request_asked: write the request
        found_chosen: the name of a file that has come
        file_asked: a file that lies elsewhere
        ticked: a moment has gone
        leave_asked: back to the room, also Esc
    """

    request_asked = Signal()
    found_chosen = Signal(str)
    file_asked = Signal()
    ticked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: tuple[Step, bool] | None = None
        self._rows: tuple[RowValue, ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: TakeOverState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        done = state.step is Step.DONE
        told = tr("{name} goes on at this PC").format(name=state.who)
        how = tr(
            "The clock runs. The person signs in here with their own PIN and stands where they were, with every answer."
        )
        self._done.show_notice(NoticeValue(Tone.GOOD, told, detail=how) if done else None)
        self._facts.show_facts(state.facts)
        for part in (self._done, self._told):
            show_if(part, done)
        for card in self._steps:
            show_if(card, not done)
        self._show_waiting(state)
        for button in (self._ask, self._again, self._file, self._leave):
            button.setEnabled(not state.busy)
        self._found.setEnabled(not state.busy)
        show_if(self._progress, state.busy)
        self._go_on(state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._focus()

    def _show_waiting(self, state: TakeOverState) -> None:
        asked = state.step is not Step.ASK
        show_if(self._asking, not asked)
        for part in (self._written, self._once_more, self._waits, self._elsewhere):
            show_if(part, asked)
        self._written.setText(tr("The request is written: {path}").format(path=state.request) if asked else "")
        come = tr("The file has come. With it the exam goes on here and its clock runs.")
        waiting = tr("This page sees by itself when the file is on the stick.")
        self._waits.setText(come if state.found else waiting)
        show_if(self._found, bool(state.found))
        if state.found != self._rows:
            self._rows = state.found
            self._found.show_rows(state.found)

    def _go_on(self, state: TakeOverState) -> None:
        place = state.step, bool(state.found)
        if not state.busy and place != self._place:
            self._place = place
            QTimer.singleShot(LAID_OUT_MS, self, self._focus)

    def _focus(self) -> None:
        first = self._found.findChild(QWidget) if self._rows and not self._found.isHidden() else None
        able = [one for one in (self._ask, self._file) if one.isVisibleTo(self) and one.isEnabled()]
        target = first or next(iter(able), self._leave)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._fault, self._done = (named(NoticeBar(), name) for name in ("take_over_fault", "taken_over"))
        self._ask = primary(tr("Write the request"), "save", name="write_request")
        self._written = label("", "body", name="request_written")
        self._again = quiet(tr("Write it once more"), "refresh", name="write_again")
        self._waits = label("", "muted", name="waits")
        self._found = named(RowList(), "found", tr("Files that have come"))
        self._file = secondary(tr("Choose the file"), "folder", name="choose_file")
        self._facts = named(FactList(), "taken_facts")
        self._leave = quiet(tr("To the proctor's desk"), "arrow_left", name="to_room")
        self._progress = named(ProgressBar(tr("Working")), "take_over_progress")
        self._progress.set_busy()
        page = ScrollPage("text")
        told = tr("For a PC that fails: the exam goes on here, with paper, answers and time. Nothing is lost.")
        page.add(SectionHeader(tr("Take over an exam"), told, level=1))
        for part in (self._fault, self._done, self._progress, *self._cards(), FlowRow(self._leave)):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _cards(self) -> tuple[QWidget, ...]:
        ask = Card(tr("1  Ask for it on this PC"), tr("Put in a stick, and have the request written onto it."))
        self._asking, self._once_more, self._elsewhere = (
            FlowRow(button) for button in (self._ask, self._again, self._file)
        )
        writing: tuple[QWidget, ...] = (self._asking, self._written, self._once_more)
        for part in writing:
            ask.add(part)
        old = tr("Take the stick there. Open the person's exam and choose “Move to another PC”.")
        there = Card(tr("2  Hand it over on the old PC"), old)
        take = Card(tr("3  Take it over on this PC"), tr("Put the stick in here again."))
        waiting: tuple[QWidget, ...] = (self._waits, self._found, self._elsewhere)
        for part in waiting:
            take.add(part)
        self._steps = ask, there, take
        self._told = Card(tr("How it goes on"))
        self._told.add(self._facts)
        return *self._steps, self._told

    def _connect(self) -> None:
        for button in (self._ask, self._again):
            button.clicked.connect(self.request_asked)
        self._found.chosen.connect(self.found_chosen)
        self._file.clicked.connect(self.file_asked)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        timer = QTimer(self)
        timer.setObjectName("stick_clock")
        timer.setInterval(LOOK_MS)
        timer.timeout.connect(self.ticked)
        timer.start()
