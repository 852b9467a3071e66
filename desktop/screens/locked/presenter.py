"""Lets the one who signed in go on where the page was left; a wrong passphrase counts as it does at the door."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.locked.state import LockedState
from desktop.words.errors import error_sentence
from exams import AcademyError, Person


class LockedScreen(Protocol):
    """What the presenter needs of a view."""

    def show_state(self, state: LockedState) -> None: ...  # noqa: D102
    def focus_secret(self) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """`sign_in` raises as the door does; `back` goes on, `door` signs out."""

    sign_in: Callable[[str, str], object]
    back: Callable[[], None]
    door: Callable[[], None]


class LockedPresenter:
    """The secret does not survive a try."""

    def __init__(self, person: Person, exits: Exits) -> None:
        self._exits = exits
        self._screen: LockedScreen | None = None
        self._state = LockedState(person.name, person.staff_id)
        self._error: AcademyError | None = None

    def attach(self, screen: LockedScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the page as it stands."""
        self._draw()

    def type(self, text: str) -> None:
        """Remember what is typed; with the first character the refusal before is forgotten."""
        self._state = replace(self._state, secret=text)
        if text and not self._state.wait_seconds:
            self._error = None

    def unlock(self) -> None:
        """Try; an empty field gets the cursor instead."""
        if self._state.wait_seconds:
            return
        secret = self._state.secret
        if secret:
            self._state = replace(self._state, secret="")
            try:
                self._exits.sign_in(self._state.staff_id, secret)
            except AcademyError as error:
                self._refused(error)
            else:
                self._exits.back()
                return
        if self._screen is not None:
            self._screen.focus_secret()

    def leave(self) -> None:
        """Somebody else wants to sign in."""
        self._exits.door()

    def tick(self) -> None:
        """A second of waiting has gone."""
        if self._state.wait_seconds:
            self._state = replace(self._state, wait_seconds=self._state.wait_seconds - 1)
            self._error = self._error if self._state.wait_seconds else None
            self._draw()

    def _refused(self, error: AcademyError) -> None:
        self._error = error
        wait = error.facts.get("wait_seconds", 0)
        self._state = replace(self._state, wait_seconds=wait if isinstance(wait, int) else 0)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            fault = error_sentence(self._error).what if self._error else ""
            self._screen.show_state(replace(self._state, fault=fault))
