"""Draws a `NewPinState`; reports what is typed and that the PIN is to be set."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.new_pin.state import Field, NewPinState
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.field_pairs import PinCard
from desktop.widgets.fields import TextField
from desktop.widgets.layout import FlowRow, column
from desktop.widgets.naming import named
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import Fact, NoticeValue, Tone
from desktop.words import tr
from desktop.words.sittings import role_text
from exams import Person


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
        self._whose.show_facts(_facts(state.person))
        for field, line in self._fields.items():
            line.set_text(str(getattr(state.draft, field.value)))
            line.show_error(state.faults.get(field, ""))
        self._secret.setEnabled(not state.busy)
        self._set.set_busy(state.busy)
        if state.turn != self._turn:
            self._turn, self._focus = state.turn, state.focus
            self._fields[state.focus].focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._fields[self._focus].focus()

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "pin_fault")
        self._whose = named(FactList(), "whose")
        self._secret = PinCard()
        self._fields: dict[Field, TextField] = {Field.PIN: self._secret.pin, Field.AGAIN: self._secret.again}
        self._set = primary(tr("Set this PIN"), "check", name="set_pin")
        self._leave = quiet(tr("To the list of people"), name="to_people")
        whose = Card(tr("Whose PIN"))
        whose.add(self._whose)
        page = ScrollPage("text")
        about = tr("The old PIN ends at once. A sign-in that is locked opens again.")
        page.add(SectionHeader(tr("Set a new PIN"), about, level=1))
        for part in (self._fault, whose, self._secret, FlowRow(self._set, self._leave)):
            page.add(part)
        self.setLayout(column(page))

    def _connect(self) -> None:
        for field, line in self._fields.items():
            line.changed.connect(partial(self._typed, field.value))
            line.submitted.connect(self.set_asked)
        self._set.clicked.connect(self.set_asked)
        self._leave.clicked.connect(self.leave_asked)

    def _typed(self, field: str, text: str) -> None:
        self.typed.emit(field, text)


def _facts(person: Person) -> tuple[Fact, ...]:
    facts = (
        Fact(tr("Name"), " · ".join(filter(None, (person.name, person.latin)))),
        Fact(tr("Staff ID"), person.staff_id),
        Fact(tr("Role"), role_text(person.role)),
        Fact(tr("Team"), person.team),
    )
    return tuple(fact for fact in facts if fact.value)
