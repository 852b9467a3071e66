"""The queue of answers that people mark: looked for in what came, opened one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_marking.state import HrMarkingState, MarkingRow
from desktop.words import tr, trn
from desktop.words.disputes import agreement_text, cause_word, turn_text
from desktop.words.errors import error_sentence
from desktop.words.numbers import points_text
from exams import AcademyError


class HrMarkingScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrMarkingState) -> None:
        """Show the queue."""
        ...


class QueueDesk(Protocol):
    """Where answers wait; `is_open` once HR's keys are."""

    @property
    def is_open(self) -> bool: ...  # noqa: D102
    def open(self, secret: str) -> None: ...  # noqa: D102
    def queue(self) -> Sequence[Any]: ...  # noqa: D102
    def gather(self) -> int: ...  # noqa: D102
    def agreement(self) -> Any: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads."""

    case: Callable[[str, int], None]
    leave: Callable[[], None]


class HrMarkingPresenter:
    """Reads the queue anew each time it is shown."""

    def __init__(self, desk: QueueDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrMarkingScreen | None = None
        self._busy = False
        self._found: int | None = None
        self._fault: AcademyError | None = None

    def attach(self, screen: HrMarkingScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrMarkingScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the queue."""
        self._draw()

    def open(self, secret: str) -> None:
        """Open the keys, then look for new answers."""
        self._look(lambda: self._desk.open(secret))

    def gather(self) -> None:
        """Look for new answers in what came since the last time."""
        self._look(lambda: None)

    def take(self, row: MarkingRow) -> None:
        """To one answer."""
        self._exits.case(row.sitting, row.position)

    def leave(self) -> None:
        """Back to the matrix."""
        if not self._busy:
            self._exits.leave()

    def _look(self, first: Callable[[], None]) -> None:
        if self._busy:
            return
        self._busy, self._fault, self._found = True, None, None
        self._draw()

        def work() -> int:
            first()
            return self._desk.gather()

        self._jobs.run(work, self._done, self._failed)

    def _done(self, found: int) -> None:
        self._busy, self._found = False, found
        self._draw()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._fault = error if isinstance(error, AcademyError) else None
        self._draw()

    def _draw(self) -> None:
        if self._screen is None:
            return
        fault = error_sentence(self._fault).text if self._fault else ""
        state = HrMarkingState(locked=not self._desk.is_open, busy=self._busy, fault=fault)
        if self._busy:  # the register is at work
            self._screen.show_state(state)
            return
        try:
            queue, agreement = self._desk.queue(), self._desk.agreement()
        except AcademyError as error:
            self._screen.show_state(replace(state, fault=error_sentence(error).text))
            return
        found = "" if self._found is None else trn("{n} new answer", "{n} new answers", self._found)
        rows = tuple(map(_row, queue))
        mine = sum(row.mine for row in rows)
        self._screen.show_state(replace(state, rows=rows, mine=mine, agreement=agreement_text(agreement), found=found))


def _row(one: Any) -> MarkingRow:
    turn = turn_text(one)
    if one.turn and not one.mine:
        turn = tr("{turn}, another person").format(turn=turn)
    most = tr("out of {points}").format(points=points_text(one.most))
    return MarkingRow(one.sitting, one.position, one.item, cause_word(one.cause), most, turn, one.mine)
