"""One answer before its marker: looked at, and given points; nothing of other markers is told too early."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_marking_case.state import HrMarkingCaseState
from desktop.widgets.values import Fact, Option
from desktop.words import pick, tr
from desktop.words.disputes import milli_points, remark_text, turn_text
from desktop.words.errors import error_sentence
from desktop.words.numbers import points_text
from desktop.words.replay import json_value, response_text, seen_letters
from exams import AcademyError


class HrMarkingCaseScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrMarkingCaseState) -> None:
        """Show the answer."""
        ...


class CaseDesk(Protocol):
    """Where answers are read and marked; `is_open` once HR's keys are."""

    @property
    def is_open(self) -> bool: ...  # noqa: D102
    def open(self, secret: str) -> None: ...  # noqa: D102
    def case(self, sitting: str, position: int) -> Any: ...  # noqa: D102
    def mark(self, sitting: str, position: int, points: int, remark: str) -> Any: ...  # noqa: D102


class HrMarkingCasePresenter:
    """`leave` leads back to the queue, also once the points are kept."""

    def __init__(self, desk: CaseDesk, jobs: Jobs, where: tuple[str, int], leave: Callable[[], None]) -> None:
        self._desk = desk
        self._jobs = jobs
        self._where = where
        self._leave = leave
        self._screen: HrMarkingCaseScreen | None = None
        self._case: Any = None
        self._busy = False
        self._fault = ""
        self._typed = _Typed()

    def attach(self, screen: HrMarkingCaseScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrMarkingCaseScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the answer; with open keys it is read at once."""
        if self._case is None and self._desk.is_open and not self._busy and not self._fault:
            self._read(lambda: None)
        else:
            self._draw()

    def open(self, secret: str) -> None:
        """Open the keys, then read the answer."""
        if not self._busy:
            self._read(lambda: self._desk.open(secret))

    def type_points(self, text: str) -> None:
        """What stands in the field of points."""
        self._typed.points = text

    def type_words(self, text: str) -> None:
        """What stands in the field of the remark."""
        self._typed.words = text

    def mark(self) -> None:
        """Give the points, then back to the queue."""
        points = milli_points(self._typed.points)
        if self._busy or self._case is None:
            return
        if points is None:
            self._fault = tr("Points are a number such as 0.5.")
            self._draw()
            return
        self._busy, words = True, self._typed.words
        self._draw()
        self._jobs.run(lambda: self._desk.mark(*self._where, points, words), self._marked, self._failed)

    def leave(self) -> None:
        """Back to the queue."""
        if not self._busy:
            self._leave()

    def _read(self, first: Callable[[], None]) -> None:
        self._busy, self._fault = True, ""
        self._draw()

        def work() -> Any:
            first()
            return self._desk.case(*self._where)

        self._jobs.run(work, self._done, self._failed)

    def _done(self, case: Any) -> None:
        self._busy, self._case = False, case
        self._draw()

    def _marked(self, _waiting: Any) -> None:
        self._busy = False
        self._leave()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._draw()

    def _draw(self) -> None:
        if self._screen is None:
            return
        title = tr("Question {position}").format(position=self._where[1])
        if self._case is None:
            self._screen.show_state(HrMarkingCaseState(title, busy=self._busy, fault=self._fault))
        else:
            self._screen.show_state(self._state(title))

    def _state(self, title: str) -> HrMarkingCaseState:
        case, question = self._case, self._case.question
        options = pick(question.options) if question else ()
        letter = seen_letters([one for one, _ in options or ()])
        return HrMarkingCaseState(
            title=title,
            opened=True,
            busy=self._busy,
            fault=self._fault,
            turn=turn_text(case.waiting),
            item_type=question.type.value if question else "single",
            stem=pick(question.stems) if question else "",
            options=tuple(Option(*one) for one in options or ()),
            unit=question.unit if question else "",
            value=None if case.answer is None else json_value(case.answer),
            known=question is not None,
            correct=response_text(case.correct, letter),
            remark=remark_text(case.comment),
            marks=tuple(map(_mark, case.marks)),
            mine=case.waiting.mine,
            most=points_text(case.waiting.most),
            points=self._typed.points,
            words=self._typed.words,
        )


@dataclass(slots=True)
class _Typed:
    points: str = ""
    words: str = ""


def _mark(one: Any) -> Fact:
    told = tr("{points} points").format(points=points_text(one.points))
    return Fact(
        tr("Marker {turn}: {who}").format(turn=one.turn, who=one.marker), " · ".join(filter(None, (told, one.remark)))
    )
