"""Holds what is typed against the live bank, and saves it as the next version once every form can give a paper."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.blueprint.state import BlueprintState
from desktop.screens.blueprint.tables import columns_of, field_rows, points_row, rows_of, summary_of
from desktop.screens.blueprint.telling import (
    disagreement_texts,
    gap_texts,
    lacks_of,
    left_out_texts,
    sample_row,
    version_text,
)
from desktop.screens.blueprint.typed import blueprint_of, typed_of, wrong_in
from desktop.words import tr
from desktop.words.blueprint_words import exam_title
from desktop.words.errors import error_sentence
from exams import AcademyError, Blueprint, Stock, disagreements


class BlueprintScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: BlueprintState) -> None:
        """Show the blueprint."""
        ...


class BlueprintDesk(Protocol):
    """The part of headquarters that keeps blueprints."""

    def stock(self) -> Stock: ...  # noqa: D102
    def names(self, stock: Stock) -> tuple[str, ...]: ...  # noqa: D102
    def current(self, stock: Stock, name: str) -> Blueprint: ...  # noqa: D102
    def history(self, name: str) -> tuple[Any, ...]: ...  # noqa: D102
    def version(self, stock: Stock, name: str, number: int) -> Blueprint: ...  # noqa: D102
    def save(self, stock: Stock, blueprint: Blueprint) -> int: ...  # noqa: D102


class BlueprintPresenter:
    """Each change is checked beside the window; only the answer to the last one counts."""

    def __init__(self, desk: BlueprintDesk, jobs: Jobs, leave: Callable[[], None]) -> None:
        self._desk = desk
        self._jobs = jobs
        self._leave = leave
        self._screen: BlueprintScreen | None = None
        self._stock: Stock | None = None
        self._base: Blueprint | None = None
        self._typed: dict[str, str] = {}
        self._more: tuple[str, ...] = ()
        self._asked = 0
        self._papers = 0
        self._state = BlueprintState()

    def attach(self, screen: BlueprintScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: BlueprintScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while numbers are held against the bank."""
        return self._state.checking

    @property
    def is_changed(self) -> bool:
        """True while something typed is not saved."""
        return self._state.changed

    def show(self) -> None:
        """Read the bank anew; what was typed stays."""
        try:
            self._stock = self._desk.stock()
            names = self._desk.names(self._stock)
        except AcademyError as error:
            self._put(replace(self._state, fault=error_sentence(error).text))
            return
        if self._base is None and names:
            self._open("final" if "final" in names else names[0])
        else:
            self._check()

    def choose(self, name: str) -> None:
        """Another exam; what was typed and not saved goes."""
        if self._base is None or name != self._base.name:
            self._open(name)

    def choose_version(self, number: str) -> None:
        """An earlier version into the fields; saving it makes it the newest."""
        stock, base = self._stock, self._base
        if stock is None or base is None:
            return
        try:
            self._typed = typed_of(self._desk.version(stock, base.name, int(number)))
        except AcademyError as error:
            self._put(replace(self._state, fault=error_sentence(error).text))
            return
        self._put(replace(self._state, version=number))
        self._check()

    def type(self, name: str, text: str) -> None:
        """A field and what stands in it now."""
        if self._typed.get(name, "") != text.strip():
            self._typed = {**self._typed, name: text.strip()}
            self._check()

    def add_type(self, kind: str) -> None:
        """One more type of question as a column."""
        if kind and kind not in self._more:
            self._more = (*self._more, kind)
            self._check()

    def draw_sample(self) -> None:
        """A paper as a person would get it; another one each time."""
        stock, wanted = self._stock, self._wanted()
        if stock is None or wanted is None or not self._state.is_filled:
            return
        self._papers += 1
        try:
            lines = stock.sample(wanted, self._papers)
        except AcademyError as error:
            self._put(replace(self._state, fault=error_sentence(error).text))
            return
        self._put(replace(self._state, sample=tuple(map(sample_row, lines))))

    def save(self) -> None:
        """The fields as the next version."""
        stock, wanted = self._stock, self._wanted()
        if stock is None or wanted is None or not self._state.can_save:
            return
        try:
            number = self._desk.save(stock, wanted)
            self._stock = self._desk.stock()
        except AcademyError as error:
            self._put(replace(self._state, told="", fault=error_sentence(error).text))
            return
        self._base = wanted
        self._typed = typed_of(wanted)
        told = tr("Version {version} is saved. It goes into the next pack.").format(version=number)
        self._put(replace(self._state, told=told))
        self._check(told=told)

    def leave(self) -> None:
        """Back to the list of questions."""
        self._leave()

    def _open(self, name: str) -> None:
        if self._stock is None:
            return
        try:
            self._base = self._desk.current(self._stock, name)
        except AcademyError as error:
            self._put(replace(self._state, fault=error_sentence(error).text))
            return
        self._typed, self._more = typed_of(self._base), ()
        self._put(BlueprintState())
        self._check()

    def _wanted(self) -> Blueprint | None:
        if self._base is None or wrong_in(self._typed):
            return None
        return blueprint_of(self._base, self._typed)

    def _check(self, told: str = "") -> None:
        """Show the numbers as they stand; what the bank lacks comes a moment later."""
        stock, base = self._stock, self._base
        if stock is None or base is None:
            self._put(replace(self._state, exams=(), checking=False))
            return
        self._asked += 1
        turn, wanted = self._asked, self._wanted()
        disagreeing = () if wanted is None else disagreements(wanted)
        sound = wanted is not None and not disagreeing
        self._put(replace(self._drawn(stock, base, disagreeing), checking=sound, told=told))
        if wanted is not None and sound:
            self._jobs.run(lambda: stock.gaps(wanted), lambda gaps: self._checked(turn, gaps), self._failed)

    def _checked(self, turn: int, gaps: Any) -> None:
        if turn != self._asked or self._stock is None or self._base is None:
            return
        lacks = lacks_of(gaps)
        rows = rows_of(self._stock, self._typed, self._columns(), lacks)
        state = replace(self._state, checking=False, rows=rows, gaps=gap_texts(gaps), fault="")
        self._put(replace(state, can_save=state.changed and not gaps))

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._put(replace(self._state, checking=False, fault=fault))

    def _columns(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if self._stock is None or self._base is None:
            return (), ()
        return columns_of(self._stock, self._base, self._typed, self._more)

    def _drawn(self, stock: Stock, base: Blueprint, disagreeing: tuple[str, ...]) -> BlueprintState:
        columns = self._columns()
        kept = self._desk.history(base.name)
        newest = str(kept[0].version) if kept else "0"
        changed = self._typed != typed_of(self._desk.version(stock, base.name, int(newest)))
        return replace(
            self._state,
            exams=tuple((name, _title(self._desk.current(stock, name))) for name in self._desk.names(stock)),
            name=base.name,
            **summary_of(self._typed, columns),
            rows=rows_of(stock, self._typed, columns, {}),
            points=points_row(self._typed, columns[0]),
            fields=field_rows(self._typed, disagreeing),
            gaps=disagreement_texts(disagreeing),
            left_out=left_out_texts(stock),
            versions=(*((str(row.version), version_text(row)) for row in kept), ("0", tr("As the course has it"))),
            version=newest if not changed else self._state.version or newest,
            sample=(),
            changed=changed,
            can_save=False,
            fault="",
        )

    def _put(self, state: BlueprintState) -> None:
        self._state = state
        if self._screen is not None:
            self._screen.show_state(state)


def _title(blueprint: Blueprint) -> str:
    return exam_title(blueprint.name, blueprint.titles)
