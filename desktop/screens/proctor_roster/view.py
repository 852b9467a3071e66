"""Draws a `ProctorRosterState`; reports who is looked for, what was seen at the door, and what is to be done."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.proctor_roster.presenter import standing_of
from desktop.screens.proctor_roster.state import ProctorRosterState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.choosing import SearchField, TickBox
from desktop.widgets.fields import TextField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, FlowRow, SideBySide, boxed, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.clock import time_text
from exams import RosterLine

SEAT_MOST, NAME_MOST = 16, 64
LAID_OUT_MS = 50
"""By then the page has the height of what was just shown."""
STACKED_FROM = 150
"""From this size of text on the person stands above the list: below it nobody would see what the search has found."""


class ProctorRosterView(QWidget):
    """The list, and beside it the person one is at.

    Signals:
        searched: what the list is narrowed to
        first_asked: Enter in the search
        row_chosen: the line the focus came to
        typed: a field's name and what stands in it
        check_in_asked, pin_asked, paper_asked: the person's buttons
        roster_asked, register_asked: the list's buttons
        leave_asked: back to the room, also Esc
    """

    searched = Signal(str)
    first_asked = Signal()
    row_chosen = Signal(object)
    typed = Signal(str, object)
    check_in_asked = Signal()
    pin_asked = Signal()
    paper_asked = Signal()
    roster_asked = Signal()
    register_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn = 0
        self._build()
        self._connect()

    def show_state(self, state: ProctorRosterState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._title.setText(state.title)
        self._rules.show_facts(state.rules)
        show_if(self._rules, bool(state.rules))
        told = tr("{checked} of {total} are here").format(checked=state.checked, total=state.total)
        added = tr("{local} added by this branch").format(local=state.local)
        self._count.setText(f"{told} · {added}" if state.local else told)
        self._search.set_text(state.query)
        self._table.show_empty(_nobody(state))
        self._table.show_rows(state.rows, state.chosen)
        self._show_person(state)
        if state.turn != self._turn:
            self._turn = state.turn
            self._go_on(state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._search.focus()

    def _go_on(self, state: ProctorRosterState) -> None:
        """After a try: to what is missing, else to the next person."""
        if state.fault and not self._id.isHidden():
            self._id.setFocus()
            return
        self._search.focus()
        self._search.edit.selectAll()
        if state.code:  # in large text it stands below the fold
            QTimer.singleShot(LAID_OUT_MS, self._code_part, lambda: self._page.show_widget(self._code_part))

    def _show_person(self, state: ProctorRosterState) -> None:
        person = state.person
        show_if(self._nobody, person is None)
        for part in self._of_person:
            show_if(part, person is not None)
        if person is None:
            show_if(self._code_part, False)
            return
        self._name.setText(person.note or person.name)
        self._about.setText(" · ".join(_about(person)))
        self._seat.set_text(state.draft.seat)
        self._note.set_text(state.draft.note)
        self._id.set_ticked(state.draft.id_checked)
        here = person.checked_wt is not None
        self._check.setText(_check_text(here=here, coded=state.asks_code))
        self._check.setEnabled(not person.state)
        self._paper.setEnabled(here)
        show_if(self._code_part, bool(state.code))
        self._code.setText(state.code)
        until = tr("For {name} on this PC only, typed by {time}.")
        self._until.setText(until.format(name=person.note or person.name, time=time_text(state.code_until_wt)))

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "roster_fault")
        self._title = label("", "muted", name="roster_title")
        self._rules = named(FactList(), "rules")
        self._count = label("", "muted", wrap=False, name="count")
        self._search = SearchField(tr("Find by name, staff ID or initials"), name="roster_search")
        self._search.setMinimumWidth(look().px(320))
        self._table = named(KeptTable(tr("Roster"), _columns(), lambda line: line.staff_id), "roster")
        self._table.setMinimumHeight(look().px(360))
        self._take = secondary(tr("Take in a local roster"), "download", name="take_roster")
        self._register = secondary(tr("Save the register to sign"), "print", name="register")
        self._leave = quiet(tr("To the proctor's desk"), "arrow_left", name="to_room")
        self._page = page = ScrollPage("wide")
        page.add(SectionHeader(tr("Check people in"), "", self._leave, level=1))
        for part in (self._title, self._fault, self._rules, FlowRow(self._search, self._count, gap="m")):
            page.add(part)
        card = boxed(column(self._card(), STRETCH, gap="none"))
        large = look().zoom >= STACKED_FROM
        page.add(boxed(column(card, self._table)) if large else SideBySide(self._table, card, side_width=420))
        page.add(FlowRow(self._take, self._register))
        self.setLayout(column(page))

    def _card(self) -> QWidget:
        card = named(Card(tr("At the door")), "at_the_door")
        self._nobody = label(tr("Look for a person, or choose one from the list."), "muted", name="nobody_chosen")
        self._name, self._about = label("", "heading", name="person_name"), label("", "muted", name="person_about")
        self._seat = TextField(tr("Seat"), max_length=SEAT_MOST, name="seat")
        hint = tr("Only where the list is wrong: as the ID has it")
        self._note = TextField(tr("Name as it should read"), hint=hint, max_length=NAME_MOST, name="note")
        self._id = TickBox(tr("I have looked at the ID"), name="id_checked")
        self._check = primary(_check_text(here=False, coded=False), "check", name="check_in")
        self._pin = quiet(tr("A PIN for this session"), "key", name="door_pin")
        self._paper = quiet(tr("Print the paper"), "print", name="paper")
        self._code = label("", "figure", wrap=False, name="start_code", selectable=True)
        self._until = label("", "small", name="code_until")
        self._code_part = boxed(column(label(tr("Start code"), "overline"), self._code, self._until, gap="xs"))
        ways = FlowRow(self._pin, self._paper)
        self._of_person = (self._name, self._about, self._id, self._check, self._seat, self._note, ways)
        for part in (self._nobody, *self._of_person[:4], self._code_part, *self._of_person[4:]):
            card.add(part)
        return card

    def _connect(self) -> None:
        self._search.changed.connect(self.searched)
        self._search.submitted.connect(self._choose_first)
        self._table.row_chosen.connect(self.row_chosen)
        for field, line in (("seat", self._seat), ("note", self._note)):
            line.changed.connect(partial(self.typed.emit, field))
            line.submitted.connect(self.check_in_asked)
        self._id.ticked.connect(partial(self.typed.emit, "id_checked"))
        self._check.clicked.connect(self.check_in_asked)
        self._pin.clicked.connect(self.pin_asked)
        self._paper.clicked.connect(self.paper_asked)
        self._take.clicked.connect(self.roster_asked)
        self._register.clicked.connect(self.register_asked)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)

    def _choose_first(self) -> None:
        self.first_asked.emit()
        if not self._id.isHidden():
            self._id.setFocus()


def _check_text(*, here: bool, coded: bool) -> str:
    if coded:
        return tr("Show a code again") if here else tr("Check in and show the code")
    return tr("Correct seat and name") if here else tr("Check in")


def _about(person: RosterLine) -> list[str]:
    told = [person.staff_id, standing_of(person)]
    if person.note:
        told.append(tr("listed as {name}").format(name=person.name))
    if person.local:
        told.append(tr("added by this branch"))
    if not person.known:
        told.append(tr("has no PIN on this PC"))
    return told


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Name"), lambda line: line.note or line.name, stretch=True),
        Column(tr("Staff ID"), lambda line: line.staff_id),
        Column(tr("Seat"), lambda line: line.seat or "–"),
        Column(tr("State"), standing_of),
        Column(tr("Roster"), lambda line: tr("branch") if line.local else tr("headquarters")),
    )


def _nobody(state: ProctorRosterState) -> Face:
    if state.query and state.total:
        return Face(FaceKind.EMPTY, tr("Nobody found"), tr("Look for fewer letters, or clear the field."))
    told = tr("Take in a local roster; whoever comes from it is marked for headquarters.")
    return Face(FaceKind.EMPTY, tr("Nobody is expected"), told)
