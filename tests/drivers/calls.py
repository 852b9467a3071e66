"""Simulated calls, seen from a test: the list, the call, its result."""

from PySide6.QtWidgets import QLabel

from desktop.screens.call.bubbles import BubbleView, ReplyButton
from desktop.widgets.rows import RowCard
from tests.drivers.base import Driver


class CallsDriver(Driver):
    """The list of calls."""

    def rows(self) -> list[str]:
        """Title, standing and facts of every row, top down."""
        self.settle()
        rows = [row for row in self.view.findChildren(RowCard) if row.isVisibleTo(self.view)]
        told = sorted(rows, key=lambda row: row.mapTo(self.view, row.rect().topLeft()).y())
        return [f"{row.accessibleName()} · {row.accessibleDescription()}" for row in told]

    def open(self, scenario: str) -> None:
        """Press a row."""
        self.press(f"row_{scenario}")


class CallDriver(Driver):
    """Conversation, replies, note."""

    def said(self) -> list[str]:
        """Every line of the conversation, as it is told to those who listen."""
        self.settle()
        return [one.accessibleName() for one in self.view.findChildren(BubbleView)]

    def replies(self) -> list[str]:
        """What may be said."""
        self.settle()
        shown = [one for one in self.view.findChildren(ReplyButton) if one.isVisibleTo(self.view)]
        return [one.findChild(QLabel, "reply_text").text() for one in shown]

    def say(self, number: int) -> None:
        """Press a reply."""
        self.press(f"reply_{number}")

    def take(self, field: str, value: str) -> None:
        """Press a value of the note."""
        self.press(f"note_{field}_{value}")

    def taken(self, field: str, value: str) -> bool:
        """Whether the note has this value."""
        return bool(self.part(f"note_{field}_{value}").isChecked())

    def listed(self, beginning: str) -> list[str]:
        """What the lines of a card beside the call say: `phrase`, `found`."""
        self.settle()
        names = [f"{beginning}_{place}" for place in range(9)]
        return [self.part(name).accessibleName() for name in names if self.has(name)]

    @property
    def focused(self) -> str:
        """The name of the part that has the focus."""
        part = self.view.focusWidget()
        return part.objectName() if part is not None else ""


class CallResultDriver(Driver):
    """Points, better lines, what stayed undone."""

    def listed(self, beginning: str) -> list[str]:
        """What the lines of a card say: `miss`, `better`."""
        self.settle()
        names = [f"{beginning}_{place}" for place in range(30)]
        return [self.part(name).accessibleName() for name in names if self.has(name)]
