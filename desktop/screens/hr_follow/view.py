"""Draws an `HrFollowState`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_follow.state import ConflictCase, HrFollowState
from desktop.style.look import look
from desktop.widgets.buttons import quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader, StatTile
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, CardGrid, FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room, telling
from desktop.widgets.table import Column
from desktop.widgets.tabs import Segmented
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.clock import datetime_text

_CHASE, _EVERY = "chase", "every"
_STACKS = ((1, 0), (2, 3), (6, 4, 5))
"""Which columns share one: branch and session, course and day, the state and what came from how many PCs."""


class HrFollowView(QWidget):
    """Counts, sessions, and each conflict with both its sides.

    Signals:
        every_set: whether all sessions are shown
        refresh_asked: the button, or F5
        returns_asked: the button that leads to receipts
        leave_asked: the button, or Esc
    """

    every_set = Signal(bool)
    refresh_asked = Signal()
    returns_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[ConflictCase, ...] | None = None
        self._build()
        self._connect()

    def show_state(self, state: HrFollowState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        show_if(self._progress, state.busy)
        self._refresh.setEnabled(not state.busy)
        for tile, (told, count, tone) in zip(self._tiles, state.tiles, strict=False):
            tile.show_stat(str(count), told, tone)
        for part in (self._grid, self._which, self._sessions, self._conflicts):
            show_if(part, state.read)
        self._receipts.setText(state.receipts)
        show_if(self._receipts, bool(state.receipts))
        self._which.set_current(_EVERY if state.every else _CHASE)
        self._sessions.show_rows(state.sessions)
        self._more.setText(tr("{count} more: academy hr conflicts lists all of them.").format(count=state.more))
        show_if(self._more, state.more > 0)
        if state.conflicts != self._cases:
            self._cases = state.conflicts
            self._show_conflicts(state.conflicts)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_conflicts(self, cases: tuple[ConflictCase, ...]) -> None:
        clear_layout(self._rows)
        for case in cases:
            self._rows.addWidget(conflict_card(case))
        if not cases:
            self._rows.addWidget(label(tr("Nothing contradicts what is here."), "muted", name="no_conflicts"))

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "follow_fault")
        self._back = quiet(tr("Back to the files of branches"), "arrow_left", name="to_collect")
        self._refresh = secondary(tr("Look again"), "refresh", name="refresh")
        self._returns = secondary(tr("Receipts and certificates"), "certificate", name="to_returns")
        self._progress = named(ProgressBar(tr("Reading the register")), "follow_progress")
        self._progress.set_busy(tr("Reading the register"))
        self._tiles = [named(StatTile("0", ""), f"follow_{number}") for number in range(4)]
        self._grid = CardGrid(160)
        for tile in self._tiles:
            self._grid.add(tile)
        self._receipts = label("", "muted", name="receipts")
        choices = ((_CHASE, tr("To chase")), (_EVERY, tr("Every session")))
        self._which = named(Segmented(choices, _CHASE, tr("Which sessions")), "which")
        self._sessions = named(
            KeptTable(tr("Sessions"), columns_for(_columns(), _STACKS), lambda row: row.session), "sessions"
        )
        self._sessions.setMinimumHeight(look().px(260))
        make_room(self._sessions, _STACKS)
        self._sessions.show_empty(
            Face(FaceKind.EMPTY, tr("No branch has to be asked"), tr("Every session that was released has sent."))
        )
        self._conflicts = named(Card(tr("Conflicts, side by side"), icon="warn"), "conflicts")
        self._rows, self._more = column(gap="l"), label("", "muted", name="more_conflicts")
        self._conflicts.add(self._rows)
        self._conflicts.add(self._more)
        about = tr("What was expected against what came, and what cannot both be true.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("To follow up"), about, level=1))
        ways = FlowRow(self._back, self._refresh, self._returns)
        counts = (self._progress, self._grid, self._receipts)
        for part in (self._fault, ways, *counts, self._which, self._sessions, self._conflicts):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._which.chosen.connect(lambda key: self.every_set.emit(key == _EVERY))
        self._refresh.clicked.connect(self.refresh_asked)
        self._returns.clicked.connect(self.returns_asked)
        self._back.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_asked)


def conflict_card(case: ConflictCase) -> QWidget:
    """One conflict: what it is, and both sides beside each other."""
    sides = CardGrid(300)
    for title, icon, facts in ((tr("In the register"), "check", case.kept), (tr("Against it"), "warn", case.other)):
        side, told = Card(title, icon=icon), FactList()
        told.show_facts(facts)
        side.add(told)
        sides.add(side)
    person = [label(tr("Staff ID {staff_id}").format(staff_id=case.person), "strong")] if case.person else []
    return boxed(column(label(case.what), *person, sides, gap="s"))


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Session"), lambda row: row.session),
        Column(tr("Branch"), lambda row: row.branch),
        Column(tr("Course"), lambda row: row.course),
        Column(tr("Begins"), lambda row: datetime_text(row.begins_wt), lambda row: row.begins_wt),
        Column(tr("Came in"), lambda row: row.came, stretch=True),
        telling(Column(tr("PCs"), lambda row: str(row.devices), lambda row: row.devices, align_right=True)),
        Column(tr("State"), lambda row: row.state, stretch=True),
    )
