"""The proctor's page, seen from a test."""

from PySide6.QtCore import Qt

from desktop.widgets.rows import RowCard
from tests.drivers.tables import TableDriver


class ProctorRoomDriver(TableDriver):
    """Code, tiles, lines."""

    table = "sittings"

    @property
    def code(self) -> str:
        """The code as it is told to those who listen; empty where none is shown."""
        return self.text("code") if self.has("code") else ""

    @property
    def tiles(self) -> dict[str, str]:
        """Number and caption of each tile."""
        return {name: self.text(name) for name in ("now", "ended", "passed")}

    @property
    def fault(self) -> str:
        """The sentence at the top; empty where all is well."""
        return self.text("room_fault") if self.has("room_fault") else ""

    def show_all(self) -> None:
        """Every exam of this PC."""
        self.press("tab_all")

    def refresh_by_key(self) -> None:
        """F5."""
        self.key(Qt.Key.Key_F5)

    @property
    def banner(self) -> str:
        """How many wait; empty where nobody does."""
        return self.part("waiting_banner").accessibleName() if self.has("waiting_banner") else ""

    @property
    def waiting(self) -> list[str]:
        """Who waits, as it is told to those who listen."""
        self.settle()
        cards = self.part("waiting").findChildren(RowCard)
        return [card.accessibleName() for card in cards if card.isVisibleTo(self.view)]

    @property
    def able(self) -> list[str]:
        """What may be done to the session now."""
        names = ("pause_all", "resume_all", "extend_all", "extra", "clock", "close", "open")
        return [name for name in names if self.can_press(f"act_{name}")]

    def do(self, act: str) -> None:
        """Press the button of an act."""
        self.press(f"act_{act}")
