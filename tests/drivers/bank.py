"""The rooms of a headquarters' question bank, seen from a test."""

from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit

from desktop.widgets.text_area import TextArea
from tests.drivers.base import Driver
from tests.drivers.forms import FormDriver
from tests.drivers.tables import TableDriver


class BankDoorDriver(Driver):
    """A name and a passphrase."""

    def enter(self, who: str, secret: str) -> None:
        """Type both and press the button."""
        self.type("who", who)
        self.type("secret", secret)
        self.press("enter_bank")

    @property
    def fault(self) -> str:
        """Why nobody came in; empty where nothing is said."""
        return self.part("bank_door_fault").accessibleName() if self.has("bank_door_fault") else ""


class BankImportDriver(TableDriver):
    """Files of questions and what they hold."""

    table = "preview"


class BankBrowserDriver(TableDriver):
    """The questions of the bank."""

    table = "questions"

    def narrow(self, name: str, text: str) -> None:
        """Choose a value of a filter."""
        combo = self.part(f"filter_{name}", QComboBox)
        combo.setCurrentText(text)
        combo.activated.emit(combo.currentIndex())


class BankItemDriver(FormDriver):
    """One question: the form, the candidate's view, its life."""

    def write(self, text: str) -> None:
        """Put another text into the stem."""
        self.part("stem", QPlainTextEdit).setPlainText(text)

    def write_other(self, text: str) -> None:
        """Put another text into the field of the other language, and pause."""
        edit = self.part("other", QPlainTextEdit)
        edit.setPlainText(text)
        next(one for one in self.view.findChildren(TextArea) if one.edit is edit).tell()

    def write_regions(self, text: str) -> None:
        """Put other lines into the field of the regions, and pause."""
        edit = self.part("regions", QPlainTextEdit)
        edit.setPlainText(text)
        next(one for one in self.view.findChildren(TextArea) if one.edit is edit).tell()

    @property
    def other(self) -> str:
        """What stands in the field of the other language."""
        return self.part("other", QPlainTextEdit).toPlainText()

    @property
    def seen(self) -> str:
        """The stem as the candidate reads it."""
        return self.text("seen_stem").strip()

    @property
    def options(self) -> list[str]:
        """The options as the candidate reads them."""
        return self._options_in("seen_answer")

    @property
    def shows_all_of_other(self) -> bool:
        """True where no line of the other language has to be scrolled to."""
        self.settle()
        return self.part("other", QPlainTextEdit).verticalScrollBar().maximum() == 0

    @property
    def other_seen(self) -> tuple[str, list[str]]:
        """Stem and options as a candidate of the other language reads them; nothing while none can."""
        if not self.part("other_seen_stem").isVisible():
            return "", []
        return self.text("other_seen_stem").strip(), self._options_in("other_seen_answer")

    def _options_in(self, name: str) -> list[str]:
        self.settle()
        return [one.text() for one in self.part(name).findChildren(QLabel, "option_text")]
