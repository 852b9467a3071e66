"""The blueprint editor, seen from a test."""

from typing import Any

from PySide6.QtWidgets import QComboBox

from tests.drivers.forms import FormDriver
from tests.drivers.tables import TableDriver


class BlueprintDriver(FormDriver, TableDriver):
    """Numbers by chapter, and what the bank lacks."""

    table = "sample"
    jobs: Any = None

    def checked(self) -> "BlueprintDriver":
        """The numbers were held against the bank."""
        self.jobs.finish_all()
        self.settle()
        return self

    def count(self, name: str, text: str) -> None:
        """Type a number of a table, such as `2:single`."""
        self.type(f"count_{name}", text)
        self.checked()

    def below(self, name: str) -> str:
        """What is said below that number."""
        return self.part(f"count_{name}").accessibleDescription()

    def choose(self, name: str, text: str) -> None:
        """Choose from a list."""
        combo = self.part(name, QComboBox)
        combo.setCurrentText(text)
        combo.activated.emit(combo.currentIndex())

    def choices(self, name: str) -> list[str]:
        """What a list offers."""
        combo = self.part(name, QComboBox)
        return [combo.itemText(at) for at in range(combo.count())]
