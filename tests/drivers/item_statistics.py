"""The page of item statistics, seen from a test."""

from PySide6.QtWidgets import QWidget

from tests.drivers.tables import TableDriver


class ItemStatisticsDriver(TableDriver):
    """The list, and the plots of the question one is at."""

    table = "statistics"

    @property
    def plots(self) -> dict[str, str]:
        """Each bar's title with the number beside it, as those hear it who listen."""
        bars = [one for one in self.view.findChildren(QWidget) if type(one).__name__ == "PlotBar"]
        return {one.accessibleName(): one.accessibleDescription() for one in bars if one.isVisibleTo(self.view)}
