"""Reads what stands out beside the window; a branch that is opened shows its finals, a final is replayed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_checks.state import BranchRow, HrChecksState, PairRow, WarnedRow
from desktop.words import tr
from desktop.words.errors import error_sentence
from desktop.words.findings import finding_sentence
from exams import AcademyError

_Told = tuple[Sequence[Any], Sequence[Any]]


class HrChecksScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrChecksState) -> None:
        """Show the page."""
        ...


class ChecksDesk(Protocol):
    """Where all of it is reckoned; may take long, may raise `AcademyError`."""

    def branches(self) -> Sequence[Any]: ...  # noqa: D102
    def pairs(self) -> Sequence[Any]: ...  # noqa: D102
    def sittings(self, branch: str) -> Sequence[Any]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads: to the replay of a sitting, and back."""

    replay: Callable[[str], None]
    leave: Callable[[], None]


class HrChecksPresenter:
    """What was read stays until it is read again."""

    def __init__(self, desk: ChecksDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrChecksScreen | None = None
        self._state = HrChecksState()
        self._found: dict[str, Any] = {}

    def attach(self, screen: HrChecksScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrChecksScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while the register is read: nobody else can open it meanwhile."""
        return self._state.busy

    def open(self) -> None:
        """Show what was read; read it where it never was."""
        if self._state.read:
            self._draw()
        else:
            self.show()

    def show(self) -> None:
        """Read everything anew."""
        if not self._state.busy:
            self._begin()
            self._jobs.run(lambda: (self._desk.branches(), self._desk.pairs()), self._done, self._failed)

    def open_branch(self, row: object) -> None:
        """The finals behind a branch's warnings."""
        if isinstance(row, BranchRow) and not self._state.busy:
            self._begin()
            branch = row.branch
            self._jobs.run(lambda: self._desk.sittings(branch), lambda found: self._opened(branch, found), self._failed)

    def choose_pair(self, row: object) -> None:
        """One pair is the one meant."""
        if isinstance(row, PairRow) and row.key != self._state.chosen:
            self._state = replace(self._state, chosen=row.key)
            self._draw()

    def replay(self, row: object) -> None:
        """On to one final, as the person saw it."""
        if isinstance(row, WarnedRow) and not self.busy:
            self._exits.replay(row.sitting)

    def replay_of_pair(self, which: int) -> None:
        """On to the first (0) or the second (1) final of the pair one is at."""
        if self._state.pair is not None and not self.busy:
            self._exits.replay(self._state.pair.sittings[which])

    def leave(self) -> None:
        """Back to the matrix."""
        if not self.busy:
            self._exits.leave()

    def _begin(self) -> None:
        self._state = replace(self._state, busy=True, fault="")
        self._draw()

    def _done(self, told: _Told) -> None:
        branches, pairs = told
        self._found = {one.branch: one for one in branches}
        rows = tuple(map(_branch, branches))
        shown = tuple(map(_pair, pairs))
        self._state = HrChecksState(read=True, branches=rows, pairs=shown, chosen=shown[0].key if shown else "")
        self._draw()

    def _opened(self, branch: str, found: Sequence[Any]) -> None:
        codes = tuple(_counted(code, count) for code, count in self._found[branch].codes.items())
        self._state = replace(self._state, busy=False, branch=branch, codes=codes, sittings=tuple(map(_warned, found)))
        self._draw()

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, busy=False, fault=fault)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _branch(one: Any) -> BranchRow:
    codes = ", ".join(f"{code} {count}" for code, count in one.codes.items())
    return BranchRow(one.branch, one.sittings, one.per_sitting, f"{one.per_sitting:.2f}", codes)


def _counted(code: str, count: int) -> str:
    return tr("{count} times: {what} [{code}]").format(count=count, what=finding_sentence(code, {}).what, code=code)


def _warned(one: Any) -> WarnedRow:
    why = " ".join(f"{finding_sentence(code, {}).what} [{code}]" for code in one.codes)
    return WarnedRow(one.sitting, one.session, f"{one.name} {one.staff_id}".strip(), one.course, why)


def _pair(one: Any) -> PairRow:
    same = tr("{same} of {both}").format(same=one.pair.same, both=one.pair.both)
    sittings = (one.pair.first, one.pair.second)
    return PairRow(one.session, one.branch, one.people, sittings, same, f"{one.pair.expected:.1f}")
