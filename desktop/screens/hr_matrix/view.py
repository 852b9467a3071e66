"""Draws an `HrMatrixState`; a branch is opened with Enter or a double click, then a person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_matrix.heat import heat_table
from desktop.screens.hr_matrix.state import HrMatrixState
from desktop.screens.hr_matrix.ways import ways_row
from desktop.style.look import look
from desktop.widgets.buttons import quiet
from desktop.widgets.card import SectionHeader, StatTile
from desktop.widgets.choosing import SearchField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import CardGrid, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.standing import state_word

_TONES = {
    "valid": Tone.GOOD,
    "due": Tone.ACCENT,
    "expired": Tone.WARN,
    "failed": Tone.BAD,
    "absent": Tone.BAD,
    "in_review": Tone.WARN,
    "revoked": Tone.BAD,
}
_STACKS = ((1, 0), (2, 3), (4, 5, 6))
"""Which columns share one: name and staff ID, team and course, state with result and day."""


class HrMatrixView(QWidget):
    """Tiles, branches as a heat map, the people of the branch that was opened.

    Signals:
        branch_opened, person_opened: a line by Enter or double click
        filter_typed: what the people are narrowed to
        page_asked: a page of branches on (1) or back (-1)
        way_asked: where to go on, as `ways` names it
        refresh_asked: F5
    """

    branch_opened = Signal(object)
    person_opened = Signal(object)
    filter_typed = Signal(str)
    page_asked = Signal(int)
    way_asked = Signal(str)
    refresh_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heat: KeptTable | None = None
        self._courses: tuple[str, ...] | None = None
        self._build()
        self._connect()

    def show_state(self, state: HrMatrixState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        for name, count in state.tiles:
            self._tiles[name].show_stat(str(count), state_word(name), _TONES[name] if count else Tone.ACCENT)
        if state.courses != self._courses:
            self._courses = state.courses
            self._make_heat(state.courses)
        if self._heat is not None:
            self._heat.show_rows(state.rows, state.branch)
        self._show_pages(state)
        self._show_people(state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous() and self._heat is not None:
            self._heat.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pages(self, state: HrMatrixState) -> None:
        first, last = state.offset + 1 if state.rows else 0, state.offset + len(state.rows)
        told = tr("Branches {first} to {last} of {total}")
        self._where.setText(told.format(first=first, last=last, total=state.branches))
        show_if(self._where, bool(state.rows))
        self._before.setEnabled(state.has_before)
        self._after.setEnabled(state.has_after)
        for button in (self._before, self._after):
            show_if(button, state.has_before or state.has_after)

    def _show_people(self, state: HrMatrixState) -> None:
        show_if(self._people_part, bool(state.branch))
        self._branch.setText(tr("People of {branch}").format(branch=state.branch))
        self._search.set_text(state.filter)
        self._people.show_empty(Face(FaceKind.EMPTY, tr("Nobody found")))
        self._people.show_rows(state.people)
        self._people.narrow(state.filter)
        self._more.setText(
            tr("These are the first {count}; the export has all of them.").format(count=len(state.people))
        )
        show_if(self._more, state.more)

    def _make_heat(self, courses: tuple[str, ...]) -> None:
        if self._heat is not None:
            self._place.removeWidget(self._heat)
            self._heat.deleteLater()
        self._heat = named(heat_table(courses), "matrix")
        self._heat.setMinimumHeight(look().px(320))
        self._heat.row_opened.connect(self.branch_opened)
        self._place.addWidget(self._heat)

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "matrix_fault")
        self._tiles = {name: named(StatTile("0", ""), f"tile_{name}") for name in _TONES}
        grid = CardGrid(120)
        for tile in self._tiles.values():
            grid.add(tile)
        self._before = quiet(tr("Earlier branches"), "arrow_left", name="before")
        self._after = quiet(tr("Further branches"), "arrow_right", name="after")
        self._where = label("", "muted", wrap=False, name="where")
        self._place = column()
        about = tr("How many people's pass counts today. Enter or a double click opens a branch.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Who is due"), about, level=1))
        for part in (
            self._fault,
            ways_row(self.way_asked.emit),
            grid,
            FlowRow(self._where, self._before, self._after, gap="m"),
        ):
            page.add(part)
        heat = QWidget()
        heat.setLayout(self._place)
        page.add(heat)
        page.add(self._make_people(), 1)
        self.setLayout(column(page))

    def _make_people(self) -> QWidget:
        self._branch = label("", "heading", name="people_of")
        self._search = SearchField(tr("Find by name, staff ID or state"), name="filter")
        self._search.setMinimumWidth(look().px(320))
        self._more = label("", "muted", name="more_people")
        self._people = named(
            KeptTable(tr("People"), columns_for(_people_columns(), _STACKS), lambda row: row.key), "people"
        )
        self._people.setMinimumHeight(look().px(320))
        make_room(self._people, _STACKS)
        self._people_part = QWidget()
        self._people_part.setLayout(column(self._branch, self._search, self._people, self._more, gap="m"))
        return self._people_part

    def _connect(self) -> None:
        self._search.changed.connect(self.filter_typed)
        self._people.row_opened.connect(self.person_opened)
        self._before.clicked.connect(lambda: self.page_asked.emit(-1))
        self._after.clicked.connect(lambda: self.page_asked.emit(1))
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_asked)


def _people_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Staff ID"), lambda row: row.staff_id),
        Column(tr("Name"), lambda row: row.name, stretch=True),
        Column(tr("Team"), lambda row: row.team, stretch=True),
        Column(tr("Course"), lambda row: row.course),
        Column(tr("State"), lambda row: row.state),
        Column(tr("Result"), lambda row: row.percent, align_right=True),
        Column(tr("Until"), lambda row: row.until),
    )
