"""Shows the figures of each question, and takes in a table of marks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.item_statistics.state import ItemStatisticsState, StatRow
from desktop.screens.item_statistics.telling import (
    bars_of,
    facts_of,
    few_of,
    flags_of,
    options_of,
    remarks_of,
    stat_row,
)
from desktop.words import tr
from desktop.words.errors import error_sentence
from exams import AcademyError, ItemStatistics

Chosen = Callable[[tuple[Path, ...]], None]


class ItemStatisticsScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ItemStatisticsState) -> None:
        """Show the figures."""
        ...


class StatisticsDesk(Protocol):
    """The part of the bank that knows figures."""

    @property
    def is_empty(self) -> bool: ...  # noqa: D102
    def statistics(self) -> tuple[ItemStatistics, ...]: ...  # noqa: D102
    def analyse(self, marks: Path) -> int: ...  # noqa: D102


def _analysed(count: int) -> str:
    return tr("Figures for {count} questions.").format(count=count)


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `done` says what became of the file."""

    choose_file: Callable[[Chosen], None]
    item: Callable[[int], None]
    leave: Callable[[], None]
    done: Callable[[int], str] = _analysed


class ItemStatisticsPresenter:
    """The question one is at stays while the table is read anew."""

    def __init__(self, desk: StatisticsDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: ItemStatisticsScreen | None = None
        self._known: dict[str, ItemStatistics] = {}
        self._state = ItemStatisticsState()

    def attach(self, screen: ItemStatisticsScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: ItemStatisticsScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while marks are analysed."""
        return self._state.busy

    def show(self) -> None:
        """Read anew and show."""
        try:
            found = self._desk.statistics()
        except AcademyError as error:
            self._put(replace(self._state, fault=error_sentence(error).text))
            return
        self._known = {str(one.number): one for one in found}
        rows = tuple(map(stat_row, found))
        chosen = self._state.chosen if self._state.chosen in self._known else (rows[0].key if rows else "")
        self._put(replace(self._at(chosen), rows=rows, fault="", no_bank=self._desk.is_empty))

    def choose_row(self, row: object) -> None:
        """One question is the one meant."""
        if isinstance(row, StatRow) and row.key != self._state.chosen:
            self._put(self._at(row.key))

    def open_item(self) -> None:
        """On to the question itself."""
        if self._state.chosen and not self._state.busy:
            self._exits.item(int(self._state.chosen))

    def choose_marks(self) -> None:
        """Ask for a table of marks."""
        self._exits.choose_file(self.analyse)

    def analyse(self, paths: tuple[Path, ...]) -> None:
        """Analyse the first of these; its figures go to the questions that it names."""
        if self._state.busy or self._desk.is_empty or not paths:
            return
        path = paths[0]
        self._put(replace(self._state, busy=True, told="", fault=""))
        self._jobs.run(lambda: self._desk.analyse(path), self._analysed, self._failed)

    def leave(self) -> None:
        """Back to the list of questions."""
        self._exits.leave()

    def _analysed(self, count: int) -> None:
        self._state = replace(self._state, busy=False, told=self._exits.done(count))
        self.show()

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._put(replace(self._state, busy=False, fault=fault))

    def _at(self, key: str) -> ItemStatisticsState:
        one = self._known.get(key)
        if one is None:
            kept = self._state
            return ItemStatisticsState(busy=kept.busy, told=kept.told, fault=kept.fault, no_bank=kept.no_bank)
        return replace(
            self._state,
            chosen=key,
            title=one.name or one.stem,
            facts=facts_of(one, max(other.sittings for other in self._known.values())),
            bars=bars_of(one),
            options=options_of(one),
            flags=flags_of(one),
            few=few_of(one),
            remarks=remarks_of(one),
        )

    def _put(self, state: ItemStatisticsState) -> None:
        self._state = state
        if self._screen is not None:
            self._screen.show_state(state)
