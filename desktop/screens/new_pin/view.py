"""Draws a `NewPinState`; reports what is typed and that the PIN is to be set."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from desktop.screens.new_pin.state import Field, NewPinState
from desktop.style.icons import pixmap
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, Divider, SectionHeader
from desktop.widgets.fields import TextField
from desktop.widgets.forms import PIN_NOTE, PinPair, go_to_field
from desktop.widgets.layout import FlowRow, column, row
from desktop.widgets.naming import label, named
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr
from desktop.words.sittings import role_text
from exams import Person, Role


class NewPinView(QWidget):
    """Whose PIN, and the PIN twice.

    Signals:
        typed: a field's name and what stands in it now
        set_asked: the button, or Enter in a field
        leave_asked: back to the people
    """

    typed = Signal(str, str)
    set_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn, self._focus = -1, Field.PIN
        self._build()
        self._connect()

    def show_state(self, state: NewPinState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._name.setText(" · ".join(filter(None, (state.person.name, state.person.latin))))
        self._place.setText(_place(state.person))
        self._pins.ask_for_passphrase(state.person.role is not Role.TRAINEE)
        for field, line in self._fields.items():
            line.set_text(str(getattr(state.draft, field.value)))
            line.show_error(state.faults.get(field, ""))
        self._pins.setEnabled(not state.busy)
        self._set.set_busy(state.busy)
        if state.turn != self._turn:
            self._turn, self._focus = state.turn, state.focus
            go_to_field(self._page, self._fields[self._focus])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            go_to_field(self._page, self._fields[self._focus])

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "pin_fault")
        self._name = label("", "subheading", name="whose")
        self._place = label("", "muted", name="whose_place")
        self._pins = PinPair()
        self._fields: dict[Field, TextField] = {Field.PIN: self._pins.pin, Field.AGAIN: self._pins.again}
        self._set = primary(tr("Set this PIN"), "check", name="set_pin")
        self._leave = quiet(tr("To the list of people"), name="to_people")
        card = Card()
        card.add(_with_picture(column(self._name, self._place, gap="xxs")))
        for part in (Divider(), self._pins, label(tr(PIN_NOTE), "small")):
            card.add(part)
        self._page = page = ScrollPage("text")
        about = tr("The old PIN ends at once. A sign-in that is locked opens again.")
        page.add(SectionHeader(tr("Set a new PIN"), about, level=1))
        for below in (self._fault, card, FlowRow(self._set, self._leave)):
            page.add(below)
        self.setLayout(column(page))

    def _connect(self) -> None:
        for field, line in self._fields.items():
            line.changed.connect(partial(self._typed, field.value))
            line.submitted.connect(self.set_asked)
        self._set.clicked.connect(self.set_asked)
        self._leave.clicked.connect(self.leave_asked)

    def _typed(self, field: str, text: str) -> None:
        self.typed.emit(field, text)


def _with_picture(words: QLayout) -> QLayout:
    picture = label(wrap=False)
    picture.setPixmap(pixmap("person", "accent", 24))
    line = row(picture, gap="m")
    line.addLayout(words, 1)
    return line


def _place(person: Person) -> str:
    return " · ".join(filter(None, (person.staff_id, role_text(person.role), person.team)))
