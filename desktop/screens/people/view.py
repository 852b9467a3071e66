"""Draws a `PeopleState`; reports what HR looks for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.people.state import PeopleState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import SectionHeader
from desktop.widgets.choosing import SearchField
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import FlowRow
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.clock import clock_text, minutes_text
from desktop.words.sittings import role_text
from exams import Person, Role, Standing

STACKED_FROM = 150
"""From this size of text on cells stand above each other: seven columns would have to be scrolled sideways."""

_STACKS = ((0, 3), (1, 2), (4, 6, 5))
"""Which columns share one: staff ID and team, both names, role with sign-in and extra time."""


class PeopleView(QWidget):
    """Everybody of this branch.

    Signals:
        filter_typed: what the list is narrowed to
        row_chosen: the line the focus came to
        enter_asked, new_pin_asked, results_asked: the buttons
        refresh_asked: F5
    """

    filter_typed = Signal(str)
    row_chosen = Signal(object)
    enter_asked = Signal()
    new_pin_asked = Signal()
    results_asked = Signal()
    refresh_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standings: Mapping[str, Standing] = {}
        self._build()
        self._connect()

    def show_state(self, state: PeopleState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._search.set_text(state.filter)
        self._table.show_empty(_nobody(state))
        self._table.narrow(state.filter)
        anew, self._standings = state.standings != self._standings, state.standings
        self._table.show_rows(state.rows, state.chosen, anew=anew)
        self._count.setText(tr("{shown} of {total} people").format(shown=self._table.shown, total=len(state.rows)))
        self._new_pin.setEnabled(self._table.current_row() is not None)
        for button in (self._enter, self._new_pin, self._results):
            show_if(button, state.may_change)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._search.focus()

    def _build(self) -> None:
        self._enter = primary(tr("Enter a person"), "plus", name="enter_person")
        self._new_pin = secondary(tr("Set a new PIN"), "key", name="new_pin")
        self._results = quiet(tr("To the results"), name="to_results")
        self._fault = named(NoticeBar(), "people_fault")
        self._search = SearchField(tr("Find by name, staff ID or team"), name="filter")
        self._search.setMinimumWidth(look().px(360))
        self._count = label("", "muted", wrap=False, name="count")
        self._table = named(KeptTable(tr("People"), self._columns(), lambda person: person.staff_id), "people")
        self._table.setMinimumHeight(look().px(320))
        if look().zoom >= STACKED_FROM:
            self._table.stand_tall(max(map(len, _STACKS)))
        about = tr("Who may sign in on this PC, and in which role.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("People"), about, FlowRow(self._results, self._enter), level=1))
        page.add(self._fault)
        page.add(FlowRow(self._search, self._new_pin, self._count, gap="m"))
        page.add(self._table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._search.changed.connect(self.filter_typed)
        self._table.row_chosen.connect(self.row_chosen)
        self._enter.clicked.connect(self.enter_asked)
        self._new_pin.clicked.connect(self.new_pin_asked)
        self._results.clicked.connect(self.results_asked)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_asked)

    def _columns(self) -> tuple[Column, ...]:
        columns = (*_columns(), Column(tr("Sign-in"), self._door, self._rank))
        if look().zoom < STACKED_FROM:
            return columns
        return tuple(_stacked([columns[place] for place in stack]) for stack in _STACKS)

    def _door(self, person: Person) -> str:
        return _door_text(person, self._standings.get(person.staff_id))

    def _rank(self, person: Person) -> int:
        found = self._standings.get(person.staff_id)
        return found.failures if found is not None else 0


def _door_text(person: Person, standing: Standing | None) -> str:
    """Who is locked out, until when, and what opens the door again."""
    if standing is None or not (standing.locked or standing.wait_ms):
        return "–"
    if not standing.locked:
        return tr("Waits {time}").format(time=clock_text(-(-standing.wait_ms // 1000)))
    return tr("Locked: new PIN") if person.role is Role.TRAINEE else tr("Locked: new passphrase")


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Staff ID"), lambda person: person.staff_id),
        Column(tr("Name"), lambda person: person.name, stretch=True),
        Column(tr("Latin"), lambda person: person.latin, stretch=True),
        Column(tr("Team"), lambda person: person.team, stretch=True),
        Column(tr("Role"), lambda person: role_text(person.role), lambda person: person.role.value),
        Column(tr("Extra time"), _extra, lambda person: person.extra_minutes, align_right=True),
    )


def _stacked(columns: Sequence[Column]) -> Column:
    """One column of several, sorted by the first; what says nothing takes no line."""

    def text(person: Person) -> str:
        said = [column.text(person) for column in columns]
        return "\n".join(one for one in said if one not in ("", "–"))

    return Column(columns[0].title, text, columns[0].sort, stretch=columns[0].stretch)


def _extra(person: Person) -> str:
    return minutes_text(person.extra_minutes) if person.extra_minutes else "–"


def _nobody(state: PeopleState) -> Face:
    if state.filter and state.rows:
        return Face(FaceKind.EMPTY, tr("Nobody found"), tr("Look for fewer letters, or clear the field."))
    return Face(FaceKind.EMPTY, tr("Nobody is entered yet"), tr("Enter the first person with the button above."))
