"""What forms share: fields in pairs, a new PIN that is typed twice, and the way to the field that is meant."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.widgets.fields import PASSPHRASE_LENGTH, PIN_LENGTH, FieldFrame, PinField
from desktop.widgets.layout import STRETCH, CardGrid, boxed, column
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import mark, tr

PIN_NOTE = mark("Give it to the person; only a check of it is kept, it cannot be read again.")
"""What becomes of a new PIN; stands near its fields."""


class FieldPairs(CardGrid):
    """Two fields in a line, one where the room is small."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__(280)
        for field in fields:
            self.add(boxed(column(field, STRETCH, gap="none")))  # titles stay on one line, whichever fault is longer


class PinPair(FieldPairs):
    """A new PIN, or a passphrase: the fields `pin` and `again`."""

    def __init__(self) -> None:
        self.pin = PinField(tr("PIN"), hint=tr("6 to 12 digits, no run, no birthday"), name="pin")
        self.again = PinField(tr("PIN once more"), name="again")
        super().__init__(self.pin, self.again)

    def ask_for_passphrase(self, asked: bool) -> None:
        """Proctors and HR choose a passphrase, trainees a PIN."""
        short = tr("6 to 12 digits, no run, no birthday")
        self.pin.set_hint(tr("Several words, 10 characters or more") if asked else short)
        self.pin.set_title(tr("Passphrase") if asked else tr("PIN"))
        self.again.set_title(tr("Passphrase once more") if asked else tr("PIN once more"))
        for field in (self.pin, self.again):
            field.set_most(PASSPHRASE_LENGTH if asked else PIN_LENGTH)


def go_to_field(page: ScrollPage, field: FieldFrame) -> None:
    """Put the cursor into a field and have it in sight, as little below the top of the page as can be."""
    field.focus()
    QTimer.singleShot(0, field, lambda: _bring_into_sight(page, field))  # the page has its height only then


def _bring_into_sight(page: ScrollPage, field: FieldFrame) -> None:
    held = page.focusWidget()  # by now it may be elsewhere: after a change of language it goes back to where it was
    page.to_top()
    page.show_widget(field if held is None or field.isAncestorOf(held) else held)
