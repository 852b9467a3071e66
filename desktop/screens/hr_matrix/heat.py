"""The heat map: branches by courses, the ground of a cell says roughly what its words say exactly."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.screens.hr_matrix.state import BranchRow, HeatCell
from desktop.style.look import look
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind
from desktop.words import tr

_GOOD_FROM, _WARN_FROM = 90, 60
"""Percent of people whose pass counts today: from here on a cell is green, or yellow."""

_NO_CELL = HeatCell("–")


def heat_table(courses: tuple[str, ...]) -> KeptTable:
    """A table of `BranchRow`s with a column for each course."""
    columns = (Column(tr("Branch"), lambda row: row.branch), *(_column(course) for course in courses))
    table = KeptTable(tr("Branches"), columns, lambda row: row.branch)
    for place, course in enumerate(courses, start=1):
        table.table.setItemDelegateForColumn(place, _Heat(course, table))
    steps = tr("Take in the staff list, assign a course, and take in what branches have handed in.")
    table.show_empty(Face(FaceKind.EMPTY, tr("Nobody is in the register yet"), steps))
    return table


class _Heat(QStyledItemDelegate):
    """The ground says roughly what the words say exactly."""

    def __init__(self, course: str, table: KeptTable) -> None:
        super().__init__(table)
        self._course = course
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._table.shown_rows()[index.row()]
        ground = _ground(row.cells.get(self._course, _NO_CELL).valid_percent) if isinstance(row, BranchRow) else ""
        if ground:
            painter.fillRect(self._table.table.visualRect(index).adjusted(2, 2, -2, -2), QColor(ground))
        super().paint(painter, option, index)


def _ground(percent: int | None) -> str:
    colours = look().colours
    if percent is None:
        return ""
    return (
        colours.good_soft if percent >= _GOOD_FROM else colours.warn_soft if percent >= _WARN_FROM else colours.bad_soft
    )


def _column(course: str) -> Column:
    def cell(row: BranchRow) -> HeatCell:
        return row.cells.get(course, _NO_CELL)

    return Column(course, lambda row: cell(row).text, lambda row: _rank(cell(row)), stretch=True)


def _rank(cell: HeatCell) -> int:
    return -1 if cell.valid_percent is None else cell.valid_percent
