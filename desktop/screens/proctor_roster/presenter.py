"""The roster of one session: found, checked in, started; the code is told on this page and kept nowhere."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from desktop.screens.proctor_roster.state import Draft, ProctorRosterState
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import datetime_text, minutes_text, time_text
from desktop.words.errors import error_sentence
from exams import AcademyError, RoomRules, RosterLine, Seen

MINUTE_MS = 60_000


class ProctorRosterScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ProctorRosterState) -> None:
        """Show the roster."""
        ...


class RosterDesk(Protocol):
    """The part of a proctor's desk that checks people in."""

    def rules(self, session: str) -> RoomRules: ...  # noqa: D102
    def roster(self, session: str, query: str = "") -> tuple[RosterLine, ...]: ...  # noqa: D102
    def check_in(self, session: str, staff_id: str, seen: Seen) -> RosterLine: ...  # noqa: D102
    def start_code(self, session: str, staff_id: str) -> tuple[str, int]: ...  # noqa: D102
    def take_roster(self, session: str, path: Path) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `taken` hears how many a local roster has brought, `register` saves the list to sign."""

    pin: Callable[[RosterLine], None]
    paper: Callable[[RosterLine], None]
    register: Callable[[], None]
    file: Callable[[Callable[[Path], None]], None]
    taken: Callable[[int], None]
    room: Callable[[], None]


class ProctorRosterPresenter:
    """Reads the roster anew whenever something was done to it."""

    def __init__(self, desk: RosterDesk, session: str, title: str, exits: Exits) -> None:
        self._desk = desk
        self._session = session
        self._exits = exits
        self._screen: ProctorRosterScreen | None = None
        self._state = ProctorRosterState(title=title)

    def attach(self, screen: ProctorRosterScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: ProctorRosterScreen) -> None:
        """That view is gone, and with it the code it showed."""
        if self._screen is screen:
            self._screen = None
            self._state = replace(self._state, code="")

    def show(self) -> None:
        """Read everybody anew and show them."""
        self._take()

    def search(self, query: str) -> None:
        """Narrow the list; where it leaves one person only, that is who one is at."""
        if query == self._state.query:
            return
        self._state = replace(self._state, query=query)
        self._take()
        if len(self._state.rows) == 1:
            self.choose(self._state.rows[0])

    def choose_first(self) -> None:
        """Enter in the search: the first who was found."""
        if self._state.rows and self._state.person is None:
            self.choose(self._state.rows[0])

    def choose(self, row: object) -> None:
        """Another person: what is known of them stands in the fields."""
        if isinstance(row, RosterLine) and row.staff_id != self._state.chosen:
            draft = Draft(row.seat, row.note, id_checked=row.checked_wt is not None)
            self._state = replace(self._state, chosen=row.staff_id, draft=draft, code="", fault="")
            self._draw()

    def type(self, field: str, value: Any) -> None:
        """Remember what stands in a field, or that the ID was looked at."""
        self._state = replace(self._state, draft=replace(self._state.draft, **{field: value}), fault="")

    def check_in(self) -> None:
        """Note that the person is here; where a code is asked for it is shown at once."""
        person, draft = self._state.person, self._state.draft
        if person is not None:
            self._try(lambda: self._checked(person.staff_id, draft))

    def _checked(self, staff_id: str, draft: Draft) -> None:
        self._desk.check_in(self._session, staff_id, Seen(draft.id_checked, draft.seat, draft.note))
        if self._state.asks_code:
            code, until = self._desk.start_code(self._session, staff_id)
            self._state = replace(self._state, code=code, code_until_wt=until)

    def give_pin(self) -> None:
        """On to a PIN for this session."""
        if self._state.person is not None:
            self._exits.pin(self._state.person)

    def print_paper(self) -> None:
        """On to the form that makes the person's paper."""
        if self._state.person is not None:
            self._exits.paper(self._state.person)

    def save_register(self) -> None:
        """The list to sign."""
        self._exits.register()

    def take_roster(self) -> None:
        """Ask for the branch's own roster and add it."""
        self._exits.file(self._add)

    def leave(self) -> None:
        """Back to the room."""
        self._exits.room()

    def _add(self, path: Path) -> None:
        def add() -> None:
            self._exits.taken(self._desk.take_roster(self._session, path))

        self._try(add)

    def _try(self, act: Callable[[], None]) -> None:
        self._state = replace(self._state, fault="", turn=self._state.turn + 1)
        try:
            act()
        except AcademyError as error:
            self._state = replace(self._state, fault=error_sentence(error).text)
            self._draw()
            return
        self._take()

    def _take(self) -> None:
        try:
            everybody = self._desk.roster(self._session)
            rows = self._desk.roster(self._session, self._state.query) if self._state.query else everybody
            rules = self._desk.rules(self._session)
        except AcademyError as error:
            self._state = replace(self._state, fault=error_sentence(error).text)
            self._draw()
            return
        here = self._state.chosen if any(line.staff_id == self._state.chosen for line in rows) else ""
        self._state = replace(
            self._state,
            rules=rules_told(rules),
            rows=rows,
            total=len(everybody),
            checked=sum(line.checked_wt is not None for line in everybody),
            local=sum(line.local for line in everybody),
            chosen=here,
            code=self._state.code if here else "",
            asks_code=rules.start_code,
        )
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def rules_told(rules: RoomRules) -> tuple[Fact, ...]:
    """Headquarters' rules of the room in words; nothing where there are none."""
    facts = []
    if rules.start_code:
        facts.append(Fact(tr("To begin"), tr("a start code for each person, from this page")))
    if rules.entry_until_wt:
        facts.append(Fact(tr("Nobody begins after"), datetime_text(rules.entry_until_wt)))
    if rules.earliest_ms:
        told = tr("{length} of exam time").format(length=minutes_text(rules.earliest_ms // MINUTE_MS))
        facts.append(Fact(tr("Nobody hands in before"), told))
    return tuple(facts)


def standing_of(line: RosterLine) -> str:
    """Where a person is between the door and the result."""
    if line.state:
        told = {"open": tr("Sits"), "paused": tr("Paused"), "void": tr("Void"), "moved": tr("Goes on at another PC")}
        return told.get(line.state, tr("Handed in"))
    if line.checked_wt is not None:
        return tr("Here since {time}").format(time=time_text(line.checked_wt))
    return tr("Expected")
