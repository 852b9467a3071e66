"""The page of a bank's own rates and steps, seen from a test."""

from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from tests.drivers.forms import FormDriver
from tests.drivers.tables import TableDriver


class OverlayDriver(FormDriver, TableDriver):
    """Boxes and the one that is written."""

    table = "boxes"

    def write(self, place: str, text: str, source: str, day: str) -> None:
        """Fill in the box."""
        combo = self.part("place", QComboBox)
        combo.setCurrentIndex(combo.findData(place))
        combo.activated.emit(combo.currentIndex())
        self.part("zh", QPlainTextEdit).setPlainText(text)
        self.type("source", source)
        self.type("day", day)

    def box(self) -> str:
        """The Chinese text of the box one is at."""
        return self.part("zh", QPlainTextEdit).toPlainText()
