"""A course for people, teams, branches or everybody: whom it means, then given, then perhaps taken back."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_assign.state import ALL, TEAM, AssignmentRow, Draft, HrAssignState, PlanRow
from desktop.widgets.values import Ask, Fact, Tone
from desktop.words import tr
from desktop.words.clock import date_text
from desktop.words.errors import error_sentence
from exams import AcademyError, WantedAssignment

MOST_NAMES = 200
"""Names in one go; more are a team, a branch, or the command."""


class HrAssignScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrAssignState) -> None:
        """Show the page."""
        ...


class AssignDesk(Protocol):
    """The part of the register that knows who must pass what; all of it may raise `AcademyError`."""

    def assignments(self) -> Sequence[Any]: ...  # noqa: D102

    def plan(self, wanted: Sequence[WantedAssignment]) -> Sequence[Any]:
        """For each whom it means, or the `AcademyError` that refuses it."""
        ...

    def assign(self, wanted: Sequence[WantedAssignment]) -> Sequence[Any]:
        """All of them, or none."""
        ...

    def take_back(self, numbers: Sequence[int]) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `ask` puts a question over it."""

    ask: Callable[[Ask, Callable[[], None]], None]
    leave: Callable[[], None]


class HrAssignPresenter:
    """What is typed stays until it is assigned; whatever is changed has to be looked at again."""

    def __init__(self, desk: AssignDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrAssignScreen | None = None
        self._state = HrAssignState()

    def attach(self, screen: HrAssignScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrAssignScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while the register is at work."""
        return bool(self._state.work)

    def show(self) -> None:
        """Read what is assigned."""
        if not self.busy:
            self._read()

    def fill_in(self, **parts: str) -> None:
        """Course, kind, names or the last day as they stand; what was looked at counts no more."""
        draft = replace(self._state.draft, **parts)
        if draft != self._state.draft:
            self._put(draft=draft, plan=(), missing="", told="", fault="")

    def look(self) -> None:
        """Whom it means, before it counts."""
        missing = _missing(self._state.draft)
        if missing or self.busy:
            self._put(missing=missing)
            return
        wanted = _wanted(self._state.draft)
        self._begin(tr("Looking whom it means"))
        self._jobs.run(lambda: self._desk.plan(wanted), lambda found: self._planned(wanted, found), self._failed)

    def assign(self) -> None:
        """Give what was looked at."""
        if self._state.can_assign:
            wanted = _wanted(self._state.draft)
            self._begin(tr("Assigning"))
            self._jobs.run(lambda: self._desk.assign(wanted), self._assigned, self._failed)

    def undo(self) -> None:
        """Take back what was assigned last."""
        if self._state.last and not self.busy:
            self._take_back(self._state.last)

    def choose_row(self, row: object) -> None:
        """One assignment is the one meant."""
        if isinstance(row, AssignmentRow) and row.key != self._state.chosen:
            self._put(chosen=row.key)

    def remove(self) -> None:
        """Ask whether the assignment one is at shall be taken back."""
        here = next((row for row in self._state.rows if row.key == self._state.chosen), None)
        if here is not None and not self.busy:
            self._exits.ask(_question(here), lambda: self._take_back((here.number,)))

    def leave(self) -> None:
        """Back to the matrix."""
        if not self.busy:
            self._exits.leave()

    def _take_back(self, numbers: tuple[int, ...]) -> None:
        self._begin(tr("Taking back"))
        self._jobs.run(lambda: self._desk.take_back(numbers), lambda _: self._taken_back(numbers), self._failed)

    def _planned(self, wanted: Sequence[WantedAssignment], found: Sequence[Any]) -> None:
        self._put(work="", plan=tuple(map(_plan, wanted, found)))

    def _assigned(self, done: Sequence[Any]) -> None:
        told = tr("Assigned. Who joins them later is meant too.")
        last = tuple(one.number for one in done)
        self._state = replace(self._state, work="", plan=(), draft=_after(self._state.draft), told=told, last=last)
        self._read()

    def _taken_back(self, numbers: tuple[int, ...]) -> None:
        last = tuple(one for one in self._state.last if one not in numbers)
        told = tr("Taken back. What was sat and passed stays.")
        self._state = replace(self._state, work="", chosen="", last=last, told=told)
        self._read()

    def _failed(self, error: Exception) -> None:
        self._put(work="")
        self._read()  # another officer may have changed what stands here
        self._put(fault=error_sentence(error).text if isinstance(error, AcademyError) else "")

    def _begin(self, work: str) -> None:
        self._put(work=work, missing="", told="", fault="")

    def _read(self) -> None:
        try:
            rows = tuple(map(_row, reversed(self._desk.assignments())))
        except AcademyError as error:
            self._put(fault=error_sentence(error).text)
            return
        numbers = {row.number for row in rows}
        self._put(rows=rows, read=True, fault="", last=tuple(one for one in self._state.last if one in numbers))

    def _put(self, **parts: Any) -> None:
        self._state = replace(self._state, **parts)
        if self._screen is not None:
            self._screen.show_state(self._state)


def _missing(draft: Draft) -> str:
    if not draft.course.strip():
        return "course"
    names = len(_names(draft))
    return "" if draft.kind == ALL or 0 < names <= MOST_NAMES else ("names" if not names else "many")


def _names(draft: Draft) -> tuple[str, ...]:
    """Names of teams may hold spaces, and are parted by commas and semicolons alone."""
    parts = re.split(r"[,，、;；]+" if draft.kind == TEAM else r"[\s,，、;；]+", draft.names)
    return tuple(dict.fromkeys(one.strip() for one in parts if one.strip()))


def _wanted(draft: Draft) -> tuple[WantedAssignment, ...]:
    names = ("",) if draft.kind == ALL else _names(draft)
    return tuple(WantedAssignment(draft.course.strip(), draft.kind, name, draft.due.strip()) for name in names)


def _after(draft: Draft) -> Draft:
    """The same course and day may go on to others."""
    return replace(draft, names="")


def _plan(wanted: WantedAssignment, found: Any) -> PlanRow:
    name = wanted.name or tr("everybody")
    if isinstance(found, AcademyError):
        return PlanRow(name, fault=error_sentence(found).text)
    return PlanRow(name, found.people, found.passed, found.assigned)


def _row(one: Any) -> AssignmentRow:
    by = tr("{who}, {when}").format(who=one.who or "–", when=date_text(one.wt))
    whom = one.name or tr("everybody")
    return AssignmentRow(one.number, one.course, whom, one.due_day or tr("no last day"), one.due_day, by)


def _question(row: AssignmentRow) -> Ask:
    facts = (Fact(tr("Course"), row.course), Fact(tr("Who"), row.whom), Fact(tr("Last day"), row.due))
    text = tr("Nobody must pass the course because of it any more. What was sat and passed stays.")
    return Ask(tr("Take this assignment back?"), text, tr("Take it back"), tr("Keep it"), Tone.WARN, facts)
