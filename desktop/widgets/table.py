"""Tables: rows of frozen values in, one view for all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedLayout, QTableView, QWidget

from desktop.style.icons import draw_icon
from desktop.style.look import look
from desktop.widgets.naming import tip_text
from desktop.widgets.panel import StatePanel
from desktop.widgets.pressable import ENTER
from desktop.widgets.table_shares import level_of
from desktop.widgets.values import Face, FaceKind
from desktop.words import tr

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
ELIDED_LEAST = 96
"""Pixels at 100 %: so much of an elided column is always seen."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how a row is shown, and what it is sorted by (else by what is shown).

    What is in it may be `elided` where the table is too narrow for all columns; a tooltip tells all of it.
    """

    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    align_right: bool = False
    stretch: bool = False
    elided: bool = False


class RowsModel(QAbstractTableModel):
    """Rows of any frozen value, replaced as a whole; sorts by `SORT_ROLE`, never by shown text."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self.columns = columns
        self._rows: tuple[Any, ...] = ()

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Any:
        """The value of a row."""
        return self._rows[number]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: D102
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: D102
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        column, value = self.columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(column.text(value)) if column.elided else None
        if role == SORT_ROLE:
            return column.sort(value) if column.sort else column.text(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class _Header(QHeaderView):
    """Leaves room for the sign of sorting, and draws it in our own line."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(look().px(64))

    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: N802
        size = super().sectionSizeFromContents(section)
        return QSize(size.width() + look().px(16), size.height())

    def paintSection(self, painter: QPainter, place: Any, section: int) -> None:  # noqa: N802
        painter.save()
        super().paintSection(painter, place, section)
        painter.restore()
        if section == self.sortIndicatorSection() and self.isSortIndicatorShown():
            side = look().px(14)
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            # At the end of the section where no words stand: numbers are written to the right.
            right = self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
            at_left = bool(int(right or 0) & Qt.AlignmentFlag.AlignRight.value)
            x = place.left() + 4 if at_left else place.right() - side - 4
            sign = QRectF(x, place.center().y() - side / 2, side, side)
            draw_icon(painter, "chevron_up" if up else "chevron_down", "accent", sign)


class TableView(QWidget):
    """A table that sorts and filters, and says so when it is empty.

    Signals:
        row_opened: the value of a row, by Enter or double click
        row_chosen: the value of the row the focus came to
    """

    row_opened = Signal(object)
    row_chosen = Signal(object)

    def __init__(self, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: RowsModel | None = None
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSortRole(SORT_ROLE)
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = _Table()
        self.table.setAccessibleName(accessible)
        self.table.setModel(self._proxy)
        self._panel = StatePanel(Face(FaceKind.EMPTY, tr("Nothing here yet")))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._panel)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        # A filter that is cleared inserts rows by the hundred ranges: widths are shared once, after all of them.
        self._widths = QTimer(self, singleShot=True, interval=0)
        self._widths.timeout.connect(self.table.share_width)
        for change in (self._proxy.modelReset, self._proxy.rowsInserted, self._proxy.rowsRemoved):
            change.connect(lambda *_: self._turn())

    def show_model(self, model: RowsModel) -> None:
        """Show the rows of a model; keep a reference to it."""
        self._model = model
        self._proxy.setSourceModel(model)
        self.table.fit([column.stretch for column in model.columns], [column.elided for column in model.columns])
        self._turn()

    def show_empty(self, face: Face) -> None:
        """What stands here while there are no rows."""
        self._panel.show_face(face)

    def stand_tall(self, lines: int) -> None:
        """Make room for cells of so many lines."""
        more = (lines - 1) * self.table.fontMetrics().lineSpacing()
        self.table.verticalHeader().setDefaultSectionSize(look().px(44) + more)

    def set_filter(self, text: str) -> None:
        """Show only rows that hold this text in any column."""
        self._proxy.setFilterFixedString(text)
        self._turn()

    def sort(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, order)

    def current_row(self) -> object | None:
        """The value of the row the focus is on."""
        return self._value(self.table.currentIndex())

    def shown_rows(self) -> tuple[object, ...]:
        """The values as they stand, sorted and filtered."""
        return tuple(self._value(self._proxy.index(number, 0)) for number in range(self._proxy.rowCount()))

    def _value(self, index: Index) -> object | None:
        if self._model is None or not index.isValid():
            return None
        value: object = self._model.row(self._proxy.mapToSource(index).row())
        return value

    def _open(self, index: QModelIndex) -> None:
        value = self._value(index)
        if value is not None:
            self.row_opened.emit(value)

    def _choose(self) -> None:
        value = self.current_row()
        if value is not None:
            self.row_chosen.emit(value)

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self.table if self._proxy.rowCount() else self._panel)
        self._widths.start()


class _Table(QTableView):
    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self._stretches: list[bool] = []
        self._elided: list[bool] = []
        header = _Header()
        self.setHorizontalHeader(header)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look().px(44))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self.opened)

    def fit(self, stretches: list[bool], elided: list[bool]) -> None:
        self._stretches, self._elided = stretches, elided
        self.share_width()

    def share_width(self) -> None:
        """Every column as wide as its contents; what is left goes to the stretching ones."""
        if self.model() is None or not self._stretches:
            return
        self.resizeColumnsToContents()
        spare = self.viewport().width() - self.horizontalHeader().length()
        takers = [number for number, stretch in enumerate(self._stretches) if stretch]
        if spare > 0 and takers:
            for number in takers:
                self.setColumnWidth(number, self.columnWidth(number) + spare // len(takers))
        elif spare < 0:
            self._elide(-spare)

    def _elide(self, missing: int) -> None:
        """The widest columns that may be elided give way first, none below what can still be read."""
        least = look().px(ELIDED_LEAST)
        givers = [number for number, elided in enumerate(self._elided) if elided]
        widths = {number: self.columnWidth(number) for number in givers}
        most = level_of(tuple(widths.values()), missing, least)
        for number, width in widths.items():
            if width > most:
                self.setColumnWidth(number, most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
