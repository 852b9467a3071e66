"""The first of the two steps of handing in: look at what is open; the second is a question over the window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.hand_in.state import HandInState
from desktop.widgets.values import Ask, Fact, Place, PlaceState, Tone
from desktop.words import tr
from exams import AcademyError, Sitting, State


class HandInScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HandInState) -> None:
        """Show the counts."""
        ...

    def show_seconds(self, seconds: int | None) -> None:
        """Show the time left."""
        ...


class HandInDesk(Protocol):
    """The part of a trainee's desk that ends a sitting."""

    def refresh(self, sitting_id: str) -> Sitting: ...  # noqa: D102
    def hand_in(self, sitting_id: str) -> Sitting: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads; `ask` puts a question over the window."""

    back_to: Callable[[int], None]
    ended: Callable[[Sitting], None]
    ask: Callable[[Ask, Callable[[], None]], None]
    failed: Callable[[AcademyError], None]


class HandInPresenter:
    """Counts what is open, asks once more, hands in."""

    def __init__(self, desk: HandInDesk, sitting: Sitting, title: str, exits: Exits) -> None:
        self._desk = desk
        self._sitting = sitting
        self._title = title
        self._exits = exits
        self._screen: HandInScreen | None = None

    def attach(self, screen: HandInScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the sitting as it stands now."""
        self.tick()
        if self._screen is not None and self._sitting.state is not State.GRADED:
            self._screen.show_state(state_of(self._sitting, self._title))

    def go_to(self, position: int) -> None:
        """Back to a question."""
        self._exits.back_to(position)

    def go_back(self) -> None:
        """Back to where the exam stood."""
        self._exits.back_to(self._sitting.position)

    def ask(self) -> None:
        """The second step: say once more what is open, then hand in."""
        state = state_of(self._sitting, self._title)
        details = (
            Fact(tr("Answered"), tr("{answered} of {total}").format(answered=state.answered, total=state.total)),
            Fact(tr("Flagged"), str(len(state.flagged))),
        )
        open_ones = bool(state.unanswered)
        whole, gaps = tr("Every question is answered."), tr("Some questions have no answer; they give no points.")
        asked = Ask(
            title=tr("Hand in now?"),
            text=gaps if open_ones else whole,
            confirm=tr("Hand in"),
            cancel=tr("Not yet"),
            tone=Tone.WARN if open_ones else Tone.ACCENT,
            details=details,
            note=tr("After handing in nothing can be changed."),
        )
        self._exits.ask(asked, self._hand_in)

    def tick(self) -> None:
        """A second has gone; when time is over the desk has handed in by itself."""
        try:
            self._sitting = self._desk.refresh(self._sitting.id)
        except AcademyError as error:
            self._exits.failed(error)
            return
        if self._sitting.state is State.GRADED:
            self._exits.ended(self._sitting)
        elif self._screen is not None:
            self._screen.show_seconds(seconds_of(self._sitting))

    def _hand_in(self) -> None:
        try:
            self._sitting = self._desk.hand_in(self._sitting.id)
        except AcademyError as error:
            self._exits.failed(error)
        else:
            self._exits.ended(self._sitting)


def state_of(sitting: Sitting, title: str) -> HandInState:
    """What is open of a sitting."""
    total = len(sitting.paper.items)
    places = tuple(_place(sitting, number) for number in range(1, total + 1))
    return HandInState(
        title=title,
        total=total,
        answered=len(sitting.answers),
        unanswered=tuple(one.position for one in places if one.state is not PlaceState.ANSWERED),
        flagged=tuple(sorted(sitting.flags)),
        places=places,
        seconds_left=seconds_of(sitting),
    )


def seconds_of(sitting: Sitting) -> int | None:
    """Whole seconds left, rounded up; None without a limit."""
    left = sitting.remaining_ms
    return None if left is None else -(-left // 1000)


def _place(sitting: Sitting, position: int) -> Place:
    seen = PlaceState.SEEN if position in sitting.seen else PlaceState.UNSEEN
    state = PlaceState.ANSWERED if position in sitting.answers else seen
    return Place(position, state, flagged=position in sitting.flags)
