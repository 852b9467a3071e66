"""Before and after of sittings that were graded again: counts, a list to search, and what could not be read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.style.look import look
from desktop.widgets.card import Card, StatTile
from desktop.widgets.choosing import SearchField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import CardGrid, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.stacked import columns_for, make_room, telling
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, Tone
from desktop.words import tr
from desktop.words.regrade_rows import RegradeCount, RegradeRow

_TILES = 5
_STACKS = ((1, 0, 2), (3, 4), (5, 6))
"""Which columns share one: name, staff ID and branch, before and after, change and certificate."""


class RegradeList(QWidget):
    """Signals:
    filter_typed: what the list is narrowed to
    """

    filter_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults_shown: tuple[str, ...] | None = None
        self._tiles = [named(StatTile("0", ""), f"regrade_count_{number}") for number in range(_TILES)]
        grid = CardGrid(150)
        for tile in self._tiles:
            grid.add(tile)
        self._search = SearchField(tr("Find by name, staff ID, branch or change"), name="regrade_filter")
        self._search.setMinimumWidth(look().px(320))
        self._search.changed.connect(self.filter_typed)
        title = tr("Who changes")
        self._table = named(KeptTable(title, columns_for(_columns(), _STACKS), lambda row: row.key), "regrade_rows")
        self._table.setMinimumHeight(look().px(320))
        make_room(self._table, _STACKS)
        self._more = label("", "muted", name="regrade_more")
        self._faults = named(Card(tr("Could not be read, and why"), icon="warn"), "regrade_faults")
        self._fault_rows = column(gap="s")
        self._faults.add(self._fault_rows)
        self.setLayout(column(grid, self._faults, self._search, self._table, self._more, gap="m"))

    def show_counts(self, counts: tuple[RegradeCount, ...]) -> None:
        """The five tiles."""
        for tile, one in zip(self._tiles, counts, strict=False):
            tile.show_stat(str(one.count), one.name, Tone.BAD if one.bad and one.count else Tone.ACCENT)

    def show_rows(self, rows: tuple[RegradeRow, ...], narrowed: str, *, more: bool) -> None:
        """Who changes, narrowed to a text; `more` where these are not all of them."""
        self._search.set_text(narrowed)
        empty = tr("Nobody's result changes") if not rows else tr("Nobody found")
        self._table.show_empty(Face(FaceKind.EMPTY, empty))
        self._table.show_rows(rows)
        self._table.narrow(narrowed)
        text = tr("These are the first {count}; the export has all of them.").format(count=len(rows))
        self._more.setText(text)
        show_if(self._more, more)

    def show_faults(self, faults: tuple[str, ...]) -> None:
        """Sittings that could not be graded again."""
        if faults != self._faults_shown:
            self._faults_shown = faults
            clear_layout(self._fault_rows)
            for text in faults:
                self._fault_rows.addWidget(label(text))
        show_if(self._faults, bool(faults))


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Staff ID"), lambda row: row.staff_id),
        Column(tr("Name"), lambda row: row.name, stretch=True),
        Column(tr("Branch"), lambda row: row.branch),
        Column(tr("Before"), lambda row: row.before),
        telling(Column(tr("After"), lambda row: row.after)),
        Column(tr("Change"), lambda row: row.turn),
        Column(tr("Certificate"), lambda row: row.what, stretch=True),
    )
