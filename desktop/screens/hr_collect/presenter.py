"""Has files of branches taken in beside the window; a run can be stopped after any file, and goes on from there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_collect.state import CollectLine, HrCollectState
from desktop.words.errors import error_sentence
from desktop.words.findings import finding_sentence
from exams import AcademyError

Chosen = Callable[[tuple[Path, ...]], None]
MOST_LINES = 200
"""Refusals that are listed; the counts go on."""


class HrCollectScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrCollectState) -> None:
        """Show the page."""
        ...


class CollectDesk(Protocol):
    """Where the files go."""

    def collect(self, secret: str, paths: Sequence[Path], told: Callable[[Any], bool]) -> None:
        """Take files in; `told` hears of each on the thread that does it, and ends the run with False."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; the choosers call back with what was chosen."""

    choose_files: Callable[[Chosen], None]
    choose_folder: Callable[[Chosen], None]
    leave: Callable[[], None]
    follow: Callable[[], None] = lambda: None
    returns: Callable[[], None] = lambda: None


class HrCollectPresenter:
    """Keeps the passphrase only while the page is used, and no longer than the run needs it."""

    def __init__(self, desk: CollectDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrCollectScreen | None = None
        self._state = HrCollectState()
        self._secret = ""
        self._paths: tuple[Path, ...] = ()
        self._stop = Event()
        self._lock = Lock()
        self._told: list[Any] = []  # written by the worker, read by the window, under the lock

    def attach(self, screen: HrCollectScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrCollectScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while files are taken in."""
        return self._state.busy

    def show(self) -> None:
        """Show where it stands."""
        self._draw()

    def type_secret(self, text: str) -> None:
        """The passphrase of HR's keys."""
        self._secret = text
        if text and self._state.needs_secret:
            self._state = replace(self._state, needs_secret=False)
            self._draw()

    def choose_files(self) -> None:
        """Ask which files."""
        self._exits.choose_files(self.take_in)

    def choose_folder(self) -> None:
        """Ask for a folder or a stick."""
        self._exits.choose_folder(self.take_in)

    def take_in(self, paths: tuple[Path, ...]) -> None:
        """Take these files in, one after the other."""
        if self._state.busy or not paths:
            return
        self._paths = paths
        self._run()

    def pause(self) -> None:
        """Stop after the file that is at work."""
        if self._state.busy:
            self._stop.set()
            self._state = replace(self._state, stopping=True)
            self._draw()

    def go_on(self) -> None:
        """Go on with the same files: what is here already goes by quickly."""
        if self._state.paused:
            self._run()

    def tick(self) -> None:
        """A moment has gone: show how far it is."""
        if self._state.busy:
            self._draw()

    def follow(self) -> None:
        """On to what has to be followed up; the passphrase is forgotten."""
        if not self._state.busy:
            self._secret = ""
            self._exits.follow()

    def returns(self) -> None:
        """On to receipts and certificates for branches; the passphrase is forgotten."""
        if not self._state.busy:
            self._secret = ""
            self._exits.returns()

    def leave(self) -> None:
        """Back to the matrix; the passphrase is forgotten."""
        if not self._state.busy:
            self._secret = ""
            self._exits.leave()

    def _run(self) -> None:
        if not self._secret:
            self._state = replace(self._state, needs_secret=True)
            self._draw()
            return
        self._stop.clear()
        with self._lock:
            self._told = []
        self._state = HrCollectState(busy=True, ran=True)
        self._draw()
        secret, paths = self._secret, self._paths
        self._jobs.run(lambda: self._desk.collect(secret, paths, self._hear), self._done, self._failed)

    def _hear(self, one: Any) -> bool:
        with self._lock:
            self._told.append(one)
        return not self._stop.is_set()

    def _done(self, _nothing: None) -> None:
        self._state = replace(self._state, busy=False, stopping=False, paused=self._stop.is_set())
        self._draw()

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, busy=False, stopping=False, paused=True, fault=fault)
        self._draw()

    def _draw(self) -> None:
        if self._screen is None:
            return
        with self._lock:
            told = tuple(self._told)
        statuses = [str(one.status) for one in told]
        refused = [one for one in told if str(one.status) == "refused"][:MOST_LINES]
        at_work = told[-1].file if told else ""
        self._state = replace(
            self._state,
            at_work=at_work,
            accepted=statuses.count("accepted"),
            duplicate=statuses.count("duplicate"),
            refused=statuses.count("refused"),
            lines=tuple(map(_line, refused)),
        )
        self._screen.show_state(self._state)


def _line(one: Any) -> CollectLine:
    found = next((each for each in one.findings if each.refuses), None)
    why = finding_sentence(found.code, found.facts).text if found else ""
    return CollectLine(one.file, one.branch, f"{why} [{one.code}]")
