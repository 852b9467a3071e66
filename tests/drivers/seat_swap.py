"""The two pages of a seat swap, seen from a test."""

from PySide6.QtCore import QTimer

from desktop.widgets.rows import RowCard
from tests.drivers.base import Driver


class HandOverDriver(Driver):
    """The page on which an exam leaves its PC."""

    @property
    def fault(self) -> str:
        """What was refused; empty where nothing was."""
        return self.part("hand_over_fault").accessibleName() if self.has("hand_over_fault") else ""

    @property
    def told(self) -> str:
        """What has happened; empty before it has."""
        return self.part("handed_over").accessibleName() if self.has("handed_over") else ""


class TakeOverDriver(Driver):
    """The page on which an exam comes to its spare PC."""

    @property
    def fault(self) -> str:
        """What was refused; empty where nothing was."""
        return self.part("take_over_fault").accessibleName() if self.has("take_over_fault") else ""

    @property
    def told(self) -> str:
        """Who goes on here; empty before anybody does."""
        return self.part("taken_over").accessibleName() if self.has("taken_over") else ""

    @property
    def found(self) -> list[str]:
        """The files that have come, by name."""
        self.settle()
        return [card.key() for card in self.part("found").findChildren(RowCard) if card.isVisibleTo(self.view)]

    def look(self) -> None:
        """Two seconds go by."""
        clock: QTimer = self.view.findChild(QTimer, "stick_clock")
        clock.timeout.emit()
