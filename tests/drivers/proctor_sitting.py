"""One person's exam before the proctor, seen from a test."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from desktop.widgets.rows import RowCard
from tests.drivers.base import Driver


class ProctorSittingDriver(Driver):
    """Where it stands, its figures, its gaps, what may be done."""

    @property
    def name(self) -> str:
        """Whose exam it is."""
        return self.text("sitting_name")

    @property
    def standing(self) -> tuple[str, str]:
        """Where it stands, and what that means."""
        bar = self.part("standing")
        return bar.accessibleName(), bar.accessibleDescription()

    @property
    def figures(self) -> list[str]:
        """The large numbers with what they count."""
        names = [f"figure_{number}" for number in range(4)]
        return [self.text(name) for name in names if self.has(name)]

    @property
    def acts(self) -> list[str]:
        """What may be done now, in order."""
        self.settle()
        return [card.key() for card in self.part("acts").findChildren(RowCard) if card.isVisibleTo(self.view)]

    def told(self, card: str) -> list[str]:
        """All that stands in the card of gaps or of overrides below its title."""
        self.settle()
        return [one.text() for one in self.part(card).findChildren(QLabel) if one.isVisibleTo(self.view)][1:]

    @property
    def fault(self) -> str:
        """What cannot be read; empty where all is well."""
        return self.part("sitting_fault").accessibleName() if self.has("sitting_fault") else ""

    def do(self, act: str) -> None:
        """Press an act."""
        self.press(f"row_{act}")

    def tick(self) -> None:
        """A second goes by."""
        self.part_of_time().timeout.emit()

    def part_of_time(self) -> QTimer:
        """The clock that has the page read again."""
        clock: QTimer = self.view.findChild(QTimer, "sitting_clock")
        return clock
