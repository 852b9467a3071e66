"""Has a correction filled in, worked out beside the window, looked at, and proposed to a second officer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Event
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_regrade.state import RULES, Draft, HrRegradeState, ItemRow, Stage
from desktop.words import tr
from desktop.words.errors import error_sentence
from desktop.words.regrade_rows import MOST_ROWS, changed_rows, fault_lines, run_counts
from exams import AcademyError

_MOST_LINES = 100


class HrRegradeScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrRegradeState) -> None:
        """Show the page."""
        ...


class RegradeDesk(Protocol):
    """Where sittings are graded again; all of it may raise `AcademyError`."""

    def open(self, secret: str) -> Sequence[str]:
        """Open packs and keys for this page; gives the courses."""
        ...

    def choices(self, course: str) -> tuple[Sequence[ItemRow], Sequence[str]]:
        """Questions and exams of a course."""
        ...

    def work_out(self, draft: Draft, told: Callable[[int, int], bool]) -> Any:
        """What it would give, with its tally and people's names; None where it was ended."""
        ...

    def propose(self, secret: str, worked: Any) -> int:
        """Keep and sign it; gives the run's number."""
        ...

    def close(self) -> None:
        """Forget everything that was opened."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `proposed` to the run of a number."""

    proposed: Callable[[int], None]
    leave: Callable[[], None]


class HrRegradePresenter:
    """Keeps the passphrase from opening to signing, and no longer than the page."""

    def __init__(self, desk: RegradeDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrRegradeScreen | None = None
        self._state = HrRegradeState()
        self._secret = ""
        self._worked: Any = None
        self._stop = Event()
        self._progress = (0, 0)  # written by the worker in one step, read by the window

    def attach(self, screen: HrRegradeScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrRegradeScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while something runs beside the window."""
        return self._state.busy

    def show(self) -> None:
        """Show where it stands."""
        self._draw()

    def type_secret(self, text: str) -> None:
        """The passphrase of HR's keys."""
        self._secret = text
        if text and self._state.needs_secret:
            self._show(needs_secret=False)

    def open_packs(self) -> None:
        """Open what questions and keys are read from."""
        if self._state.busy:
            return
        if not self._secret:
            self._show(needs_secret=True)
            return
        self._show(stage=Stage.OPENING, fault="")
        secret = self._secret
        self._jobs.run(lambda: self._desk.open(secret), self._opened, self._failed)

    def choose_course(self, course: str) -> None:
        """Another course: its questions and exams."""
        if self._state.stage not in {Stage.FILLING, Stage.TRIED} or course == self._state.draft.course:
            return
        draft = replace(self._state.draft, course=course, item="", exam="")
        self._state = replace(self._state, draft=draft, items_filter="")
        self._read_choices()
        self._untried()

    def fill_in(self, **told: Any) -> None:
        """Something was filled in or chosen; what was worked out before is no longer true."""
        draft = replace(self._state.draft, **told)
        if draft != self._state.draft:
            self._state = replace(self._state, draft=draft)
            self._untried()

    def choose_item(self, row: object) -> None:
        """The question that is corrected."""
        if isinstance(row, ItemRow):
            self.fill_in(item=row.key)

    def search_items(self, text: str) -> None:
        """Narrow the questions."""
        if text != self._state.items_filter:
            self._show(items_filter=text)

    def search(self, text: str) -> None:
        """Narrow the list of people."""
        if text != self._state.filter:
            self._show(filter=text)

    def work_out(self) -> None:
        """Grade everything again; nothing is kept."""
        if self._state.stage not in {Stage.FILLING, Stage.TRIED}:
            return
        self._stop.clear()
        self._progress = (0, 0)
        self._show(stage=Stage.WORKING, fault="", percent=0, told="")
        draft = self._state.draft
        self._jobs.run(lambda: self._desk.work_out(draft, self._hear), self._tried, self._failed)

    def stop(self) -> None:
        """End it; nothing is left of it."""
        self._stop.set()

    def propose(self) -> None:
        """Keep what was worked out for a second officer."""
        if self._state.stage is Stage.TRIED and self._worked is not None:
            self._show(stage=Stage.SIGNING, fault="")
            secret, worked = self._secret, self._worked
            self._jobs.run(lambda: self._desk.propose(secret, worked), self._proposed, self._failed)

    def tick(self) -> None:
        """A moment has gone: show how far it is."""
        if self._state.stage is Stage.WORKING:
            done, total = self._progress
            self._show(percent=done * 100 // max(total, 1))

    def leave(self) -> None:
        """Back to the runs; everything that was opened is forgotten."""
        if not self._state.busy:
            self._forget()
            self._exits.leave()

    def _hear(self, done: int, total: int) -> bool:
        self._progress = (done, total)
        return not self._stop.is_set()

    def _opened(self, courses: Sequence[str]) -> None:
        told = tuple(courses)
        if not told:
            fault = tr("No pack is kept here. Offer the packs with the files of branches first.")
            self._show(stage=Stage.LOCKED, fault=fault)
            return
        draft = replace(self._state.draft, course=told[0])
        self._state = replace(self._state, stage=Stage.FILLING, courses=told, draft=draft)
        self._read_choices()
        self._draw()

    def _read_choices(self) -> None:
        try:
            items, exams = self._desk.choices(self._state.draft.course)
        except AcademyError as error:
            self._state = replace(self._state, fault=error_sentence(error).text)
            return
        draft = replace(self._state.draft, exam=exams[0] if exams else "")
        self._state = replace(self._state, items=tuple(items), exams=tuple(exams), draft=draft)

    def _tried(self, worked: Any) -> None:
        if worked is None:
            self._show(stage=Stage.FILLING, told=tr("Stopped. Nothing of it was kept."))
            return
        self._worked = worked
        rows = changed_rows(worked.rows, worked.names)
        told = tr("{count} sittings graded again; originals unchanged.").format(count=len(worked.rows))
        if worked.waiting:
            left_out = tr("{count} wait for a person and were left out.")
            told = f"{told} {left_out.format(count=worked.waiting)}"
        self._show(
            stage=Stage.TRIED,
            counts=run_counts(worked.tally),
            rows=rows,
            more=len(rows) == MOST_ROWS,
            faults=fault_lines(worked.faults[:_MOST_LINES]),
            filter="",
            told=told,
        )

    def _proposed(self, number: int) -> None:
        self._forget()
        self._exits.proposed(number)

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        back = {Stage.OPENING: Stage.LOCKED, Stage.SIGNING: Stage.TRIED}.get(self._state.stage, Stage.FILLING)
        self._show(stage=back, fault=fault)

    def _untried(self) -> None:
        """What was worked out belongs to something else."""
        self._worked = None
        stage = Stage.FILLING if self._state.stage is Stage.TRIED else self._state.stage
        self._show(stage=stage, fault="", told="", chosen=_chosen(self._state))

    def _forget(self) -> None:
        self._secret, self._worked = "", None
        self._desk.close()
        self._state = HrRegradeState()

    def _show(self, **told: Any) -> None:
        self._state = replace(self._state, **told)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _chosen(state: HrRegradeState) -> str:
    if state.draft.remedy == RULES:
        return ""
    row = next((one for one in state.items if one.key == state.draft.item), None)
    if row is None:
        return ""
    text = tr("{item}, version {version}. Right so far: {right}")
    return text.format(item=row.item, version=row.version, right=row.right or "–")
