"""HR's home, seen from a test."""

from PySide6.QtCore import Qt

from tests.drivers.tables import TableDriver


class HrResultsDriver(TableDriver):
    """Tiles, filter, lines, the way to a certificate."""

    table = "results"

    @property
    def tiles(self) -> dict[str, str]:
        """Number and caption of each tile."""
        return {name: self.text(name) for name in ("trainees", "passed", "certificates", "not_passed")}

    @property
    def count(self) -> str:
        """How many lines of how many are shown."""
        return self.text("count")

    def look_for(self, text: str) -> None:
        """Type into the filter; Enter does not wait for the pause."""
        self.type("filter", text)
        self.key(Qt.Key.Key_Return, "filter")

    def open_certificate(self) -> None:
        """The button."""
        self.press("open_certificate")

    def open_people(self) -> None:
        """On to the people."""
        self.press("people")
