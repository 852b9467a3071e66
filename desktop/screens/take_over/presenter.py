"""Writes the request, looks for the sealed file beside it, and takes the exam over."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.take_over.state import Step, TakeOverState
from desktop.widgets.values import Fact, RowValue
from desktop.words import tr
from desktop.words.clock import clock_text, datetime_text
from desktop.words.errors import error_sentence
from exams import AcademyError, Sitting, put_on_stick, small_file

MOST_FILE = 32 * 1024 * 1024
REQUEST_NAME = "{serial}.seat-request"
MOST_FOUND = 8
"""Files that are listed, the newest first."""


class TakeOverScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: TakeOverState) -> None:
        """Show the step."""
        ...


class SparePc(Protocol):
    """What a spare PC's proctor may do; `serial` is empty where headquarters has not enrolled it."""

    @property
    def serial(self) -> str: ...  # noqa: D102
    def ask(self) -> bytes: ...  # noqa: D102
    def take(self, sealed: bytes) -> Sitting: ...  # noqa: D102
    def name(self, staff_id: str) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `folder` asks for the stick, `file` for a file that lies elsewhere."""

    folder: Callable[[Callable[[Path], None]], None]
    file: Callable[[Callable[[Path], None]], None]
    room: Callable[[], None]


class TakeOverPresenter:
    """One exam on its way in."""

    def __init__(self, pc: SparePc, jobs: Jobs, exits: Exits) -> None:
        self._pc = pc
        self._jobs = jobs
        self._exits = exits
        self._screen: TakeOverScreen | None = None
        self._folder: Path | None = None
        self._looking = False
        self._sitting: Sitting | None = None
        self._error: AcademyError | None = None
        self._state = TakeOverState()

    @property
    def busy(self) -> bool:
        """True while the request is written or the exam taken in."""
        return self._state.busy

    def attach(self, screen: TakeOverScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: TakeOverScreen) -> None:
        """That view is gone; nothing is looked for any more."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the step as it was left."""
        self._draw()

    def ask(self) -> None:
        """Write the request onto a stick; once more where that one was lost."""
        if not self._state.busy:
            self._exits.folder(self._write_request)

    def tick(self) -> None:
        """A moment has gone: see whether the file has come."""
        idle = not (self._state.busy or self._looking)
        if self._screen is not None and self._state.step is Step.WAIT and self._folder is not None and idle:
            self._looking = True
            self._jobs.run(partial(_files_for, self._folder, self._pc.serial), self._seen, self._not_seen)

    def choose_file(self) -> None:
        """A file that lies elsewhere."""
        if not self._state.busy:
            self._exits.file(self._take)

    def take(self, name: str) -> None:
        """Take over what one of the files beside the request holds."""
        if not self._state.busy and self._folder is not None:
            self._take(self._folder / name)

    def leave(self) -> None:
        """Back to the room; while something is written one waits."""
        if not self._state.busy:
            self._exits.room()

    def _write_request(self, folder: Path) -> None:
        def work() -> Path:
            return put_on_stick(folder / REQUEST_NAME.format(serial=self._pc.serial), self._pc.ask())

        self._begin()
        self._jobs.run(work, self._asked, self._failed)

    def _asked(self, path: Path) -> None:
        self._folder = path.parent
        self._state = replace(self._state, step=Step.WAIT, request=str(path), busy=False)
        self._draw()

    def _take(self, path: Path) -> None:
        self._begin()
        self._jobs.run(lambda: self._pc.take(small_file(path, MOST_FILE)), self._taken, self._failed)

    def _taken(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._state = replace(self._state, step=Step.DONE, busy=False)
        self._draw()

    def _seen(self, files: tuple[tuple[Path, int], ...]) -> None:
        self._looking = False
        found = tuple(_row(path, wt) for path, wt in files)
        if found != self._state.found:
            self._state = replace(self._state, found=found)
            self._draw()

    def _not_seen(self, _error: Exception) -> None:
        self._looking = False

    def _begin(self) -> None:
        self._error = None
        self._state = replace(self._state, busy=True)
        self._draw()

    def _failed(self, error: Exception) -> None:
        self._state = replace(self._state, busy=False)
        if isinstance(error, AcademyError):
            self._error = error
        self._draw()

    def _draw(self) -> None:
        if self._screen is None:
            return
        sitting = self._sitting
        self._state = replace(
            self._state,
            who=self._pc.name(sitting.staff_id) if sitting else "",
            facts=_facts(sitting) if sitting else (),
            fault=error_sentence(self._error).text if self._error else "",
        )
        self._screen.show_state(self._state)


def _files_for(folder: Path, serial: str) -> tuple[tuple[Path, int], ...]:
    """Files of a folder that are named for a PC, with the time they were written in ms UTC, the newest first."""
    found = []
    try:
        for path in folder.glob(f"*-{serial}.seat"):
            found.append((path, int(path.stat().st_mtime * 1000)))
    except OSError:  # the stick is on its way
        return ()
    return tuple(sorted(found, key=lambda one: -one[1])[:MOST_FOUND])


def _row(path: Path, wt: int) -> RowValue:
    written = tr("Written {time}").format(time=datetime_text(wt))
    return RowValue(path.name, path.name, written, "download")


def _facts(sitting: Sitting) -> tuple[Fact, ...]:
    return (
        Fact(tr("Staff ID"), sitting.staff_id),
        Fact(tr("Answered"), f"{sitting.answered} / {len(sitting.paper.items)}"),
        Fact(tr("Time left"), clock_text((sitting.remaining_ms or 0) // 1000)),
        Fact(tr("Reason"), sitting.reason),
    )
