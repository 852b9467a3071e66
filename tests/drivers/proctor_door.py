"""The proctor's door in an exam, seen from a test."""

from PySide6.QtCore import Qt

from tests.drivers.base import Driver


class ProctorDoorDriver(Driver):
    """Two fields, two buttons."""

    @property
    def fault(self) -> str:
        """What stands below the passphrase; empty where nothing was refused."""
        return self.part("pin").accessibleDescription()

    def enter(self, staff_id: str, passphrase: str) -> None:
        """Type both by keyboard, Enter in each."""
        self.type("staff_id", staff_id)
        self.key(Qt.Key.Key_Return, "staff_id")
        self.type("pin", passphrase)
        self.key(Qt.Key.Key_Return, "pin")
