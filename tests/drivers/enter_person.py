"""The form that enters a person, seen from a test."""

from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.drivers.forms import FormDriver


class EnterPersonDriver(FormDriver):
    """Who it is, role, PIN, and the good news."""

    fields = ("staff_id", "name", "latin", "team", "minutes", "pin", "again")

    def paste(self, name: str, text: str) -> None:
        """Put a text into a field as the clipboard does, with what no key can type."""
        field = self.part(name, QLineEdit)
        field.clear()
        field.insert(text)

    def choose_role(self, role: str) -> None:
        """Choose from the list."""
        combo = self.part("role", QComboBox)
        combo.setCurrentIndex(combo.findData(role))
        combo.activated.emit(combo.currentIndex())

    def enter(self) -> None:
        """The button."""
        self.press("enter")

    @property
    def done(self) -> str:
        """The good news; empty where there is none."""
        return self.text("entered") if self.has("entered") else ""
