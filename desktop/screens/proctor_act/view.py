"""Draws a `ProctorActState`; reports what is typed, a ready reason, and that it is to be done."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.proctor_act.state import Field, ProctorActState
from desktop.widgets.buttons import Button, danger, primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.choosing import ChoiceField
from desktop.widgets.fields import FieldFrame, TextField
from desktop.widgets.forms import go_to_field
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr
from desktop.words.overrides import Act, act_title

REASON_MOST = 200
LAID_OUT_MS = 50
"""By then the page has the height of what was just shown."""
_GIVES_BACK = frozenset({Act.RESUME, Act.RESUME_ALL, Act.CREDIT})
_FINAL = frozenset({Act.FORCE, Act.VOID, Act.CLOSE})
"""What cannot be taken back, or only by another override."""


class ProctorActView(QWidget):
    """What will happen, the fields, the button that does it.

    Signals:
        typed: a field's name and what stands in it now
        reason_chosen: a ready reason
        session_chosen: one of the planned sessions
        confirm_asked: the button, or Enter in a field
        back_asked: the quiet button, or Esc
    """

    typed = Signal(str, str)
    reason_chosen = Signal(str)
    session_chosen = Signal(str)
    confirm_asked = Signal()
    back_asked = Signal()

    def __init__(self, act: Act, sessions: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._session = ChoiceField(tr("Session"), sessions, name="session")
        self._turn = -1
        self._focus: Field | None = None
        self._reasons: tuple[str, ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: ProctorActState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(_notice(state))
        self._whom.setText(state.whom)
        show_if(self._whom, bool(state.whom))
        self._says.setText(state.says)
        self._facts.show_facts(state.facts)
        show_if(self._standing, bool(state.facts))
        self._show_fields(state)
        self._show_reasons(state)
        self._show_waiting(state.waiting)
        self._form.setEnabled(not state.busy)
        self._back.setEnabled(not state.busy)
        self._confirm.set_busy(state.busy)
        show_if(self._confirm, not state.blocked)
        if state.turn != self._turn:
            self._turn, self._focus = state.turn, state.focus
            self._go()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._go()

    def _show_fields(self, state: ProctorActState) -> None:
        self._texts[Field.MINUTES].set_hint(state.minutes_hint)
        self._texts[Field.CODE].set_hint(state.code_hint)
        self._session.set_key(state.draft.session)
        for field, line in self._texts.items():
            line.set_text(str(getattr(state.draft, field.value)))
        for field, frame in self._fields.items():
            show_if(frame, field in state.fields)
            frame.show_error(state.faults.get(field, ""))
        show_if(self._form, bool(state.fields))

    def _show_waiting(self, waiting: str) -> None:
        if waiting and self._waiting.isHidden():
            self.setFocus()  # else the keyboard would wander off to the header
            QTimer.singleShot(LAID_OUT_MS, self._waiting, lambda: self._page.show_widget(self._waiting))
        self._waiting.setText(waiting)
        for part in (self._progress, self._waiting):
            show_if(part, bool(waiting))

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "act_fault")
        self._whom = label("", "subheading", name="whom")
        self._says = label("", "body", name="says")
        self._facts = named(FactList(), "act_facts")
        self._texts = _texts(self._act)
        self._fields: dict[Field, FieldFrame] = {Field.SESSION: self._session, **self._texts}
        self._progress, self._waiting = named(ProgressBar(tr("Working")), "act_progress"), label("", "muted")
        self._progress.set_busy()
        self._ready = named(FlowRow(gap="s"), "reasons", tr("Ready reasons"))
        self._confirm = _confirm(self._act)
        self._back = quiet(tr("Back, change nothing"), name="back")
        told = Card()
        told.add(self._whom)
        told.add(self._says)
        self._standing = Card(tr("How things stand now"))
        self._standing.add(self._facts)
        self._form = Card()
        for line in self._fields.values():
            self._form.add(line)
        self._form.add(self._ready)
        self._page = page = ScrollPage("text")
        page.add(SectionHeader(act_title(self._act), level=1))
        ways = FlowRow(self._confirm, self._back)
        for below in (self._fault, told, self._form, self._progress, self._waiting, ways, self._standing):
            page.add(below)
        page.add(column(STRETCH), 1)  # a short form keeps its height
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._session.chosen.connect(self.session_chosen)
        for field, line in self._texts.items():
            line.changed.connect(partial(self._typed, field.value))
            line.submitted.connect(self.confirm_asked)
        self._confirm.clicked.connect(self.confirm_asked)
        self._back.clicked.connect(self.back_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.back_asked)

    def _typed(self, field: str, text: str) -> None:
        self.typed.emit(field, text)

    def _show_reasons(self, state: ProctorActState) -> None:
        shown = state.reasons if Field.REASON in state.fields else ()
        show_if(self._ready, bool(shown))
        if shown == self._reasons:
            return
        self._reasons = shown
        self._ready.clear()
        for number, reason in enumerate(shown, 1):
            button = secondary(reason, name=f"reason_{number}")
            button.clicked.connect(partial(self._choose, reason))
            self._ready.add(button)

    def _choose(self, reason: str, _checked: bool = False) -> None:
        self.reason_chosen.emit(reason)
        self._confirm.setFocus()

    def _go(self) -> None:
        if self._focus is None:
            (self._back if self._confirm.isHidden() else self._confirm).setFocus()
        else:
            go_to_field(self._page, self._fields[self._focus])


def _confirm(act: Act) -> Button:
    make = danger if act in _FINAL else primary
    return make(act_title(act), "check", name="confirm")


def _notice(state: ProctorActState) -> NoticeValue | None:
    if state.blocked:
        return NoticeValue(Tone.INFO, state.blocked)
    return NoticeValue(Tone.BAD, state.fault) if state.fault else None


def _texts(act: Act) -> dict[Field, TextField]:
    minutes = tr("Minutes given back") if act in _GIVES_BACK else tr("Minutes")
    why = tr("It goes into the journal with your name, and into the report.")
    return {
        Field.STAFF_ID: TextField(tr("Staff ID"), hint=tr("Of the person who will sit"), name="staff_id"),
        Field.TITLE: TextField(
            tr("Name of the session"), hint=tr("As people call the room"), max_length=64, name="title"
        ),
        Field.MINUTES: TextField(minutes, max_length=3, name="minutes"),
        Field.CODE: TextField(tr("Code from headquarters"), placeholder="XXXXX-XXXXX-X", max_length=48, name="code"),
        Field.REASON: TextField(tr("Reason"), hint=why, max_length=REASON_MOST, name="reason"),
    }
