"""Draws an `EnterPersonState`; reports what is typed and that the person is to be entered."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.enter_person.state import EnterPersonState, Field
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.choosing import ChoiceField
from desktop.widgets.fields import TextField
from desktop.widgets.forms import PIN_NOTE, FieldPairs, PinPair, go_to_field
from desktop.widgets.layout import STRETCH, FlowRow, boxed, column, row
from desktop.widgets.naming import named
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import WIDTHS, ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr
from desktop.words.sittings import role_text
from exams import Role


class EnterPersonView(QWidget):
    """The form.

    Signals:
        typed: a field's name and what stands in it now
        enter_asked: the button, or Enter in a field
        leave_asked: back to the people
    """

    typed = Signal(str, str)
    enter_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn, self._focus = -1, Field.STAFF_ID
        self._pins = PinPair()
        self._fields = {**_fields(), Field.PIN: self._pins.pin, Field.AGAIN: self._pins.again}
        self._role = ChoiceField(tr("Role"), [(role.value, role_text(role)) for role in Role], name="role")
        self._build()
        self._connect()

    def show_state(self, state: EnterPersonState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._entered.show_notice(NoticeValue(Tone.GOOD, state.entered) if state.entered else None)
        self._pins.ask_for_passphrase(state.draft.role != Role.TRAINEE)
        for field, line in self._fields.items():
            line.set_text(str(getattr(state.draft, field.value)))
            line.show_error(state.faults.get(field, ""))
        self._role.set_key(state.draft.role)
        self._form.setEnabled(not state.busy)
        self._enter.set_busy(state.busy)
        if state.turn != self._turn:
            self._turn, self._focus = state.turn, state.focus
            go_to_field(self._page, self._fields[self._focus])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            go_to_field(self._page, self._fields[self._focus])

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "enter_fault")
        self._entered = named(NoticeBar(), "entered")
        self._enter = primary(tr("Enter this person"), "check", name="enter")
        self._leave = quiet(tr("To the list of people"), name="to_people")
        who = Card(tr("Who it is"), tr("Name and Latin name are printed on the certificate exactly as typed."))
        who.add(FieldPairs(*(self._fields[field] for field in (Field.STAFF_ID, Field.NAME, Field.LATIN, Field.TEAM))))
        exam = Card(tr("Role and exam time"))
        exam.add(FieldPairs(self._role, self._fields[Field.MINUTES]))
        secret = Card(tr("Signing in"), tr(PIN_NOTE))
        secret.add(self._pins)
        self._form = boxed(column(who, exam, secret, gap="m"))
        self._page = page = ScrollPage("text")
        page.add(SectionHeader(tr("Enter a person"), tr("They can sign in on this PC at once."), level=1))
        for part in (self._entered, self._fault, self._form):
            page.add(part)
        page.footer(_centred(FlowRow(self._enter, self._leave)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        for field, line in self._fields.items():
            line.changed.connect(partial(self._typed, field.value))
            line.submitted.connect(self.enter_asked)
        self._role.chosen.connect(partial(self._typed, Field.ROLE.value))
        self._enter.clicked.connect(self.enter_asked)
        self._leave.clicked.connect(self.leave_asked)

    def _typed(self, field: str, text: str) -> None:
        self.typed.emit(field, text)


def _centred(buttons: QWidget) -> QWidget:
    """Below the column of the page, as wide as it."""
    buttons.setMaximumWidth(look().px(WIDTHS["text"]))
    line = row(STRETCH, gap="none")
    line.addWidget(buttons, 100)
    line.addStretch(1)
    return boxed(line)


def _fields() -> dict[Field, TextField]:
    minutes = tr("Minutes added to every timed exam; empty for none")
    return {
        Field.STAFF_ID: TextField(tr("Staff ID"), hint=tr("4 to 16 letters and digits"), name="staff_id"),
        Field.NAME: TextField(tr("Name"), hint=tr("As on the identity card"), name="name"),
        Field.LATIN: TextField(tr("Name in Latin letters"), hint=tr("For example: Wang Xiaoyu"), name="latin"),
        Field.TEAM: TextField(tr("Team"), hint=tr("May stay empty"), name="team"),
        Field.MINUTES: TextField(tr("Extra time"), hint=minutes, name="minutes"),
    }
