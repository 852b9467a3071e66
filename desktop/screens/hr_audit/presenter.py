"""Has an audit pack made beside the window; the passphrase is kept only while the page is used."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_audit.state import HrAuditState, MadePack
from desktop.words import tr
from desktop.words.errors import error_sentence
from exams import AcademyError

_BRANCH = re.compile(r"[A-Z0-9-]{2,12}")


class HrAuditScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrAuditState) -> None:
        """Show the page."""
        ...


@dataclass(frozen=True, slots=True)
class AuditOrder:
    """What is asked for: days included, branches by code, all where none is named, and the folder to make.

    `masked`: names are shown by their first sign.
    """

    first: date
    last: date
    branches: tuple[str, ...]
    out: Path
    masked: bool = False


class AuditDesk(Protocol):
    """Who makes the pack."""

    def make(self, secret: str, order: AuditOrder, told: Callable[[int], None]) -> Any:
        """Make it; `told` hears on the thread that does it how many certificates are in."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; the chooser calls back with a folder."""

    choose_folder: Callable[[Callable[[tuple[Path, ...]], None]], None]
    leave: Callable[[], None]


class HrAuditPresenter:
    """Begins with the year so far."""

    def __init__(self, desk: AuditDesk, jobs: Jobs, exits: Exits, today: date) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrAuditScreen | None = None
        self._secret = ""
        self._count = 0  # written by the worker, read by the window
        self._state = HrAuditState(today.replace(month=1, day=1).isoformat(), today.isoformat())

    def attach(self, screen: HrAuditScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrAuditScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while a pack is made."""
        return self._state.busy

    def show(self) -> None:
        """Show where it stands."""
        if self._screen is not None:
            self._screen.show_state(self._state)

    def type_secret(self, text: str) -> None:
        """The passphrase of HR's keys."""
        self._secret = text
        self._typed("secret")

    def type_first(self, text: str) -> None:
        """The first day."""
        self._typed("first", first=text)

    def type_last(self, text: str) -> None:
        """The last day."""
        self._typed("last", last=text)

    def type_branches(self, text: str) -> None:
        """Branch codes with blanks or commas between them."""
        self._typed("branches", branches=text)

    def mask(self, masked: bool) -> None:
        """Whether names are shown by their first sign."""
        if not self._state.busy and masked != self._state.masked:
            self._change(masked=masked)

    def make(self) -> None:
        """Ask where to, once every field is right."""
        if self._state.busy:
            return
        wrong = tuple(self._wrong())
        self._change(wrong=wrong, fault="", made=None)
        if not wrong:
            self._exits.choose_folder(self.make_in)

    def make_in(self, folders: tuple[Path, ...]) -> None:
        """Make the pack in the folder that was chosen, under a name that tells its days."""
        if self._state.busy or not folders or any(self._wrong()):
            return
        first, last = date.fromisoformat(self._state.first), date.fromisoformat(self._state.last)
        out = folders[0] / f"audit-{first.isoformat()}-{last.isoformat()}"
        order = AuditOrder(first, last, _codes(self._state.branches), out, self._state.masked)
        secret = self._secret
        self._count = 0
        self._change(busy=True, count=0, made=None, fault="")
        self._jobs.run(lambda: self._desk.make(secret, order, self._hear), self._done, self._failed)

    def tick(self) -> None:
        """A moment has gone: show how far it is."""
        if self._state.busy and self._count != self._state.count:
            self._change(count=self._count)

    def leave(self) -> None:
        """Back to the matrix; the passphrase is forgotten."""
        if not self._state.busy:
            self._secret = ""
            self._exits.leave()

    def _hear(self, count: int) -> None:
        self._count = count

    def _done(self, made: Any) -> None:
        told = MadePack(str(made.folder), made.sha256, made.proved, tuple(made.unproved))
        self._change(busy=False, made=told)

    def _failed(self, error: Exception) -> None:
        self._change(busy=False, fault=error_sentence(error).text if isinstance(error, AcademyError) else "")

    def _wrong(self) -> Iterator[tuple[str, str]]:
        first, last = _day(self._state.first), _day(self._state.last)
        if not self._secret:
            yield "secret", tr("Type the passphrase of HR's keys first.")
        for field, day in (("first", first), ("last", last)):
            if day is None:
                yield field, tr("A day is written like 2026-01-31.")
        if first and last and first > last:
            yield "last", tr("The last day lies before the first.")
        if any(not _BRANCH.fullmatch(one) for one in _codes(self._state.branches)):
            yield "branches", tr("Branch codes are capital letters, digits and hyphens, with blanks between them.")

    def _typed(self, field: str, **changes: str) -> None:
        wrong = tuple(one for one in self._state.wrong if one[0] != field)
        if wrong != self._state.wrong or changes:
            self._change(wrong=wrong, **changes)

    def _change(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self.show()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if len(text.strip()) == 10 else None
    except ValueError:
        return None


def _codes(text: str) -> tuple[str, ...]:
    return tuple(sorted({one.upper() for one in re.split(r"[\s,，、;；]+", text) if one}))
