"""Draws a `BankDoorState`."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.bank_door.state import BankDoorState
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import PASSPHRASE_LENGTH, PinField, TextField
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

_LONGEST_NAME = 40


class BankDoorView(QWidget):
    """Two fields and a button.

    Signals:
        who_typed, secret_typed: what stands in the fields
        enter_asked: the button, or Enter
        check_asked: check a certificate, which needs no key
    """

    who_typed = Signal(str)
    secret_typed = Signal(str)
    enter_asked = Signal()
    check_asked = Signal()

    def __init__(self, known: str = "", parent: QWidget | None = None) -> None:
        """`known` is a demonstration's passphrase, told below the field; empty elsewhere."""
        super().__init__(parent)
        self._build(known)
        self._who.changed.connect(self.who_typed)
        self._secret.changed.connect(self.secret_typed)
        self._who.submitted.connect(self._secret.focus)
        self._secret.submitted.connect(self.enter_asked)
        self._enter.clicked.connect(self.enter_asked)
        self._check.clicked.connect(self.check_asked)

    def show_state(self, state: BankDoorState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._who.set_text(state.who)
        ways: tuple[QWidget, ...] = (self._who, self._secret, self._check)
        for part in ways:
            part.setEnabled(not state.busy)
        self._enter.setEnabled(state.can_enter)
        show_if(self._progress, state.busy)

    def clear_secret(self) -> None:
        """Type it again."""
        self._secret.set_text("")
        self._secret.focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            (self._secret if self._who.text() else self._who).focus()

    def _build(self, known: str) -> None:
        self._fault = named(NoticeBar(), "bank_door_fault")
        hint = tr("It is written down with what you do, and nobody releases what they wrote.")
        self._who = TextField(tr("Your name"), hint=hint, name="who", max_length=_LONGEST_NAME)
        about = tr("Whoever may sign packs may change the question bank.")
        if known:
            about = tr("Demonstration: the passphrase is {passphrase}").format(passphrase=known)
        self._secret = PinField(tr("Passphrase of the pack key"), hint=about, name="secret", most=PASSPHRASE_LENGTH)
        self._enter = primary(tr("Open the question bank"), "key", name="enter_bank")
        self._check = quiet(tr("Check certificates"), "certificate", name="check_certificate")
        self._progress = named(ProgressBar(tr("Opening the key")), "bank_door_progress")
        self._progress.set_busy(tr("Opening the key. This takes a few seconds."))
        card = Card(tr("Sign in"), icon="shield")
        fields: tuple[QWidget, ...] = (self._who, self._secret, self._progress, FlowRow(self._enter, self._check))
        for field in fields:
            card.add(field)
        told = tr("Keys, packs and sessions are kept with the command academy hq.")
        page = ScrollPage("text")
        page.add(SectionHeader(tr("Question bank"), tr("The question bank of this folder's headquarters."), level=1))
        parts: tuple[QWidget, ...] = (self._fault, card, label(told, "muted"))
        for part in parts:
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))
