"""The pages of HR's disputes, seen from a test."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.widgets.option import OptionButton
from tests.drivers.tables import TableDriver


class FormDriver(TableDriver):
    """A form with a field of several lines."""

    def write(self, name: str, text: str) -> None:
        """Write several lines, as far as the field takes them."""
        self.part(name, QPlainTextEdit).setPlainText(text)

    def written(self, name: str) -> str:
        """What stands in such a field."""
        return self.part(name, QPlainTextEdit).toPlainText()


class ReplayDriver(TableDriver):
    """A replayed sitting."""

    table = "steps"

    def open(self, secret: str) -> None:
        """Type the passphrase and press the button."""
        self.type("secret", secret)
        self.press("open_keys")

    def arrow(self, key: Qt.Key) -> None:
        """A key on the line of time."""
        self.key(key, "time_line")

    @property
    def chosen(self) -> set[str]:
        """The options that stand as chosen, by their authored letter."""
        return {one.letter for one in self.view.findChildren(OptionButton) if one.isChecked()}


class AppealsDriver(TableDriver):
    """The list of appeals."""

    table = "appeals"


class AppealDriver(FormDriver):
    """One appeal, or the form of a new one."""

    def line(self, name: str) -> str:
        """What stands in a field of one line."""
        return self.part(name, QLineEdit).text()


class MarkingDriver(FormDriver):
    """The queue of answers."""

    table = "cases"

    def open(self, secret: str) -> None:
        """Type the passphrase and press the button."""
        self.type("secret", secret)
        self.press("open_keys")
