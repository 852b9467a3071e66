"""Draws an `HrReturnsState`; reports buttons, the passphrase, and that time has gone."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_returns.state import HrReturnsState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import PinField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, FlowRow, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr

REFRESH_MS = 200
_LONGEST = 128
_STACKS = ((1, 0), (2, 3, 4))
"""Which columns share one: person and branch, course, result and the number that is replaced."""


class HrReturnsView(QWidget):
    """What is due, the passphrase, and the two acts.

    Signals:
        secret_typed: the passphrase as it stands
        issue_asked, stop_asked, write_asked, leave_asked, refresh_asked: the buttons, Esc and F5
        ticked: a moment has gone
    """

    secret_typed = Signal(str)
    issue_asked = Signal()
    stop_asked = Signal()
    write_asked = Signal()
    leave_asked = Signal()
    refresh_asked = Signal()
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused: tuple[str, ...] | None = None
        self._build()
        self._connect()

    def show_state(self, state: HrReturnsState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        tone = Tone.WARN if state.refused else Tone.GOOD
        self._told.show_notice(NoticeValue(tone, state.told) if state.told else None)
        self._secret.show_error(tr("Type the passphrase of HR's keys first.") if state.needs_secret else "")
        if state.needs_secret:
            self._secret.focus()
        ways: tuple[QWidget, ...] = (self._write, self._back, self._secret, self._due)
        for way in ways:
            way.setEnabled(not state.busy)
        self._issue.setText(tr("Issue {count} certificates").format(count=state.count))
        self._issue.setEnabled(bool(state.count) and not state.busy)
        show_if(self._issue, state.count > 0)
        self._show_progress(state)
        self._due.show_rows(state.due)
        more = state.count - len(state.due)
        self._more.setText(tr("{count} more: academy hr due lists all of them.").format(count=more))
        show_if(self._more, more > 0)
        if state.refused != self._refused:
            self._refused = state.refused
            self._show_refused(state.refused)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._secret.focus()

    def _show_progress(self, state: HrReturnsState) -> None:
        show_if(self._progress, state.busy)
        show_if(self._stop, state.issuing)
        self._stop.setEnabled(not state.stopping)
        if state.issuing and state.done:
            told = tr("{done} of {total} certificates issued").format(done=state.done, total=state.total)
            self._progress.set_value(state.done * 100 // max(state.total, 1), told)
        elif state.busy:
            self._progress.set_busy(tr("Opening keys") if state.issuing else tr("Signing and writing"))

    def _show_refused(self, refused: tuple[str, ...]) -> None:
        show_if(self._refusals, bool(refused))
        clear_layout(self._rows)
        for text in refused:
            self._rows.addWidget(label(text))

    def _build(self) -> None:
        self._fault, self._told = named(NoticeBar(), "returns_fault"), named(NoticeBar(), "returns_told")
        hint = tr("It signs receipts, and the lists that say which certificate took which one's place.")
        self._secret = PinField(tr("Passphrase of HR's keys"), hint=hint, name="secret", most=_LONGEST)
        self._issue = primary(tr("Issue {count} certificates").format(count=0), "certificate", name="issue")
        self._write = secondary(tr("Write receipts to a folder or a stick"), "save", name="write_returns")
        self._back = quiet(tr("Go back"), "arrow_left", name="leave_returns")
        self._stop = secondary(tr("Stop after this one"), "pause", name="stop_issuing")
        self._progress = named(ProgressBar(tr("Issuing")), "returns_progress")
        self._due = named(
            KeptTable(tr("Certificates to issue"), columns_for(_columns(), _STACKS), lambda row: row.sitting), "due"
        )
        self._due.setMinimumHeight(look().px(240))
        make_room(self._due, _STACKS)
        nothing = tr("Whoever a re-grading or an appeal gives another result stands here.")
        self._due.show_empty(Face(FaceKind.EMPTY, tr("No certificate is to be issued"), nothing))
        self._more = label("", "muted", name="more_due")
        self._refusals = named(Card(tr("Could not be issued"), icon="warn"), "not_issued")
        self._rows = column(gap="s")
        self._refusals.add(self._rows)
        about = tr("New certificates lie beside the receipts of their branch; the old numbers are replaced for good.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Receipts and certificates"), about, level=1))
        ways, work = FlowRow(self._issue, self._write, self._back), (self._progress, FlowRow(self._stop))
        for part in (self._fault, self._told, self._secret, ways, *work, self._refusals, self._due, self._more):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._secret.changed.connect(self.secret_typed)
        self._issue.clicked.connect(self.issue_asked)
        self._write.clicked.connect(self.write_asked)
        self._stop.clicked.connect(self.stop_asked)
        self._back.clicked.connect(self.leave_asked)
        for keys, signal in (("Esc", self.leave_asked), ("F5", self.refresh_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        timer = QTimer(self)
        timer.setInterval(REFRESH_MS)
        timer.timeout.connect(self.ticked)
        timer.start()


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Branch"), lambda row: row.branch),
        Column(tr("Person"), lambda row: f"{row.name} {row.staff_id}".strip(), stretch=True),
        Column(tr("Course"), lambda row: row.course),
        Column(tr("Result"), lambda row: row.percent),
        Column(tr("In place of"), lambda row: row.instead),
    )
