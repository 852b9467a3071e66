"""Draws a `ThisPcState`; reports what is typed, what is asked and which way the answer came."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.this_pc.state import Field, Request, Standing, ThisPcState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.fields import TextField
from desktop.widgets.forms import FieldPairs, go_to_field
from desktop.widgets.layout import FlowRow, boxed, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.symbol import symbol_picture
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import mark, tr

_SYMBOL_PX = 420
"""So wide a symbol may be at text of 100 %: it stands on the page beside nothing else."""

_STANDINGS = {
    Standing.NOBODYS: (Tone.INFO, mark("This PC is not enrolled yet. Headquarters enrols it by a file or a QR code.")),
    Standing.WAITING: (Tone.INFO, mark("The request is made. It waits for the answer of headquarters.")),
    Standing.ENROLLED: (Tone.GOOD, mark("This PC is enrolled at headquarters.")),
    Standing.DUE: (Tone.WARN, mark("The enrolment ends in less than 30 days. Ask for its renewal now.")),
    Standing.OVER: (Tone.BAD, mark("The enrolment has ended: no session can be opened. Ask for its renewal.")),
    Standing.WITHDRAWN: (Tone.BAD, mark("Headquarters has withdrawn this PC. Call headquarters.")),
}


class ThisPcView(QWidget):
    """How it stands, the request, the answer.

    Signals:
        typed: a field's name and what stands in it now
        ask_asked: make a request
        save_asked, copy_asked: the request goes out as a file, or as text
        text_asked, file_asked: the answer comes as text, or as a file
        packs_asked: the list of headquarters' keys is missing
        leave_asked: the quiet button, or Esc
    """

    typed = Signal(str, str)
    ask_asked = Signal()
    save_asked = Signal()
    copy_asked = Signal()
    text_asked = Signal()
    file_asked = Signal()
    packs_asked = Signal()
    leave_asked = Signal()

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request: Request | None = None
        self._fields = {
            Field.BRANCH: TextField(tr("Branch code"), placeholder="BJ-WJ01", name="branch", max_length=32),
            Field.LABEL: TextField(tr("Name of this PC"), hint=tr("As headquarters lists it"), name="label"),
            Field.ANSWER: TextField(tr("Answer as text"), placeholder="BAD1:…", name="answer"),
        }
        self._build(back)
        self._connect()

    def show_state(self, state: ThisPcState) -> None:
        """Make the widgets agree with the state."""
        tone, said = _STANDINGS[state.standing]
        self._standing.show_notice(NoticeValue(tone, tr(said)))
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._facts.show_facts(state.facts)
        show_if(self._facts, bool(state.facts))
        for field, line in self._fields.items():
            line.set_text(str(getattr(state.draft, field.value)))
        self._show_asking(state)
        self._show_request(state.request)
        missing = NoticeValue(Tone.WARN, tr("First take in the list of headquarters' keys."), tr("Take it in"))
        self._missing.show_notice(missing if state.request and state.keys_missing else None)
        show_if(self._answer, state.request is not None)
        show_if(self._progress, state.busy)

    def focus(self, field: Field) -> None:
        """Put the cursor into a field and have it in sight."""
        go_to_field(self._page, self._fields[field])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            places = (self._save, self._fields[Field.BRANCH].edit, self._fields[Field.LABEL].edit, self._back)
            first = next(place for place in places if place.isVisible() and place.isEnabled())
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_asking(self, state: ThisPcState) -> None:
        again = state.request is not None
        self._ask.setText(tr("Ask for the renewal") if state.fixed else tr("Make the request"))
        show_if(self._ask, not again)
        show_if(self._again, again)
        for part in (self._ask, self._again, self._fields[Field.LABEL], self._take_text, self._take_file):
            part.setEnabled(not state.busy)
        self._fields[Field.BRANCH].setEnabled(not state.busy and not state.fixed)
        show_if(self._asking, state.may_ask)

    def _show_request(self, request: Request | None) -> None:
        show_if(self._asked, request is not None)
        if request is None or request == self._request:
            return
        self._request = request
        self._fingerprint.setText(request.fingerprint)
        self._text.set_text(request.text)
        self._text.edit.setCursorPosition(0)
        side = len(request.symbol) + 8
        self._symbol.setPixmap(symbol_picture(request.symbol, max(2, look().px(_SYMBOL_PX) // side)))
        show_if(self._symbol, bool(request.symbol))

    def _build(self, back: str) -> None:
        self._standing, self._fault, self._missing = (
            named(NoticeBar(), name) for name in ("standing", "pc_fault", "keys_missing")
        )
        self._facts, self._progress = named(FactList(), "pc_facts"), ProgressBar(tr("One moment"))
        self._progress.set_busy(tr("One moment, please. Keys are made and checked."))
        self._back = quiet(back, "arrow_left", name="leave_pc")
        self._page = page = ScrollPage("text")
        page.add(SectionHeader(tr("This PC"), tr("Whose it is, and until when headquarters believes it."), level=1))
        parts = (self._standing, self._facts, self._fault, self._progress)
        for part in (*parts, self._request_card(), self._answer_card(), FlowRow(self._back)):
            page.add(part)
        self.setLayout(column(page))

    def _request_card(self) -> QWidget:
        self._ask = primary(tr("Make the request"), name="ask")
        self._again = secondary(tr("Make a new request"), name="ask_again")
        self._save = secondary(tr("Save as a file"), "save", name="save_request")
        self._copy = secondary(tr("Copy the text"), name="copy_request")
        self._fingerprint = label("", "display", name="fingerprint", selectable=True)
        self._text = TextField(tr("The request as text"), name="request_text")
        self._text.edit.setReadOnly(True)
        self._symbol = named(label(wrap=False), "symbol", tr("The request as a QR code"))
        self._symbol.setAlignment(Qt.AlignmentFlag.AlignLeft)
        about = tr("Send the file, or have the code scanned. Headquarters calls and compares these eight characters:")
        self._asked = boxed(
            column(label(about), self._fingerprint, FlowRow(self._save, self._copy), self._text, self._symbol, gap="m")
        )
        card = Card(tr("1. The request"))
        self._asking = boxed(
            column(FieldPairs(self._fields[Field.BRANCH], self._fields[Field.LABEL]), FlowRow(self._ask, self._again))
        )
        card.add(self._asking)
        card.add(self._asked)
        return card

    def _answer_card(self) -> QWidget:
        self._take_file = secondary(tr("Choose the file"), "folder", name="take_file")
        self._take_text = primary(tr("Take in"), "check", name="take_text")
        self._answer = Card(tr("2. Take in the answer"), tr("Only the answer to the last request is taken in."))
        for part in (self._missing, self._fields[Field.ANSWER], FlowRow(self._take_text, self._take_file)):
            self._answer.add(part)
        return self._answer

    def _connect(self) -> None:
        for field, line in self._fields.items():
            line.changed.connect(partial(self._typed, field.value))
        self._fields[Field.BRANCH].submitted.connect(self.ask_asked)
        self._fields[Field.LABEL].submitted.connect(self.ask_asked)
        self._fields[Field.ANSWER].submitted.connect(self.text_asked)
        self._ask.clicked.connect(self.ask_asked)
        self._again.clicked.connect(self.ask_asked)
        self._save.clicked.connect(self.save_asked)
        self._copy.clicked.connect(self.copy_asked)
        self._take_text.clicked.connect(self.text_asked)
        self._take_file.clicked.connect(self.file_asked)
        self._missing.action_asked.connect(self.packs_asked)
        self._back.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.leave_asked)

    def _typed(self, field: str, text: str) -> None:
        self.typed.emit(field, text)
