"""Takes a person as typed to the desk; nothing is kept of a refused one, and nothing typed is lost."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.enter_person.checks import faults_of, field_of, minutes_of, refusal_text, typed
from desktop.screens.enter_person.state import Draft, EnterPersonState, Field
from desktop.words import tr
from desktop.words.pin_pair import Words
from exams import AcademyError, Person, Role


class EnterPersonScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: EnterPersonState) -> None:
        """Show the form."""
        ...


class EnteringDesk(Protocol):
    """The part of HR's desk that enters people."""

    @property
    def person(self) -> Person: ...  # noqa: D102
    def enter_person(self, person: Person, pin: str) -> Person: ...  # noqa: D102
    def role_request(self, staff_id: str) -> Path | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads."""

    people: Callable[[], None]


class EnterPersonPresenter:
    """The form, its faults, and the one who was entered last."""

    def __init__(self, desk: EnteringDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: EnterPersonScreen | None = None
        self._draft = Draft()
        self._faults: dict[Field, Words] = {}
        self._fault: AcademyError | None = None
        self._entered: Person | None = None
        self._busy = False
        self._turn = 0

    def attach(self, screen: EnterPersonScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: EnterPersonScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the form as it was left."""
        self._draw()

    def type(self, field: str, text: str) -> None:
        """Remember what stands in a field; its fault is taken back by typing."""
        self._draft = replace(self._draft, **{field: text})
        self._faults.pop(Field(field), None)
        if field == Field.ROLE:
            self._draw()  # a PIN or a passphrase is asked for, as the role wants it

    def enter(self) -> None:
        """Check every field, then ask the desk."""
        if self._busy:
            return
        self._entered, self._fault = None, None
        self._faults = faults_of(self._draft)
        if self._faults:
            self._turn += 1
        else:
            self._busy = True
            person, pin = self._person(), self._draft.pin
            self._jobs.run(lambda: self._desk.enter_person(person, pin), self._done, self._failed)
        self._draw()

    def leave(self) -> None:
        """Back to the people; what is typed waits here."""
        self._exits.people()

    def _person(self) -> Person:
        draft = self._draft
        return Person(
            staff_id=draft.staff_id.strip().upper(),
            name=typed(draft.name),
            latin=typed(draft.latin),
            branch=self._desk.person.branch,
            team=typed(draft.team),
            role=Role(draft.role),
            extra_minutes=minutes_of(draft.minutes) or 0,
        )

    def _done(self, person: Person) -> None:
        self._busy = False
        self._entered = person
        self._draft = Draft(team=self._draft.team, role=self._draft.role)  # the next one is often of the same team
        self._turn += 1
        self._draw()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._turn += 1
        if isinstance(error, AcademyError):
            field = field_of(error, self._draft)
            if field is None:
                self._fault = error
            else:
                self._faults = {field: partial(refusal_text, error)}
        self._draw()

    def _told(self, who: Person) -> str:
        waiting = self._desk.role_request(who.staff_id)
        if waiting is None:
            return tr("{name} ({staff_id}) is entered and may sign in.").format(name=who.name, staff_id=who.staff_id)
        told = tr("{name} ({staff_id}) is entered. Send this file to headquarters, and take in its answer: {path}")
        return told.format(name=who.name, staff_id=who.staff_id, path=waiting)

    def _draw(self) -> None:
        if self._screen is None:
            return
        who = self._entered
        self._screen.show_state(
            EnterPersonState(
                draft=self._draft,
                faults={field: words() for field, words in self._faults.items()},
                fault=refusal_text(self._fault) if self._fault else "",
                entered=self._told(who) if who else "",
                busy=self._busy,
                focus=next(iter(self._faults), Field.STAFF_ID),
                turn=self._turn,
            )
        )
