"""Looks questions up in the bank; figures come from a table of marks that is analysed beside the window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.bank_browser.state import PAGE, BankBrowserState, BankRow
from desktop.words import tr
from desktop.words.bank_words import state_of_item, type_word
from desktop.words.errors import error_sentence, sentence
from exams import AcademyError, BankLine, Sought

Chosen = Callable[[tuple[Path, ...]], None]
ANY = "*"
"""The key of the choice that narrows nothing."""

_FILTERS = ("chapter", "level", "type", "state")


class BankBrowserScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: BankBrowserState) -> None:
        """Show the list."""
        ...


class BrowserDesk(Protocol):
    """The part of the bank that is looked at."""

    @property
    def is_empty(self) -> bool: ...  # noqa: D102
    def lines(self, sought: Sought, most: int, offset: int) -> tuple[tuple[BankLine, ...], int]: ...  # noqa: D102
    def values(self) -> dict[str, tuple[str, ...]]: ...  # noqa: D102
    def analyse(self, marks: Path) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; the chooser calls back with what was chosen."""

    choose_file: Callable[[Chosen], None]
    take_in: Callable[[], None]
    item: Callable[[int], None]


class BankBrowserPresenter:
    """What was looked for stays while one goes to a question and back."""

    def __init__(self, desk: BrowserDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: BankBrowserScreen | None = None
        self._state = BankBrowserState()

    def attach(self, screen: BankBrowserScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: BankBrowserScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while marks are analysed."""
        return self._state.busy

    def show(self) -> None:
        """Read anew and show."""
        self._look(self._state, anew=True)

    def search(self, text: str) -> None:
        """Only questions that hold this text."""
        if text.strip() != self._state.sought.text:
            self._look(replace(self._state, sought=replace(self._state.sought, text=text.strip()), offset=0))

    def narrow(self, name: str, value: str) -> None:
        """Only questions with this value of a filter; `ANY` takes all."""
        wanted: dict[str, str | None] = {name: None if value == ANY else value}
        self._look(replace(self._state, sought=replace(self._state.sought, **wanted), offset=0))  # type: ignore[arg-type]

    def page(self, way: int) -> None:
        """A page on (1) or back (-1)."""
        if (way > 0 and self._state.has_after) or (way < 0 and self._state.has_before):
            self._look(replace(self._state, offset=self._state.offset + way * PAGE))

    def choose_row(self, row: object) -> None:
        """One row is the one meant."""
        if isinstance(row, BankRow) and row.key != self._state.chosen:
            self._state = replace(self._state, chosen=row.key)
            self._draw()

    def open_row(self, row: object) -> None:
        """On to a question."""
        self.choose_row(row)
        self.open_item()

    def open_item(self) -> None:
        """On to the question one is at."""
        if self._state.chosen and not self._state.busy:
            self._exits.item(int(self._state.chosen))

    def take_in(self) -> None:
        """On to the page that takes files in."""
        if not self._state.busy:
            self._exits.take_in()

    def choose_marks(self) -> None:
        """Ask for a table of marks."""
        self._exits.choose_file(self.analyse)

    def analyse(self, paths: tuple[Path, ...]) -> None:
        """Analyse the first of these; its figures go to the questions that it names."""
        if self._state.busy or self._desk.is_empty or not paths:
            return
        path = paths[0]
        self._state = replace(self._state, busy=True, told="", fault="")
        self._draw()
        self._jobs.run(lambda: self._desk.analyse(path), self._analysed, self._failed)

    def _analysed(self, count: int) -> None:
        told = tr("Figures for {count} questions.").format(count=count)
        self._look(replace(self._state, busy=False, told=told))

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, busy=False, fault=fault)
        self._draw()

    def _look(self, state: BankBrowserState, *, anew: bool = False) -> None:
        """A page of questions; `anew` with the values to filter by, which takes its time in a large bank."""
        try:
            lines, total = self._desk.lines(state.sought, PAGE, state.offset)
            rows = tuple(map(_row, lines))
            chosen = state.chosen if any(row.key == state.chosen for row in rows) else ""
            choices = _choices(self._desk.values()) if anew else state.choices
            state = replace(state, rows=rows, total=total, chosen=chosen, choices=choices, fault="")
            self._state = replace(state, empty=self._desk.is_empty)
        except AcademyError as error:
            self._state = replace(state, fault=error_sentence(error).text)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _row(line: BankLine) -> BankRow:
    told = line.figures
    return BankRow(
        line.id,
        line.name if line.name.startswith(line.stem[:10]) else f"{line.name} · {line.stem}",
        type_word(line.type),
        line.chapter or "–",
        line.level or "–",
        tr("{state}, version {version}").format(state=state_of_item(line.state), version=line.version),
        _percent(told.facility if told else None),
        _percent(told.discrimination if told else None),
        line.review or "–",
        " ".join(sentence(code).text for code in told.flags) if told else "",
    )


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f} %"


def _choices(values: dict[str, tuple[str, ...]]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    words = {"type": type_word, "state": state_of_item}
    return tuple(
        (name, tuple((one, words.get(name, str)(one) or tr("None named")) for one in values.get(name, ())))
        for name in _FILTERS
    )
