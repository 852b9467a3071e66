"""A table of the staff's screens, seen from a test."""

from PySide6.QtCore import QPoint, Qt

from desktop.widgets.table import TableView
from tests.drivers.base import Driver


class TableDriver(Driver):
    """Rows as they stand, and a hand on one of them."""

    table = ""

    @property
    def rows(self) -> list[object]:
        """The rows as they stand, sorted and filtered."""
        return list(self._table.shown_rows())

    @property
    def at(self) -> object | None:
        """The row one is at."""
        return self._table.current_row()

    @property
    def lines(self) -> list[str]:
        """What can be read in the rows, cell by cell."""
        model = self._table.table.model()
        return [
            " | ".join(str(model.index(line, cell).data()) for cell in range(model.columnCount()))
            for line in range(model.rowCount())
        ]

    def go_to(self, number: int) -> None:
        """Come to a row."""
        self._table.table.selectRow(number)

    def enter_at(self, number: int) -> None:
        """Come to a row and press Enter."""
        self._table.table.setFocus()
        self.go_to(number)
        self.qtbot.keyClick(self._table.table, Qt.Key.Key_Return)

    def sort_by(self, heading: str) -> None:
        """Press a heading."""
        table = self._table.table
        header, model = table.horizontalHeader(), table.model()
        titles = [model.headerData(n, header.orientation()) for n in range(model.columnCount())]
        x = header.sectionViewportPosition(titles.index(heading)) + 10
        self.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2))

    @property
    def _table(self) -> TableView:
        return self.part(self.table, TableView)
