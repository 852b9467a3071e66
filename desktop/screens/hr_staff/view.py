"""Draws an `HrStaffState`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_staff.state import Count, HrStaffState, Stage
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader, StatTile
from desktop.widgets.fields import TextField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import CardGrid, FlowRow, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room
from desktop.widgets.table import Column
from desktop.widgets.tabs import Segmented
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr

_ID_MOST = 16
_WHOLE, _PART = "whole", "part"
_STACKS = ((1, 0), (2,), (3, 4))
"""Which columns share one: name and staff ID, before and after."""


class HrStaffView(QWidget):
    """Choose a list, look at what it changes, change it, take it back.

    Signals:
        file_asked, apply_asked, undo_asked, leave_asked: the buttons; Esc leaves
        part_set: whether the list holds only some people
        merge_asked: the staff id to keep, and the one that is given up
    """

    file_asked = Signal()
    apply_asked = Signal()
    undo_asked = Signal()
    leave_asked = Signal()
    part_set = Signal(bool)
    merge_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts_shown: tuple[Count, ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: HrStaffState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._stage.show_notice(_notice(state))
        self._part.set_current(_PART if state.part else _WHOLE)
        self._apply.setEnabled(state.can_apply)
        self._undo.setEnabled(bool(state.last))
        self._last.setText(tr("Taken in last: {last}").format(last=state.last))
        show_if(self._last, bool(state.last))
        self._show_counts(state.counts)
        self._table.show_rows(state.rows)
        for card, rows, lines in (
            (self._spoilt, self._spoilt_rows, state.spoilt),
            (self._namesakes, self._namesake_rows, state.namesakes),
            (None, self._alike_rows, state.alike),
        ):
            clear_layout(rows)
            for line in lines:
                rows.addWidget(label(line))
            if card is not None:
                show_if(card, bool(lines))
        self._same.show_notice(NoticeValue(Tone.GOOD, state.merged) if state.merged else None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._file.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_counts(self, counts: tuple[Count, ...]) -> None:
        show_if(self._grid, bool(counts))
        for tile, count in zip(self._tiles, counts, strict=False):
            tile.show_stat(str(count.count), count.name, Tone.ACCENT)

    def _build(self) -> None:
        self._fault, self._stage = named(NoticeBar(), "staff_fault"), named(NoticeBar(), "staff_stage")
        self._file = primary(tr("Choose a staff list"), "folder", name="choose_file")
        self._apply = primary(tr("Change this"), "check", name="apply")
        self._undo = secondary(tr("Take the last list back"), "refresh", name="undo")
        self._back = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        choices = ((_WHOLE, tr("Everybody of its branches")), (_PART, tr("Only some people")))
        self._part = named(Segmented(choices, _WHOLE, tr("Whom the list holds")), "part")
        self._last = label("", "muted", wrap=False, name="last_import")
        self._tiles = [named(StatTile("0", ""), f"count_{number}") for number in range(5)]
        self._grid = CardGrid(150)
        for tile in self._tiles:
            self._grid.add(tile)
        self._table = named(
            KeptTable(tr("Changes"), columns_for(_columns(), _STACKS), lambda row: row.staff_id), "changes"
        )
        self._table.setMinimumHeight(look().px(280))
        make_room(self._table, _STACKS)
        self._table.show_empty(
            Face(FaceKind.EMPTY, tr("Nothing changes"), tr("Choose a list, and look before it counts."))
        )
        self._spoilt, self._namesakes = (
            Card(tr("Rows that are wrong"), icon="error"),
            Card(tr("Namesakes"), icon="people"),
        )
        self._spoilt_rows, self._namesake_rows = column(gap="s"), column(gap="s")
        self._spoilt.add(self._spoilt_rows)
        self._namesakes.add(self._namesake_rows)
        about = tr(
            "Excel or CSV with the headings 工号, 姓名, 网点号, 班组. Nothing counts before you have looked at it."
        )
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Staff list"), about, level=1))
        first, second = FlowRow(self._file, self._back), FlowRow(self._apply, self._undo, self._last, gap="m")
        for part in (self._fault, first, self._part, self._stage, self._spoilt, self._grid, second, self._namesakes):
            page.add(part)
        page.add(self._table, 1)
        page.add(self._make_merging())
        self.setLayout(column(page))

    def _make_merging(self) -> Card:
        self._same, self._alike_rows = named(NoticeBar(), "merged"), column(gap="s")
        self._kept = TextField(tr("Staff ID to keep"), name="kept", max_length=_ID_MOST)
        self._gone = TextField(tr("Staff ID that is given up"), name="gone", max_length=_ID_MOST)
        self._merge = secondary(tr("Make one record"), "people", name="merge")
        card = named(Card(tr("One person, two records"), icon="people"), "merging")
        about = tr(
            "Somebody who got a new staff ID keeps what was sat under the old one. “Take the last list back” undoes"
            " this too."
        )
        fields = CardGrid(240)
        for field in (self._kept, self._gone):
            fields.add(field)
        for part in (label(about, "muted"), self._alike_rows, fields, FlowRow(self._merge), self._same):
            card.add(part)
        return card

    def _connect(self) -> None:
        self._file.clicked.connect(self.file_asked)
        self._apply.clicked.connect(self.apply_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._back.clicked.connect(self.leave_asked)
        self._part.chosen.connect(lambda key: self.part_set.emit(key == _PART))
        self._merge.clicked.connect(lambda: self.merge_asked.emit(self._kept.text(), self._gone.text()))
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)


def _notice(state: HrStaffState) -> NoticeValue | None:
    if state.stage is Stage.READING:
        return NoticeValue(Tone.INFO, tr("Reading {file}").format(file=state.file))
    if state.stage is Stage.SPOILT:
        return NoticeValue(Tone.BAD, tr("{file} was not taken in: rows of it are wrong.").format(file=state.file))
    if state.stage is Stage.PREVIEW:
        told = tr("{file} would change this. Nothing is written yet.").format(file=state.file)
        return NoticeValue(Tone.INFO, told)
    if state.stage is Stage.DONE:
        return NoticeValue(Tone.GOOD, tr("{file} is taken in.").format(file=state.file))
    if state.stage is Stage.UNDONE:
        return NoticeValue(Tone.GOOD, tr("Everybody stands as before the last list."))
    return None


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Staff ID"), lambda row: row.staff_id),
        Column(tr("Name"), lambda row: row.name, stretch=True),
        Column(tr("Change"), lambda row: row.change),
        Column(tr("Before"), lambda row: row.before, stretch=True),
        Column(tr("After"), lambda row: row.after, stretch=True),
    )
