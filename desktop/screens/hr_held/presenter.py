"""Reads what is held; a session is proposed by one officer and released by another, each once they were asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desktop.screens.hr_held.state import HeldRow, HrHeldState
from desktop.widgets.values import Ask, Fact, Tone
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence
from exams import AcademyError


class HrHeldScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrHeldState) -> None:
        """Show the page."""
        ...


class HeldDesk(Protocol):
    """Where results are held; all may raise `AcademyError`."""

    def held(self) -> Sequence[Any]: ...  # noqa: D102

    def propose(self, session: str) -> int:
        """Gives how many are held, 0 where none is."""
        ...

    def withdraw(self, session: str) -> bool:
        """Whether it was proposed."""
        ...

    def release(self, session: str) -> int:
        """Gives how many were held, 0 where none is."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `ask` puts a question over it."""

    ask: Callable[[Ask, Callable[[], None]], None]
    leave: Callable[[], None]


class HrHeldPresenter:
    """Reads again with every `show`."""

    def __init__(self, desk: HeldDesk, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: HrHeldScreen | None = None
        self._state = HrHeldState()

    def attach(self, screen: HrHeldScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read what is held."""
        try:
            rows = tuple(map(_row, self._desk.held()))
            chosen = self._state.chosen if any(row.key == self._state.chosen for row in rows) else ""
            self._state = replace(self._state, rows=rows, chosen=chosen, read=True, fault="")
        except AcademyError as error:
            self._state = replace(self._state, fault=error_sentence(error).text)
        self._draw()

    def choose_row(self, row: object) -> None:
        """One line of the table is the one meant."""
        if isinstance(row, HeldRow) and row.key != self._state.chosen:
            self._state = replace(self._state, chosen=row.key)
            self._draw()

    def open_row(self, row: object) -> None:
        """Ask for the line that was opened."""
        self.choose_row(row)
        self.release()

    def release(self) -> None:
        """Ask about the session one is at: to propose it, or to make its results count; nothing where one must wait."""
        here = self._state.here
        if here is None or here.step == "wait":
            return
        about = tuple(row for row in self._state.rows if row.session == here.session)
        if here.step == "propose":
            self._exits.ask(_proposal(here.session, about), lambda: self._propose(here.session))
        else:
            self._exits.ask(_question(here, about), lambda: self._release(here.session))

    def withdraw(self) -> None:
        """The session one is at is not proposed any more."""
        here = self._state.here
        if here is not None and here.proposed:
            told = tr("The proposal for session {session} is withdrawn.")
            self._do(lambda: (int(self._desk.withdraw(here.session)), told), here.session)

    def leave(self) -> None:
        """Back to the matrix."""
        self._exits.leave()

    def _propose(self, session: str) -> None:
        told = tr("{count} results of session {session} wait for a second officer.")
        self._do(lambda: (self._desk.propose(session), told), session)

    def _release(self, session: str) -> None:
        told = tr("{count} results of session {session} count from now on.")
        self._do(lambda: (self._desk.release(session), told), session)

    def _do(self, work: Callable[[], tuple[int, str]], session: str) -> None:
        try:
            count, told = work()
        except AcademyError as error:
            self._state = replace(self._state, told="", fault=error_sentence(error).text)
            self._draw()
            return
        if not count:
            told = tr("Nothing of session {session} was held any more: another officer has released it.")
        self._state = replace(self._state, told=told.format(count=count, session=session))
        self.show()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _row(one: Any) -> HeldRow:
    proposed = tr("{who}, {when}").format(who=one.proposed_by, when=datetime_text(one.proposed_wt))
    told = proposed if one.proposed_by else ""
    key = f"{one.session} {one.course}"
    return HeldRow(key, one.session, one.course, one.results, one.last_wt, told, str(one.step))


def _counts(rows: tuple[HeldRow, ...]) -> tuple[Fact, ...]:
    told = tr("{count} results")
    return tuple(Fact(row.course, told.format(count=row.results)) for row in rows)


def _proposal(session: str, rows: tuple[HeldRow, ...]) -> Ask:
    return Ask(
        tr("Propose to release the results of session {session}?").format(session=session),
        tr("They stay held until a second officer of HR has looked at them and releases them."),
        tr("Propose it"),
        tr("Keep holding them"),
        Tone.INFO,
        _counts(rows),
    )


def _question(here: HeldRow, rows: tuple[HeldRow, ...]) -> Ask:
    proposed = (Fact(tr("Proposed by"), here.proposed),) if here.proposed else ()
    return Ask(
        tr("Release the results of session {session}?").format(session=here.session),
        tr(
            "They count on every page, in lists and for certificates, and the days to appeal begin today. This cannot"
            " be taken back. Bundles of this session that come later are released with it."
        ),
        tr("Release them"),
        tr("Keep holding them"),
        Tone.WARN,
        (*_counts(rows), *proposed),
    )
