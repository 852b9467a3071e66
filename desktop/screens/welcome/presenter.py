"""Sets up a demonstration in an empty home, or puts the newest good copy back into a damaged one.

What goes wrong is said, and the same button tries again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.welcome.state import Finding, WelcomeState
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence
from exams import FirstGlance, HomeState

_FINDINGS = {HomeState.NEWER: Finding.NEWER, HomeState.DAMAGED: Finding.DAMAGED}


class WelcomeScreen(Protocol):
    """What the presenter needs of a view."""

    def show_state(self, state: WelcomeState) -> None: ...  # noqa: D102
    def focus_action(self) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """The work, done beside the window; `ready` looks at the home again."""

    set_up: Callable[[], object]
    restore: Callable[[str], object]
    ready: Callable[[], None]


class WelcomePresenter:
    """One page with at most one thing to do."""

    def __init__(self, home: str, seen: FirstGlance, jobs: Jobs, exits: Exits) -> None:
        self._jobs = jobs
        self._exits = exits
        self._screen: WelcomeScreen | None = None
        self._error: Exception | None = None
        finding = _FINDINGS.get(seen.state, Finding.NOTHING)
        self._backup = seen.backup
        self._state = WelcomeState(finding=finding, home=home)

    def attach(self, screen: WelcomeScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show what was found."""
        self._draw()

    def start(self) -> None:
        """Put the keyboard on the one thing to do."""
        if self._screen is not None:
            self._screen.focus_action()

    def set_up(self) -> None:
        """Make the demonstration; a second press while it is made does nothing."""
        self._work(self._exits.set_up)

    def mend(self) -> None:
        """Put the newest good copy back, keeping what stands there now; where there is none, look again."""
        if self._backup:
            self._work(lambda: self._exits.restore(self._backup))
        else:
            self._exits.ready()

    def _work(self, work: Callable[[], object]) -> None:
        if self._state.busy:
            return
        self._error = None
        self._state = replace(self._state, busy=True)
        self._draw()
        self._jobs.run(work, lambda _: self._exits.ready(), self._failed)

    def _failed(self, error: Exception) -> None:
        self._error = error
        self._state = replace(self._state, busy=False)
        self._draw()
        self.start()

    def _draw(self) -> None:
        if self._screen is not None:
            fault = error_sentence(self._error).text if self._error else ""
            self._screen.show_state(replace(self._state, fault=fault, backup=_said(self._backup)))


def _said(backup: str) -> str:
    """When a copy was made; its name where that tells no time."""
    try:
        made = datetime.strptime(backup, "academy-%Y%m%dT%H%M%S%fZ.sqlite").replace(tzinfo=UTC)
    except ValueError:
        return backup
    return datetime_text(int(made.timestamp() * 1000))
