"""The list of people, seen from a test."""

from PySide6.QtCore import Qt

from desktop.widgets.table import TableView
from tests.drivers.tables import TableDriver


class PeopleDriver(TableDriver):
    """Filter and lines."""

    table = "people"

    @property
    def count(self) -> str:
        """How many people of how many are shown."""
        return self.text("count")

    @property
    def marked(self) -> list[object]:
        """The rows that are drawn as chosen."""
        table = self.part(self.table, TableView)
        return [table.shown_rows()[index.row()] for index in table.table.selectionModel().selectedRows()]

    def look_for(self, text: str) -> None:
        """Type into the filter; Enter does not wait for the pause."""
        self.type("filter", text)
        self.key(Qt.Key.Key_Return, "filter")

    def enter_somebody(self) -> None:
        """On to the form."""
        self.press("enter_person")

    def set_a_new_pin(self) -> None:
        """On to the page for the person one is at."""
        self.press("new_pin")
