"""Which calls there are, what came of them so far, and the way into one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.calls.state import CallGroup, CallsState, NextCall
from desktop.widgets.values import Face, FaceKind, RowValue, Tone
from desktop.words import mark, pick, tr
from desktop.words.calls import LEVELS, about_minutes
from desktop.words.errors import error_sentence
from exams import AcademyError, CallLine, Shelf

_GROUPS = {
    Shelf.CORE: (mark("The calls of the course"), mark("Each belongs to a chapter and practises what it teaches.")),
    Shelf.RESERVE: (mark("More calls"), mark("Four others, for whoever wants to go on practising.")),
}


class CallsScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: CallsState) -> None:
        """Show the list."""
        ...


class CallsBook(Protocol):
    """The part of a person's simulated calls that the list tells about."""

    def lines(self) -> tuple[CallLine, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the list leads."""

    call: Callable[[str], None]
    home: Callable[[], None]


class CallsPresenter:
    """Reads everything anew whenever it is shown."""

    def __init__(self, book: CallsBook, exits: Exits) -> None:
        self._book = book
        self._exits = exits
        self._screen: CallsScreen | None = None

    def attach(self, screen: CallsScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read the list and show it."""
        try:
            state = _state(self._book.lines())
        except AcademyError as error:
            words = error_sentence(error)
            state = CallsState(face=Face(FaceKind.ERROR, words.what, words.next, tr("Try again")))
        if self._screen is not None:
            self._screen.show_state(state)

    def open(self, scenario: str) -> None:
        """Play a call, or go on with it."""
        self._exits.call(scenario)

    def go_home(self) -> None:
        """Back to the training page."""
        self._exits.home()


def _state(lines: tuple[CallLine, ...]) -> CallsState:
    if not lines:
        text = tr("The course in use on this PC brings none. Headquarters can send them with the next pack.")
        return CallsState(face=Face(FaceKind.EMPTY, tr("No calls to practise"), text))
    passed = sum(1 for line in lines if line.best is not None and line.best.passed)
    groups = []
    for shelf, (title, note) in _GROUPS.items():
        rows = tuple(_row(line) for line in lines if line.scenario.shelf is shelf)
        if rows:
            groups.append(CallGroup(tr(title), tr(note), rows))
    told = tr("{passed} of {total} passed").format(passed=passed, total=len(lines))
    return CallsState(told, passed * 100 // len(lines), tuple(groups), _next(lines))


def _next(lines: tuple[CallLine, ...]) -> NextCall | None:
    """A call on the line; for whoever has played none yet, the first of the easiest."""
    running = next((line.scenario for line in lines if line.running), None)
    if running is not None:
        return NextCall(running.id, tr("On the line"), pick(running.titles), tr("Go on with the call"))
    if any(line.plays for line in lines):
        return None
    first = min(lines, key=lambda line: list(LEVELS).index(line.scenario.difficulty.value)).scenario
    return NextCall(first.id, tr("Begin here"), pick(first.titles), tr("Take the call"))


def _row(line: CallLine) -> RowValue:
    scenario = line.scenario
    badge, tone = _standing(line)
    level = tr(LEVELS[scenario.difficulty.value])
    chapter = tr("Chapter {n}").format(n=scenario.chapter)
    facts = (chapter, level, about_minutes(scenario.target_seconds), pick(scenario.caller.names))
    return RowValue(
        key=scenario.id,
        title=pick(scenario.titles),
        subtitle=" · ".join(facts),
        icon=f"mood_{scenario.caller.mood}",
        badge=badge,
        tone=tone,
    )


def _standing(line: CallLine) -> tuple[str, Tone]:
    if line.running:
        return tr("On the line"), Tone.INFO
    if line.best is None:
        return "", Tone.NEUTRAL
    if line.best.passed:
        return tr("Best {score} · passed").format(score=line.best.score), Tone.GOOD
    return tr("Best {score} · not passed").format(score=line.best.score), Tone.WARN
