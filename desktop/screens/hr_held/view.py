"""Draws an `HrHeldState`; a session is released with its button, Enter or a double click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_held.state import HrHeldState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import SectionHeader
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room, telling
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.clock import datetime_text

_STACKS = ((0, 1), (2, 3, 4))
"""Which columns share one: session and course, how many and since when, who proposed it."""


class HrHeldView(QWidget):
    """Sessions whose results nobody has been told.

    Signals:
        row_chosen: the line the focus came to
        row_opened: a line by Enter or double click
        release_asked, withdraw_asked, leave_asked, refresh_asked: the buttons, Esc and F5
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)
    release_asked = Signal()
    withdraw_asked = Signal()
    leave_asked = Signal()
    refresh_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def show_state(self, state: HrHeldState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._told.show_notice(NoticeValue(Tone.GOOD, state.told) if state.told else None)
        here = state.here
        self._release.setEnabled(here is not None and here.step != "wait")
        proposes = here is not None and here.step == "propose"
        self._release.turn_into(tr("Propose the release") if proposes else tr("Release the results"), "check")
        show_if(self._withdraw, here is not None and bool(here.proposed))
        show_if(self._waits, here is not None and here.step == "wait")
        show_if(self._release, bool(state.rows))
        self._held.show_rows(state.rows, state.chosen)
        show_if(self._held, state.read)
        self._sum.setText(tr("{count} results are held.").format(count=state.results))
        show_if(self._sum, bool(state.rows))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._held.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._fault, self._told = named(NoticeBar(), "held_fault"), named(NoticeBar(), "held_told")
        self._release = primary(tr("Release the results"), "check", name="release_held")
        self._withdraw = secondary(tr("Withdraw the proposal"), "refresh", name="withdraw_held")
        waits = tr("You have proposed this release: another officer of HR looks at it and releases the results.")
        self._waits = label(waits, "muted", name="held_waits")
        self._back = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._sum = label("", "muted", wrap=False, name="held_sum")
        self._held = named(KeptTable(tr("Held results"), columns_for(_columns(), _STACKS), lambda row: row.key), "held")
        self._held.setMinimumHeight(look().px(280))
        make_room(self._held, _STACKS)
        nothing = tr("Results that only headquarters grades stand here until their session is released.")
        self._held.show_empty(Face(FaceKind.EMPTY, tr("No results are held."), nothing))
        about = tr("Graded by HR alone and told to nobody: in review on every page, no certificate, no appeal.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Held results"), about, level=1))
        for part in (self._fault, self._told, self._ways(), self._waits, self._held):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _ways(self) -> FlowRow:
        return FlowRow(self._release, self._withdraw, self._back, self._sum, gap="m")

    def _connect(self) -> None:
        self._held.row_chosen.connect(self.row_chosen)
        self._held.row_opened.connect(self.row_opened)
        self._release.clicked.connect(self.release_asked)
        self._withdraw.clicked.connect(self.withdraw_asked)
        self._back.clicked.connect(self.leave_asked)
        for keys, signal in (("Esc", self.leave_asked), ("F5", self.refresh_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Session"), lambda row: row.session),
        Column(tr("Course"), lambda row: row.course, stretch=True),
        telling(Column(tr("Results held"), lambda row: str(row.results), lambda row: row.results, align_right=True)),
        telling(Column(tr("Last handed in"), lambda row: datetime_text(row.last_wt), lambda row: row.last_wt)),
        telling(Column(tr("Proposed by"), lambda row: row.proposed or "–")),
    )
