"""The form of an override, seen from a test."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.drivers.forms import FormDriver


class ProctorActDriver(FormDriver):
    """What will happen, the fields of this act, the button."""

    fields = ("staff_id", "title", "minutes", "reason")

    @property
    def shown(self) -> list[str]:
        """The fields of this act."""
        return [name for name in self.fields if self.has(name)]

    @property
    def says(self) -> str:
        """What will happen."""
        return self.text("says")

    @property
    def fault(self) -> str:
        """What is said over the form; empty where there is nothing."""
        return self.part("act_fault").accessibleName() if self.has("act_fault") else ""

    def do(self, **texts: str) -> None:
        """Fill the fields and press the button."""
        self.fill(**texts)
        self.press("confirm")

    def press_enter(self, name: str) -> None:
        """Enter in a field."""
        self.qtbot.keyClick(self.part(name, QLineEdit), Qt.Key.Key_Return)
