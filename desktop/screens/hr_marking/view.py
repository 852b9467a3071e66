"""Draws an `HrMarkingState`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_marking.state import HrMarkingState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import SectionHeader
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.key_door import KeyDoor
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr

_STACKS = ((0, 1), (4, 2, 3))
"""Which columns share one: question and its item; whose turn, cause and points."""


class HrMarkingView(QWidget):
    """The queue, the way to look for more, and how far markers agree.

    Signals:
        open_asked: the passphrase
        gather_asked, leave_asked, refresh_asked: buttons, Esc and F5
        row_opened: an answer, by Enter or a double click
    """

    open_asked = Signal(str)
    gather_asked = Signal()
    leave_asked = Signal()
    refresh_asked = Signal()
    row_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def show_state(self, state: HrMarkingState) -> None:
        """Make the widgets agree with the state."""
        show_if(self._door, state.locked)
        self._door.show_door(busy=state.busy, fault=state.fault if state.locked else "")
        fault = "" if state.locked else state.fault
        self._fault.show_notice(NoticeValue(Tone.BAD, fault) if fault else None)
        self._found.show_notice(NoticeValue(Tone.GOOD, state.found) if state.found else None)
        show_if(self._gather, not state.locked)
        self._gather.set_busy(state.busy)
        self._mine.setText(tr("Waiting for you: {count}").format(count=state.mine))
        self._agreement.setText(state.agreement)
        self._table.show_empty(_nothing(locked=state.locked))
        if not state.busy:
            self._table.show_rows(state.rows)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            if self._door.isHidden():
                self._table.table.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._door.focus()

    def _build(self) -> None:
        self._door = KeyDoor(tr("What was answered opens with the key that branches have sealed their files to."))
        self._fault, self._found = named(NoticeBar(), "marking_fault"), named(NoticeBar(), "marking_found")
        self._gather = primary(tr("Look for new answers"), "search", name="gather")
        self._leave = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._mine = label("", "strong", wrap=False, name="mine")
        self._agreement = label("", "muted", name="agreement")
        self._table = named(
            KeptTable(tr("Answers to mark"), columns_for(_columns(), _STACKS), lambda row: row.key), "cases"
        )
        self._table.setMinimumHeight(look().px(320))
        make_room(self._table, _STACKS)
        page = ScrollPage("wide")
        about = tr(
            "Two people mark each answer; the second does not see the first. Where they differ, a third decides."
        )
        page.add(SectionHeader(tr("Marking by hand"), about, level=1))
        ways = FlowRow(self._gather, self._leave)
        for part in (ways, self._door, self._fault, self._found, FlowRow(self._mine, gap="m"), self._agreement):
            page.add(part)
        page.add(self._table, 1)
        page.add(column(STRETCH))
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._door.open_asked.connect(self.open_asked)
        self._gather.clicked.connect(self.gather_asked)
        self._leave.clicked.connect(self.leave_asked)
        self._table.row_opened.connect(self.row_opened)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_asked)


def _nothing(*, locked: bool) -> Face:
    """Without the keys nobody has looked for what came since."""
    told = tr("Typed answers that the key does not take, and questions objected to on the spot, stand here.")
    steps = tr("Open the keys, then look for new answers.")
    return Face(FaceKind.EMPTY, tr("Nothing waits for a marker"), steps if locked else told)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Question"), lambda row: str(row.position), lambda row: row.position),
        Column(tr("Item"), lambda row: row.item),
        Column(tr("Why it waits"), lambda row: row.cause, stretch=True),
        Column(tr("Points"), lambda row: row.points, align_right=True),
        Column(tr("Whose turn"), lambda row: row.turn, stretch=True),
    )
