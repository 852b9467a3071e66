"""Fields in pairs: any fields side by side, and the card on which a new PIN is typed twice."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.card import Card
from desktop.widgets.fields import PinField
from desktop.widgets.layout import STRETCH, CardGrid, boxed, column
from desktop.words import tr


def field_pairs(*fields: QWidget) -> CardGrid:
    """Two fields in a line, one where the room is small."""
    grid = CardGrid(280)
    for field in fields:
        grid.add(boxed(column(field, STRETCH, gap="none")))  # titles stay on one line, whichever fault is longer
    return grid


class PinCard(Card):
    """A new PIN: `pin` and `again`, and what becomes of it."""

    def __init__(self) -> None:
        super().__init__(tr("PIN"), tr("Give it to the person; only a check of it is kept, it cannot be read again."))
        self.pin = PinField(tr("PIN"), hint=tr("6 to 12 digits, no run, no birthday"), name="pin")
        self.again = PinField(tr("PIN once more"), name="again")
        self.add(field_pairs(self.pin, self.again))
