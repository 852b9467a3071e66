"""Turns from one role's page to another, and prints the one that is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.handout import Handout
from desktop.screens.exam_day_help.pages import Reader, handout_for
from desktop.screens.exam_day_help.state import HelpState


class HelpScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HelpState) -> None:
        """Show a page."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """What may be done from here; None where it may not: no printer, or an exam that is sat."""

    print_page: Callable[[Handout], None] | None = None
    check_pc: Callable[[], None] | None = None


class HelpPresenter:
    """Begins with the reader's own page."""

    def __init__(self, reader: Reader, exits: Exits) -> None:
        self._reader = reader
        self._exits = exits
        self._screen: HelpScreen | None = None

    def attach(self, screen: HelpScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the page."""
        if self._screen is not None:
            can_print, can_check = self._exits.print_page is not None, self._exits.check_pc is not None
            self._screen.show_state(HelpState(self._reader, handout_for(self._reader), can_print, can_check))

    def turn_to(self, reader: str) -> None:
        """Show another role's page."""
        self._reader = Reader(reader)
        self.show()

    def print_page(self) -> None:
        """Onto paper."""
        if self._exits.print_page is not None:
            self._exits.print_page(handout_for(self._reader))

    def check_pc(self) -> None:
        """On to the slip of this PC."""
        if self._exits.check_pc is not None:
            self._exits.check_pc()
