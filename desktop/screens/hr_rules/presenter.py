"""Has a file of rules signed beside the window; the passphrase is kept only while the page is used."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_rules.state import HrRulesState
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence
from desktop.words.study_rules import rules_text
from exams import AcademyError, StudyRules

_BRANCH = re.compile(r"[A-Z0-9-]{2,12}")
MOST_SAID = 6
"""Groups of branches that are named; the log of the keys holds every file."""


class HrRulesScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrRulesState) -> None:
        """Show the page."""
        ...


class Said(NamedTuple):
    """Rules that were signed, and by whom."""

    rules: StudyRules
    who: str


class RulesDesk(Protocol):
    """Who signs."""

    def said(self) -> Sequence[Said]:
        """Every file so far, the newest first; opens no key."""
        ...

    def write(self, secret: str, rules: StudyRules, folder: Path) -> Path:
        """Sign them as of now; gives the file."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; the chooser calls back with a folder."""

    choose_folder: Callable[[Callable[[tuple[Path, ...]], None]], None]
    leave: Callable[[], None]


class HrRulesPresenter:
    """Begins with what was said to all branches last."""

    def __init__(self, desk: RulesDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrRulesScreen | None = None
        self._secret = ""
        self._touched = False
        self._state = HrRulesState()

    def attach(self, screen: HrRulesScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrRulesScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while a file is signed."""
        return self._state.busy

    def open(self) -> None:
        """Show the page and read what was said so far."""
        self.show()
        self._jobs.run(self._desk.said, self._told, self._unread)

    def show(self) -> None:
        """Show where it stands."""
        if self._screen is not None:
            self._screen.show_state(self._state)

    def set_gating(self, on: bool) -> None:
        """Whether quizzes come before the final."""
        self._touched = True
        self._change(gating=on, made="")

    def set_call_pause(self, on: bool) -> None:
        """Whether a simulated call can be paused."""
        self._touched = True
        self._change(call_pause=on, made="")

    def type_secret(self, text: str) -> None:
        """The passphrase of HR's keys."""
        self._secret = text
        self._typed("secret")

    def type_branches(self, text: str) -> None:
        """Branch codes with blanks or commas between them."""
        self._typed("branches", branches=text)

    def write(self) -> None:
        """Ask where to, once every field is right."""
        if self._state.busy:
            return
        wrong = tuple(self._wrong())
        self._change(wrong=wrong, fault="", made="")
        if not wrong:
            self._exits.choose_folder(self.write_in)

    def write_in(self, folders: tuple[Path, ...]) -> None:
        """Sign the rules into the folder that was chosen."""
        if self._state.busy or not folders or any(self._wrong()):
            return
        rules = StudyRules(self._state.gating, self._state.call_pause, _codes(self._state.branches))
        secret, folder = self._secret, folders[0]

        def sign() -> tuple[Path, Sequence[Said]]:
            return self._desk.write(secret, rules, folder), self._desk.said()

        self._change(busy=True)
        self._jobs.run(sign, self._done, self._failed)

    def leave(self) -> None:
        """Back to the matrix; the passphrase is forgotten."""
        if not self._state.busy:
            self._secret = ""
            self._exits.leave()

    def _told(self, said: Sequence[Said]) -> None:
        last = next((one.rules for one in said if not one.rules.branches), StudyRules())
        if self._touched:
            self._change(said=_facts(said))
        else:
            self._change(said=_facts(said), gating=last.gating, call_pause=last.call_pause)

    def _unread(self, error: Exception) -> None:
        self._change(said=(), fault=_sentence(error))

    def _done(self, told: tuple[Path, Sequence[Said]]) -> None:
        file, said = told
        self._change(busy=False, made=str(file), said=_facts(said))

    def _failed(self, error: Exception) -> None:
        self._change(busy=False, fault=_sentence(error))

    def _wrong(self) -> Iterator[tuple[str, str]]:
        if not self._secret:
            yield "secret", tr("Type the passphrase of HR's keys first.")
        if any(not _BRANCH.fullmatch(one) for one in _codes(self._state.branches)):
            yield "branches", tr("Branch codes are capital letters, digits and hyphens, with blanks between them.")

    def _typed(self, field: str, **changes: str) -> None:
        wrong = tuple(one for one in self._state.wrong if one[0] != field)
        if wrong != self._state.wrong or changes:
            self._change(wrong=wrong, **changes)

    def _change(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self.show()


def _sentence(error: Exception) -> str:
    return error_sentence(error).text if isinstance(error, AcademyError) else ""


def _facts(said: Sequence[Said]) -> tuple[Fact, ...]:
    newest: dict[tuple[str, ...], Said] = {}
    for one in said:
        newest.setdefault(one.rules.branches, one)
    return tuple(map(_fact, [*newest.values()][:MOST_SAID]))


def _fact(one: Said) -> Fact:
    whom = tr(", ").join(one.rules.branches) or tr("All branches")
    told = tr("{rules} · {when} · {who}")
    return Fact(whom, told.format(rules=rules_text(one.rules), when=datetime_text(one.rules.issued_wt), who=one.who))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(sorted({one.upper() for one in re.split(r"[\s,，、;；]+", text) if one}))
