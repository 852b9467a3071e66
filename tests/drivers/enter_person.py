"""The form that enters a person, seen from a test."""

from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.drivers.base import Driver

FIELDS = ("staff_id", "name", "latin", "team", "minutes", "pin", "again")


class EnterPersonDriver(Driver):
    """Fields by name, and what is said at them."""

    def fill(self, **texts: str) -> None:
        """Type into fields."""
        for name, text in texts.items():
            self.type(name, text)

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

    def at(self, name: str) -> str:
        """What is said below a field, as those hear it who listen."""
        return self.part(name, QLineEdit).accessibleDescription()

    def wrong(self) -> list[str]:
        """The fields that are marked as wrong."""
        return [name for name in FIELDS if self.part(name, QLineEdit).property("wrong")]

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: self.part(name, QLineEdit).text() for name in FIELDS}

    @property
    def here(self) -> str:
        """The field the cursor is in."""
        held = self.view.window().focusWidget()
        return held.objectName() if held is not None else ""

    @property
    def done(self) -> str:
        """The good news; empty where there is none."""
        return self.text("entered") if self.has("entered") else ""
