"""The page that checks certificates, seen from a test."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.widgets.badge import Badge
from desktop.widgets.table import TableView
from tests.drivers.packs import PacksDriver
from tests.drivers.tables import TableDriver


class VerifyDriver(PacksDriver, TableDriver):
    """A field for codes, files that are dragged here, lines, one verdict in full."""

    table = "verdicts"

    def scan_at(self, place: str, code: str) -> None:
        """A code reader types while the focus is somewhere; the last key is Enter."""
        held = self.part(place)
        target = held.table if isinstance(held, TableView) else held
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        assert target.hasFocus(), place
        for sign in code:
            self.qtbot.keyClicks(self.view.window().focusWidget(), sign)
        self.qtbot.keyClick(self.view.window().focusWidget(), Qt.Key.Key_Return)

    @property
    def field(self) -> str:
        """What stands in the field for codes."""
        return self.part("printed_code", QLineEdit).text()

    @property
    def status(self) -> str:
        """The verdict in full: its word; empty where none is shown."""
        return self.part("verdict_status", Badge).text() if self.has("verdict_status") else ""

    @property
    def lists_age(self) -> str:
        """What is said of HR's lists."""
        return self.part("lists_age").accessibleName() if self.has("lists_age") else ""

    @property
    def second(self) -> str:
        """What the second program says; empty where it was not asked."""
        return self.part("second_opinion").accessibleName() if self.has("second_opinion") else ""
