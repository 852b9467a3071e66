"""Counts of the register as a heat map, and the people behind a branch."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desktop.screens.hr_matrix.state import PAGE, BranchRow, HeatCell, HrMatrixState, PersonRow, Tiles
from desktop.words import tr
from desktop.words.errors import error_sentence
from desktop.words.standing import state_word
from exams import AcademyError

MOST_PEOPLE = 500
_STATES = ("valid", "due", "expired", "failed", "absent", "in_review", "revoked")
FOREVER = "9999-12-31"


class HrMatrixScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrMatrixState) -> None:
        """Show the matrix."""
        ...


class MatrixDesk(Protocol):
    """The part of the register that counts."""

    def matrix(self, limit: int, offset: int) -> Any: ...  # noqa: D102
    def people(self, branch: str, most: int) -> Sequence[Any]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads: to a person, and by name to everything else."""

    person: Callable[[str], None]
    ways: Mapping[str, Callable[[], None]]


class HrMatrixPresenter:
    """One page of branches; a branch that is opened shows its people below."""

    def __init__(self, desk: MatrixDesk, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: HrMatrixScreen | None = None
        self._state = HrMatrixState()

    def attach(self, screen: HrMatrixScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read everything anew and show it."""
        self._state = self._read(self._state.offset)
        self._draw()

    def page(self, step: int) -> None:
        """One page of branches on or back."""
        offset = max(0, self._state.offset + step * PAGE)
        if offset != self._state.offset and (step < 0 or self._state.has_after):
            self._state = replace(self._read(offset), branch="", people=(), more=False)
            self._draw()

    def open_branch(self, row: object) -> None:
        """Show the people of a branch."""
        if isinstance(row, BranchRow):
            self._state = self._people(replace(self._state, branch=row.branch, filter=""))
            self._draw()

    def open_person(self, row: object) -> None:
        """On to one person."""
        if isinstance(row, PersonRow):
            self._exits.person(row.staff_id)

    def search(self, text: str) -> None:
        """Remember what the list of people is narrowed to."""
        if text != self._state.filter:
            self._state = replace(self._state, filter=text)
            self._draw()

    def go(self, way: str) -> None:
        """On to what a button or a line of a menu names."""
        self._exits.ways[way]()

    def _read(self, offset: int) -> HrMatrixState:
        try:
            told = self._desk.matrix(PAGE, offset)
        except AcademyError as error:
            return replace(self._state, fault=error_sentence(error).text)
        rows = tuple(BranchRow(branch, dict(_cells(told, branch))) for branch in told.rows)
        read = replace(
            self._state,
            courses=told.courses,
            rows=rows,
            branches=told.branches,
            offset=told.offset,
            tiles=_tiles(told.total),
            fault="",
        )
        return self._people(read) if read.branch else read

    def _people(self, state: HrMatrixState) -> HrMatrixState:
        try:
            found = self._desk.people(state.branch, MOST_PEOPLE + 1)
        except AcademyError as error:
            return replace(state, fault=error_sentence(error).text)
        return replace(state, people=tuple(map(_person, found[:MOST_PEOPLE])), more=len(found) > MOST_PEOPLE)

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _cells(told: Any, branch: str) -> Any:
    for course in told.courses:
        cell = told.cells.get((branch, course))
        if cell is None:
            yield course, HeatCell("–")
            continue
        text = tr("{valid} of {people} · {percent}%")
        counts = {"valid": cell.valid, "people": cell.people, "percent": cell.valid_percent}
        parts = (f"{state_word(str(state))} {count}" for state, count in sorted(cell.counts.items()))
        yield course, HeatCell(text.format(**counts), cell.valid_percent, ", ".join(parts))


def _tiles(total: Sequence[Any]) -> Tiles:
    return tuple((state, sum(cell.counts.get(state, 0) for cell in total)) for state in _STATES)


def _person(one: Any) -> PersonRow:
    until = "" if one.until_day == FOREVER else one.until_day
    return PersonRow(
        key=f"{one.staff_id} {one.course}",
        staff_id=one.staff_id,
        name=one.name,
        team=one.team,
        course=one.course,
        state=state_word(str(one.state)),
        percent=f"{one.percent}%" if one.percent >= 0 else "",
        until=until or one.due_day,
    )
