"""The code of a new session, as long as its page stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.session_code.state import SessionCodeState
from exams import SessionInfo


class SessionCodeScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: SessionCodeState) -> None:
        """Show the code."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads."""

    room: Callable[[], None]


class SessionCodePresenter:
    """Knows the code until the page is left."""

    def __init__(self, session: SessionInfo, code: str, exits: Exits) -> None:
        self._state = SessionCodeState(session.title, tuple(part for part in code.split("-") if part))
        self._exits = exits
        self._screen: SessionCodeScreen | None = None

    def attach(self, screen: SessionCodeScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the code."""
        if self._screen is not None:
            self._screen.show_state(self._state)

    def leave(self) -> None:
        """It is written down: back to the room."""
        self._exits.room()
