"""Takes a new PIN to the desk; a refused one changes nothing and stays typed, to be corrected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.new_pin.state import Draft, Field, NewPinState
from desktop.words.errors import error_sentence
from desktop.words.pin_pair import Words, pin_faults
from exams import AcademyError, Person, Role


class NewPinScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: NewPinState) -> None:
        """Show whose PIN it is, and the fields."""
        ...


class PinDesk(Protocol):
    """The part of HR's desk that sets PINs."""

    def reset_pin(self, staff_id: str, pin: str) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads; `refused` hears of it too, for whoever has left the page meanwhile."""

    people: Callable[[], None]
    done: Callable[[Person], None]
    refused: Callable[[Exception], None]


class NewPinPresenter:
    """One person's new PIN, from the first digit to the desk's answer."""

    def __init__(self, desk: PinDesk, person: Person, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._person = person
        self._jobs = jobs
        self._exits = exits
        self._screen: NewPinScreen | None = None
        self._draft = Draft()
        self._faults: dict[Field, Words] = {}
        self._fault: AcademyError | None = None
        self._busy = False
        self._turn = 0

    def attach(self, screen: NewPinScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: NewPinScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the page as it was left."""
        self._draw()

    def type(self, field: str, text: str) -> None:
        """Remember what stands in a field; its fault is taken back by typing."""
        self._draft = replace(self._draft, **{field: text})
        self._faults.pop(Field(field), None)

    def set_pin(self) -> None:
        """Check both fields, then ask the desk."""
        if self._busy:
            return
        self._fault = None
        found = zip(
            Field, pin_faults(self._draft.pin, self._draft.again, passphrase=_has_passphrase(self._person)), strict=True
        )
        self._faults = {field: words for field, words in found if words is not None}
        if self._faults:
            self._turn += 1
        else:
            self._busy = True
            staff_id, pin = self._person.staff_id, self._draft.pin
            self._jobs.run(lambda: self._desk.reset_pin(staff_id, pin), self._done, self._failed)
        self._draw()

    def leave(self) -> None:
        """Back to the people; what is typed is forgotten."""
        self._exits.people()

    def _done(self, _: None) -> None:
        self._busy = False
        self._draft = Draft()
        self._draw()
        self._exits.done(self._person)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._turn += 1
        if isinstance(error, AcademyError) and error.code in {"E_WEAK_PIN", "E_WEAK_PASSPHRASE"}:
            self._faults = {Field.PIN: partial(_sentence, error)}
        elif isinstance(error, AcademyError):
            self._fault = error
        self._draw()
        self._exits.refused(error)

    def _draw(self) -> None:
        if self._screen is None:
            return
        self._screen.show_state(
            NewPinState(
                person=self._person,
                draft=self._draft,
                faults={field: words() for field, words in self._faults.items()},
                fault=_sentence(self._fault) if self._fault else "",
                busy=self._busy,
                focus=next(iter(self._faults), Field.PIN),
                turn=self._turn,
            )
        )


def _has_passphrase(person: Person) -> bool:
    return person.role is not Role.TRAINEE


def _sentence(error: AcademyError) -> str:
    return error_sentence(error).text
