"""The page before handing in, seen from a test."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop.screens.hand_in.view import HandInView
from tests.drivers.base import Driver


class HandInDriver(Driver):
    """What is open, the ways back, the way out."""

    view: HandInView

    @property
    def notice(self) -> str:
        """What is said about open questions."""
        return self.text("notice_text")

    @property
    def clock(self) -> str:
        """The time left; empty without a limit."""
        return self.text("clock") if self.has("countdown") else ""

    @property
    def alert(self) -> str:
        """What is said about the time; empty where nothing is."""
        return self.part("alert").accessibleName() if self.has("alert") else ""

    @property
    def waiting(self) -> str:
        """The headline while the exam waits for the proctor; empty while it runs."""
        return self.text("waiting_title") if self.has("waiting") else ""

    @property
    def facts(self) -> dict[str, str]:
        """What has become of the time, by name; empty where it has only run."""
        if not self.has("time_facts"):
            return {}
        said = [one.text() for one in self.part("time_facts").findChildren(QLabel) if one.text()]
        return dict(zip(said[1::2], said[2::2], strict=True))  # the first is the title

    def numbers(self, group: str) -> list[int]:
        """The numbers of a group: unanswered, flagged or navigator."""
        if not self.has(group):
            return []
        return [int(one.objectName().removeprefix("place_")) for one in self._places(group)]

    def go_to(self, group: str, position: int) -> None:
        """Press a number of a group."""
        next(one for one in self._places(group) if one.objectName() == f"place_{position}").click()

    def _places(self, group: str) -> list[QAbstractButton]:
        parts = self.part(group, QWidget).findChildren(QAbstractButton)
        return [one for one in parts if one.objectName().startswith("place_") and one.isVisibleTo(self.view)]
