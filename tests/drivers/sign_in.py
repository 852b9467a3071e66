"""The door, seen from a test."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from tests.drivers.base import Driver


def secret_of(staff_id: str) -> str:
    """What the start card of the demonstration shows for a person."""
    return "258025" if staff_id.startswith("T") else "river lantern"


class SignInDriver(Driver):
    """Two fields, a button, in a demonstration the people beside them."""

    def enter(self, staff_id: str, pin: str) -> None:
        """Type both and press the button."""
        self.type("staff_id", staff_id)
        self.type("pin", pin)
        self.press("sign_in")

    def choose(self, staff_id: str) -> None:
        """Press a person of the demonstration."""
        self.press(f"row_{staff_id}")

    def second(self) -> None:
        """Let a second go by without waiting for it."""
        self.view.findChild(QTimer, "pulse").timeout.emit()

    def try_again(self) -> None:
        """Press the button of the bar that tells of trouble."""
        self.press("notice_action")

    @property
    def typed(self) -> tuple[str, str]:
        """What stands in the two fields."""
        return self.part("staff_id", QLineEdit).text(), self.part("pin", QLineEdit).text()

    @property
    def fault(self) -> str:
        """What is said to those who listen on the PIN: why the last try failed."""
        return self.part("pin").accessibleDescription()

    @property
    def trouble(self) -> str:
        """What the bar over the form says; empty where there is none."""
        return self.text("notice_text") if self.has("trouble") else ""

    @property
    def focus(self) -> str:
        """The name of the part that has the keyboard."""
        held = self.view.window().focusWidget()
        return held.objectName() if held is not None else ""
