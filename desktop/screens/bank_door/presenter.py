"""Opens the bank of a headquarters beside the window; the passphrase does not survive a try."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.bank_door.state import BankDoorState
from desktop.words.errors import error_sentence
from exams import AcademyError, BankOffice


class BankDoorScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: BankDoorState) -> None: ...  # noqa: D102
    def clear_secret(self) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """`open` gives the bank for a name and a passphrase; `entered` leads on."""

    open: Callable[[str, str], BankOffice]
    entered: Callable[[BankOffice], None]


class BankDoorPresenter:
    """What was typed as a name survives a change of language."""

    def __init__(self, jobs: Jobs, exits: Exits) -> None:
        self._jobs = jobs
        self._exits = exits
        self._screen: BankDoorScreen | None = None
        self._state = BankDoorState()
        self._secret = ""

    def attach(self, screen: BankDoorScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: BankDoorScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while the key file is opened."""
        return self._state.busy

    def show(self) -> None:
        """Show where it stands."""
        if self._screen is not None:
            self._screen.show_state(self._state)

    def type_who(self, text: str) -> None:
        """Who comes in."""
        if text != self._state.who:
            self._state = replace(self._state, who=text, fault="")
            self.show()

    def type_secret(self, text: str) -> None:
        """The passphrase."""
        self._secret = text

    def enter(self) -> None:
        """Open the bank; a second press while it is opened does nothing."""
        if not self._state.can_enter:
            return
        who, secret = self._state.who, self._secret
        self._state = replace(self._state, busy=True, fault="")
        self.show()
        self._jobs.run(lambda: self._exits.open(who, secret), self._entered, self._failed)

    def _entered(self, office: BankOffice) -> None:
        self._secret = ""
        self._state = replace(self._state, busy=False)
        self._exits.entered(office)

    def _failed(self, error: Exception) -> None:
        self._secret = ""
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, busy=False, fault=fault)
        self.show()
        if self._screen is not None:
            self._screen.clear_secret()
