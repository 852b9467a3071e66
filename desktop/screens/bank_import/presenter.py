"""Reads files beside the window and shows what they hold; nothing is written before somebody has looked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.bank_import.preview import with_preview
from desktop.screens.bank_import.state import BankImportState, Stage
from desktop.words import tr
from desktop.words.errors import error_sentence
from exams import AcademyError, FileRead

Chosen = Callable[[tuple[Path, ...]], None]


class BankImportScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: BankImportState) -> None:
        """Show the page."""
        ...


class ImportDesk(Protocol):
    """The part of the bank that takes in and takes back."""

    def read(self, paths: Sequence[Path]) -> tuple[FileRead, ...]: ...  # noqa: D102
    def take_in(self, read: Sequence[FileRead]) -> Any: ...  # noqa: D102
    def last(self) -> Any: ...  # noqa: D102
    def undo(self) -> Any: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; the chooser calls back with what was chosen."""

    choose_files: Callable[[Chosen], None]
    leave: Callable[[], None]


class BankImportPresenter:
    """The files that were read last, until others are."""

    def __init__(self, desk: ImportDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: BankImportScreen | None = None
        self._state = BankImportState()
        self._read: tuple[FileRead, ...] = ()

    def attach(self, screen: BankImportScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: BankImportScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while files are read or taken in."""
        return self._state.busy

    def show(self) -> None:
        """Show where it stands, in the language in use."""
        self._safely(self._again)

    def choose_files(self) -> None:
        """Ask which files."""
        self._exits.choose_files(self.read)

    def read(self, paths: tuple[Path, ...]) -> None:
        """Read these and show what they hold: a dry run."""
        if self.busy or not paths:
            return
        self._read = ()
        files = ", ".join(path.name for path in paths)
        self._state = BankImportState(Stage.READING, files, last=self._state.last)
        self._draw()
        self._jobs.run(lambda: self._desk.read(paths), self._was_read, self._failed)

    def show_only_found(self, only: bool) -> None:
        """Whether only rows are listed that something is said of."""
        self._state = replace(self._state, only_found=only)
        self._draw()

    def take_in(self) -> None:
        """Write what the preview shows, all files in one import."""
        if self._state.can_take_in:
            self._state = replace(self._state, stage=Stage.WRITING, fault="")
            self._draw()
            read = self._read
            self._jobs.run(lambda: self._desk.take_in(read), self._was_taken, self._not_taken)

    def undo(self) -> None:
        """Take the last import back."""
        if self._state.last and not self.busy:
            self._safely(self._undone)

    def leave(self) -> None:
        """Back to the bank."""
        if not self.busy:
            self._exits.leave()

    def _again(self) -> BankImportState:
        last = self._state.last if self.busy else self._last()
        state = replace(self._state, last=last)
        return with_preview(state, self._read) if self._read else state

    def _was_read(self, read: tuple[FileRead, ...]) -> None:
        self._read = read
        self._state = with_preview(replace(self._state, stage=Stage.PREVIEW, fault=""), read)
        self._draw()

    def _failed(self, error: Exception) -> None:
        self._stopped(Stage.EMPTY, error)

    def _not_taken(self, error: Exception) -> None:
        self._stopped(Stage.PREVIEW, error)

    def _stopped(self, stage: Stage, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, stage=stage, fault=fault)
        self._draw()

    def _was_taken(self, taken: Any) -> None:
        self._state = replace(self._state, stage=Stage.DONE, number=taken.number, good=taken.questions)
        self._safely(lambda: replace(self._state, last=self._last()))

    def _undone(self) -> BankImportState:
        taken = self._desk.undo()
        self._read = ()
        files = ", ".join(taken.files)
        return BankImportState(Stage.UNDONE, files, good=taken.questions, number=taken.number, last=self._last())

    def _last(self) -> str:
        last = self._desk.last()
        if last is None:
            return ""
        told = tr("import {number}: {questions} questions of {files}")
        return told.format(number=last.number, questions=last.questions, files=", ".join(last.files))

    def _safely(self, work: Callable[[], BankImportState]) -> None:
        try:
            self._state = work()
        except AcademyError as error:
            self._state = replace(self._state, fault=error_sentence(error).text)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)
