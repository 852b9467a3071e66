"""Takes an appeal as typed to HR's desk; nothing typed is lost when it is refused."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desktop.screens.hr_appeal_entry.state import Draft, HrAppealEntryState
from desktop.words import tr
from desktop.words.errors import error_sentence
from exams import AcademyError


class HrAppealEntryScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrAppealEntryState) -> None:
        """Show the form."""
        ...


class EntryDesk(Protocol):
    """The part of HR's desk that takes appeals in."""

    def enter(self, sitting: str, staff_id: str, position: int, reason: str, received_day: str) -> Any: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the form leads: to the appeal that was entered, or back."""

    entered: Callable[[int], None]
    leave: Callable[[], None]


class HrAppealEntryPresenter:
    """The form; what is known already stands in it."""

    def __init__(self, desk: EntryDesk, draft: Draft, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._draft = draft
        self._screen: HrAppealEntryScreen | None = None
        self._fault = ""
        self._turn = 0

    def attach(self, screen: HrAppealEntryScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the form as it was left."""
        if self._screen is not None:
            self._screen.show_state(HrAppealEntryState(self._draft, self._fault, self._turn))

    def type(self, field: str, text: str) -> None:
        """Remember what stands in a field."""
        self._draft = replace(self._draft, **{field: text})

    def enter(self) -> None:
        """Ask the desk."""
        draft, position = self._draft, self._position()
        if position is None:
            self._refused(tr("The question is a number, or empty for the whole result."))
            return
        try:
            appeal = self._desk.enter(
                draft.sitting.strip(), draft.staff_id.strip().upper(), position, draft.reason, draft.received.strip()
            )
        except AcademyError as error:
            self._refused(error_sentence(error).text)
            return
        self._exits.entered(appeal.number)

    def leave(self) -> None:
        """Back, with nothing entered."""
        self._exits.leave()

    def _position(self) -> int | None:
        text = self._draft.position.strip()
        if not text:
            return 0
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 and int(text) else None

    def _refused(self, fault: str) -> None:
        self._fault, self._turn = fault, self._turn + 1
        self.show()
