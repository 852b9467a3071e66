"""Draws an `HrAppealsState`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_appeals.state import HrAppealsState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import SectionHeader
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr

_STACKS = ((0, 1), (2, 3), (4, 5))
"""Which columns share one: number and person, what and when, decision and result."""


class HrAppealsView(QWidget):
    """The list, and the way to a new one.

    Signals:
        row_opened: a line, by Enter or a double click
        enter_asked, leave_asked, refresh_asked: buttons, Esc and F5
    """

    row_opened = Signal(object)
    enter_asked = Signal()
    leave_asked = Signal()
    refresh_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def show_state(self, state: HrAppealsState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._rule.setText(state.rule)
        self._waiting.setText(tr("Waiting for a decision: {count}").format(count=state.open))
        self._table.show_rows(state.rows)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._table.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "appeals_fault")
        self._rule, self._waiting = label("", "muted", name="rule"), label("", "strong", wrap=False, name="waiting")
        self._enter = primary(tr("Enter an appeal"), "plus", name="enter_appeal")
        self._leave = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._table = named(
            KeptTable(tr("Appeals"), columns_for(_columns(), _STACKS), lambda row: str(row.number)), "appeals"
        )
        self._table.setMinimumHeight(look().px(360))
        make_room(self._table, _STACKS)
        empty = tr("No appeals have come in")
        self._table.show_empty(Face(FaceKind.EMPTY, empty, tr("Whoever disagrees with a result may appeal in time.")))
        page = ScrollPage("wide")
        about = tr("One person enters an appeal, another decides it. Enter or a double click opens one.")
        page.add(SectionHeader(tr("Appeals"), about, level=1))
        for part in (self._fault, FlowRow(self._enter, self._leave), FlowRow(self._waiting, gap="m"), self._rule):
            page.add(part)
        page.add(self._table, 1)
        page.add(column(STRETCH))
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._table.row_opened.connect(self.row_opened)
        self._enter.clicked.connect(self.enter_asked)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_asked)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("No."), lambda row: str(row.number), lambda row: row.number),
        Column(tr("Staff ID"), lambda row: row.staff_id),
        Column(tr("About"), lambda row: row.about),
        Column(tr("Received"), lambda row: row.received),
        Column(tr("Decision"), lambda row: row.outcome, stretch=True),
        Column(tr("Result"), lambda row: row.change or "–", stretch=True),
    )
