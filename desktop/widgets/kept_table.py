"""A table that is read again while somebody works in it: the row and the place one is at stay."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.widgets.table import Column, RowsModel, TableView


class KeptTable(TableView):
    """Rows with a key of their own."""

    def __init__(
        self, accessible: str, columns: tuple[Column, ...], key: Callable[[Any], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(accessible, parent)
        self._key = key
        self._rows: tuple[Any, ...] = ()
        self._narrowed = ""
        self._kept = RowsModel(columns)
        self.show_model(self._kept)
        self.sort(-1)  # as they come, until a heading is pressed

    def show_rows(self, rows: tuple[Any, ...], chosen: str = "", *, anew: bool = False) -> None:
        """Replace the rows where they differ, or `anew`; the row of the key `chosen` is the one one is at."""
        if anew or rows != self._rows:
            self._rows = rows
            bars = (self.table.verticalScrollBar(), self.table.horizontalScrollBar())
            places = [bar.value() for bar in bars]
            self._kept.show_rows(rows)
            self._choose_key(chosen)
            for bar, place in zip(bars, places, strict=True):
                bar.setValue(place)
        else:
            self._choose_key(chosen)

    def narrow(self, text: str) -> None:
        """Show only rows that hold this text; the same text again costs nothing."""
        if text != self._narrowed:
            self._narrowed = text
            self.set_filter(text)

    @property
    def shown(self) -> int:
        """How many rows are left after narrowing."""
        return self.table.model().rowCount()

    def _choose_key(self, chosen: str) -> None:
        here = self.current_row()
        if not chosen or (here is not None and self._key(here) == chosen):
            return
        for number, row in enumerate(self.shown_rows()):
            if self._key(row) == chosen:
                self.table.selectRow(number)
