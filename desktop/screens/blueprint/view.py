"""Draws a `BlueprintState`: the exam, its two tables, what the bank lacks, a sample paper."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.blueprint.counts import CountGrid
from desktop.screens.blueprint.state import MINUTES, PASS, RED_ITEMS, RED_NEEDED, TRIAL, BlueprintState, SampleRow
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.choosing import ChoiceField
from desktop.widgets.fields import TextField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, CardGrid, FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room, telling
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.bank_words import short

_STACKS = ((0, 1, 2, 3), (4,))
_LENGTH, _TEXT = 3, 56


class BlueprintView(QWidget):
    """One exam's numbers.

    Signals:
        exam_chosen, version_chosen, type_added: keys of choices
        typed: the name of a field and its text
        save_asked, sample_asked, leave_asked: buttons; Ctrl+S saves, Esc leaves
        refresh_asked: F5
    """

    exam_chosen = Signal(str)
    version_chosen = Signal(str)
    type_added = Signal(str)
    typed = Signal(str, str)
    save_asked = Signal()
    sample_asked = Signal()
    leave_asked = Signal()
    refresh_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = ""
        self._drawn: tuple[SampleRow, ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: BlueprintState) -> None:
        """Make the widgets agree with the state."""
        self._show_outcome(state)
        show_if(self._empty, state.is_empty and not state.fault)
        show_if(self._whole, not state.is_empty)
        _choose(self._exam, state.exams, state.name)
        _choose(self._version, state.versions, state.version)
        _choose(self._more, (("", tr("Choose")), *state.more_types), "")
        show_if(self._more, bool(state.more_types))
        for name, text, wrong in state.fields:
            self._fields[name].set_text(text)
            self._fields[name].show_error(tr("This number does not fit.") if wrong else "")
        self._types.show_lines(state.types, [(row.title, row.types) for row in state.rows])
        levels = (*state.levels, tr("On trial"))
        self._levels.show_lines(levels, [(row.title, (*row.levels, row.trial)) for row in state.rows])
        self._points.show_lines(state.types, [(tr("Points of one question"), state.points)] if state.points else [])
        self._summary.setText(state.summary)
        _relist(self._left, self._left_rows, state.left_out)
        self._save.setEnabled(state.can_save)
        self._draw.setEnabled(state.is_filled)
        self._show_sample(state)

    def _show_sample(self, state: BlueprintState) -> None:
        self._sample.show_rows(state.sample)
        if state.sample and state.sample != self._drawn:
            self._page.show_widget(self._sample)  # it stands below all numbers: nobody would see that it is there
        self._drawn = state.sample

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._exam.focus()

    def _show_outcome(self, state: BlueprintState) -> None:
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._told.show_notice(NoticeValue(Tone.GOOD, state.told) if state.told else None)
        filled = tr("Every form of the bank can give this paper.")
        self._filled.show_notice(NoticeValue(Tone.INFO, filled) if state.is_filled and not state.told else None)
        show_if(self._progress, state.checking)
        _relist(self._gaps, self._gap_rows, state.gaps)
        outcome = state.fault or state.told
        if outcome and outcome != self._outcome:
            self._page.to_top()
        self._outcome = outcome

    def _build(self) -> None:
        self._fault, self._told = named(NoticeBar(), "blueprint_fault"), named(NoticeBar(), "blueprint_told")
        self._filled = named(NoticeBar(), "blueprint_filled")
        self._progress = named(ProgressBar(tr("Checking")), "blueprint_progress")
        self._progress.set_busy(tr("Held against the live bank."))
        self._save = primary(tr("Save as the next version"), "save", name="save")
        self._draw = secondary(tr("Draw a sample paper"), "question", name="draw_sample")
        self._back = quiet(tr("Back to the bank"), "arrow_left", name="to_bank")
        steps = tr("Publish the course once with academy hq publish; its exams can be changed here from then on.")
        self._empty = named(StatePanel(Face(FaceKind.EMPTY, tr("No course was published yet"), steps)), "nothing")
        about = tr(
            "How many questions of which chapter, type and level make the paper. Up and down go from row to row."
        )
        page = self._page = ScrollPage("wide")
        page.add(SectionHeader(tr("Blueprints"), about, level=1))
        for part in (self._fault, self._told, self._empty):
            page.add(part)
        self._whole = boxed(column(*self._parts(), gap="l"))
        page.add(self._whole)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _parts(self) -> tuple[QWidget, ...]:
        self._exam = ChoiceField(tr("Exam"), (), name="exam")
        self._version = ChoiceField(tr("Version"), (), name="version")
        choices = CardGrid(280)
        for field in (self._exam, self._version):
            choices.add(field)
        ways = FlowRow(self._save, self._draw, self._back)
        self._gaps = named(Card(tr("What the bank lacks"), tone=Tone.WARN, icon="warn"), "gaps")
        self._gap_rows = column(gap="s")
        self._gaps.add(self._gap_rows)
        self._left = named(Card(tr("Live questions that stay out"), icon="info"), "left_out")
        self._left_rows = column(gap="s")
        self._left.add(self._left_rows)
        return (
            choices,
            ways,
            self._progress,
            self._filled,
            self._gaps,
            self._rules(),
            *self._tables(),
            self._left,
            self._paper(),
        )

    def _rules(self) -> QWidget:
        titles = {
            MINUTES: tr("Minutes (0: no limit)"),
            PASS: tr("Pass mark in percent"),
            RED_ITEMS: tr("Red-line questions"),
            RED_NEEDED: tr("Of them right at least"),
            TRIAL: tr("On trial, without points"),
        }
        self._fields = {name: TextField(title, max_length=_LENGTH, name=name) for name, title in titles.items()}
        grid = CardGrid(190)
        for field in self._fields.values():
            grid.add(boxed(column(field, STRETCH, gap="none")))  # titles stay on one line beside a fault
        self._summary = label("", "subheading", name="summary")
        card = Card(tr("Time and pass mark"))
        card.add(grid)
        card.add(self._summary)
        return card

    def _tables(self) -> tuple[QWidget, ...]:
        self._types, self._levels, self._points = CountGrid(), CountGrid(), CountGrid(counted=False)
        self._more = ChoiceField(tr("Ask one more type"), (), name="more_type")
        by_type = Card(tr("Chapter and type"), tr("Below each number: what the poorest form of the live bank has."))
        for part in (self._types, self._points, self._more):
            by_type.add(part)
        told = tr(
            "An empty field leaves a level free; what the levels leave over may be of any other. The last column: how"
            " many of the questions on trial come from the chapter."
        )
        by_level = Card(tr("Chapter and level"), told)
        by_level.add(self._levels)
        return by_type, by_level

    def _paper(self) -> QWidget:
        self._sample = named(sample_table(), "sample")
        self._sample.setMinimumHeight(look().px(300))
        card = Card(tr("Sample paper"), tr("Drawn as for one person; each press draws another one."))
        card.add(self._sample)
        return card

    def _connect(self) -> None:
        self._exam.chosen.connect(self.exam_chosen)
        self._version.chosen.connect(self.version_chosen)
        self._more.chosen.connect(self.type_added)
        for name, field in self._fields.items():
            field.changed.connect(partial(self.typed.emit, name))
        for grid in (self._types, self._levels, self._points):
            grid.typed.connect(self.typed)
        self._save.clicked.connect(self.save_asked)
        self._draw.clicked.connect(self.sample_asked)
        self._back.clicked.connect(self.leave_asked)
        for keys, signal in (("Ctrl+S", self.save_asked), ("Esc", self.leave_asked), ("F5", self.refresh_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)


def sample_table() -> KeptTable:
    """The columns of a sample paper."""
    columns = (
        Column(tr("No."), lambda row: str(row.place), lambda row: row.place, align_right=True),
        telling(Column(tr("Chapter"), lambda row: row.chapter)),
        Column(tr("Kind"), lambda row: row.kind),
        Column(tr("Level"), lambda row: row.level),
        Column(tr("Question"), lambda row: short(row.text, _TEXT), stretch=True, elided=True),
    )
    table = KeptTable(tr("Sample paper"), columns_for(columns, _STACKS), _key)
    make_room(table, _STACKS)
    steps = tr("Draw one once the bank fills every cell.")
    table.show_empty(Face(FaceKind.EMPTY, tr("No sample paper yet"), steps))
    return table


def _relist(card: QWidget, rows: QVBoxLayout, told: tuple[str, ...]) -> None:
    show_if(card, bool(told))
    clear_layout(rows)
    for one in told:
        rows.addWidget(label(one))


def _key(row: SampleRow) -> str:
    return str(row.place)


def _choose(field: ChoiceField, choices: tuple[tuple[str, str], ...], key: str) -> None:
    """Offer these; nothing is told to anybody."""
    shown = tuple((str(field.combo.itemData(at)), field.combo.itemText(at)) for at in range(field.combo.count()))
    if shown != choices:
        field.combo.clear()
        for one, text in choices:
            field.combo.addItem(text, one)
    field.set_key(key)
