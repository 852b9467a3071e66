"""All appeals in words; opening one leads to its page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from desktop.screens.hr_appeals.state import AppealRow, HrAppealsState
from desktop.words import tr
from desktop.words.disputes import about_text, change_text, outcome_text
from desktop.words.errors import error_sentence
from exams import AcademyError


class HrAppealsScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrAppealsState) -> None:
        """Show the appeals."""
        ...


class AppealsDesk(Protocol):
    """The part of HR's desk that keeps appeals."""

    def appeals(self) -> Sequence[Any]: ...  # noqa: D102
    def rules(self) -> Any: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads."""

    open: Callable[[int], None]
    enter: Callable[[], None]
    leave: Callable[[], None]


class HrAppealsPresenter:
    """Reads everything anew each time it is shown."""

    def __init__(self, desk: AppealsDesk, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: HrAppealsScreen | None = None

    def attach(self, screen: HrAppealsScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show all appeals."""
        if self._screen is None:
            return
        try:
            found, rules = self._desk.appeals(), self._desk.rules()
        except AcademyError as error:
            self._screen.show_state(HrAppealsState(fault=error_sentence(error).text))
            return
        rule = tr("Appeals are taken within {days} days of the result.").format(days=rules.appeal_days)
        rows = tuple(map(_row, found))
        self._screen.show_state(HrAppealsState(rows, sum(one.is_open for one in found), rule))

    def open(self, row: AppealRow) -> None:
        """To one appeal."""
        self._exits.open(row.number)

    def enter(self) -> None:
        """To the form of a new one."""
        self._exits.enter()

    def leave(self) -> None:
        """Back to the matrix."""
        self._exits.leave()


def _row(one: Any) -> AppealRow:
    return AppealRow(
        one.number, one.staff_id, about_text(one.position), one.received_day, outcome_text(one), change_text(one)
    )
