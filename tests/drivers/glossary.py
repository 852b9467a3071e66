"""The glossary, seen from a test."""

from desktop.widgets.pressable import Pressable
from tests.drivers.base import Driver


class GlossaryDriver(Driver):
    """The line to type in, and the terms."""

    def filter(self, text: str) -> None:
        """Type, and wait until the typing has paused."""
        with self.qtbot.waitSignal(self.view.text_changed):
            self.type("glossary_text", text)

    def terms(self) -> list[str]:
        """The terms that can be seen, both names, top down."""
        self.settle()
        rows = [row for row in self.view.findChildren(Pressable) if row.objectName().startswith("term_")]
        seen = [row for row in rows if row.isVisibleTo(self.view)]
        return [row.accessibleName() for row in sorted(seen, key=lambda row: row.y())]

    def open(self, key: str) -> None:
        """Press a term."""
        self.press(f"term_{key}")
