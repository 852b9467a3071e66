"""Draws a `BankBrowserState`."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.bank_browser.presenter import ANY
from desktop.screens.bank_browser.state import BankBrowserState, BankRow
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import SectionHeader
from desktop.widgets.choosing import ChoiceField, SearchField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import CardGrid, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import STACKED_FROM, columns_for, in_lines, make_room
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.bank_words import short

_STACKS = ((0,), (1, 2), (3, 6), (4, 5))
"""Which columns share one: type and chapter; state and review day; the two figures."""

_QUESTION, _CHAPTER = 38, 14
"""Latin letters of a column; a question is read whole on its own page."""

_WIDE, _LINES = 26, 3
"""Latin letters of a line and lines of a question, where the text is large."""


class BankBrowserView(QWidget):
    """Filters, a search, the questions, what is to be looked at in the one that is chosen.

    Signals:
        text_typed: what is searched for
        narrowed: the name of a filter and its value
        row_chosen, row_opened: the focus came to a line; Enter or a double click
        item_asked, take_in_asked, marks_asked, refresh_asked: buttons and F5
        blueprints_asked, statistics_asked, overlay_asked: buttons that lead on
        page_asked: a page on (1) or back (-1)
    """

    text_typed = Signal(str)
    narrowed = Signal(str, str)
    row_chosen = Signal(object)
    row_opened = Signal(object)
    item_asked = Signal()
    take_in_asked = Signal()
    marks_asked = Signal()
    blueprints_asked = Signal()
    statistics_asked = Signal()
    overlay_asked = Signal()
    refresh_asked = Signal()
    page_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: BankBrowserState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._told.show_notice(NoticeValue(Tone.GOOD, state.told) if state.told else None)
        self._flags.show_notice(NoticeValue(Tone.WARN, state.chosen_flags) if state.chosen_flags else None)
        show_if(self._progress, state.busy)
        self._show_filters(state)
        self._search.set_text(state.sought.text)
        self._table.show_empty(_nothing(state))
        self._table.show_rows(state.rows, state.chosen)
        self._open.setEnabled(bool(state.chosen) and not state.busy)
        self._marks.setEnabled(not state.empty and not state.busy)
        self._take_in.setEnabled(not state.busy)
        self._show_pages(state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._search.focus()

    def _show_filters(self, state: BankBrowserState) -> None:
        if state.choices != self._choices:
            self._choices = state.choices
            for name, choices in state.choices:
                combo = self._filters[name].combo
                combo.clear()
                for key, text in ((ANY, tr("All")), *choices):
                    combo.addItem(text, key)
        for name, field in self._filters.items():
            wanted = getattr(state.sought, name)
            field.set_key(ANY if wanted is None else wanted)

    def _show_pages(self, state: BankBrowserState) -> None:
        first, last = state.offset + 1 if state.rows else 0, state.offset + len(state.rows)
        told = tr("Questions {first} to {last} of {total}")
        self._where.setText(told.format(first=first, last=last, total=state.total))
        show_if(self._where, state.total > 0)
        self._before.setEnabled(state.has_before)
        self._after.setEnabled(state.has_after)
        for button in (self._before, self._after):
            show_if(button, state.has_before or state.has_after)

    def _build(self) -> None:
        self._fault, self._told = named(NoticeBar(), "bank_fault"), named(NoticeBar(), "bank_told")
        self._flags = named(NoticeBar(), "bank_flags")
        self._take_in = primary(tr("Take in questions"), "folder", name="to_import")
        self._open = secondary(tr("Open the question"), "question", name="open_item")
        self._marks = secondary(tr("Analyse a table of marks"), "chart", name="analyse")
        self._overlay = secondary(tr("Our own rates and steps"), "building", name="to_overlay")
        self._statistics = secondary(tr("Item analysis"), "chart", name="to_statistics")
        self._blueprints = secondary(tr("Blueprints"), "list", name="to_blueprints")
        self._progress = named(ProgressBar(tr("Analysing")), "bank_progress")
        self._progress.set_busy(tr("Analysing the table of marks."))
        self._filters = {
            name: ChoiceField(title, ((ANY, tr("All")),), name=f"filter_{name}")
            for name, title in (
                ("chapter", tr("Chapter")),
                ("level", tr("Level")),
                ("type", tr("Kind")),
                ("state", tr("State")),
            )
        }
        grid = CardGrid(190)
        for field in self._filters.values():
            grid.add(field)
        self._search = SearchField(tr("Find by name or words of the question"), name="search")
        self._search.setMinimumWidth(look().px(340))
        self._before = quiet(tr("Earlier questions"), "arrow_left", name="before")
        self._after = quiet(tr("Further questions"), "arrow_right", name="after")
        self._where = label("", "muted", wrap=False, name="where")
        self._table = named(question_table(), "questions")
        self._table.setMinimumHeight(look().px(340))
        about = tr("Every question that was taken in. Enter or a double click opens one.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Question bank"), about, level=1))
        ways = FlowRow(self._take_in, self._open, self._marks, self._statistics, self._blueprints, self._overlay)
        pages = FlowRow(self._search, self._where, self._before, self._after, gap="m")
        for part in (ways, self._fault, self._told, self._progress, grid, pages, self._flags):
            page.add(part)
        page.add(self._table, 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._search.changed.connect(self.text_typed)
        for name, field in self._filters.items():
            field.chosen.connect(partial(self.narrowed.emit, name))
        self._table.row_chosen.connect(self.row_chosen)
        self._table.row_opened.connect(self.row_opened)
        self._take_in.clicked.connect(self.take_in_asked)
        self._open.clicked.connect(self.item_asked)
        self._marks.clicked.connect(self.marks_asked)
        self._blueprints.clicked.connect(self.blueprints_asked)
        self._statistics.clicked.connect(self.statistics_asked)
        self._overlay.clicked.connect(self.overlay_asked)
        self._before.clicked.connect(lambda: self.page_asked.emit(-1))
        self._after.clicked.connect(lambda: self.page_asked.emit(1))
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_asked)


def question_table() -> KeptTable:
    """The columns of the list, without rows."""
    table = KeptTable(tr("Questions of the bank"), columns_for(_columns(), _STACKS), lambda row: row.key)
    make_room(table, _STACKS, _LINES)
    return table


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Question"), _question, stretch=True),
        Column(tr("Kind"), lambda row: row.type),
        Column(tr("Chapter, level"), _chapter),
        Column(tr("State"), lambda row: row.state),
        Column(tr("Facility"), lambda row: row.facility, align_right=True),
        Column(tr("Discrimination"), lambda row: row.discrimination, align_right=True),
        Column(tr("Review on"), lambda row: row.review),
    )


def _question(row: BankRow) -> str:
    return short(row.question, _QUESTION) if look().zoom < STACKED_FROM else in_lines(row.question, _WIDE, _LINES)


def _chapter(row: BankRow) -> str:
    told = [short(part, _CHAPTER) for part in (row.chapter, row.level) if part != "–"]
    return " · ".join(told) or "–"


def _nothing(state: BankBrowserState) -> Face:
    if state.empty or state.sought == type(state.sought)():
        return Face(FaceKind.EMPTY, tr("The bank holds no questions yet"), tr("Take in a file to begin."))
    return Face(FaceKind.EMPTY, tr("Nothing found"), tr("Choose less narrowly, or clear the search."))
