"""A form of fields with titles, seen from a test."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QScrollArea

from tests.drivers.base import Driver


class FormDriver(Driver):
    """Fields by name, and what is said at them."""

    fields: tuple[str, ...] = ()

    def fill(self, **texts: str) -> None:
        """Type into fields."""
        for name, text in texts.items():
            self.type(name, text)

    def at(self, name: str) -> str:
        """What is said below a field, as those hear it who listen."""
        return self.part(name, QLineEdit).accessibleDescription()

    def wrong(self) -> list[str]:
        """The fields that are marked as wrong."""
        return [name for name in self.fields if self.part(name, QLineEdit).property("wrong")]

    def to_the_foot(self) -> None:
        """Scroll to the end of the page."""
        self.settle()
        bar = self.part("page_area", QScrollArea).verticalScrollBar()
        bar.setValue(bar.maximum())

    def in_sight(self, name: str) -> bool:
        """True where the page is scrolled so that the whole part is seen."""
        self.settle()
        part, room = self.part(name), self.part("page_area", QScrollArea).viewport()
        return room.rect().contains(QRect(part.mapTo(room, QPoint(0, 0)), part.size()))

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: self.part(name, QLineEdit).text() for name in self.fields}

    @property
    def here(self) -> str:
        """The field the cursor is in."""
        held = self.view.window().focusWidget()
        return held.objectName() if held is not None else ""
