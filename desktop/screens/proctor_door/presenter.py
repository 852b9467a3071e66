"""Lets a proctor in beside a running exam, and nobody else; the exam itself goes on behind it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.proctor_door.state import ProctorDoorState
from desktop.words.errors import error_sentence
from exams import AcademyError, ProctorDesk


class ProctorDoorScreen(Protocol):
    """What the presenter needs of a view."""

    def show_state(self, state: ProctorDoorState) -> None: ...  # noqa: D102
    def focus_staff_id(self) -> None: ...  # noqa: D102
    def focus_secret(self) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """`sign_in` raises as the door does, and for whoever is no proctor; `entered` gives the PC to the proctor.

    `back` leads to the exam, `watch` has it looked at and is False once it is over, `away` tells it that the window
    was left.
    """

    sign_in: Callable[[str, str], ProctorDesk]
    entered: Callable[[ProctorDesk], None]
    back: Callable[[], None]
    watch: Callable[[], bool]
    away: Callable[[bool], None]


class ProctorDoorPresenter:
    """The secret does not survive a try."""

    def __init__(self, whose: str, exits: Exits) -> None:
        self._exits = exits
        self._screen: ProctorDoorScreen | None = None
        self._state = ProctorDoorState(whose)
        self._error: AcademyError | None = None
        self._away = False

    def attach(self, screen: ProctorDoorScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the page as it stands."""
        self._draw()

    def type_staff_id(self, text: str) -> None:
        """Remember what is typed."""
        self._state = replace(self._state, staff_id=text)

    def type_secret(self, text: str) -> None:
        """Remember what is typed; with the first character the refusal before is forgotten."""
        self._state = replace(self._state, secret=text)
        if text and not self._state.wait_seconds:
            self._error = None

    def enter(self) -> None:
        """Try; an empty field gets the cursor instead."""
        if self._state.wait_seconds or self._screen is None:
            return
        staff_id, secret = self._state.staff_id.strip(), self._state.secret
        if not staff_id:
            self._screen.focus_staff_id()
            return
        if secret:
            self._state = replace(self._state, secret="")
            try:
                desk = self._exits.sign_in(staff_id, secret)
            except AcademyError as error:
                self._refused(error)
            else:
                self._exits.entered(desk)
                return
        self._screen.focus_secret()

    def back(self) -> None:
        """The exam again, as it stands now."""
        self._exits.back()

    def leave_window(self, away: bool) -> None:
        """Told once for each time, as in the exam: no way around its count leads over this page."""
        if away is not self._away:
            self._away = away
            self._exits.away(away)

    def tick(self) -> None:
        """A second has gone; an exam that is over now shows what came of it."""
        if not self._exits.watch():
            self._exits.back()
        elif self._state.wait_seconds:
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
