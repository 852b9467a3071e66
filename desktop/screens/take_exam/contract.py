"""What the exam's presenter needs of its view and of the desk, and where it leads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.take_exam.state import TakeExamState
from exams import AcademyError, Question, Sitting


class TakeExamScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: TakeExamState) -> None:
        """Show one question."""
        ...

    def show_seconds(self, seconds: int | None, part: int | None) -> None:
        """Show the time left, of the whole and of the question or its part; None without a limit."""
        ...


class AidDesk(Protocol):
    """The part of a trainee's desk that keeps marks, notes and remarks."""

    def strike(self, sitting_id: str, position: int, letters: Iterable[str]) -> Sitting: ...  # noqa: D102
    def highlight(self, sitting_id: str, position: int, lang: str, span: tuple[int, int]) -> Sitting: ...  # noqa: D102
    def unhighlight(self, sitting_id: str, position: int, lang: str, at: int) -> Sitting: ...  # noqa: D102
    def comment(self, sitting_id: str, position: int, kind: str, text: str) -> Sitting: ...  # noqa: D102
    def scratch(self, sitting_id: str, text: str) -> Sitting: ...  # noqa: D102


class ExamDesk(Protocol):
    """The part of a trainee's desk that an exam uses."""

    @property
    def aids(self) -> AidDesk: ...  # noqa: D102
    def question(self, sitting_id: str, position: int) -> Question: ...  # noqa: D102
    def show(self, sitting_id: str, position: int, lang: str = "") -> Sitting: ...  # noqa: D102
    def answer(self, sitting_id: str, position: int, value: object) -> Sitting: ...  # noqa: D102
    def draft(self, sitting_id: str, position: int, value: object) -> Sitting: ...  # noqa: D102
    def clear(self, sitting_id: str, position: int) -> Sitting: ...  # noqa: D102
    def flag(self, sitting_id: str, position: int, on: bool) -> Sitting: ...  # noqa: D102
    def refresh(self, sitting_id: str) -> Sitting: ...  # noqa: D102
    def focus(self, sitting_id: str, lost: bool) -> Sitting: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads: to the page before handing in, to the result when time is over."""

    summary: Callable[[], None]
    over: Callable[[], None]
    failed: Callable[[AcademyError], None]
