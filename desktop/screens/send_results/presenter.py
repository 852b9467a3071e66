"""Seals what HR does not have yet, once for as long as the page is open, and sends it one of three ways."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.send_results.state import SendResultsState, Symbol
from desktop.words import tr
from desktop.words.errors import error_sentence
from exams import AcademyError, mail_text, split_codes

Sealed = tuple[str, bytes]
"""The name of a file and what is in it."""


class SendResultsScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: SendResultsState) -> None:
        """Show the page."""
        ...


class SendDesk(Protocol):
    """Who seals and writes."""

    def seal(self) -> tuple[Sealed, ...]:
        """Every line that HR has sent no receipt for, as one file or several."""
        ...

    def put(self, folder: Path, files: Sequence[Sealed]) -> None:
        """Write the files whole."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `copy` puts a text where other programs paste from, `symbol` draws a code."""

    choose_folder: Callable[[Callable[[tuple[Path, ...]], None]], None]
    copy: Callable[[str], None]
    symbol: Callable[[str], Symbol]
    leave: Callable[[], None]


class SendResultsPresenter:
    """The same bundle goes every way: sealing again would make another."""

    def __init__(self, desk: SendDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: SendResultsScreen | None = None
        self._sealed: tuple[Sealed, ...] = ()
        self._codes: tuple[str, ...] = ()
        self._state = SendResultsState()

    def attach(self, screen: SendResultsScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: SendResultsScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while something is sealed or written."""
        return self._state.busy

    def show(self) -> None:
        """Show where it stands."""
        if self._screen is not None:
            self._screen.show_state(self._state)

    def to_folder(self) -> None:
        """Ask for a stick or a shared folder."""
        if not self._state.busy:
            self._exits.choose_folder(self.put_in)

    def put_in(self, folders: tuple[Path, ...]) -> None:
        """Write the files there."""
        if folders and not self._state.busy:
            self._run(lambda: self._put(folders[0]), self._is_put)

    def to_mail(self) -> None:
        """Copy the text for a mail."""
        if not self._state.busy:
            self._run(self._texts, self._is_copied)

    def to_codes(self) -> None:
        """Show the first code."""
        if not self._state.busy:
            self._run(self._split, self._is_split)

    def step(self, by: int) -> None:
        """Another code; after the last comes the first."""
        if self._codes:
            self._show_code((self._state.place - 1 + by) % len(self._codes))

    def run(self) -> None:
        """Let the codes change by themselves, or stop them."""
        if self._codes:
            self._change(runs=not self._state.runs)

    def tick(self) -> None:
        """A moment has gone."""
        if self._state.runs:
            self.step(1)

    def leave(self) -> None:
        """Back to where the page was opened from."""
        if not self._state.busy:
            self._exits.leave()

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._codes = ()
        self._change(busy=True, done="", fault="", place=0, count=0, symbol=(), runs=False)
        self._jobs.run(work, done, self._failed)

    def _files(self) -> tuple[Sealed, ...]:
        self._sealed = self._sealed or self._desk.seal()
        return self._sealed

    def _put(self, folder: Path) -> str:
        files = self._files()
        self._desk.put(folder, files)
        return ", ".join(name for name, _ in files)

    def _texts(self) -> str:
        return "\n".join(mail_text(raw) for _, raw in self._files())

    def _split(self) -> tuple[str, ...]:
        return tuple(code for _, raw in self._files() for code in split_codes(raw))

    def _is_put(self, names: str) -> None:
        self._change(busy=False, done=tr("Written for HR: {files}").format(files=names))

    def _is_copied(self, text: str) -> None:
        self._exits.copy(text)
        self._change(busy=False, done=tr("Copied: paste it into a mail to HR."))

    def _is_split(self, codes: tuple[str, ...]) -> None:
        self._codes = codes
        self._change(busy=False)
        self._show_code(0)

    def _failed(self, error: Exception) -> None:
        self._change(busy=False, fault=error_sentence(error).text if isinstance(error, AcademyError) else "")

    def _show_code(self, at: int) -> None:
        self._change(place=at + 1, count=len(self._codes), symbol=self._exits.symbol(self._codes[at]))

    def _change(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self.show()
