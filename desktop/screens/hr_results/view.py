"""Draws an `HrResultsState`; reports what HR looks for and opens."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.hr_results.state import HrResultsState
from desktop.style.look import look
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import SectionHeader, StatTile
from desktop.widgets.choosing import SearchField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import CardGrid, FlowRow
from desktop.widgets.naming import label, named
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.sittings import certificate_text, result_text, state_text


class HrResultsView(QWidget):
    """All finals of this PC.

    Signals:
        filter_typed: what the list is narrowed to
        row_chosen: the line the focus came to
        row_opened: a line by Enter or double click
        certificate_asked, people_asked: the buttons
        refresh_asked: F5
    """

    filter_typed = Signal(str)
    row_chosen = Signal(object)
    row_opened = Signal(object)
    certificate_asked = Signal()
    people_asked = Signal()
    refresh_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def show_state(self, state: HrResultsState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._people_count.show_stat(str(state.people), tr("trainees"), Tone.ACCENT)
        self._passed.show_stat(str(state.passed), tr("have passed"), Tone.GOOD)
        self._certificates.show_stat(str(state.certificates), tr("certificates issued"), Tone.ACCENT)
        self._missing.show_stat(str(state.not_passed), tr("not passed yet"), Tone.WARN)
        self._search.set_text(state.filter)
        self._table.show_empty(_nothing(state))
        self._table.show_rows(state.rows, state.chosen)
        self._table.narrow(state.filter)
        self._count.setText(tr("{shown} of {total} exams").format(shown=self._table.shown, total=len(state.rows)))
        self._open.setEnabled(state.can_open)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._search.focus()

    def _build(self) -> None:
        self._people = secondary(tr("People"), "people", name="people")
        self._open = primary(tr("Open the certificate"), "certificate", name="open_certificate")
        self._fault = named(NoticeBar(), "results_fault")
        names = ("trainees", "passed", "certificates", "not_passed")
        tiles = [named(StatTile("0", ""), name) for name in names]
        self._people_count, self._passed, self._certificates, self._missing = tiles
        grid = CardGrid(240)
        for tile in tiles:
            grid.add(tile)
        self._search = SearchField(tr("Find by name, staff ID or certificate number"), name="filter")
        self._search.setMinimumWidth(look().px(360))
        self._count = label("", "muted", wrap=False, name="count")
        self._table = named(KeptTable(tr("Exams"), _columns(), lambda line: line.sitting), "results")
        self._table.setMinimumHeight(look().px(280))
        about = tr("Every final exam sat on this PC, newest first.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Exam results"), about, FlowRow(self._people), level=1))
        for part in (self._fault, grid, FlowRow(self._search, self._open, self._count, gap="m")):
            page.add(part)
        page.add(self._table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._search.changed.connect(self.filter_typed)
        self._table.row_chosen.connect(self.row_chosen)
        self._table.row_opened.connect(self.row_opened)
        self._open.clicked.connect(self.certificate_asked)
        self._people.clicked.connect(self.people_asked)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_asked)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Name"), lambda line: line.name, stretch=True),
        Column(tr("Staff ID"), lambda line: line.staff_id),
        Column(tr("Attempt"), lambda line: str(line.attempt), lambda line: line.attempt, align_right=True),
        Column(tr("State"), state_text),
        Column(tr("Started"), lambda line: datetime_text(line.started_wt), lambda line: line.started_wt),
        Column(tr("Result"), result_text, lambda line: -1 if line.percent is None else line.percent),
        Column(tr("Certificate"), certificate_text),
    )


def _nothing(state: HrResultsState) -> Face:
    if state.filter and state.rows:
        return Face(FaceKind.EMPTY, tr("Nothing found"), tr("Look for fewer letters, or clear the field."))
    return Face(FaceKind.EMPTY, tr("No final exam was sat on this PC yet"))
