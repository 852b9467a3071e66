"""Draws a `ResetPinState`; reports what is typed and which way the answer came."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.reset_pin.state import Field, ResetPinState
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import STAFF_ID_LENGTH, TextField
from desktop.widgets.forms import PinPair, go_to_field
from desktop.widgets.layout import FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr


class ResetPinView(QWidget):
    """Three steps: ask, hear the answer, choose a PIN.

    Signals:
        typed: a field's name and what stands in it now
        ask_asked: a new question
        set_asked: the button, or Enter in the last field
        file_asked: the answer comes as a file
        leave_asked: back to signing in
    """

    typed = Signal(str, str)
    ask_asked = Signal()
    set_asked = Signal()
    file_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins = PinPair()
        self._fields: dict[Field, TextField] = {
            Field.STAFF_ID: TextField(tr("Staff ID"), name="staff_id", max_length=STAFF_ID_LENGTH),
            Field.CODE: TextField(tr("Answer of headquarters"), placeholder="7KQ2M-X9D4T-H", name="code"),
            Field.PIN: self._pins.pin,
            Field.AGAIN: self._pins.again,
        }
        self._build()
        self._connect()

    def show_state(self, state: ResetPinState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        for field, line in self._fields.items():
            line.set_text(str(getattr(state.draft, field.value)))
        self._question.setText(state.question)
        show_if(self._question, bool(state.question))
        self._answer.setEnabled(bool(state.question))

    def focus(self, field: Field) -> None:
        """Put the cursor into a field and have it in sight."""
        go_to_field(self._page, self._fields[field])

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "reset_fault")
        self._question = label("", "heading", name="question", selectable=True)
        self._ask = secondary(tr("Show the question"), name="ask")
        self._set = primary(tr("Set this PIN"), "check", name="set_pin")
        self._file = secondary(tr("Answer from a file"), name="use_file")
        self._leave = quiet(tr("Back to signing in"), name="to_door")
        asking = Card(
            tr("1. Ask headquarters"), tr("Read the question out on the telephone. It is good for 15 minutes.")
        )
        for asked in (self._fields[Field.STAFF_ID], FlowRow(self._ask), self._question):
            asking.add(asked)
        self._answer = Card(tr("2. Choose a new PIN"), tr("Headquarters answers once it is sure who you are."))
        for answered in (self._fields[Field.CODE], self._pins, FlowRow(self._set, self._file)):
            self._answer.add(answered)
        self._page = page = ScrollPage("text")
        page.add(SectionHeader(tr("PIN forgotten or locked"), tr("HR at your branch can also set a new one."), level=1))
        for part in (self._fault, asking, self._answer, FlowRow(self._leave)):
            page.add(part)
        self.setLayout(column(page))

    def _connect(self) -> None:
        for field, line in self._fields.items():
            line.changed.connect(partial(self._typed, field.value))
        self._fields[Field.STAFF_ID].submitted.connect(self.ask_asked)
        self._fields[Field.AGAIN].submitted.connect(self.set_asked)
        self._ask.clicked.connect(self.ask_asked)
        self._set.clicked.connect(self.set_asked)
        self._file.clicked.connect(self.file_asked)
        self._leave.clicked.connect(self.leave_asked)

    def _typed(self, field: str, text: str) -> None:
        self.typed.emit(field, text)
