"""The first of the two steps of handing in: look at what is open; the second is a question over the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.hand_in.state import HandInState
from desktop.widgets.values import Ask, Fact, Place, PlaceState, Tone
from desktop.words import pick, tr
from desktop.words.clock import minutes_text
from desktop.words.time_told import time_told
from desktop.words.waiting import waiting_of
from exams import AcademyError, BestWorst, Response, Sitting

_TURNED = frozenset({"E_SITTING_CLOSED", "E_SITTING_PAUSED", "E_RESUME"})


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
    def focus(self, sitting_id: str, lost: bool) -> Sitting: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads; `ask` puts a question over the window."""

    back_to: Callable[[int], None]
    ended: Callable[[Sitting], None]
    ask: Callable[[Ask, Callable[[], None]], None]
    failed: Callable[[AcademyError], None]


class HandInPresenter:
    """Counts what is open, asks once more, hands in."""

    def __init__(self, desk: HandInDesk, sitting: Sitting, titles: Mapping[str, str], exits: Exits) -> None:
        self._desk = desk
        self._sitting = sitting
        self._titles = titles
        self._exits = exits
        self._screen: HandInScreen | None = None
        self._clock_hidden = False
        self._told = ""
        self._away = False
        self._ended = False

    def attach(self, screen: HandInScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the sitting as it stands."""
        if self._screen is not None:
            self._screen.show_state(state_of(self._sitting, pick(self._titles), self._clock_hidden))

    def go_to(self, position: int) -> None:
        """Back to a question."""
        if self._sitting.is_open:
            self._exits.back_to(position)

    def go_back(self) -> None:
        """Back to where the exam stood."""
        self.go_to(self._sitting.position)

    def hide_clock(self, hidden: bool) -> None:
        """Remember that the person would rather not see the time."""
        self._clock_hidden = hidden

    def ask(self) -> None:
        """The second step: say once more what is open, then hand in."""
        if self._sitting.is_open:
            self._exits.ask(question_of(self._sitting), self._hand_in)

    def tick(self) -> None:
        """Time has gone; when it is over the desk has handed in by itself."""
        if not self._ended:
            self._follow(lambda: self._desk.refresh(self._sitting.id))

    def leave_window(self, away: bool) -> None:
        """The window has lost the focus, or has it again: written down once, and nothing more."""
        if away is not self._away and not self._ended:
            self._away = away
            self._follow(lambda: self._desk.focus(self._sitting.id, away))

    def _follow(self, work: Callable[[], Sitting]) -> None:
        before = self._sitting
        try:
            self._sitting = work()
        except AcademyError as error:
            self._fail_once(error)
            return
        self._told = ""
        if self._sitting.has_ended:
            self._end()
        elif not _looks_alike(before, self._sitting):
            self.show()
        elif self._screen is not None:
            self._screen.show_seconds(seconds_of(self._sitting))

    def _hand_in(self) -> None:
        try:
            self._sitting = self._desk.hand_in(self._sitting.id)
        except AcademyError as error:
            if error.code in _TURNED:
                self.tick()  # the page itself says what has become of the sitting meanwhile
            else:
                self._exits.failed(error)
        else:
            self._end()

    def _end(self) -> None:
        self._ended = True
        self._exits.ended(self._sitting)

    def _fail_once(self, error: AcademyError) -> None:
        if error.code != self._told:
            self._told = error.code
            self._exits.failed(error)


def question_of(sitting: Sitting) -> Ask:
    """What is asked before the exam is given out of hand; it begins at the safe answer, for it cannot be undone."""
    state = state_of(sitting, "")
    whole, gaps = tr("Every question is answered."), tr("Some questions have no answer; they give no points.")
    total = len(state.places)
    details = [Fact(tr("Answered"), tr("{answered} of {total}").format(answered=state.answered, total=total))]
    if state.unanswered:
        details.append(Fact(tr("Without an answer"), numbers_text(state.unanswered)))
    if state.flagged:
        details.append(Fact(tr("Flagged"), numbers_text(state.flagged)))
    if state.seconds_left is not None:
        details.append(Fact(tr("Time left"), minutes_text(state.seconds_left // 60)))
    return Ask(
        title=tr("Hand in now?"),
        text=gaps if state.unanswered else whole,
        confirm=tr("Hand in"),
        cancel=tr("Not yet"),
        tone=Tone.BAD,
        details=tuple(details),
        note=tr("After handing in nothing can be changed."),
    )


def numbers_text(places: tuple[Place, ...]) -> str:
    """The numbers of these questions."""
    return tr("No. {numbers}").format(numbers=tr(", ").join(str(place.position) for place in places))


def state_of(sitting: Sitting, title: str, clock_hidden: bool = False) -> HandInState:
    """What is open of a sitting."""
    places = tuple(_place(sitting, item.position) for item in sitting.paper.items)
    return HandInState(
        title=title,
        answered=sum(one.state is PlaceState.ANSWERED for one in places),
        unanswered=tuple(one for one in places if one.state is not PlaceState.ANSWERED),
        flagged=tuple(one for one in places if one.flagged),
        places=places,
        here=sitting.position,
        seconds_left=seconds_of(sitting),
        alert=sitting.alert,
        clock_hidden=clock_hidden,
        time=tuple(Fact(name, length) for name, length in time_told(sitting)),
        waiting=waiting_of(sitting),
        open=sitting.is_open,
    )


def seconds_of(sitting: Sitting) -> int | None:
    """Whole seconds left, rounded up; None without a limit."""
    left = sitting.remaining_ms
    return None if left is None else -(-left // 1000)


def _looks_alike(one: Sitting, other: Sitting) -> bool:
    """True where time has gone and nothing else on the page has changed."""
    return _marks(one) == _marks(other)


def _marks(sitting: Sitting) -> tuple[object, ...]:
    time = sitting.time
    return (sitting.state, sitting.alert, waiting_of(sitting), len(time.gaps), time.credited_ms, time.extended_ms)


def parts_of(given: Response | None) -> tuple[object, ...]:
    """The parts that an answer must have to be whole."""
    if isinstance(given, BestWorst):
        return given.best, given.worst
    return given if isinstance(given, tuple) else ()


def _place(sitting: Sitting, position: int) -> Place:
    given = sitting.answers.get(position)
    half = not all(parts_of(given))
    seen = PlaceState.SEEN if position in sitting.seen or half else PlaceState.UNSEEN
    return Place(position, PlaceState.ANSWERED if given is not None and not half else seen, position in sitting.flags)
