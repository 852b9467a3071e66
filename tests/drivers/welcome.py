"""The first page of an installation, seen from a test."""

from tests.drivers.base import Driver


class WelcomeDriver(Driver):
    """One thing to do, and what stands there when data cannot be opened."""

    def set_up(self) -> None:
        """Press the button that makes the demonstration."""
        self.press("set_up")

    def mend(self) -> None:
        """Press the button below the sentence about the data."""
        self.press("panel_action")

    @property
    def finding(self) -> tuple[str, str]:
        """The two sentences about data that cannot be opened; empty on a fresh installation."""
        return (self.text("panel_title"), self.text("panel_text")) if self.has("panel") else ("", "")

    @property
    def fault(self) -> str:
        """Why the work did not succeed; empty where it did."""
        return self.text("notice_text") if self.has("fault") else ""

    @property
    def focus(self) -> str:
        """The name of the part that has the keyboard."""
        held = self.view.window().focusWidget()
        return held.objectName() if held is not None else ""
