"""The page of headquarters' files, seen from a test."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.badge import Badge
from tests.drivers.base import Driver


class PacksDriver(Driver):
    """Files, what became of them, what stands here."""

    @property
    def outcomes(self) -> list[str]:
        """What became of each file of the last choice."""
        self.settle()
        badges = self.part("arrived").findChildren(Badge) if self.has("arrived") else []
        return [badge.text() for badge in badges]

    @property
    def facts(self) -> list[str]:
        """All that is said of the pack in use."""
        from PySide6.QtWidgets import QLabel

        place: QWidget = self.part("pack_here")
        return [one.text() for one in place.findChildren(QLabel) if one.text()] if self.has("pack_here") else []

    @property
    def fault(self) -> str:
        """What stopped everything; empty where nothing did."""
        return self.part("packs_fault").accessibleName() if self.has("packs_fault") else ""

    @property
    def is_fresh(self) -> bool:
        """True where the way to the new course is offered."""
        return self.has("fresh_pack")
