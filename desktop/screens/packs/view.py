"""Draws a `PacksState`; reports what is to be chosen, and that time has gone."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.packs.state import FileLine, Outcome, PacksState
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.dropping import dropped_paths, take_as_copy
from desktop.widgets.layout import STRETCH, FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import mark, tr
from desktop.words.marks import DEMONSTRATION_ONLY

REFRESH_MS = 200
_ENDINGS = frozenset({".pack", ".slots", ".device", ".receipt", ".list", ".rules", ".pdf"})
_OUTCOMES = {
    Outcome.TAKEN: (mark("Taken in"), Tone.GOOD),
    Outcome.HERE_ALREADY: (mark("Here already"), Tone.NEUTRAL),
    Outcome.REFUSED: (mark("Refused"), Tone.BAD),
}


class PacksView(QWidget):
    """Choose files, see what became of them, see what stands here.

    Signals:
        files_asked, folder_asked: the two ways to choose
        files_dropped: a tuple of paths that were dragged here
        reopen_asked: sign out and open the new course
        leave_asked: the quiet button, or Esc
        ticked: a moment has gone
    """

    files_asked = Signal()
    folder_asked = Signal()
    files_dropped = Signal(object)
    reopen_asked = Signal()
    leave_asked = Signal()
    ticked = Signal()

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[FileLine, ...] | None = None
        self._busy = False
        self.setAcceptDrops(True)
        self._build(back)
        self._connect()

    def show_state(self, state: PacksState) -> None:
        """Make the widgets agree with the state."""
        self._show_notices(state)
        if state.busy and not self._busy:
            self.setFocus()  # else the keyboard would wander off to the header
        if self._busy and not state.busy:
            QTimer.singleShot(0, self._files, self._files.setFocus)
        self._busy = state.busy
        for button in (self._files, self._folder, self._back):
            button.setEnabled(not state.busy)
        for part in (self._progress, self._at_work):
            show_if(part, state.busy)
        done = tr("{file}: {percent} % copied and checked").format(file=state.at_work, percent=state.percent)
        self._at_work.setText(done if state.at_work else tr("Looking at the files"))
        self._progress.set_value(state.percent)
        if state.lines != self._lines:
            self._lines = state.lines
            self._show_lines(state.lines)
        show_if(self._empty, not state.facts)
        show_if(self._here, bool(state.facts))
        self._facts.show_facts(state.facts)
        show_if(self._mark, state.demonstration)
        for facts, place, nothing in (
            (state.sessions, self._sessions, self._no_sessions),
            (state.withdrawals, self._withdrawals, self._no_withdrawals),
        ):
            place.show_facts(facts)
            show_if(place, bool(facts))
            show_if(nothing, not facts)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._files.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102
        if not self._busy and dropped_paths(event.mimeData(), _is_ours):
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102
        paths = () if self._busy else dropped_paths(event.mimeData(), _is_ours)
        if paths:
            take_as_copy(event)
            self.files_dropped.emit(paths)

    def _build(self, back: str) -> None:
        self._fault, self._nothing, self._withdrawn, self._fresh = (
            named(NoticeBar(), name) for name in ("packs_fault", "nothing_found", "pack_withdrawn", "fresh_pack")
        )
        self._files = primary(tr("Choose files"), "folder", name="choose_files")
        self._folder = secondary(tr("Choose a folder or a stick"), "folder", name="choose_folder")
        self._back = quiet(back, "arrow_left", name="leave_packs")
        self._progress, self._at_work = named(ProgressBar(tr("Taking in")), "packs_progress"), label("", "muted")
        self._arrived = named(Card(tr("What became of the files")), "arrived")
        self._rows = column(gap="m")
        self._arrived.add(self._rows)
        page = ScrollPage("text")
        told = tr("Packs, sessions and withdrawals come as files. Each is checked before anything is changed.")
        page.add(SectionHeader(tr("What headquarters has sent"), told, level=1))
        ways = FlowRow(self._files, self._folder, self._back)
        notices = (self._fault, self._nothing, self._withdrawn, self._fresh)
        work = (self._progress, self._at_work, self._arrived)
        for part in (*notices, ways, *work, *self._standing()):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _standing(self) -> tuple[QWidget, ...]:
        self._facts, self._sessions, self._withdrawals = FactList(), FactList(), FactList()
        self._no_sessions = label(tr("No session lies ahead."), "muted")
        self._no_withdrawals = label(tr("Nothing is withdrawn."), "muted")
        self._mark = named(Badge(tr(DEMONSTRATION_ONLY), Tone.WARN, "warn"), "demonstration_mark")
        self._here = named(Card(tr("In use on this PC"), icon="book"), "pack_here")
        self._here.add(self._mark)
        self._here.add(self._facts)
        text = tr("Take in the pack that headquarters has sent. On a new PC its root file comes first.")
        self._empty = named(StatePanel(Face(FaceKind.EMPTY, tr("No course is here yet"), text)), "no_pack")
        sessions, withdrawals = Card(tr("Sessions ahead"), icon="key"), Card(tr("Withdrawn last"), icon="shield")
        for card, parts in (
            (sessions, (self._sessions, self._no_sessions)),
            (withdrawals, (self._withdrawals, self._no_withdrawals)),
        ):
            for part in parts:
                card.add(part)
        return self._here, self._empty, sessions, withdrawals

    def _connect(self) -> None:
        self._files.clicked.connect(self.files_asked)
        self._folder.clicked.connect(self.folder_asked)
        self._back.clicked.connect(self.leave_asked)
        self._fresh.action_asked.connect(self.reopen_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        timer = QTimer(self)
        timer.setObjectName("packs_clock")
        timer.setInterval(REFRESH_MS)
        timer.timeout.connect(self.ticked)
        timer.start()

    def _show_notices(self, state: PacksState) -> None:
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        nothing = tr("In this folder lies nothing that headquarters sends.")
        self._nothing.show_notice(NoticeValue(Tone.WARN, nothing) if state.nothing_found else None)
        gone = tr("Headquarters has withdrawn the pack in use.")
        what = tr("No session opens with it. Take in the one that takes its place.")
        self._withdrawn.show_notice(NoticeValue(Tone.BAD, gone, detail=what) if state.withdrawn else None)
        self._fresh.show_notice(_fresh() if state.fresh else None)

    def _show_lines(self, lines: tuple[FileLine, ...]) -> None:
        show_if(self._arrived, bool(lines))
        clear_layout(self._rows)
        for line in lines:
            self._rows.addWidget(_row(line))


def _is_ours(path: Path) -> bool:
    """A plain file with one of the endings of headquarters."""
    return path.suffix.lower() in _ENDINGS and path.is_file()


def _fresh() -> NoticeValue:
    told = tr("The new pack is in place. The course that is open now is still the old one.")
    then = tr("Sign out, and whoever signs in next reads the new course.")
    return NoticeValue(Tone.GOOD, told, tr("Sign out now"), detail=then)


def _row(line: FileLine) -> QWidget:
    text, tone = _OUTCOMES[line.outcome]
    head = FlowRow(Badge(tr(text), tone), label(line.name, "strong"), gap="m")
    return boxed(column(head, label(line.kind, "muted"), *([label(line.why)] if line.why else []), gap="xs"))
