"""Draws an `HrCollectState`; reports what is to be taken in, and that time has gone."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_collect.state import CollectLine, HrCollectState
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader, StatTile
from desktop.widgets.dropping import dropped_paths, take_as_copy
from desktop.widgets.fields import PinField
from desktop.widgets.layout import STRETCH, CardGrid, FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

REFRESH_MS = 200
_LONGEST = 128


class HrCollectView(QWidget):
    """The passphrase, two ways to choose, counts, and every refusal with its reason.

    Signals:
        secret_typed: the passphrase as it stands
        files_asked, folder_asked: the two ways to choose
        files_dropped: a tuple of paths that were dragged here
        pause_asked, go_on_asked, follow_asked, returns_asked, leave_asked: the buttons; Esc leaves
        ticked: a moment has gone
    """

    secret_typed = Signal(str)
    files_asked = Signal()
    folder_asked = Signal()
    files_dropped = Signal(object)
    pause_asked = Signal()
    go_on_asked = Signal()
    follow_asked = Signal()
    returns_asked = Signal()
    leave_asked = Signal()
    ticked = Signal()

    def __init__(self, known: str = "", parent: QWidget | None = None) -> None:
        """`known` is a demonstration's passphrase, told below the field; empty elsewhere."""
        super().__init__(parent)
        self._lines: tuple[CollectLine, ...] | None = None
        self._busy = False
        self.setAcceptDrops(True)
        self._build(known)
        self._connect()

    def show_state(self, state: HrCollectState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._show_end(state)
        self._secret.show_error(tr("Type the passphrase of HR's keys first.") if state.needs_secret else "")
        if state.needs_secret:
            self._secret.focus()
        ended, self._busy = self._busy and not state.busy, state.busy
        ways: tuple[QWidget, ...] = (self._files, self._folder, self._follow, self._returns, self._back, self._secret)
        for way in ways:
            way.setEnabled(not state.busy)
        if ended:
            self._after_run(state)
        for part in (self._progress, self._at_work, self._pause):
            show_if(part, state.busy)
        show_if(self._go_on, state.paused)
        self._pause.setEnabled(not state.stopping)
        self._at_work.setText(
            tr("Done last: {file}").format(file=state.at_work) if state.at_work else tr("Opening keys")
        )
        self._progress.set_busy(tr("{count} files done").format(count=state.done))
        for tile, count, told, tone in (
            (self._accepted, state.accepted, tr("taken in"), Tone.GOOD),
            (self._duplicate, state.duplicate, tr("here already"), Tone.ACCENT),
            (self._refused, state.refused, tr("refused"), Tone.BAD if state.refused else Tone.ACCENT),
        ):
            tile.show_stat(str(count), told, tone)
        show_if(self._counts, state.ran)
        if state.lines != self._lines:
            self._lines = state.lines
            self._show_lines(state.lines)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._secret.focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102
        if not self._busy and dropped_paths(event.mimeData(), Path.exists):
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102
        paths = () if self._busy else dropped_paths(event.mimeData(), Path.exists)
        if paths:
            take_as_copy(event)
            self.files_dropped.emit(paths)

    def _after_run(self, state: HrCollectState) -> None:
        """The keyboard is where one goes on: what could be used by nobody meanwhile has lost it."""
        if state.fault:
            self._secret.focus()
        else:
            self._follow.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_end(self, state: HrCollectState) -> None:
        notice = None
        if state.paused and not state.fault:
            notice = NoticeValue(Tone.WARN, tr("Stopped. Nothing is lost: go on whenever you like."))
        elif state.ran and not state.busy and not state.fault:
            told = tr("All files are done.") if not state.refused else tr("Done; some files wait for a person.")
            notice = NoticeValue(Tone.GOOD if not state.refused else Tone.WARN, told)
        self._end.show_notice(notice)

    def _build(self, known: str) -> None:
        self._fault, self._end = named(NoticeBar(), "collect_fault"), named(NoticeBar(), "collect_end")
        told = tr("Demonstration: the passphrase is {passphrase}").format(passphrase=known)
        hint = told if known else tr("It opens the key that branches have sealed their files to.")
        self._secret = PinField(tr("Passphrase of HR's keys"), hint=hint, name="secret", most=_LONGEST)
        self._files = primary(tr("Choose files"), "folder", name="choose_files")
        self._folder = secondary(tr("Choose a folder or a stick"), "folder", name="choose_folder")
        self._follow = secondary(tr("What to follow up"), "list", name="to_follow")
        self._returns = secondary(tr("Receipts and certificates"), "certificate", name="to_returns")
        self._back = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._pause = secondary(tr("Stop after this file"), "pause", name="pause")
        self._go_on = secondary(tr("Go on with these files"), "play", name="go_on")
        self._progress, self._at_work = named(ProgressBar(tr("Taking in")), "collect_progress"), label("", "muted")
        tiles = [named(StatTile("0", ""), name) for name in ("accepted", "duplicate", "refused")]
        self._accepted, self._duplicate, self._refused = tiles
        self._counts = CardGrid(200)
        for tile in tiles:
            self._counts.add(tile)
        self._refusals = named(Card(tr("Refused, and why"), icon="warn"), "refusals")
        self._rows = column(gap="m")
        self._refusals.add(self._rows)
        about = tr(
            "Folders, sticks, ZIP files, certificates and packs. Each file is judged alone; a bad one stops nothing."
        )
        page = ScrollPage("text")
        page.add(SectionHeader(tr("Files of branches"), about, level=1))
        ways, course = (
            FlowRow(self._files, self._folder, self._follow, self._returns, self._back),
            FlowRow(self._pause, self._go_on),
        )
        work = (self._progress, self._at_work, course)
        for part in (self._fault, self._secret, ways, *work, self._end, self._counts, self._refusals):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._secret.changed.connect(self.secret_typed)
        self._files.clicked.connect(self.files_asked)
        self._folder.clicked.connect(self.folder_asked)
        self._pause.clicked.connect(self.pause_asked)
        self._go_on.clicked.connect(self.go_on_asked)
        self._follow.clicked.connect(self.follow_asked)
        self._returns.clicked.connect(self.returns_asked)
        self._back.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        timer = QTimer(self)
        timer.setInterval(REFRESH_MS)
        timer.timeout.connect(self.ticked)
        timer.start()

    def _show_lines(self, lines: tuple[CollectLine, ...]) -> None:
        show_if(self._refusals, bool(lines))
        clear_layout(self._rows)
        for line in lines:
            self._rows.addWidget(refusal_row(line))


def refusal_row(line: CollectLine) -> QWidget:
    """One file that was not taken in, and why."""
    parts = [Badge(tr("Refused"), Tone.BAD), label(line.name, "strong")]
    head = FlowRow(*parts, *([label(line.branch, "muted")] if line.branch else []), gap="m")
    return boxed(column(head, label(line.why), gap="xs"))
