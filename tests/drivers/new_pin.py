"""The page that sets a new PIN, seen from a test."""

from tests.drivers.forms import FormDriver


class NewPinDriver(FormDriver):
    """Whose PIN, and the PIN twice."""

    fields = ("pin", "again")

    @property
    def whose(self) -> tuple[str, str]:
        """The person's names, and their place in the branch."""
        return self.text("whose"), self.text("whose_place")

    def set_pin(self, pin: str, again: str | None = None) -> None:
        """Type it twice and press the button."""
        self.fill(pin=pin, again=pin if again is None else again)
        self.press("set_pin")

    @property
    def fault(self) -> str:
        """What is said over the fields; empty where there is nothing."""
        return self.text("notice_text") if self.has("pin_fault") else ""
