"""What came of every sitting, and which of them can be opened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.history.state import EVERYTHING, HistoryState
from desktop.widgets.values import Face, FaceKind, RowValue, Tone
from desktop.words import pick, tr
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence
from desktop.words.numbers import percent_text
from exams import AcademyError, ExamOffer, Kind, Sitting, SittingLine, State

_ICONS = {"final": "exam", "rehearsal": "people", "mock": "target", "quiz": "quiz"}
_UNFINISHED = (State.OPEN.value, State.PAUSED.value)


class HistoryScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HistoryState) -> None:
        """Show the list."""
        ...


class HistoryDesk(Protocol):
    """The part of a trainee's desk that remembers sittings."""

    def history(self) -> tuple[SittingLine, ...]: ...  # noqa: D102
    def sitting(self, sitting_id: str) -> Sitting: ...  # noqa: D102
    def offer(self, kind: Kind, chapter: int | None = None) -> ExamOffer: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads."""

    result: Callable[[str], None]
    resume: Callable[[str], None]
    certificate: Callable[[str], None]
    home: Callable[[], None]


class HistoryPresenter:
    """One person's sittings, newest first."""

    def __init__(self, desk: HistoryDesk, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: HistoryScreen | None = None
        self._kind = EVERYTHING
        self._lines: tuple[SittingLine, ...] = ()
        self._chapters: dict[str, int] = {}

    def attach(self, screen: HistoryScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read the list anew and show it."""
        try:
            self._lines = self._desk.history()
            state = self._state()
        except AcademyError as error:
            words = error_sentence(error)
            state = HistoryState(face=Face(FaceKind.ERROR, words.what, words.next))
        if self._screen is not None:
            self._screen.show_state(state)

    def choose_kind(self, kind: str) -> None:
        """Show only quizzes, mocks or finals."""
        self._kind = kind
        self.show()

    def open(self, sitting_id: str) -> None:
        """The result of a sitting, or the sitting itself where it goes on."""
        line = next((one for one in self._lines if one.sitting == sitting_id), None)
        if line is None or line.state in {State.VOID.value, State.MOVED.value}:
            return
        (self._exits.resume if line.state in _UNFINISHED else self._exits.result)(sitting_id)

    def open_certificate(self) -> None:
        """On to the newest certificate."""
        number = _newest_certificate(self._lines)
        if number:
            self._exits.certificate(number)

    def go_home(self) -> None:
        """Back to the training page."""
        self._exits.home()

    def _state(self) -> HistoryState:
        kinds = tuple(kind for kind in _ICONS if any(line.kind == kind for line in self._lines))
        if self._kind not in kinds:
            self._kind = EVERYTHING
        face = None
        if not self._lines:
            text = tr("Your quizzes, mock exams and finals appear here once you have taken one.")
            face = Face(FaceKind.EMPTY, tr("No results yet"), text, tr("To my training"))
        return HistoryState(
            kinds=(EVERYTHING, *kinds) if len(kinds) > 1 else (),
            kind=self._kind,
            rows=tuple(self._row(line) for line in self._lines if self._kind in (EVERYTHING, line.kind)),
            certificate=_newest_certificate(self._lines),
            face=face,
        )

    def _row(self, line: SittingLine) -> RowValue:
        badge, tone = _verdict(line)
        parts = [datetime_text(line.ended_wt or line.started_wt)]
        if line.kind != Kind.QUIZ.value:
            parts.append(tr("attempt {n}").format(n=line.attempt))
        if line.certificate:
            parts.append(tr("certificate {number}").format(number=line.certificate))
        return RowValue(
            key=line.sitting,
            title=self._title(line),
            subtitle="\n".join(part for part in (" · ".join(parts), _explained(line)) if part),
            icon=_ICONS.get(line.kind, "exam"),
            badge=badge,
            tone=tone,
            enabled=line.state not in {State.VOID.value, State.MOVED.value},
        )

    def _title(self, line: SittingLine) -> str:
        return pick(self._desk.offer(Kind(line.kind), self._chapter(line)).titles)

    def _chapter(self, line: SittingLine) -> int | None:
        """The chapter of a quiz; the list does not say it, the paper does."""
        if line.kind != Kind.QUIZ.value:
            return None
        if line.sitting not in self._chapters:
            blueprint = self._desk.sitting(line.sitting).paper.blueprint
            self._chapters[line.sitting] = int(blueprint.removeprefix("quiz-"))
        return self._chapters[line.sitting]


def _newest_certificate(lines: tuple[SittingLine, ...]) -> str:
    return next((line.certificate for line in lines if line.certificate), "")


def _verdict(line: SittingLine) -> tuple[str, Tone]:
    if line.state == State.VOID.value:
        return tr("Void"), Tone.WARN
    if line.state == State.MOVED.value:
        return tr("Goes on at another PC"), Tone.INFO
    if line.state == State.SUBMITTED.value:
        return tr("Waiting for grading"), Tone.INFO
    if line.passed is None:
        return tr("Not finished"), Tone.INFO
    words, tone = (tr("Passed"), Tone.GOOD) if line.passed else (tr("Not passed"), Tone.WARN)
    return (words if line.percent is None else f"{percent_text(line.percent)} · {words}"), tone


def _explained(line: SittingLine) -> str:
    if line.state == State.VOID.value:
        return tr("It does not count; the proctor knows why.")
    if line.state == State.SUBMITTED.value:
        return tr("It is handed in and saved.")
    if line.state == State.MOVED.value:
        return tr("Go to the PC that took it over.")
    if line.state in _UNFINISHED:
        done = tr("{answered} of {total} answered").format(answered=line.answered, total=line.items)
        return tr("{done}; open it to go on.").format(done=done)
    return ""
