"""Turns what the person did into desk calls, and the desk's answers into a state."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.take_exam.state import Hint, TakeExamState
from desktop.widgets.values import Option, Place, PlaceState, SaveState
from desktop.words import pick
from exams import AcademyError, BestWorst, Question, Response, Sitting, State


class TakeExamScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: TakeExamState) -> None:
        """Show one question."""
        ...

    def show_seconds(self, seconds: int | None) -> None:
        """Show the time left; None without a limit."""
        ...


class ExamDesk(Protocol):
    """The part of a trainee's desk that an exam uses."""

    def question(self, sitting_id: str, position: int) -> Question: ...  # noqa: D102
    def show(self, sitting_id: str, position: int) -> Sitting: ...  # noqa: D102
    def answer(self, sitting_id: str, position: int, value: object) -> Sitting: ...  # noqa: D102
    def clear(self, sitting_id: str, position: int) -> Sitting: ...  # noqa: D102
    def flag(self, sitting_id: str, position: int, on: bool) -> Sitting: ...  # noqa: D102
    def refresh(self, sitting_id: str) -> Sitting: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads: to the page before handing in, to the result when time is over."""

    summary: Callable[[], None]
    over: Callable[[], None]
    failed: Callable[[AcademyError], None]


class TakeExamPresenter:
    """One running sitting. "Saved" is shown only after the desk has returned."""

    def __init__(self, desk: ExamDesk, sitting: Sitting, title: str, exits: Exits) -> None:
        self._desk = desk
        self._sitting = sitting
        self._title = title
        self._exits = exits
        self._screen: TakeExamScreen | None = None
        self._saved = SaveState.IDLE
        self._hint = Hint.NONE

    def attach(self, screen: TakeExamScreen) -> None:
        """Draw on this view from now on; a change of language or size brings a new one."""
        self._screen = screen

    def show(self) -> None:
        """Show the question where the sitting stands, and note that it was shown."""
        self.go_to(self._sitting.position)

    def go_to(self, position: int) -> None:
        """Turn to another question."""
        if not 1 <= position <= len(self._sitting.paper.items):
            return
        self._saved, self._hint = SaveState.IDLE, Hint.NONE
        if self._do(lambda: self._desk.show(self._sitting.id, position)):
            self._draw()

    def go_next(self) -> None:
        """The next question; after the last one the page before handing in."""
        if self._sitting.position == len(self._sitting.paper.items):
            self._exits.summary()
        else:
            self.go_to(self._sitting.position + 1)

    def go_back(self) -> None:
        """The question before."""
        self.go_to(self._sitting.position - 1)

    def choose(self, value: object) -> None:
        """Save a response at once; None takes it back."""
        position = self._sitting.position
        try:
            if value is None:
                self._sitting = self._desk.clear(self._sitting.id, position)
            else:
                self._sitting = self._desk.answer(self._sitting.id, position, value)
        except AcademyError as error:
            self._refused(error)
        else:
            self._saved, self._hint = SaveState.SAVED, Hint.NONE
        self._draw()

    def flag(self) -> None:
        """Mark the question to come back to, or take the mark away."""
        position = self._sitting.position
        on = position not in self._sitting.flags
        if self._do(lambda: self._desk.flag(self._sitting.id, position, on)):
            self._draw()

    def ask_summary(self) -> None:
        """On to the page before handing in."""
        self._exits.summary()

    def tick(self) -> None:
        """A second has gone: show the time; when it is over the desk has handed in by itself."""
        before = self._sitting.state
        if not self._do(lambda: self._desk.refresh(self._sitting.id)):
            return
        if self._sitting.state is State.GRADED:
            self._exits.over()
        elif self._sitting.state is not before:
            self._draw()
        elif self._screen is not None:
            self._screen.show_seconds(_seconds(self._sitting))

    def _do(self, work: Callable[[], Sitting]) -> bool:
        try:
            self._sitting = work()
        except AcademyError as error:
            self._exits.failed(error)
            return False
        return True

    def _refused(self, error: AcademyError) -> None:
        self._saved = SaveState.FAILED
        self._hint = Hint.NOT_A_NUMBER if error.code == "E_RESPONSE" else Hint.NOT_SAVED
        if error.code != "E_RESPONSE":
            self._exits.failed(error)

    def _draw(self) -> None:
        if self._screen is None:
            return
        sitting = self._sitting
        question = self._desk.question(sitting.id, sitting.position)
        given = sitting.answers.get(sitting.position)
        paused = sitting.state is State.PAUSED
        state = TakeExamState(
            title=self._title,
            position=sitting.position,
            total=len(sitting.paper.items),
            item_type=question.type.value,
            stem=pick(question.stems),
            options=tuple(Option(letter, text) for letter, text in pick(question.options)),
            unit=question.unit,
            value=None if given is None else response_value(given),
            points=question.points,
            flagged=sitting.position in sitting.flags,
            places=places_of(sitting),
            answered=len(sitting.answers),
            saved=self._saved,
            hint=Hint.PAUSED if paused else self._hint,
            seconds_left=_seconds(sitting),
            open=sitting.is_open,
        )
        self._screen.show_state(replace(state, stem="", options=()) if paused else state)


def response_value(response: Response) -> object:
    """The JSON form that the answer widgets speak."""
    if isinstance(response, BestWorst):
        return {"best": response.best, "worst": response.worst}
    return list(response) if isinstance(response, tuple) else response


def places_of(sitting: Sitting) -> tuple[Place, ...]:
    """The navigator's places."""
    return tuple(_place(sitting, item.position) for item in sitting.paper.items)


def _place(sitting: Sitting, position: int) -> Place:
    state = PlaceState.UNSEEN
    if position in sitting.answers:
        state = PlaceState.ANSWERED
    elif position in sitting.seen:
        state = PlaceState.SEEN
    return Place(position, state, flagged=position in sitting.flags)


def _seconds(sitting: Sitting) -> int | None:
    left = sitting.remaining_ms
    return None if left is None else -(-left // 1000)
