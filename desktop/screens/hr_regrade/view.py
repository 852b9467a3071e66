"""Draws an `HrRegradeState`: keys, the correction, how far it is, before and after."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_regrade.form import CorrectionForm
from desktop.screens.hr_regrade.state import HrRegradeState, Stage
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import PinField
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.regrade_list import RegradeList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

REFRESH_MS = 200
_LONGEST = 128
_FORM = frozenset({Stage.FILLING, Stage.WORKING, Stage.TRIED, Stage.SIGNING})


class HrRegradeView(QWidget):
    """Open the packs, fill in what was wrong, work it out, propose it.

    Signals:
        secret_typed: the passphrase as it stands
        filled: a field's name and its value
        item_chosen: a row of the questions
        items_narrowed, filter_typed: what the questions and the people are narrowed to
        open_asked, work_asked, stop_asked, propose_asked, leave_asked: the buttons; Esc leaves
        ticked: a moment has gone
    """

    secret_typed = Signal(str)
    filled = Signal(str, object)
    item_chosen = Signal(object)
    items_narrowed = Signal(str)
    filter_typed = Signal(str)
    open_asked = Signal()
    work_asked = Signal()
    stop_asked = Signal()
    propose_asked = Signal()
    leave_asked = Signal()
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self._build()
        self._connect()

    def show_state(self, state: HrRegradeState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._told.show_notice(_told(state))
        locked = state.stage in {Stage.LOCKED, Stage.OPENING}
        show_if(self._keys, locked)
        show_if(self._card, state.stage in _FORM)
        show_if(self._ways, state.stage in _FORM)
        if state.stage in _FORM:
            self._form.show_state(state)
        for part in (self._secret, self._open, self._form, self._work, self._back):
            part.setEnabled(not state.busy)
        self._secret.show_error(tr("Type the passphrase of HR's keys first.") if state.needs_secret else "")
        if state.needs_secret:
            self._secret.focus()
        self._show_work(state)
        self._show_list(state)
        if state.stage is not self._stage:
            self._stage = state.stage
            self._focus_first(state.stage)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous() and self._stage is not None:
            self._focus_first(self._stage)

    def _show_work(self, state: HrRegradeState) -> None:
        working = state.stage is Stage.WORKING
        show_if(self._progress, state.busy)
        show_if(self._stop, working)
        if working:
            self._progress.set_value(state.percent, tr("{percent}% graded again").format(percent=state.percent))
        else:
            opening = tr("Opening keys and packs")
            self._progress.set_busy(opening if state.stage is Stage.OPENING else tr("Checking and signing"))

    def _show_list(self, state: HrRegradeState) -> None:
        tried = state.stage in {Stage.TRIED, Stage.SIGNING}
        show_if(self._list, tried)
        show_if(self._propose, tried)
        self._propose.setEnabled(not state.busy)
        if tried:
            self._list.show_counts(state.counts)
            self._list.show_rows(state.rows, state.filter, more=state.more)
            self._list.show_faults(state.faults)

    def _focus_first(self, stage: Stage) -> None:
        if stage is Stage.LOCKED:
            self._secret.focus()
        elif stage is Stage.FILLING:
            self._form.focus()
        elif stage is Stage.TRIED:
            self._propose.setFocus()

    def _build(self) -> None:
        self._fault, self._told = named(NoticeBar(), "regrade_fault"), named(NoticeBar(), "regrade_told")
        hint = tr("It opens the packs with their keys, and the bundles of branches.")
        self._secret = PinField(tr("Passphrase of HR's keys"), hint=hint, name="secret", most=_LONGEST)
        self._open = primary(tr("Open the packs"), "key", name="open_packs")
        self._keys = Card(tr("HR's keys"))
        self._keys.add(self._secret)
        self._keys.add(FlowRow(self._open))
        self._form = CorrectionForm()
        self._card = Card(tr("What was wrong"))
        self._card.add(self._form)
        self._work = primary(tr("Work it out"), "play", name="work_out")
        self._stop = secondary(tr("Stop"), "pause", name="stop")
        self._propose = primary(tr("Propose it to a second officer"), "check", name="propose_run")
        self._back = quiet(tr("Back to the runs"), "arrow_left", name="to_runs")
        self._progress = named(ProgressBar(tr("Grading again")), "regrade_progress")
        self._list = RegradeList()
        self._ways = QWidget()
        self._ways.setLayout(column(FlowRow(self._work, self._stop, self._propose)))
        page = ScrollPage("wide")
        about = tr("Every sealed sitting of the course is graded again. Nothing is kept before you propose it.")
        page.add(SectionHeader(tr("Put a mistake right"), about, level=1))
        for part in (self._fault, FlowRow(self._back), self._keys, self._card, self._ways, self._progress, self._told):
            page.add(part)
        page.add(self._list)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._secret.changed.connect(self.secret_typed)
        self._secret.submitted.connect(self.open_asked)
        self._open.clicked.connect(self.open_asked)
        self._form.filled.connect(self.filled)
        self._form.item_chosen.connect(self.item_chosen)
        self._form.items_narrowed.connect(self.items_narrowed)
        self._list.filter_typed.connect(self.filter_typed)
        self._work.clicked.connect(self._ask_work)
        self._stop.clicked.connect(self.stop_asked)
        self._propose.clicked.connect(self.propose_asked)
        self._back.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        timer = QTimer(self)
        timer.setInterval(REFRESH_MS)
        timer.timeout.connect(self.ticked)
        timer.start()

    def _ask_work(self) -> None:
        self._form.tell()
        self.work_asked.emit()


def _told(state: HrRegradeState) -> NoticeValue | None:
    return NoticeValue(Tone.INFO, state.told) if state.told and not state.fault else None
