"""Draws a `SignInState`; reports what was typed. The first picture of the app: it imports as little as it can."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.sign_in.state import SignInState
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, Divider
from desktop.widgets.fields import PASSPHRASE_LENGTH, STAFF_ID_LENGTH, PinField, TextField
from desktop.widgets.layout import STRETCH, SideBySide, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import language, mark, tr

if TYPE_CHECKING:
    from desktop.widgets.notice import NoticeBar
    from desktop.widgets.row_value import RowValue
    from exams import StartCard

STORIES = {
    "new": mark("Trainee: first day, starts reading"),
    "halfway": mark("Trainee: half-way, reads on"),
    "ready": mark("Trainee: ready for the final exam"),
    "certified": mark("Trainee: holds the certificate"),
    "proctor": mark("Proctor: sees the exam session"),
    "hr": mark("HR: sees results, certificates"),
}


class SignInView(QWidget):
    """Two fields and a button; in a demonstration a list of people beside them.

    Signals:
        staff_id_typed, pin_typed: what stands in the fields
        sign_in_asked: the button, or Enter
        person_chosen: the staff id of a person of the demonstration
        retry_asked: open the data once more
        ticked: a second has gone
        lost_asked: the PIN is forgotten or locked
        check_asked: check a certificate, which needs no account
    """

    staff_id_typed = Signal(str)
    pin_typed = Signal(str)
    sign_in_asked = Signal()
    person_chosen = Signal(str)
    retry_asked = Signal()
    ticked = Signal()
    lost_asked = Signal()
    check_asked = Signal()

    def __init__(self, *, demonstration: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[StartCard, ...] | None = None
        self._fault = ""
        self._trouble: NoticeBar | None = None
        self._build(demonstration)
        self._connect()

    def show_state(self, state: SignInState) -> None:
        """Make the widgets agree with the state."""
        self._bank.setText(state.bank)
        self._branch.setText(state.branch)
        show_if(self._bank, bool(state.bank))
        show_if(self._branch, bool(state.branch))
        self._staff_id.set_text(state.staff_id)
        self._pin.set_text(state.pin)
        self._show_fault(_fault(state))
        self._sign_in.setEnabled(not state.wait_seconds)
        if state.trouble or self._trouble is not None:
            self._show_trouble(state.trouble)
        if state.people != self._people:
            self._people = state.people
            self._rows.show_rows(tuple(_row(person) for person in state.people))
        self._code.setText(state.code)
        for part in (self._code, self._code_title):
            show_if(part, bool(state.code))

    def focus_staff_id(self) -> None:
        """Put the cursor into the first field."""
        self._staff_id.focus()

    def focus_pin(self) -> None:
        """Put the cursor into the second field."""
        self._pin.focus()

    def focus_sign_in(self) -> None:
        """Put the keyboard on the button."""
        self._sign_in.setFocus()

    def _build(self, demonstration: bool) -> None:
        self._bank = label("", "overline", name="bank")
        self._branch = label("", "muted", name="branch")
        self._staff_id = TextField(tr("Staff ID"), placeholder="T1001", name="staff_id", max_length=STAFF_ID_LENGTH)
        self._pin = PinField(tr("PIN or passphrase"), name="pin", most=PASSPHRASE_LENGTH)
        self._sign_in = primary(tr("Sign in"), name="sign_in")
        self._lost = quiet(tr("PIN forgotten or locked"), name="lost_pin")
        self._check = quiet(tr("Check certificates"), name="check_certificates")
        self._rows = named(RowList(), "people", tr("People of the demonstration"))
        self._code = label("", "heading", name="session_code", selectable=True)
        self._code_title = label(tr("Code of the open exam session"), "field")
        self._page = page = ScrollPage("wide" if demonstration else "reading")
        page.space("l")
        page.add(SideBySide(self._form(), self._start_card(), side_width=440) if demonstration else self._form())
        self.setLayout(column(page))

    def _form(self) -> QWidget:
        form = Card()
        title = label(tr("Branch Academy"), "display", name="product_title")
        lead = label(tr("Learn, sit the exam, hold the certificate: all on this PC, without a network."), "muted")
        head = column(self._bank, title, lead, gap="s")
        fields = column(self._staff_id, self._pin, gap="m")
        form.add(column(head, 8, fields, 4, self._sign_in, self._lost, gap="m", margins="m"))
        form.add(column(STRETCH, Divider(), self._check, self._branch, gap="m", margins="m"), 1)
        form.fill()
        return form

    def _start_card(self) -> QWidget:
        card = Card(tr("Demonstration"), tr("Choose a person: staff ID and PIN or passphrase are filled in for you."))
        card.add(self._rows)
        card.add(self._code_title)
        card.add(self._code)
        return card

    def _show_fault(self, fault: str) -> None:
        # Saying nothing at first costs the first paint 8 ms: the field would ask for its style.
        if fault or self._fault:
            self._pin.show_error(fault)
        self._fault = fault

    def _show_trouble(self, trouble: str) -> None:
        from desktop.widgets.notice import NoticeBar
        from desktop.widgets.values import NoticeValue, Tone

        if self._trouble is None:
            self._trouble = named(NoticeBar(), "trouble")
            self._trouble.action_asked.connect(self.retry_asked)
            self._page.body.insertWidget(1, self._trouble)
        self._trouble.show_notice(NoticeValue(Tone.BAD, trouble, tr("Try again")) if trouble else None)

    def _connect(self) -> None:
        self._staff_id.changed.connect(self.staff_id_typed)
        self._pin.changed.connect(self.pin_typed)
        self._staff_id.submitted.connect(self.sign_in_asked)
        self._pin.submitted.connect(self.sign_in_asked)
        self._sign_in.clicked.connect(self.sign_in_asked)
        self._lost.clicked.connect(self.lost_asked)
        self._check.clicked.connect(self.check_asked)
        self._rows.chosen.connect(self.person_chosen)
        timer = QTimer(self)
        timer.setObjectName("pulse")
        timer.setInterval(1000)
        timer.timeout.connect(self.ticked)
        timer.start()


def _row(person: "StartCard") -> "RowValue":
    from desktop.widgets.row_value import RowValue

    story = tr(STORIES[person.story]) if person.story in STORIES else ""
    # In English the name is read in Latin letters, and looked for in Chinese ones.
    name = person.name if language() == "zh" or not person.latin else f"{person.latin}  {person.name}"
    return RowValue(person.staff_id, name, story, trailing=f"{person.staff_id}  {person.pin}")


def _fault(state: SignInState) -> str:
    if not state.wait_seconds:
        return state.fault
    wait = tr("Next try in {seconds} s.").format(seconds=state.wait_seconds)
    # A full-width stop brings its own space.
    return f"{state.fault}{wait}" if state.fault.endswith("。") else f"{state.fault} {wait}".strip()
