"""Draws an `HrChecksState`; a branch, a proctor and a final are opened with Enter or a double click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_checks.columns import group_table, pair_table
from desktop.screens.hr_checks.finding import FindingPart
from desktop.screens.hr_checks.looked_into import LookedInto
from desktop.screens.hr_checks.state import HrChecksState, PairRow
from desktop.widgets.buttons import Button, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr


class HrChecksView(QWidget):
    """Branches and proctors by warnings, the finals of the one that is open, pairs.

    Signals:
        branch_opened, proctor_opened, sitting_opened: a line by Enter or double click
        shown_chosen: which finals are listed
        finding_chosen, note_typed, mark_asked: the final one is at, its note, its button
        pair_chosen, pair_note_typed, pair_mark_asked: the pair the focus came to, its note, its button
        pair_replayed: the first (0) or second (1) final of that pair
        refresh_asked, leave_asked: the buttons, F5 and Esc
    """

    branch_opened = Signal(object)
    proctor_opened = Signal(object)
    sitting_opened = Signal(object)
    shown_chosen = Signal(str)
    finding_chosen = Signal(object)
    note_typed = Signal(str)
    mark_asked = Signal()
    pair_chosen = Signal(object)
    pair_note_typed = Signal(str)
    pair_mark_asked = Signal()
    pair_replayed = Signal(int)
    refresh_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = HrChecksState()
        self._build()
        self._connect()

    def show_state(self, state: HrChecksState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        show_if(self._progress, state.busy)
        for button in (self._refresh, self._back):
            button.setEnabled(not state.busy)
        for part in (self._branches, self._proctors, self._pair_part):
            show_if(part, state.read)
        self._branches.show_rows(state.branches, state.opened.branch)
        self._proctors.show_rows(state.proctors, state.opened.proctor)
        self._finding.show_state(state)
        self._pairs.show_rows(state.pairs, state.chosen)
        for button, number in ((self._first, 0), (self._second, 1)):
            _offer(button, state.pair, number)
        pair = state.pair
        about = f"{' / '.join(pair.people)} · {pair.session} · {pair.said}" if pair else ""
        self._alike.show_row(pair, about, state.pair_note, busy=state.busy)
        if self._shown.busy and not state.busy:
            self._stop_of(state).setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown = state

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._stop_of(self._shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_of(self, state: HrChecksState) -> QWidget:
        """Where the keyboard goes on once something was read: the disabled button that had it lost it."""
        if state.pair_note.told:
            return self._pairs.table
        if state.opened.is_any:
            return self._finding.table.table
        return self._branches.table if state.branches else self._back

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "checks_fault")
        self._back = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._refresh = secondary(tr("Look again"), "refresh", name="refresh")
        self._progress = named(ProgressBar(tr("Reading the register")), "checks_progress")
        self._progress.set_busy(tr("Reading the register"))
        self._branches = group_table(tr("Branches by warnings"), tr("Branch"), "branches")
        none = tr("Every accepted final came without a warning.")
        self._branches.show_empty(Face(FaceKind.EMPTY, tr("Nothing stands out."), none))
        self._proctors = group_table(tr("Proctors by warnings"), tr("Proctor"), "proctors")
        nobody = tr("No final with a warning names who opened its session.")
        self._proctors.show_empty(Face(FaceKind.EMPTY, tr("No proctor stands out."), nobody))
        self._finding = named(FindingPart(), "finding")
        about = tr(
            "Where to look for yourself. Enter or a double click opens a branch or a proctor, and replays a final."
        )
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Spot checks"), about, level=1))
        parts = (self._fault, FlowRow(self._back, self._refresh), self._progress, self._branches, self._proctors)
        for part in (*parts, self._finding, self._make_pairs(), self._alike):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _make_pairs(self) -> Card:
        why = tr(
            "More of the same wrong options than chance gives; of a thousand rooms in which everybody worked alone one"
            " is named. A pair is a reason to look at both replays and the room's log, never a proof."
        )
        self._pair_part = named(Card(tr("Pairs of a room with the same mistakes"), icon="people"), "pair_card")
        self._pairs = pair_table()
        unread = tr("Answers are known of finals that “Look for new answers” on the page “Marking by hand” has read.")
        self._pairs.show_empty(Face(FaceKind.EMPTY, tr("No pair stands out."), unread))
        self._first = secondary("", "play", name="replay_first")
        self._second = secondary("", "play", name="replay_second")
        self._alike = LookedInto(tr("The pair you are at"), "pair")
        for part in (label(why, "muted"), self._alike.told, self._pairs, FlowRow(self._first, self._second)):
            self._pair_part.add(part)
        return self._pair_part

    def _connect(self) -> None:
        self._branches.row_opened.connect(self.branch_opened)
        self._proctors.row_opened.connect(self.proctor_opened)
        self._finding.opened.connect(self.sitting_opened)
        self._finding.chosen.connect(self.finding_chosen)
        self._finding.shown_chosen.connect(self.shown_chosen)
        self._finding.note_typed.connect(self.note_typed)
        self._finding.mark_asked.connect(self.mark_asked)
        self._pairs.row_chosen.connect(self.pair_chosen)
        self._alike.note_typed.connect(self.pair_note_typed)
        self._alike.mark_asked.connect(self.pair_mark_asked)
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
