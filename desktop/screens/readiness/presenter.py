"""Looks at the PC beside the window, shows the slip, and prints it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.handout import Handout, Passage
from desktop.readiness.finding import Finding
from desktop.screens.readiness.state import ReadinessState
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence
from desktop.words.readiness import check_name, line_text

Look = Callable[[], tuple[Finding, ...]]


class ReadinessScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ReadinessState) -> None:
        """Show the slip."""
        ...


class Printer(Protocol):
    """Where the slip can be printed."""

    def is_there(self) -> bool: ...  # noqa: D102
    def print_handout(self, handout: Handout, printed: Callable[[], None]) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Tools:
    """`prepare` asks the desktop on its own thread and gives the look that may run beside the window."""

    prepare: Callable[[], Look]
    printer: Printer
    now: Callable[[], int]


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `printed` hears that the slip went to the printer."""

    leave: Callable[[], None]
    printed: Callable[[], None]


class ReadinessPresenter:
    """One PC."""

    def __init__(self, jobs: Jobs, tools: Tools, exits: Exits) -> None:
        self._jobs = jobs
        self._tools = tools
        self._exits = exits
        self._screen: ReadinessScreen | None = None
        self._state = ReadinessState()

    def attach(self, screen: ReadinessScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: ReadinessScreen) -> None:
        """The view has gone; a look that is under way draws nowhere."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the slip; its words are in a language, so another one looks again."""
        self.look()

    def look(self) -> None:
        """Look at everything anew."""
        if self._state.busy:
            return
        self._draw(replace(self._state, busy=True, fault=""))
        self._jobs.run(self._tools.prepare(), self._found, self._failed)

    def print_slip(self) -> None:
        """Onto paper, with a line to sign."""
        if self._state.findings:
            self._tools.printer.print_handout(handout_of(self._state), self._exits.printed)

    def leave(self) -> None:
        """Back to where one came from."""
        self._exits.leave()

    def _found(self, findings: tuple[Finding, ...]) -> None:
        can_print = self._tools.printer.is_there()
        self._draw(ReadinessState(False, findings, self._tools.now(), can_print))

    def _failed(self, error: Exception) -> None:
        self._draw(replace(self._state, busy=False, fault=error_sentence(error).text))

    def _draw(self, state: ReadinessState) -> None:
        self._state = state
        if self._screen is not None:
            self._screen.show_state(state)


def handout_of(state: ReadinessState) -> Handout:
    """The slip as a page, what must be done first."""
    told = tr("Looked at on {time}").format(time=datetime_text(state.looked_wt))
    to_do = tuple(Passage(check_name(one.check), (one.detail, f"☐ {one.what_to_do}")) for one in state.to_do)
    rest = Passage(tr("In order"), tuple(line_text(one) for one in state.in_order))
    return Handout(tr("Is this PC ready?"), told, (*to_do, rest), tr("Checked by: ____________________"))
