"""Draws a `ProctorDoorState`; reports what was typed."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.proctor_door.state import ProctorDoorState
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import PASSPHRASE_LENGTH, STAFF_ID_LENGTH, PinField, TextField
from desktop.widgets.layout import FlowRow, column
from desktop.widgets.naming import label
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import tr

_ACTIVATION = (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate)


class ProctorDoorView(QWidget):
    """Whose exam it is, two fields and two buttons; nothing of the paper.

    Signals:
        staff_id_typed, secret_typed: what stands in the fields
        enter_asked: the button, or Enter
        back_asked: to the exam, also Esc
        window_left: True when the window has lost the focus, False when it has it
        ticked: a second has gone
    """

    staff_id_typed = Signal(str)
    secret_typed = Signal(str)
    enter_asked = Signal()
    back_asked = Signal()
    window_left = Signal(bool)
    ticked = Signal()

    def __init__(self, known: str = "", parent: QWidget | None = None) -> None:
        """`known` is what a demonstration tells below the passphrase; empty elsewhere."""
        super().__init__(parent)
        self._whose = label("", "subheading", name="door_of")
        self._staff_id = TextField(tr("Staff ID"), name="staff_id", max_length=STAFF_ID_LENGTH)
        self._secret = PinField(tr("Passphrase"), hint=known, name="pin", most=PASSPHRASE_LENGTH)
        self._enter = primary(tr("Open the proctor's desk"), "key", name="enter")
        self._back = quiet(tr("Back to the exam"), "arrow_left", name="back_to_exam")
        card = Card()
        for part in (self._whose, self._staff_id, self._secret, FlowRow(self._enter, self._back)):
            card.add(part)
        page = ScrollPage("text")
        told = tr("The paper is hidden, and the clock runs on. The PC stays held until a proctor has signed in.")
        page.add(SectionHeader(tr("The proctor signs in here"), told, level=1))
        page.add(card)
        self.setLayout(column(page))
        self._connect()

    def show_state(self, state: ProctorDoorState) -> None:
        """Make the widgets agree with the state."""
        self._whose.setText(state.whose)
        self._staff_id.set_text(state.staff_id)
        self._secret.set_text(state.secret)
        wait = tr("Next try in {seconds} s.").format(seconds=state.wait_seconds) if state.wait_seconds else ""
        self._secret.show_error(" ".join(filter(None, (state.fault, wait))))
        self._enter.setEnabled(not state.wait_seconds)

    def focus_staff_id(self) -> None:
        """Put the cursor into the first field."""
        self._staff_id.focus()

    def focus_secret(self) -> None:
        """Put the cursor into the second field."""
        self._secret.focus()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() in _ACTIVATION:
            self._tell_window()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            (self._secret if self._staff_id.text() else self._staff_id).focus()

    def _connect(self) -> None:
        self._staff_id.changed.connect(self.staff_id_typed)
        self._secret.changed.connect(self.secret_typed)
        self._staff_id.submitted.connect(self._secret.focus)
        self._secret.submitted.connect(self.enter_asked)
        self._enter.clicked.connect(self.enter_asked)
        self._back.clicked.connect(self.back_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.back_asked)
        timer = QTimer(self)
        timer.setObjectName("pulse")
        timer.setInterval(1000)
        timer.timeout.connect(self.ticked)
        timer.timeout.connect(self._tell_window)  # whoever has left before this view came tells no change
        timer.start()

    def _tell_window(self) -> None:
        if self.isVisible():
            self.window_left.emit(not self.isActiveWindow())
