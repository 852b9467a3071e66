"""Reads the people of this branch."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.people.state import PeopleState
from desktop.words.errors import error_sentence
from exams import AcademyError, Person, Standing


class PeopleScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: PeopleState) -> None:
        """Show the people."""
        ...


class PeopleDesk(Protocol):
    """The part of a desk that knows everybody, and who stands before a locked door."""

    def people(self) -> tuple[Person, ...]: ...  # noqa: D102
    def standings(self) -> Mapping[str, Standing]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads."""

    enter: Callable[[], None]
    new_pin: Callable[[Person], None]
    results: Callable[[], None]


class PeoplePresenter:
    """The list, what it is narrowed to, and the line one is at."""

    def __init__(self, desk: PeopleDesk, exits: Exits, *, may_change: bool = True) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: PeopleScreen | None = None
        self._state = PeopleState(may_change=may_change)

    def attach(self, screen: PeopleScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read everybody anew and show them."""
        try:
            self._state = replace(self._state, rows=self._desk.people(), standings=self._desk.standings(), fault="")
        except AcademyError as error:
            self._state = replace(self._state, fault=error_sentence(error).text)
        self._draw()

    def search(self, text: str) -> None:
        """Remember what the list is narrowed to."""
        if text != self._state.filter:
            self._state = replace(self._state, filter=text)
            self._draw()

    def choose_row(self, row: object) -> None:
        """Remember the line one is at."""
        if isinstance(row, Person) and row.staff_id != self._state.chosen:
            self._state = replace(self._state, chosen=row.staff_id)
            self._draw()

    def enter(self) -> None:
        """On to the page that enters a person."""
        self._exits.enter()

    def set_new_pin(self) -> None:
        """On to the page that gives the person one is at a new PIN."""
        if self._state.person is not None:
            self._exits.new_pin(self._state.person)

    def open_results(self) -> None:
        """Back to the results."""
        self._exits.results()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)
