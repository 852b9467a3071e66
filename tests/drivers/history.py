"""The list of past sittings, seen from a test."""

from desktop.widgets.rows import RowCard
from tests.drivers.base import Driver


class HistoryDriver(Driver):
    """Tabs and rows."""

    def rows(self) -> list[str]:
        """Title, verdict and facts of every row, top down."""
        self.settle()
        rows = [row for row in self.view.findChildren(RowCard) if row.isVisibleTo(self.view)]
        told = sorted(rows, key=lambda row: row.y())
        return [f"{row.accessibleName()} · {row.accessibleDescription()}" for row in told]

    def open(self, sitting: str) -> None:
        """Press a row."""
        self.press(f"row_{sitting}")

    def only(self, kind: str) -> None:
        """Choose a tab."""
        self.press(f"tab_{kind}")
