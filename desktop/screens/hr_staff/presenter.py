"""Reads a staff list, shows what it would change, changes it, and takes the last one back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_staff.state import ChangeRow, Count, HrStaffState, Stage
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence, sentence
from desktop.words.standing import change_word
from exams import AcademyError

Chosen = Callable[[tuple[Path, ...]], None]
_KINDS = ("joined", "left", "back", "moved", "corrected")
_MOST_SPOILT = 50


class HrStaffScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrStaffState) -> None:
        """Show the page."""
        ...


class StaffDesk(Protocol):
    """The part of the register that knows people."""

    def read_staff(self, path: Path) -> Any: ...  # noqa: D102
    def plan_staff(self, file: Any, *, part: bool) -> Any: ...  # noqa: D102
    def import_staff(self, file: Any, *, part: bool) -> Any: ...  # noqa: D102
    def undo_staff(self) -> Any: ...  # noqa: D102
    def last_import(self) -> Any: ...  # noqa: D102
    def likely_same(self) -> Sequence[Any]: ...  # noqa: D102
    def merge(self, kept: str, gone: str) -> Any: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; the chooser calls back with what was chosen."""

    choose_file: Callable[[Chosen], None]
    leave: Callable[[], None]


class HrStaffPresenter:
    """The list that was read last, until another one is."""

    def __init__(self, desk: StaffDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrStaffScreen | None = None
        self._state = HrStaffState()
        self._file: Any = None

    def attach(self, screen: HrStaffScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrStaffScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while a list is read."""
        return self._state.stage is Stage.READING

    def show(self) -> None:
        """Show where it stands."""
        self._safely(lambda: replace(self._state, last=self._last(), alike=self._alike(), fault=""))

    def choose_file(self) -> None:
        """Ask which list."""
        self._exits.choose_file(self.read)

    def read(self, paths: tuple[Path, ...]) -> None:
        """Read the first of these, and show what it would change."""
        if self.busy or not paths:
            return
        path = paths[0]
        self._state = HrStaffState(Stage.READING, path.name, self._state.part, last=self._state.last)
        self._draw()
        self._jobs.run(lambda: self._desk.read_staff(path), self._was_read, self._failed)

    def set_part(self, part: bool) -> None:
        """Whether the list holds only some people."""
        if part != self._state.part:
            self._state = replace(self._state, part=part)
            if self._state.stage is Stage.PREVIEW:
                self._safely(self._preview)
            else:
                self._draw()

    def apply(self) -> None:
        """Change what the preview shows."""
        if self._state.can_apply:
            self._safely(self._applied)

    def undo(self) -> None:
        """Take the last import back."""
        if self._state.last:
            self._safely(self._undone)

    def merge(self, kept: str, gone: str) -> None:
        """Two records of one person become one, under the first staff id."""
        self._safely(lambda: self._merged(kept.strip(), gone.strip()))

    def leave(self) -> None:
        """Back to the matrix."""
        if not self.busy:
            self._exits.leave()

    def _was_read(self, file: Any) -> None:
        self._file = file
        if file.found:
            spoilt = tuple(_spoilt(one) for one in file.found[:_MOST_SPOILT])
            self._state = replace(self._state, stage=Stage.SPOILT, spoilt=spoilt)
            self._draw()
        else:
            self._safely(self._preview)

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, stage=Stage.EMPTY, fault=fault)
        self._draw()

    def _preview(self) -> HrStaffState:
        plan = self._desk.plan_staff(self._file, part=self._state.part)
        return _planned(replace(self._state, stage=Stage.PREVIEW, fault=""), plan)

    def _applied(self) -> HrStaffState:
        plan, _ = self._desk.import_staff(self._file, part=self._state.part)
        return replace(_planned(self._state, plan), stage=Stage.DONE, last=self._last(), alike=self._alike(), fault="")

    def _undone(self) -> HrStaffState:
        self._desk.undo_staff()
        return HrStaffState(Stage.UNDONE, part=self._state.part, last=self._last(), alike=self._alike())

    def _merged(self, kept: str, gone: str) -> HrStaffState:
        self._desk.merge(kept, gone)
        told = tr("{gone} is one with {kept} now.").format(gone=gone, kept=kept)
        return HrStaffState(part=self._state.part, last=self._last(), alike=self._alike(), merged=told)

    def _alike(self) -> tuple[str, ...]:
        told = tr("These look like one person: {ids}")
        groups = self._desk.likely_same()[:_MOST_SPOILT]
        return tuple(told.format(ids=", ".join(f"{one.staff_id} {one.name}" for one in group)) for group in groups)

    def _last(self) -> str:
        last = self._desk.last_import()
        if last is None:
            return ""
        return tr("{file}, {when}").format(file=last.file, when=datetime_text(last.wt))

    def _safely(self, work: Callable[[], HrStaffState]) -> None:
        try:
            self._state = work()
        except AcademyError as error:
            self._state = replace(self._state, fault=error_sentence(error).text)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _planned(state: HrStaffState, plan: Any) -> HrStaffState:
    kinds = [str(one.kind) for one in plan.changes]
    return replace(
        state,
        counts=tuple(Count(change_word(kind), kinds.count(kind)) for kind in _KINDS),
        rows=tuple(map(_change, plan.changes)),
        namesakes=tuple(f"{name}: {', '.join(ids)}" for name, ids in plan.same_names[:_MOST_SPOILT]),
    )


def _change(one: Any) -> ChangeRow:
    before, after = _told(one.before), _told(one.after)
    return ChangeRow(one.after.staff_id, one.after.name, change_word(str(one.kind)), before, after)


def _told(person: Any) -> str:
    if person is None or not person.active:
        return "–"
    return " · ".join(filter(None, (person.name, person.branch, person.team)))


def _spoilt(one: Any) -> str:
    said = sentence(one.code, {"staff_id": one.text, "row": one.row}).text
    return tr("Row {row}: {message} [{code}]").format(row=one.row, message=said, code=one.code)
