"""Draws a `VerifyState`; reports files, codes, and which verdict is looked at."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.verify.state import ItemLine, VerifyState
from desktop.screens.verify.verdict_card import VerdictCard
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import SectionHeader
from desktop.widgets.dropping import dropped_paths, take_as_copy
from desktop.widgets.fields import TextField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import FlowRow, boxed, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr

REFRESH_MS = 200
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class VerifyView(QWidget):
    """A field for codes, buttons for files, a line for each verdict and one of them in full.

    A code reader that acts as a keyboard needs no click: what it types lands in the field wherever the focus is.

    Signals:
        code_entered: the text of a printed code
        files_asked, folder_asked: the two ways to choose
        places_dropped: a tuple of files and folders that were dragged here
        line_chosen: the key of a line
        second_asked, stop_asked, clear_asked, leave_asked: the buttons
        ticked: a moment has gone
    """

    code_entered = Signal(str)
    files_asked = Signal()
    folder_asked = Signal()
    places_dropped = Signal(object)
    line_chosen = Signal(str)
    second_asked = Signal()
    stop_asked = Signal()
    clear_asked = Signal()
    leave_asked = Signal()
    ticked = Signal()

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[tuple[str, Tone], ...] = ()
        self.setAcceptDrops(True)
        self._build(back)
        self._connect()

    def show_state(self, state: VerifyState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._lists.show_notice(state.lists)
        show_if(self._work, state.busy)
        if state.busy:
            self._show_progress(state)
        self._clear.setEnabled(bool(state.lines) and not state.busy)
        if state.counts != self._counts:
            self._counts = state.counts
            self._tally.clear()
            for text, tone in state.counts:
                self._tally.add(Badge(text, tone))
        show_if(self._tally, bool(state.counts))
        self._table.show_rows(state.lines, state.detail.line.key if state.detail else "")
        show_if(self._detail, state.detail is not None)
        if state.detail is not None:
            self._detail.show_detail(state.detail)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._code.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if not self._is_typed(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_typed(event):
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102
        if dropped_paths(event.mimeData(), lambda _place: True):
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102
        places = dropped_paths(event.mimeData(), lambda _place: True)
        if places:
            take_as_copy(event)
            self.places_dropped.emit(places)

    def _is_typed(self, event: QKeyEvent) -> bool:
        """True where a sign was typed beside the field, and went into it."""
        text = event.text()
        if event.modifiers() & _HELD or not text.isprintable() or not text.strip():
            return False
        self._code.focus()
        self._code.edit.insert(text)
        return True

    def _build(self, back: str) -> None:
        self._fault, self._lists = (named(NoticeBar(), name) for name in ("verify_fault", "lists_age"))
        hint = tr("Scan it with a reader of codes, or paste its text and press Enter.")
        self._code = TextField(tr("Printed code"), hint=hint, placeholder="BAC1:", name="printed_code")
        hints = Qt.InputMethodHint
        self._code.edit.setInputMethodHints(hints.ImhNoPredictiveText | hints.ImhPreferLatin)
        self._files = primary(tr("Choose files"), "folder", name="choose_files")
        self._folder = secondary(tr("Choose a folder or a stick"), "folder", name="choose_folder")
        self._clear = quiet(tr("Clear the list"), "cross", name="clear_list")
        self._back = quiet(back, "arrow_left", name="leave_verify")
        self._progress = named(ProgressBar(tr("Checking")), "verify_progress")
        self._stop = secondary(tr("Stop"), "pause", name="stop_verify")
        self._at_work = label("", "muted", name="at_work")
        self._work = boxed(column(self._progress, self._at_work, FlowRow(self._stop), gap="s"))
        self._tally = named(FlowRow(), "verify_counts")
        self._table = named(KeptTable(tr("Verdicts"), _columns(), lambda line: line.key), "verdicts")
        nothing = tr("Drop PDF files, scans, photos or a whole folder here.")
        self._table.show_empty(Face(FaceKind.EMPTY, tr("Nothing checked yet"), nothing))
        self._table.setMinimumHeight(look().px(240))
        self._detail = named(VerdictCard(), "verdict")
        page = ScrollPage("wide")
        told = tr("Each is judged by its signature and HR's lists, without a network. Nothing leaves this PC.")
        page.add(SectionHeader(tr("Check certificates"), told, level=1))
        ways = FlowRow(self._files, self._folder, self._clear, self._back)
        for part in (self._fault, self._lists, self._code, ways, self._work, self._tally, self._detail):
            page.add(part)
        page.add(self._table, 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._table.table.installEventFilter(self)  # it would look for a row that begins with the letter
        self._code.submitted.connect(self._enter)
        self._files.clicked.connect(self.files_asked)
        self._folder.clicked.connect(self.folder_asked)
        self._clear.clicked.connect(self.clear_asked)
        self._back.clicked.connect(self.leave_asked)
        self._stop.clicked.connect(self.stop_asked)
        self._detail.second_asked.connect(self.second_asked)
        self._table.row_chosen.connect(lambda line: self.line_chosen.emit(line.key))
        for keys, asked in (("Esc", self.leave_asked), ("Ctrl+O", self.files_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(asked)
        timer = QTimer(self)
        timer.setObjectName("verify_clock")
        timer.setInterval(REFRESH_MS)
        timer.timeout.connect(self.ticked)
        timer.start()

    def _enter(self) -> None:
        text = self._code.text()
        self._code.set_text("")  # ready for the next one
        self.code_entered.emit(text)

    def _show_progress(self, state: VerifyState) -> None:
        if state.of:
            self._progress.set_value(100 * state.done // state.of, f"{state.done} / {state.of}")
        else:
            self._progress.set_busy()
        self._at_work.setText(state.at_work or tr("Looking through the folder"))


def _columns() -> tuple[Column, ...]:
    def rank(line: ItemLine) -> int:
        return line.rank

    return (
        Column(tr("Verdict"), lambda line: line.status, rank),
        Column(tr("File"), lambda line: line.name),
        Column(tr("Reason"), lambda line: line.why, stretch=True),
        Column(tr("Certificate number"), lambda line: line.number),
        Column(tr("Name"), lambda line: line.person),
    )
