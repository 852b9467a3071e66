"""Has due certificates issued and receipts written, beside the window; the passphrase goes with each of both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_returns.state import DueRow, HrReturnsState
from desktop.words import tr
from desktop.words.errors import error_sentence
from desktop.words.numbers import percent_text
from exams import AcademyError

MOST_ROWS = 500
_MOST_LINES = 100
Chosen = Callable[[tuple[Path, ...]], None]


class HrReturnsScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrReturnsState) -> None:
        """Show the page."""
        ...


class ReturnsDesk(Protocol):
    """Where certificates are issued and receipts signed; all of it may raise `AcademyError`."""

    def due(self) -> Sequence[Any]: ...  # noqa: D102

    def issue(self, secret: str, told: Callable[[int, int], bool]) -> Any:
        """Issue them; `told` hears of each on the thread that does it, and ends the run with False."""
        ...

    def write(self, secret: str, folder: Path) -> Any:
        """Receipts and the newest certificates into a folder for each branch."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; the chooser calls back with the folder."""

    choose_folder: Callable[[Chosen], None]
    leave: Callable[[], None]


class HrReturnsPresenter:
    """Reads what is due again with every `show`."""

    def __init__(self, desk: ReturnsDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrReturnsScreen | None = None
        self._state = HrReturnsState()
        self._secret = ""
        self._stop = Event()
        self._progress = (0, 0)  # written by the worker in one step, read by the window

    def attach(self, screen: HrReturnsScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrReturnsScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while something is signed or written."""
        return self._state.busy

    def show(self) -> None:
        """Read what is due."""
        try:
            due = self._desk.due()
            rows = tuple(map(_row, due[:MOST_ROWS]))
            self._state = replace(self._state, due=rows, count=len(due), read=True, fault="")
        except AcademyError as error:
            self._state = replace(self._state, fault=error_sentence(error).text)
        self._draw()

    def type_secret(self, text: str) -> None:
        """The passphrase of HR's keys."""
        self._secret = text
        if text and self._state.needs_secret:
            self._state = replace(self._state, needs_secret=False)
            self._draw()

    def issue(self) -> None:
        """Issue everything that is due."""
        if self._state.busy or not self._state.count or not self._has_secret():
            return
        secret = self._begin(issuing=True)
        self._stop.clear()
        self._progress = (0, self._state.count)
        self._jobs.run(lambda: self._desk.issue(secret, self._hear), self._issued, self._failed)

    def stop(self) -> None:
        """End the run after the certificate that is at work; what is issued stays issued."""
        if self._state.issuing:
            self._stop.set()
            self._state = replace(self._state, stopping=True)
            self._draw()

    def tick(self) -> None:
        """A moment has gone: show how far it is."""
        if self._state.issuing:
            done, total = self._progress
            self._state = replace(self._state, done=done, total=total)
            self._draw()

    def choose_folder(self) -> None:
        """Ask where receipts go."""
        if not self._state.busy and self._has_secret():
            self._exits.choose_folder(self.write)

    def write(self, folders: tuple[Path, ...]) -> None:
        """Write receipts and certificates into the folder that was chosen."""
        if self._state.busy or not folders or not self._has_secret():
            return
        secret, folder = self._begin(writing=True), folders[0]
        self._jobs.run(lambda: self._desk.write(secret, folder), lambda made: self._written(made, folder), self._failed)

    def leave(self) -> None:
        """Back; the passphrase is forgotten."""
        if not self._state.busy:
            self._secret = ""
            self._exits.leave()

    def _has_secret(self) -> bool:
        if not self._secret:
            self._state = replace(self._state, needs_secret=True)
            self._draw()
        return bool(self._secret)

    def _begin(self, *, issuing: bool = False, writing: bool = False) -> str:
        fresh = replace(self._state, done=0, total=self._state.count, refused=(), told="", fault="")
        self._state = replace(fresh, issuing=issuing, writing=writing)
        self._draw()
        return self._secret

    def _hear(self, done: int, total: int) -> bool:
        self._progress = (done, total)
        return not self._stop.is_set()

    def _issued(self, made: Any) -> None:
        refused = tuple(map(_refused, made.refused[:_MOST_LINES]))
        text = tr("{issued} certificates issued, {refused} could not be.")
        told = text.format(issued=len(made.certificates), refused=len(made.refused))
        if made.left:
            left = tr("Stopped: {count} are left. What is issued stays issued.").format(count=made.left)
            told = f"{told} {left}"
        self._state = replace(self._state, issuing=False, stopping=False, refused=refused, told=told)
        self.show()

    def _written(self, made: Any, folder: Path) -> None:
        text = tr("{receipts} receipts and {certificates} certificates for {branches} branches written to {folder}.")
        told = text.format(
            receipts=len(made.receipts), certificates=len(made.certificates), branches=made.branches, folder=folder
        )
        if not made.branches:
            told = tr("There is nothing for any branch yet: no bundle has been taken in whole.")
        self._state = replace(self._state, writing=False, told=told)
        self._draw()

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, issuing=False, writing=False, stopping=False, fault=fault)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _row(one: Any) -> DueRow:
    instead = one.replaces or tr("first certificate")
    percent = percent_text(one.percent)
    return DueRow(one.sitting, one.branch, one.staff_id, one.name, one.course, percent, instead)


def _refused(one: Any) -> str:
    text = tr("{name} {staff_id}, {branch}: {why}")
    why = error_sentence(one.error).text
    return text.format(name=one.due.name, staff_id=one.due.staff_id, branch=one.due.branch, why=why).strip()
