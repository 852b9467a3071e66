"""Has files of headquarters taken in beside the window, and tells of each what became of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.packs.state import FileLine, Outcome, PacksState
from desktop.screens.packs.telling import kind_text, pack_facts, rules_facts, session_facts, withdrawal_facts
from desktop.words.errors import error_sentence
from exams import AcademyError, Arrival, BranchView, FileKind

Progress = Callable[[Path, int, int], None]
Chosen = Callable[[tuple[Path, ...]], None]


class PacksScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: PacksState) -> None:
        """Show the page."""
        ...


class PackHouse(Protocol):
    """Where the files go: the open office, or a home that nobody has open."""

    def view(self) -> BranchView:
        """What stands there now."""
        ...

    def take_in(self, paths: Sequence[Path], progress: Progress) -> tuple[Arrival, ...]:
        """Take files in; `progress` is told on the thread that does it."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; the choosers call back with what was chosen, a folder as what lies in it.

    `reopen` signs everybody out and opens the new course; `looked` hears that another pack may be in use.
    """

    choose_files: Callable[[Chosen], None]
    choose_folder: Callable[[Chosen], None]
    reopen: Callable[[], None]
    leave: Callable[[], None]
    looked: Callable[[], None] = lambda: None


class PacksPresenter:
    """Reads what stands here whenever it is shown, but not while files are taken in."""

    def __init__(self, house: PackHouse, jobs: Jobs, exits: Exits) -> None:
        self._house = house
        self._jobs = jobs
        self._exits = exits
        self._screen: PacksScreen | None = None
        self._state = PacksState()
        self._arrivals: tuple[Arrival, ...] = ()
        self._seen = BranchView()
        self._fault: AcademyError | None = None
        self._told = ("", 0)  # written by the worker, read by the window: one tuple, taken whole

    def attach(self, screen: PacksScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: PacksScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while files are taken in."""
        return self._state.busy

    def show(self) -> None:
        """Show what stands here."""
        if not self._state.busy:
            self._look()
        self._draw()

    def choose_files(self) -> None:
        """Ask which files."""
        self._exits.choose_files(self.take_in)

    def choose_folder(self) -> None:
        """Ask for a folder or a stick."""
        self._exits.choose_folder(self.take_in)

    def take_in(self, paths: tuple[Path, ...]) -> None:
        """Take these files in, one after the other."""
        if self._state.busy:
            return
        self._fault, self._arrivals, self._told = None, (), ("", 0)
        self._state = replace(self._state, nothing_found=not paths, busy=bool(paths))
        self._draw()
        if paths:
            self._jobs.run(lambda: self._house.take_in(paths, self._note), self._done, self._failed)

    def tick(self) -> None:
        """A moment has gone: show how far it is."""
        if self._state.busy:
            self._draw()

    def reopen(self) -> None:
        """Sign out, and open the course of the new pack."""
        if not self._state.busy:
            self._exits.reopen()

    def leave(self) -> None:
        """Back to where one came from."""
        if not self._state.busy:
            self._exits.leave()

    def _note(self, path: Path, done: int, of: int) -> None:
        self._told = (path.name, 100 * done // max(of, 1))

    def _done(self, arrivals: tuple[Arrival, ...]) -> None:
        self._arrivals = arrivals
        fresh = self._state.fresh or any(_is_new_pack(one) for one in arrivals)
        self._state = replace(self._state, busy=False, fresh=fresh)
        self._look()
        self._draw()
        self._exits.looked()

    def _failed(self, error: Exception) -> None:
        self._state = replace(self._state, busy=False)
        if isinstance(error, AcademyError):
            self._fault = error
        self._draw()

    def _look(self) -> None:
        try:
            self._seen = self._house.view()
        except AcademyError as error:
            self._fault = error

    def _draw(self) -> None:
        if self._screen is None:
            return
        name, percent = self._told
        pack, now_wt = self._seen.pack, int(datetime.now(UTC).timestamp() * 1000)
        self._state = replace(
            self._state,
            at_work=name,
            percent=percent,
            lines=tuple(_line(one) for one in self._arrivals),
            facts=(*pack_facts(pack), *rules_facts(self._seen.rules)) if pack else (),
            withdrawn=pack is not None and pack.withdrawn,
            demonstration=pack is not None and pack.demonstration,
            sessions=session_facts(self._seen.sessions, now_wt),
            withdrawals=withdrawal_facts(self._seen.withdrawals),
            fault=error_sentence(self._fault).text if self._fault else "",
        )
        self._screen.show_state(self._state)


def _is_new_pack(arrival: Arrival) -> bool:
    return arrival.kind is FileKind.PACK and arrival.taken is not None and arrival.taken.changed


def _line(arrival: Arrival) -> FileLine:
    name, kind = arrival.path.name, kind_text(arrival)
    if arrival.taken is None:
        why = error_sentence(arrival.error).text if arrival.error else ""
        return FileLine(name, kind, Outcome.REFUSED, why)
    return FileLine(name, kind, Outcome.TAKEN if arrival.taken.changed else Outcome.HERE_ALREADY)
