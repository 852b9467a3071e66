"""What people and sittings mean for HR."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.hr_results.state import HrResultsState
from desktop.words.errors import error_sentence
from exams import AcademyError, Person, Role, SittingLine


class HrResultsScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrResultsState) -> None:
        """Show the results."""
        ...


class ResultsDesk(Protocol):
    """The part of HR's desk that looks at results."""

    def people(self) -> tuple[Person, ...]: ...  # noqa: D102
    def sittings(self) -> tuple[SittingLine, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads; `no_certificate` is told where a line has none to open."""

    certificate: Callable[[str], None]
    people: Callable[[], None]
    no_certificate: Callable[[], None]


class HrResultsPresenter:
    """Counts trainees, not tries: who passed at the second try has passed."""

    def __init__(self, desk: ResultsDesk, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: HrResultsScreen | None = None
        self._state = HrResultsState()

    def attach(self, screen: HrResultsScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read everything anew and show it."""
        self._state = self._read()
        self._draw()

    def search(self, text: str) -> None:
        """Remember what the list is narrowed to."""
        if text != self._state.filter:
            self._state = replace(self._state, filter=text)
            self._draw()

    def choose_row(self, row: object) -> None:
        """One line of the table is the one meant."""
        if isinstance(row, SittingLine) and row.sitting != self._state.chosen:
            self._state = replace(self._state, chosen=row.sitting, can_open=row.certificate is not None)
            self._draw()

    def open_row(self, row: object) -> None:
        """On to the certificate of a line."""
        self.choose_row(row)
        self.open_certificate()

    def open_certificate(self) -> None:
        """On to the certificate of the line one is at."""
        here = next((line for line in self._state.rows if line.sitting == self._state.chosen), None)
        if here is None:
            return
        if here.certificate is None:
            self._exits.no_certificate()
        else:
            self._exits.certificate(here.certificate)

    def open_people(self) -> None:
        """On to the people."""
        self._exits.people()

    def _read(self) -> HrResultsState:
        try:
            people, rows = self._desk.people(), self._desk.sittings()
        except AcademyError as error:
            return replace(self._state, fault=error_sentence(error).text)
        trainees = {person.staff_id for person in people if person.role is Role.TRAINEE}
        passed = {line.staff_id for line in rows if line.passed}
        chosen = next((line for line in rows if line.sitting == self._state.chosen), None)
        return replace(
            self._state,
            people=len(trainees),
            passed=len(passed),
            certificates=sum(line.certificate is not None for line in rows),
            not_passed=len(trainees - passed),
            rows=rows,
            chosen=chosen.sitting if chosen else "",
            can_open=chosen is not None and chosen.certificate is not None,
            fault="",
        )

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)
