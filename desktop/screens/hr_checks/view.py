"""Draws an `HrChecksState`; a branch and a final are opened with Enter or a double click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_checks.state import HrChecksState, PairRow
from desktop.style.look import look
from desktop.widgets.buttons import Button, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, FlowRow, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room, telling
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr

_BRANCH_STACKS = ((0,), (2, 1), (3,))
_SITTING_STACKS = ((1, 0, 2), (3,))
_PAIR_STACKS = ((0, 1), (2,), (3, 4))
"""Which columns of each table share one."""


class HrChecksView(QWidget):
    """Branches by warnings, the finals of the one that is open, pairs.

    Signals:
        branch_opened, sitting_opened: a line by Enter or double click
        pair_chosen: the pair the focus came to
        pair_replayed: the first (0) or second (1) final of that pair
        refresh_asked, leave_asked: the buttons, F5 and Esc
    """

    branch_opened = Signal(object)
    sitting_opened = Signal(object)
    pair_chosen = Signal(object)
    pair_replayed = Signal(int)
    refresh_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: tuple[str, ...] | None = None
        self._shown = HrChecksState()
        self._build()
        self._connect()

    def show_state(self, state: HrChecksState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        show_if(self._progress, state.busy)
        for button in (self._refresh, self._back):
            button.setEnabled(not state.busy)
        for part in (self._branches, self._pair_part):
            show_if(part, state.read)
        self._branches.show_rows(state.branches, state.branch)
        self._show_branch(state)
        self._pairs.show_rows(state.pairs, state.chosen)
        for button, number in ((self._first, 0), (self._second, 1)):
            _offer(button, state.pair, number)
        if self._shown.busy and not state.busy:
            self._stop_of(state).setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown = state

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._stop_of(self._shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_of(self, state: HrChecksState) -> QWidget:
        """Where the keyboard goes on once something was read: the disabled button that had it lost it."""
        if state.branch:
            return self._sittings.table
        return self._branches.table if state.branches else self._back

    def _show_branch(self, state: HrChecksState) -> None:
        show_if(self._branch_part, bool(state.branch))
        self._title.setText(tr("Finals of {branch} with warnings").format(branch=state.branch))
        self._sittings.show_rows(state.sittings)
        if state.codes != self._codes:
            self._codes = state.codes
            clear_layout(self._code_rows)
            for text in state.codes:
                self._code_rows.addWidget(label(text))

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "checks_fault")
        self._back = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._refresh = secondary(tr("Look again"), "refresh", name="refresh")
        self._progress = named(ProgressBar(tr("Reading the register")), "checks_progress")
        self._progress.set_busy(tr("Reading the register"))
        self._branches = named(
            KeptTable(
                tr("Branches by warnings"), columns_for(_branch_columns(), _BRANCH_STACKS), lambda row: row.branch
            ),
            "branches",
        )
        self._branches.setMinimumHeight(look().px(220))
        make_room(self._branches, _BRANCH_STACKS)
        none = tr("Every accepted final came without a warning.")
        self._branches.show_empty(Face(FaceKind.EMPTY, tr("Nothing stands out."), none))
        about = tr("Where to look for yourself. Enter or a double click opens a branch, and replays a final.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Spot checks"), about, level=1))
        parts = (self._fault, FlowRow(self._back, self._refresh), self._progress, self._branches)
        for part in (*parts, self._make_branch(), self._make_pairs()):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _make_branch(self) -> QWidget:
        self._title, self._code_rows = label("", "heading", name="branch_title"), column(gap="s")
        self._sittings = named(
            KeptTable(
                tr("Finals with warnings"), columns_for(_sitting_columns(), _SITTING_STACKS), lambda row: row.sitting
            ),
            "warned",
        )
        self._sittings.setMinimumHeight(look().px(220))
        make_room(self._sittings, _SITTING_STACKS)
        self._branch_part = QWidget()
        self._branch_part.setLayout(column(self._title, self._code_rows, self._sittings, gap="m"))
        return self._branch_part

    def _make_pairs(self) -> Card:
        why = tr(
            "More of the same wrong options than chance gives; of a thousand rooms in which everybody worked alone one"
            " is named. A pair is a reason to look at both replays and the room's log, never a proof."
        )
        self._pair_part = named(Card(tr("Pairs of a room with the same mistakes"), icon="people"), "pair_card")
        self._pairs = named(
            KeptTable(tr("Pairs"), columns_for(_pair_columns(), _PAIR_STACKS), lambda row: row.key), "pairs"
        )
        self._pairs.setMinimumHeight(look().px(200))
        make_room(self._pairs, _PAIR_STACKS)
        unread = tr("Answers are known of finals that “Look for new answers” on the page “Marking by hand” has read.")
        self._pairs.show_empty(Face(FaceKind.EMPTY, tr("No pair stands out."), unread))
        self._first = secondary("", "play", name="replay_first")
        self._second = secondary("", "play", name="replay_second")
        self._pair_part.add(label(why, "muted"))
        self._pair_part.add(self._pairs)
        self._pair_part.add(FlowRow(self._first, self._second))
        return self._pair_part

    def _connect(self) -> None:
        self._branches.row_opened.connect(self.branch_opened)
        self._sittings.row_opened.connect(self.sitting_opened)
        self._pairs.row_chosen.connect(self.pair_chosen)
        self._first.clicked.connect(lambda: self.pair_replayed.emit(0))
        self._second.clicked.connect(lambda: self.pair_replayed.emit(1))
        self._refresh.clicked.connect(self.refresh_asked)
        self._back.clicked.connect(self.leave_asked)
        for keys, signal in (("Esc", self.leave_asked), ("F5", self.refresh_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)


def _offer(button: Button, pair: PairRow | None, number: int) -> None:
    show_if(button, pair is not None)
    if pair is not None:
        button.turn_into(tr("Replay {staff_id}").format(staff_id=pair.people[number]), "play")


def _branch_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Branch"), lambda row: row.branch),
        telling(Column(tr("Finals"), lambda row: str(row.sittings), lambda row: row.sittings, align_right=True)),
        telling(Column(tr("Warnings for each"), lambda row: row.shown, lambda row: row.rate, align_right=True)),
        Column(tr("Warnings"), lambda row: row.codes, stretch=True, elided=True),
    )


def _sitting_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Session"), lambda row: row.session),
        Column(tr("Person"), lambda row: row.person),
        Column(tr("Course"), lambda row: row.course),
        Column(tr("Reason to look"), lambda row: row.why, stretch=True, elided=True),
    )


def _pair_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Session"), lambda row: row.session),
        Column(tr("Branch"), lambda row: row.branch),
        Column(tr("People"), lambda row: " / ".join(row.people), stretch=True),
        telling(Column(tr("The same mistakes"), lambda row: row.same)),
        telling(Column(tr("By chance"), lambda row: row.expected, align_right=True)),
    )
