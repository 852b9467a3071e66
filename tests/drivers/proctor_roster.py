"""The roster of a session and its log of incidents, seen from a test."""

from PySide6.QtCore import QTimer

from tests.drivers.tables import TableDriver


class ProctorRosterDriver(TableDriver):
    """Who is expected, who is at the door."""

    table = "roster"

    @property
    def fault(self) -> str:
        """What was refused; empty where nothing was."""
        return self.part("roster_fault").accessibleName() if self.has("roster_fault") else ""

    @property
    def code(self) -> str:
        """The start code; empty where none is shown."""
        return self.text("start_code") if self.has("start_code") else ""

    def find(self, text: str) -> None:
        """Type into the search and press Enter."""
        from PySide6.QtCore import Qt

        self.type("roster_search", text)
        self.key(Qt.Key.Key_Return, "roster_search")

    def look_for(self, text: str) -> None:
        """Type into the search, and let the pause go by after which it looks."""
        self.type("roster_search", text)
        pause: QTimer = self.part("roster_search").parent().findChild(QTimer)
        pause.timeout.emit()

    def admit(self, text: str) -> None:
        """Find a person, tick that the ID was looked at, check in: three actions."""
        self.find(text)
        self.press("id_checked")
        self.press("check_in")


class ProctorLogDriver(TableDriver):
    """What has happened."""

    @property
    def told(self) -> list[str]:
        """Everything that can be read on the page."""
        return self.words()
