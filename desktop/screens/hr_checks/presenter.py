"""Reads what stands out beside the window; what is opened shows its finals, each to be replayed and marked as done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_checks.state import GroupRow, HrChecksState, Note, Opened, PairRow, WarnedRow
from desktop.screens.hr_checks.telling import branch_row, code_texts, pair_row, proctor_row, title_of, warned_row
from desktop.words import tr
from desktop.words.errors import error_sentence
from exams import AcademyError, FindingState

_Groups = tuple[Sequence[Any], Sequence[Any]]


class HrChecksScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrChecksState) -> None:
        """Show the page."""
        ...


class ChecksDesk(Protocol):
    """Where all of it is reckoned; may take long, may raise `AcademyError`."""

    def groups(self) -> _Groups:
        """Branches and proctors."""
        ...

    def pairs(self) -> Sequence[Any]: ...  # noqa: D102
    def sittings(self, branch: str, proctor: str, shown: FindingState) -> Sequence[Any]: ...  # noqa: D102
    def finish(self, finding: str, note: str) -> Any: ...  # noqa: D102
    def reopen(self, finding: str, note: str) -> Any: ...  # noqa: D102


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
        self._groups: _Groups = ((), ())

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
            self._jobs.run(lambda: (self._desk.groups(), self._desk.pairs()), self._done, self._failed)

    def open_branch(self, row: object) -> None:
        """The finals behind a branch's warnings."""
        if isinstance(row, GroupRow):
            self._list(Opened(branch=row.key, shown=self._state.opened.shown))

    def open_proctor(self, row: object) -> None:
        """Those in the sessions of a proctor."""
        if isinstance(row, GroupRow):
            self._list(Opened(proctor=row.key, shown=self._state.opened.shown))

    def choose_shown(self, shown: str) -> None:
        """Only those that are open, or done, or all."""
        if shown != self._state.opened.shown:
            self._list(replace(self._state.opened, shown=shown))

    def choose_finding(self, row: object) -> None:
        """One final is the one meant."""
        if isinstance(row, WarnedRow) and row.sitting != self._state.finding:
            self._state = replace(self._state, finding=row.sitting, note=Note())
            self._draw()

    def type_note(self, text: str) -> None:
        """What was looked at in the final and found."""
        self._state = replace(self._state, note=Note(text))

    def type_pair_note(self, text: str) -> None:
        """The same of the pair."""
        self._state = replace(self._state, pair_note=Note(text))

    def mark(self) -> None:
        """The final one is at is done, or open again where it was done."""
        final, text = self._state.final, self._state.note.text
        if final is None or self._state.busy:
            return
        if not text.strip():
            self._draw_with(note=Note(wrong=_empty()))
            return
        say = self._say(final, final.sitting, text)
        told, opened = _kept(final, final.person), self._state.opened
        self._begin()
        self._jobs.run(
            lambda: (say(), self._desk.groups(), self._found(opened)),
            lambda read: self._marked(read[1], read[2], told),
            self._failed,
        )

    def mark_pair(self) -> None:
        """The pair one is at is done, or open again."""
        pair, text = self._state.pair, self._state.pair_note.text
        if pair is None or self._state.busy:
            return
        if not text.strip():
            self._draw_with(pair_note=Note(wrong=_empty()))
            return
        say = self._say(pair, pair.finding, text)
        told = _kept(pair, " / ".join(pair.people))
        self._begin()
        self._jobs.run(lambda: (say(), self._desk.pairs()), lambda read: self._pair_marked(read[1], told), self._failed)

    def choose_pair(self, row: object) -> None:
        """One pair is the one meant."""
        if isinstance(row, PairRow) and row.key != self._state.chosen:
            self._draw_with(chosen=row.key, pair_note=Note())

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

    def _list(self, opened: Opened) -> None:
        if not self._state.busy:
            self._begin()
            self._jobs.run(lambda: self._found(opened), lambda found: self._opened(opened, found), self._failed)

    def _found(self, opened: Opened) -> Sequence[Any]:
        return self._desk.sittings(opened.branch, opened.proctor, FindingState(opened.shown))

    def _say(self, row: WarnedRow | PairRow, finding: str, note: str) -> Callable[[], Any]:
        say = self._desk.finish if row.is_open else self._desk.reopen
        return lambda: say(finding, note)

    def _begin(self) -> None:
        note, pair_note = replace(self._state.note, told=""), replace(self._state.pair_note, told="")
        self._draw_with(busy=True, fault="", note=note, pair_note=pair_note)

    def _done(self, read: tuple[_Groups, Sequence[Any]]) -> None:
        groups, pairs = read
        shown = tuple(map(pair_row, pairs))
        opened = Opened(shown=self._state.opened.shown)
        self._state = HrChecksState(read=True, pairs=shown, chosen=shown[0].key if shown else "", opened=opened)
        self._put_groups(groups)
        self._draw()

    def _put_groups(self, groups: _Groups) -> None:
        self._groups = groups
        branches, proctors = groups
        rows = tuple(map(branch_row, branches)), tuple(map(proctor_row, proctors))
        self._state = replace(self._state, branches=rows[0], proctors=rows[1])

    def _opened(self, opened: Opened, found: Sequence[Any], told: str = "") -> None:
        branches, proctors = self._groups
        groups = {**{("branch", one.branch): one for one in branches}, **{("", one.proctor): one for one in proctors}}
        about = groups.get(("branch", opened.branch) if opened.branch else ("", opened.proctor))
        rows = tuple(map(warned_row, found))
        self._state = replace(
            self._state,
            busy=False,
            opened=opened,
            title=title_of(opened),
            codes=code_texts(about) if about else (),
            sittings=rows,
            finding=rows[0].sitting if rows else "",
            note=Note(told=told),
        )
        self._draw()

    def _marked(self, groups: _Groups, found: Sequence[Any], told: str) -> None:
        self._put_groups(groups)
        self._opened(self._state.opened, found, told)

    def _pair_marked(self, pairs: Sequence[Any], told: str) -> None:
        self._draw_with(busy=False, pairs=tuple(map(pair_row, pairs)), pair_note=Note(told=told))

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, busy=False, fault=fault)
        self._draw()

    def _draw_with(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _empty() -> str:
    return tr("Write what you looked at and what you found.")


def _kept(row: WarnedRow | PairRow, person: str) -> str:
    told = tr("Kept: {person} is done.") if row.is_open else tr("Kept: {person} is open again.")
    return told.format(person=person)
