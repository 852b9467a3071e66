"""Draws a `BankImportState`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.bank_import.state import BankImportState, Problem, Stage
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader, StatTile
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import CardGrid, FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room
from desktop.widgets.table import Column
from desktop.widgets.tabs import Segmented
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.bank_words import short

_ALL, _FOUND = "all", "found"
_STEM, _KEY, _FINDING = 40, 16, 30
"""Latin letters of a column; whole sentences stand below the table."""

_STACKS = ((2, 0), (1, 3, 4), (5,))
"""Which columns share one: question and place; type, key and chapter; what is said of it."""


class BankImportView(QWidget):
    """Choose files, look at every row, take in, take back.

    Signals:
        files_asked, take_in_asked, undo_asked, leave_asked: the buttons; Esc leaves
        only_found_set: only rows that something is said of
    """

    files_asked = Signal()
    take_in_asked = Signal()
    undo_asked = Signal()
    leave_asked = Signal()
    only_found_set = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems_shown: tuple[Problem, ...] = ()
        self._busy = False
        self._build()
        self._connect()

    def show_state(self, state: BankImportState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._notice.show_notice(import_notice(state))
        self._only.set_current(_FOUND if state.only_found else _ALL)
        self._take_in.setEnabled(state.can_take_in)
        self._undo.setEnabled(bool(state.last) and not state.busy)
        for way in (self._files, self._back):
            way.setEnabled(not state.busy)
        show_if(self._progress, state.busy)
        self._last.setText(tr("Taken in last: {last}").format(last=state.last))
        show_if(self._last, bool(state.last))
        looked = bool(state.rows) and state.stage is not Stage.UNDONE
        for part in (self._grid, self._only):
            show_if(part, looked)
        self._good.show_stat(str(state.good), tr("can be taken in"), Tone.GOOD)
        self._bad.show_stat(str(state.bad), tr("not taken in"), Tone.BAD if state.bad else Tone.ACCENT)
        self._look.show_stat(str(state.look), tr("worth a look"), Tone.WARN if state.look else Tone.ACCENT)
        self._table.show_rows(state.shown)
        if state.problems != self._problems_shown:
            self._problems_shown = state.problems
            self._show_problems(state.problems)
        self._keep_focus(state)

    def _keep_focus(self, state: BankImportState) -> None:
        """Buttons that cannot be pressed lose the keyboard: it waits on the page, then on the next thing to do."""
        if state.busy and not self._busy:
            self.setFocus()
        elif self._busy and not state.busy:
            (self._take_in if state.can_take_in else self._files).setFocus(Qt.FocusReason.OtherFocusReason)
        self._busy = state.busy

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._files.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        clear_layout(self._problem_rows)
        for problem in problems:
            self._problem_rows.addWidget(problem_row(problem))
        show_if(self._problems, bool(problems))

    def _build(self) -> None:
        self._fault, self._notice = named(NoticeBar(), "import_fault"), named(NoticeBar(), "import_notice")
        self._files = primary(tr("Choose files of questions"), "folder", name="choose_files")
        self._take_in = primary(tr("Take these in"), "check", name="take_in")
        self._undo = secondary(tr("Take the last import back"), "refresh", name="undo")
        self._back = quiet(tr("Back to the bank"), "arrow_left", name="to_bank")
        self._last = label("", "muted", name="last_import")
        self._progress = named(ProgressBar(tr("At work")), "import_progress")
        self._progress.set_busy(tr("This takes a few seconds."))
        self._build_rows()
        about = tr("Excel, CSV, Word, Moodle XML, GIFT, Aiken and QTI. Nothing is written before you have looked.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Take in questions"), about, level=1))
        ways = FlowRow(self._files, self._take_in, self._undo, self._back)
        for part in (ways, self._last, self._fault, self._progress, self._notice, self._grid, self._only):
            page.add(part)
        page.add(self._table, 1)
        page.add(self._problems)
        self.setLayout(column(page))

    def _build_rows(self) -> None:
        tiles = [named(StatTile("0", ""), name) for name in ("good", "bad", "look")]
        self._good, self._bad, self._look = tiles
        self._grid = CardGrid(200)
        for tile in tiles:
            self._grid.add(tile)
        choices = ((_ALL, tr("All rows")), (_FOUND, tr("Only rows with a finding")))
        self._only = named(Segmented(choices, _ALL, tr("Which rows are listed")), "only_found")
        columns = columns_for(_columns(), _STACKS)
        self._table = named(KeptTable(tr("Questions of these files"), columns, lambda row: str(row.number)), "preview")
        self._table.setMinimumHeight(look().px(320))
        make_room(self._table, _STACKS)
        empty = tr("Nothing was read yet"), tr("Choose files, and look before anything is written.")
        self._table.show_empty(Face(FaceKind.EMPTY, *empty))
        self._problems = named(Card(tr("What is said of single questions"), icon="warn"), "problems")
        self._problem_rows = column(gap="m")
        self._problems.add(self._problem_rows)
        show_if(self._problems, False)

    def _connect(self) -> None:
        self._files.clicked.connect(self.files_asked)
        self._take_in.clicked.connect(self.take_in_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._back.clicked.connect(self.leave_asked)
        self._only.chosen.connect(lambda key: self.only_found_set.emit(key == _FOUND))
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)


def problem_row(problem: Problem) -> QWidget:
    """Where it stands, and the whole sentence."""
    badge = Badge(tr("Not taken in"), Tone.BAD) if problem.refused else Badge(tr("Worth a look"), Tone.WARN)
    place = [label(problem.place, "strong")] if problem.place else []
    return boxed(column(FlowRow(badge, *place, gap="m"), label(problem.what), gap="xs"))


def import_notice(state: BankImportState) -> NoticeValue | None:
    """What a stage means, in a sentence."""
    facts = {"files": state.files, "good": state.good, "number": state.number}
    told = {
        Stage.READING: (Tone.INFO, tr("Reading {files}")),
        Stage.PREVIEW: (Tone.INFO, tr("{files} was read. Nothing is written yet.")),
        Stage.WRITING: (Tone.INFO, tr("{files} is being taken in.")),
        Stage.DONE: (Tone.GOOD, tr("Import {number}: {good} questions of {files} are in the bank, as drafts.")),
        Stage.UNDONE: (Tone.GOOD, tr("Import {number} is gone: {good} questions of {files}. The bank is as before.")),
    }
    if state.stage not in told:
        return None
    tone, text = told[state.stage]
    return NoticeValue(tone, text.format_map(facts))


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Place"), lambda row: row.place, lambda row: row.number),
        Column(tr("Kind"), lambda row: row.type),
        Column(tr("Question"), lambda row: short(row.stem, _STEM), stretch=True),
        Column(tr("Key"), lambda row: short(row.key, _KEY)),
        Column(tr("Chapter"), lambda row: short(row.chapter, _KEY) or "–"),
        Column(tr("What is said of it"), lambda row: short(row.finding, _FINDING) or "–", stretch=True),
    )
