"""Draws a `LockedState`; reports what was typed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.locked.state import LockedState
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import PASSPHRASE_LENGTH, PinField
from desktop.widgets.layout import FlowRow, column
from desktop.widgets.naming import label
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import tr


class LockedView(QWidget):
    """Whose page it is, a field and two buttons; nothing of the page itself.

    Signals:
        typed: what stands in the field
        unlock_asked: the button, or Enter
        leave_asked: somebody else signs in
        ticked: a second has gone
    """

    typed = Signal(str)
    unlock_asked = Signal()
    leave_asked = Signal()
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = label("", "subheading", name="locked_for")
        self._secret = PinField(tr("Passphrase"), name="pin", most=PASSPHRASE_LENGTH)
        self._unlock = primary(tr("Unlock"), name="unlock")
        self._leave = quiet(tr("Switch user"), name="switch_user")
        card = Card()
        for part in (self._who, self._secret, FlowRow(self._unlock, self._leave)):
            card.add(part)
        page = ScrollPage("text")
        about = tr("Nobody was here for a while. The exam goes on meanwhile.")
        page.add(SectionHeader(tr("This page is locked"), about, level=1))
        page.add(card)
        self.setLayout(column(page))
        self._connect()

    def show_state(self, state: LockedState) -> None:
        """Make the widgets agree with the state."""
        self._who.setText(f"{state.name} · {state.staff_id}")
        self._secret.set_text(state.secret)
        wait = tr("Next try in {seconds} s.").format(seconds=state.wait_seconds) if state.wait_seconds else ""
        self._secret.show_error(" ".join(filter(None, (state.fault, wait))))
        self._unlock.setEnabled(not state.wait_seconds)

    def focus_secret(self) -> None:
        """Put the cursor into the field."""
        self._secret.focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._secret.focus()

    def _connect(self) -> None:
        self._secret.changed.connect(self.typed)
        self._secret.submitted.connect(self.unlock_asked)
        self._unlock.clicked.connect(self.unlock_asked)
        self._leave.clicked.connect(self.leave_asked)
        timer = QTimer(self)
        timer.setObjectName("pulse")
        timer.setInterval(1000)
        timer.timeout.connect(self.ticked)
        timer.start()
