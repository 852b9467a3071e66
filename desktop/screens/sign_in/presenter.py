"""Turns a staff id and a PIN into a desk; never says which of the two was wrong."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.screens.sign_in.state import SignInState
from desktop.words import pick
from exams import AcademyError

if TYPE_CHECKING:
    from exams import FirstGlance, HrDesk, Office, ProctorDesk, TraineeDesk

    Desk = TraineeDesk | ProctorDesk | HrDesk

_WAIT = "E_SIGN_IN_WAIT"
_AT_THE_DOOR = frozenset({"E_SIGN_IN", _WAIT, "E_SIGN_IN_LOCKED"})


class SignInScreen(Protocol):
    """What the presenter needs of a view."""

    def show_state(self, state: SignInState) -> None: ...  # noqa: D102
    def focus_staff_id(self) -> None: ...  # noqa: D102
    def focus_pin(self) -> None: ...  # noqa: D102
    def focus_sign_in(self) -> None: ...  # noqa: D102


class Exits(NamedTuple):
    """Where the screen leads; `open` and `sign_in` open the data when that has not happened yet.

    `trouble` hears why they could not be opened, and comes back with `tell` where this page can go on.
    """

    open: "Callable[[], Office]"
    sign_in: "Callable[[str, str], Desk]"
    signed_in: "Callable[[Desk], None]"
    trouble: Callable[[AcademyError], None]


class SignInPresenter:
    """What was typed survives a change of language; the PIN does not survive a try."""

    def __init__(self, seen: "FirstGlance", exits: Exits) -> None:
        self._seen = seen
        self._exits = exits
        self._screen: SignInScreen | None = None
        self._staff_id = ""
        self._pin = ""
        self._error: Exception | None = None
        self._wait = 0
        self._waiting_for = ""
        self._with_people = False

    def attach(self, screen: SignInScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the form as it stands."""
        self._draw()

    def start(self) -> None:
        """Put the cursor where typing begins."""
        if self._screen is not None:
            self._screen.focus_staff_id()

    def show_people(self) -> None:
        """Fill the list of people too: whoever starts the app sees the form a moment earlier without it."""
        self._with_people = True
        self._draw()

    def type_staff_id(self, text: str) -> None:
        """Remember what is typed; somebody else need not wait for what the one before has mistyped."""
        self._staff_id = text
        if self._wait and _folded(text) != self._waiting_for:
            self._forget_refusal()
            self._draw()

    def type_pin(self, text: str) -> None:
        """Remember what is typed; with the first character the refusal before is forgotten."""
        self._pin = text
        if text and not self._wait:
            self._forget_refusal()

    def choose(self, staff_id: str) -> None:
        """Fill in one of the demonstration's people."""
        card = next((card for card in self._seen.cards if card.staff_id == staff_id), None)
        if card is None:
            return
        self._staff_id, self._pin = card.staff_id, card.pin
        if _folded(staff_id) != self._waiting_for:
            self._forget_refusal()
        self._draw()
        if self._screen is not None and self._wait:
            self._screen.focus_pin()
        elif self._screen is not None:
            self._screen.focus_sign_in()

    def sign_in(self) -> None:
        """Try to sign in; a field left empty gets the cursor instead."""
        if self._wait or not self._complete():
            return
        staff_id, pin, self._pin = self._staff_id, self._pin, ""
        try:
            desk = self._exits.sign_in(staff_id, pin)
        except AcademyError as error:
            self._refused(error)
        else:
            self._error = None
            self._exits.signed_in(desk)

    @property
    def staff_id(self) -> str:
        """What stands in the first field."""
        return self._staff_id

    def try_again(self) -> None:
        """Open the data once more."""
        try:
            self._exits.open()
        except AcademyError as error:
            self._exits.trouble(error)
        else:
            self._error = None
            self._draw()
            self.start()

    def tell(self, error: Exception) -> None:
        """Say why the data cannot be opened; the next try opens them again."""
        self._error = error
        self._draw()

    def tick(self) -> None:
        """A second of waiting has gone; after the last one nothing is wrong any more."""
        if self._wait:
            self._wait -= 1
            if not self._wait and self._code() == _WAIT:
                self._forget_refusal()
            self._draw()

    def _complete(self) -> bool:
        if self._screen is not None and not self._staff_id.strip():
            self._screen.focus_staff_id()
        elif self._screen is not None and not self._pin:
            self._screen.focus_pin()
        return bool(self._staff_id.strip() and self._pin)

    def _refused(self, error: AcademyError) -> None:
        if error.code not in _AT_THE_DOOR:
            self._draw()  # without the PIN, which has had its try
            self._exits.trouble(error)
            return
        self._error = error
        wait = error.facts.get("wait_seconds", 0)
        self._wait = wait if isinstance(wait, int) else 0
        self._waiting_for = _folded(self._staff_id)
        self._draw()
        if self._screen is not None:
            self._screen.focus_pin()

    def _forget_refusal(self) -> None:
        self._wait, self._waiting_for = 0, ""
        if self._code() in _AT_THE_DOOR:
            self._error = None

    def _code(self) -> str:
        return str(getattr(self._error, "code", ""))

    def _draw(self) -> None:
        if self._screen is None:
            return
        branch = self._seen.branch
        self._screen.show_state(
            SignInState(
                bank=pick(branch.bank) if branch else "",
                branch=pick(branch.names) if branch else "",
                staff_id=self._staff_id,
                pin=self._pin,
                people=self._seen.cards if self._with_people else (),
                code=self._seen.session_code,
                fault=_said(self._error) if self._code() in _AT_THE_DOOR else "",
                wait_seconds=self._wait,
                trouble=_said(self._error) if self._error and self._code() not in _AT_THE_DOOR else "",
            )
        )


def _folded(staff_id: str) -> str:
    return staff_id.strip().upper()


def _said(error: Exception | None) -> str:
    if error is None:
        return ""
    from desktop.words.errors import error_sentence  # all sentences of the program: not before the first paint

    words = error_sentence(error)
    # How long to wait is counted down beside it: the seconds of the sentence would stand still.
    return words.what if getattr(error, "code", "") == _WAIT else words.text
