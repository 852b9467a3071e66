"""Where HR's keys are opened: a passphrase and a button, on every page that needs what branches have sealed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.buttons import primary
from desktop.widgets.card import Card
from desktop.widgets.fields import PASSPHRASE_LENGTH, PinField
from desktop.widgets.layout import FlowRow, column
from desktop.widgets.naming import named
from desktop.widgets.progress import ProgressBar
from desktop.words import tr


class KeyDoor(QWidget):
    """Asks for the passphrase of HR's keys.

    Signals:
        open_asked: the passphrase, by the button or Enter
    """

    open_asked = Signal(str)

    def __init__(self, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._secret = PinField(tr("Passphrase of HR's keys"), name="secret", most=PASSPHRASE_LENGTH)
        self._open = primary(tr("Open the keys"), "key", name="open_keys")
        self._bar = ProgressBar(tr("Opening keys"), thin=True)
        self._bar.set_busy()
        card = named(Card(tr("Sealed by the branch"), why, icon="lock"), "key_door")
        for part in (self._secret, self._bar):
            card.add(part)
        card.add(FlowRow(self._open))
        self.setLayout(column(card))
        self._secret.submitted.connect(self._ask)
        self._open.clicked.connect(self._ask)
        self.show_door(busy=False, fault="")

    def show_door(self, *, busy: bool, fault: str) -> None:
        """Show that keys are being opened, or why they are not."""
        self._secret.setEnabled(not busy)
        self._open.set_busy(busy)
        self._bar.setVisible(busy)
        if fault:
            self._secret.show_error(fault)

    def focus(self) -> None:
        """Put the cursor into the field."""
        self._secret.focus()

    def _ask(self) -> None:
        if not self._secret.text():
            self._secret.show_error(tr("Type the passphrase of HR's keys first."))
            self._secret.focus()
            return
        self.open_asked.emit(self._secret.text())
