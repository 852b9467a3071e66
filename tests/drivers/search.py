"""The search, seen from a test."""

from PySide6.QtCore import QPoint, Qt

from tests.drivers.base import Driver


class SearchDriver(Driver):
    """The line to type in, and the finds."""

    def look_for(self, text: str) -> None:
        """Type, and wait until the typing has paused."""
        with self.qtbot.waitSignal(self.view.text_changed):
            self.type("search_text", text)

    def finds(self) -> list[str]:
        """The titles of what is found, top down."""
        from desktop.screens.search.finds import FoundRow

        self.settle()
        rows = [row for row in self.view.findChildren(FoundRow) if row.isVisibleTo(self.view)]
        return [row.accessibleName() for row in sorted(rows, key=lambda row: row.mapTo(self.view, QPoint(0, 0)).y())]

    def suggestions(self) -> list[str]:
        """The words offered to try."""
        self.settle()
        names = [f"suggestion_{place}" for place in range(8)]
        return [self.text(name) for name in names if self.has(name)]

    def down(self) -> None:
        """Press the arrow down where the keyboard is."""
        self.key(Qt.Key.Key_Down)

    def up(self) -> None:
        """Press the arrow up where the keyboard is."""
        self.key(Qt.Key.Key_Up)

    def enter(self) -> None:
        """Press Enter where the keyboard is."""
        self.key(Qt.Key.Key_Return)

    @property
    def focused(self) -> str:
        """The name of the part that has the keyboard."""
        held = self.view.focusWidget()
        return held.objectName() if held else ""
