"""Asks the question, takes the answer and the new PIN to the desk; a weak PIN costs no try."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.reset_pin.state import Draft, Field, ResetPinState
from desktop.words import tr
from desktop.words.errors import error_sentence
from desktop.words.pin_pair import pin_faults
from exams import AcademyError, Challenge


class ResetPinScreen(Protocol):
    """What the presenter needs of a view."""

    def show_state(self, state: ResetPinState) -> None: ...  # noqa: D102
    def focus(self, field: Field) -> None: ...  # noqa: D102


class ResetDesk(Protocol):
    """The branch's side of a lost PIN."""

    def ask(self, staff_id: str) -> Challenge: ...  # noqa: D102
    def by_code(self, staff_id: str, code: str, pin: str) -> None: ...  # noqa: D102
    def by_file(self, staff_id: str, raw: bytes, pin: str) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """`file` asks for headquarters' file and gives its bytes; `done` and `door` lead back to signing in."""

    file: Callable[[Callable[[bytes], None]], None]
    done: Callable[[str], None]
    door: Callable[[], None]


class ResetPinPresenter:
    """One person's way from the question to the new PIN."""

    def __init__(self, desk: ResetDesk, staff_id: str, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: ResetPinScreen | None = None
        self._draft = Draft(staff_id)
        self._question = ""
        self._error: AcademyError | None = None
        self._told: Callable[[], str] = str

    def attach(self, screen: ResetPinScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the page as it stands."""
        self._draw()

    def type(self, field: str, text: str) -> None:
        """Remember what stands in a field."""
        self._draft = replace(self._draft, **{field: text})

    def ask(self) -> None:
        """A new question for headquarters; the one before is good for nothing any more."""
        staff_id = self._draft.staff_id.strip()
        if not staff_id:
            self._go_to(Field.STAFF_ID)
            return
        self._forget()
        try:
            self._question = self._desk.ask(staff_id).text
        except AcademyError as error:
            self._question, self._error = "", error
        self._draw()
        self._go_to(Field.CODE)

    def set_pin(self) -> None:
        """Set the PIN with the code that was read out."""
        if not self._draft.code.strip():
            self._go_to(Field.CODE)
            return
        draft = self._draft
        if self._may_answer():
            self._answer(lambda: self._desk.by_code(draft.staff_id, draft.code, draft.pin))

    def use_file(self) -> None:
        """Set the PIN with the file that headquarters signed."""
        if self._may_answer():
            self._exits.file(lambda raw: self._answer(self._by_file(raw)))

    def leave(self) -> None:
        """Back to signing in; what is typed is forgotten."""
        self._exits.door()

    def _by_file(self, raw: bytes) -> Callable[[], None]:
        draft = self._draft
        return lambda: self._desk.by_file(draft.staff_id, raw, draft.pin)

    def _may_answer(self) -> bool:
        """True where a PIN was typed twice alike; else that is said."""
        self._forget()
        words = next((fault for fault in pin_faults(self._draft.pin, self._draft.again) if fault), None)
        if words is None:
            return True
        self._told = words
        self._draw()
        self._go_to(Field.PIN)
        return False

    def _answer(self, act: Callable[[], None]) -> None:
        try:
            act()
        except AcademyError as error:
            self._error = error
            self._draw()
            self._go_to(Field.PIN if error.code == "E_WEAK_PIN" else Field.CODE)
        else:
            self._exits.done(self._draft.staff_id)

    def _forget(self) -> None:
        self._error, self._told = None, str

    def _go_to(self, field: Field) -> None:
        if self._screen is not None:
            self._screen.focus(field)

    def _draw(self) -> None:
        if self._screen is not None:
            fault = error_sentence(self._error).text if self._error else self._told()
            self._screen.show_state(ResetPinState(self._draft, self._question, fault))


def done_text(staff_id: str) -> str:
    """What is said once the PIN is set."""
    return tr("{staff_id} may sign in with the new PIN.").format(staff_id=staff_id.strip().upper())
