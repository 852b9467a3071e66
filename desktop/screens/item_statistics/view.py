"""Draws an `ItemStatisticsState`: the list, and beside it the plots of the question one is at."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.item_statistics.plots import figure_plot, option_plot
from desktop.screens.item_statistics.state import ItemStatisticsState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, CardGrid, FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room, telling
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.bank_words import short

_STACKS = ((0, 4), (1, 2, 3))
_QUESTION = 40


class ItemStatisticsView(QWidget):
    """The figures of the bank's questions; `pooled` over all branches they are HR's, which has no bank.

    Signals:
        row_chosen: the focus came to a line
        item_asked, marks_asked, leave_asked, refresh_asked: buttons; Enter opens, Esc leaves, F5 reads anew
    """

    row_chosen = Signal(object)
    item_asked = Signal()
    marks_asked = Signal()
    leave_asked = Signal()
    refresh_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, pooled: bool = False) -> None:
        super().__init__(parent)
        self._pooled = pooled
        self._drawn: tuple[object, ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: ItemStatisticsState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._told.show_notice(NoticeValue(Tone.GOOD, state.told) if state.told else None)
        show_if(self._progress, state.busy)
        self._marks.setEnabled(not state.busy and not state.no_bank)
        self._open.setEnabled(bool(state.chosen) and not state.busy)
        self._table.show_empty(_nothing(state, pooled=self._pooled))
        self._table.show_rows(state.rows, state.chosen)
        show_if(self._cards, not state.is_empty)
        self._show_item(state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._table.table.setFocus()

    def _show_item(self, state: ItemStatisticsState) -> None:
        drawn = (state.title, state.facts, state.bars, state.options, state.flags, state.few, state.remarks)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        for layout in (self._figure_rows, self._option_rows, self._remark_rows):
            clear_layout(layout)
        for part in item_parts(state):
            self._figure_rows.addWidget(part)
        for one in state.options:
            self._option_rows.addWidget(option_plot(one, tr("key")))
        if not state.options:
            told = tr("The table of marks does not say what was chosen. Add a column “<item>:answer”.")
            if self._pooled:
                told = tr(
                    "Nobody chose an option here, or the answers lie sealed: gather them under “Marking by hand”."
                )
            self._option_rows.addWidget(label(told, "muted"))
        for text in state.remarks or (tr("Nobody wrote a remark beside this question."),):
            self._remark_rows.addWidget(label(text, "body" if state.remarks else "muted"))

    def _build(self) -> None:
        self._fault, self._told = named(NoticeBar(), "statistics_fault"), named(NoticeBar(), "statistics_told")
        words = tr("Write figures for headquarters") if self._pooled else tr("Analyse a table of marks")
        self._marks = primary(words, "chart", name="analyse")
        self._open = secondary(tr("Open the question"), "question", name="open_item")
        self._back = quiet(
            tr("Back to the matrix") if self._pooled else tr("Back to the bank"), "arrow_left", name="to_bank"
        )
        show_if(self._open, not self._pooled)
        self._progress = named(ProgressBar(tr("Analysing")), "statistics_progress")
        self._progress.set_busy(tr("Analysing the table of marks."))
        self._table = named(statistics_table(), "statistics")
        self._table.setMinimumHeight(look().px(300))
        about = tr("How hard each question is, how well it tells people apart, and what its wrong options draw.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Item analysis"), about, level=1))
        for part in (FlowRow(self._marks, self._open, self._back), self._fault, self._told, self._progress):
            page.add(part)
        page.add(self._table)
        self._cards = CardGrid(380)
        self._cards.add(boxed(column(self._card(tr("Figures"), "figures"), STRETCH)))
        self._cards.add(boxed(column(self._card(tr("The pull of each option"), "pulls"), STRETCH)))
        page.add(self._cards)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _card(self, title: str, name: str) -> QWidget:
        card = named(Card(title), name)
        rows = column(gap="m")
        card.add(rows)
        if name == "pulls":
            self._option_rows = rows
            self._remark_rows = column(gap="s")
            card.add(label(tr("What candidates wrote beside it"), "subheading"))
            card.add(self._remark_rows)
        else:
            self._figure_rows = rows
        return card

    def _connect(self) -> None:
        self._table.row_chosen.connect(self.row_chosen)
        self._table.row_opened.connect(lambda _: self.item_asked.emit())
        self._marks.clicked.connect(self.marks_asked)
        self._open.clicked.connect(self.item_asked)
        self._back.clicked.connect(self.leave_asked)
        for keys, signal in (("Esc", self.leave_asked), ("F5", self.refresh_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)


def item_parts(state: ItemStatisticsState) -> tuple[QWidget, ...]:
    """Title, exposure, plots, and what is to be looked at."""
    parts: list[QWidget] = [label(state.title, "subheading"), label(state.facts, "muted"), figure_plot(state.bars)]
    for text in state.flags:
        bar = NoticeBar()
        bar.show_notice(NoticeValue(Tone.WARN, text))
        parts.append(bar)
    if state.few:
        bar = NoticeBar()
        bar.show_notice(NoticeValue(Tone.INFO, state.few))
        parts.append(bar)
    return tuple(parts)


def statistics_table() -> KeptTable:
    """The columns of the list."""
    columns = (
        Column(tr("Question"), lambda row: short(row.question, _QUESTION), stretch=True, elided=True),
        Column(tr("Facility"), lambda row: row.facility, lambda row: row.order[0], align_right=True),
        telling(
            Column(tr("Discrimination"), lambda row: row.discrimination, lambda row: row.order[1], align_right=True)
        ),
        telling(Column(tr("Sittings"), lambda row: row.exposure, lambda row: row.order[2], align_right=True)),
        Column(tr("To look at"), lambda row: row.look, lambda row: row.order[3]),
    )
    table = KeptTable(tr("Item analysis"), columns_for(columns, _STACKS), lambda row: row.key)
    make_room(table, _STACKS)
    return table


def _nothing(state: ItemStatisticsState, *, pooled: bool) -> Face:
    if state.busy:
        return Face(FaceKind.LOADING, tr("Analysing the table of marks."), "")
    steps = tr("Analyse a table of marks: sitting, then a column for each question by its name.")
    if pooled:
        steps = tr("Take in files of branches: each graded final counts.")
    return Face(FaceKind.EMPTY, tr("No exam has shown anything yet"), steps)
