"""The log of one session, read anew each time it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.proctor_log.state import ProctorLogState
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import time_text
from desktop.words.errors import error_sentence
from desktop.words.overrides import Act
from exams import AcademyError, Incident, SessionInfo


class ProctorLogScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ProctorLogState) -> None:
        """Show the log."""
        ...


class Log(Protocol):
    """The part of a proctor's desk that keeps incidents."""

    def of(self, session: str) -> tuple[Incident, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `note` goes to the form of one group."""

    note: Callable[[Act], None]
    room: Callable[[], None]


class ProctorLogPresenter:
    """Tells what happened; noting it is a form of its own."""

    def __init__(self, log: Log, session: SessionInfo, names: Callable[[], dict[str, str]], exits: Exits) -> None:
        """`names` by sitting: whom an incident concerns."""
        self._log = log
        self._session = session
        self._names = names
        self._exits = exits
        self._screen: ProctorLogScreen | None = None

    def attach(self, screen: ProctorLogScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read the log and show it."""
        if self._screen is None:
            return
        title, may = self._session.title, self._session.open
        try:
            names = self._names()
            told = tuple(_fact(one, names) for one in self._log.of(self._session.id))
        except AcademyError as error:
            self._screen.show_state(ProctorLogState(title, fault=error_sentence(error).text))
            return
        self._screen.show_state(ProctorLogState(title, told, may))

    def note(self, act: str) -> None:
        """On to the form of a group."""
        self._exits.note(Act(act))

    def leave(self) -> None:
        """Back to the room."""
        self._exits.room()


def _fact(one: Incident, names: dict[str, str]) -> Fact:
    groups = {"person": tr("Person"), "pc": tr("Computer"), "room": tr("Room"), "content": tr("Question")}
    where = (time_text(one.wt), groups.get(one.group, one.group), names.get(one.sitting, ""))
    return Fact(" · ".join(filter(None, where)), f"{one.text} ({one.by})")
