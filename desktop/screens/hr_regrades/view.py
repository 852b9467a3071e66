"""Draws an `HrRegradesState`; a run is opened with Enter or a double click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_regrades.state import HrRegradesState, RunDetail
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.fields import PinField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, FlowRow, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.regrade_list import RegradeList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, Fact, NoticeValue, Tone
from desktop.words import tr

_LONGEST = 128
_STACKS = ((1, 0), (3, 2))
"""Which columns share one: what and course, state and who."""


class HrRegradesView(QWidget):
    """All runs, and one with its list.

    Signals:
        run_opened: a row by Enter or double click
        filter_typed: what the list of people is narrowed to
        secret_typed, own_typed: both passphrases as they stand
        propose_asked, release_asked, withdraw_asked, export_asked, issue_asked: buttons
        leave_asked, refresh_asked: a button or Esc, and F5
    """

    run_opened = Signal(object)
    filter_typed = Signal(str)
    secret_typed = Signal(str)
    own_typed = Signal(str)
    propose_asked = Signal()
    release_asked = Signal()
    withdraw_asked = Signal()
    export_asked = Signal()
    issue_asked = Signal()
    leave_asked = Signal()
    refresh_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def show_state(self, state: HrRegradesState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._done.show_notice(_done(state))
        for part in (self._propose, self._back, self._runs):
            part.setEnabled(not state.busy)
        chosen = str(state.detail.number) if state.detail else ""
        self._runs.show_rows(state.runs, chosen)
        show_if(self._part, state.detail is not None)
        if state.detail is not None:
            self._show_detail(state, state.detail)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._propose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_detail(self, state: HrRegradesState, detail: RunDetail) -> None:
        self._title.setText(tr("Run {number}: {what}").format(number=detail.number, what=detail.title))
        self._facts.show_facts(tuple(Fact(name, value) for name, value in detail.facts))
        self._list.show_counts(detail.counts)
        self._list.show_rows(detail.rows, state.filter, more=detail.more)
        self._list.show_faults(detail.faults)
        clear_layout(self._left_rows)
        for text in detail.left:
            self._left_rows.addWidget(label(text))
        show_if(self._left, bool(detail.left))
        self._show_decision(state, detail)

    def _show_decision(self, state: HrRegradesState, detail: RunDetail) -> None:
        show_if(self._mine, detail.can_decide and detail.mine)
        for part in (self._own, self._secret, self._release):
            show_if(part, detail.can_decide and not detail.mine)
        show_if(self._withdraw, detail.can_decide)
        for part in (self._release, self._withdraw, self._export, self._issue, self._own, self._secret):
            part.setEnabled(not state.busy)
        if state.busy:
            self._secret.set_text("")
            self._own.set_text("")
        self._secret.show_error(tr("Type the passphrase of HR's keys first.") if state.needs_secret else "")
        self._own.show_error(tr("Type your own passphrase first.") if state.needs_own else "")
        if state.needs_own or state.needs_secret:
            (self._own if state.needs_own else self._secret).focus()

    def _build(self) -> None:
        self._fault, self._done = named(NoticeBar(), "regrades_fault"), named(NoticeBar(), "regrades_done")
        self._propose = primary(tr("Put a mistake right"), "plus", name="propose")
        self._back = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._runs = named(KeptTable(tr("Runs"), columns_for(_columns(), _STACKS), lambda row: row.key), "runs")
        self._runs.setMinimumHeight(look().px(200))
        make_room(self._runs, _STACKS)
        self._runs.show_empty(
            Face(FaceKind.EMPTY, tr("Nothing was graded again yet"), tr("Where a key was wrong, put it right here."))
        )
        page = ScrollPage("wide")
        about = tr("Sealed sittings are never changed. What counts changes only once a second officer has released it.")
        page.add(SectionHeader(tr("Graded again"), about, level=1))
        for part in (self._fault, self._done, FlowRow(self._propose, self._back), self._runs):
            page.add(part)
        page.add(self._make_part())
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _make_part(self) -> QWidget:
        self._title, self._facts = label("", "heading", name="run_title"), named(FactList(), "run_facts")
        self._mine = label(tr("You have proposed this run; another officer releases it."), "muted", name="mine")
        own = tr("The one you sign in with: it shows that you yourself release the run.")
        self._own = PinField(tr("Your own passphrase"), hint=own, name="own_secret", most=_LONGEST)
        hint = tr("It signs the release, and what follows for certificates.")
        self._secret = PinField(tr("Passphrase of HR's keys"), hint=hint, name="secret", most=_LONGEST)
        self._release = primary(tr("Release it"), "check", name="release")
        self._withdraw = secondary(tr("Withdraw it"), "cross", name="withdraw")
        self._export = secondary(tr("Before and after for Excel"), "download", name="export")
        self._left = named(Card(tr("Left to do"), icon="flag"), "left")
        self._left_rows = column(gap="s")
        self._left.add(self._left_rows)
        self._issue = secondary(tr("Issue these certificates"), "certificate", name="to_issue")
        self._left.add(FlowRow(self._issue))
        self._list = RegradeList()
        self._part = QWidget()
        ways = FlowRow(self._release, self._withdraw, self._export)
        self._part.setLayout(
            column(self._title, self._facts, self._mine, self._own, self._secret, ways, self._left, self._list, gap="m")
        )
        return self._part

    def _connect(self) -> None:
        self._runs.row_opened.connect(self.run_opened)
        self._list.filter_typed.connect(self.filter_typed)
        self._secret.changed.connect(self.secret_typed)
        self._own.changed.connect(self.own_typed)
        self._propose.clicked.connect(self.propose_asked)
        self._release.clicked.connect(self.release_asked)
        self._withdraw.clicked.connect(self.withdraw_asked)
        self._export.clicked.connect(self.export_asked)
        self._issue.clicked.connect(self.issue_asked)
        self._back.clicked.connect(self.leave_asked)
        for keys, signal in (("Esc", self.leave_asked), ("F5", self.refresh_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)


def _done(state: HrRegradesState) -> NoticeValue | None:
    if state.busy:
        return NoticeValue(Tone.INFO, tr("Checking and signing"))
    return NoticeValue(Tone.GOOD, state.done) if state.done else None


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Course"), lambda row: row.course),
        Column(tr("Correction"), lambda row: row.what, stretch=True, elided=True),
        Column(tr("Proposed by"), lambda row: row.proposed),
        Column(tr("State"), lambda row: row.state),
    )
