"""What a play earned by the rubric, and what a good line would have been."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.call_result.state import CallResultState
from desktop.screens.call_result.telling import Setting, told
from exams import CallPlay


class CallResultScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: CallResultState) -> None:
        """Show the result."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the result leads: the same call again, all calls, a section, another play of this call."""

    again: Callable[[str], None]
    calls: Callable[[], None]
    section: Callable[[str], None]
    result: Callable[[str], None]


class CallResultPresenter:
    """One play that was ended; nothing of it changes any more."""

    def __init__(self, play: CallPlay, setting: Setting, exits: Exits) -> None:
        self._play = play
        self._setting = setting
        self._exits = exits
        self._screen: CallResultScreen | None = None

    def attach(self, screen: CallResultScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the result."""
        if self._screen is not None:
            self._screen.show_state(told(self._play, self._setting))

    def play_again(self) -> None:
        """The same call from its first word."""
        self._exits.again(self._play.call.scenario.id)

    def open_calls(self) -> None:
        """All calls."""
        self._exits.calls()

    def open_section(self, section: str) -> None:
        """What the call practises."""
        self._exits.section(section)

    def open_try(self, play: str) -> None:
        """Another play of this call."""
        if play != self._play.id:
            self._exits.result(play)
