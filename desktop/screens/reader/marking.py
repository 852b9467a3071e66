"""Bookmarks, notes and highlights of the section that is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.reader.marks_state import MarkSheet, MarksState
from desktop.widgets.values import RowValue, Tone
from desktop.words import language, mark, tr
from exams import AcademyError, MarkKind, ReaderMark, TextPlace

KINDS = {
    MarkKind.BOOKMARK: ("flag", mark("Bookmark")),
    MarkKind.NOTE: ("note", mark("My note")),
    MarkKind.HIGHLIGHT: ("star", mark("Highlight")),
}
_SHOWN = 60


class MarksScreen(Protocol):
    """What the presenter needs of the view."""

    def show_marks(self, state: MarksState) -> None:
        """Paint and list the marks."""
        ...

    def go_to_block(self, block: int) -> None:
        """Bring a block to the upper edge."""
        ...


class MarksDesk(Protocol):
    """The part of a trainee's desk that keeps marks."""

    def add(self, section: str, lang: str, kind: MarkKind, place: TextPlace, note: str = "") -> str: ...  # noqa: D102
    def change(self, mark_id: str, note: str) -> None: ...  # noqa: D102
    def remove(self, mark_id: str) -> None: ...  # noqa: D102
    def of_section(self, section: str) -> tuple[ReaderMark, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class MarkExits:
    """What is shown over the page or told in passing."""

    sheet: Callable[[MarkSheet], None]
    close: Callable[[], None]
    told: Callable[[str], None]
    failed: Callable[[AcademyError], None]


class MarksPresenter:
    """One person's marks in one section. A mark of words is painted in the language it was made in."""

    def __init__(self, desk: MarksDesk, section: str, exits: MarkExits) -> None:
        self._desk = desk
        self._section = section
        self._exits = exits
        self._screen: MarksScreen | None = None

    def attach(self, screen: MarksScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the marks as they stand."""
        if self._screen is not None:
            self._screen.show_marks(_state(self._marks()))

    def add(self, kind: str, block: int, start: int, end: int) -> None:
        """Leave a mark at a block, or at words of it; a note opens to be written."""
        try:
            made = self._desk.add(self._section, language(), MarkKind(kind), TextPlace(block, start, end))
        except AcademyError as error:
            self._exits.failed(error)
            return
        self.show()
        if kind == MarkKind.NOTE.value:
            self.open(made)
        else:
            self._exits.told(tr("{kind} saved.").format(kind=tr(KINDS[MarkKind(kind)][1])))

    def open(self, mark_id: str) -> None:
        """Show a mark with its note over the page."""
        found = self._one(mark_id)
        if found is not None:
            title = tr(KINDS[found.kind][1])
            self._exits.sheet(MarkSheet(found.id, title, found.quote, found.note, found.place is not None))

    def write(self, mark_id: str, note: str) -> None:
        """Keep the note of a mark."""
        try:
            self._desk.change(mark_id, note)
        except AcademyError as error:
            self._exits.failed(error)
            return
        self._exits.close()
        self.show()

    def remove(self, mark_id: str) -> None:
        """Take a mark away."""
        self._desk.remove(mark_id)
        self._exits.close()
        self.show()

    def go_to(self, mark_id: str) -> None:
        """Bring the place of a mark to the upper edge."""
        found = self._one(mark_id)
        self._exits.close()
        if found is not None and found.place is not None and self._screen is not None:
            self._screen.go_to_block(found.place.block)

    def _one(self, mark_id: str) -> ReaderMark | None:
        return next((one for one in self._marks() if one.id == mark_id), None)

    def _marks(self) -> tuple[ReaderMark, ...]:
        try:
            return self._desk.of_section(self._section)
        except AcademyError as error:
            self._exits.failed(error)
            return ()


def _state(marks: tuple[ReaderMark, ...]) -> MarksState:
    spans: dict[int, tuple[tuple[int, int], ...]] = {}
    for one in marks:
        if one.place is not None and one.kind is MarkKind.HIGHLIGHT:
            whole = one.place.end <= one.place.start
            if whole or one.lang == language():
                span = (0, 100_000) if whole else (one.place.start, one.place.end)
                spans[one.place.block] = (*spans.get(one.place.block, ()), span)
    placed = tuple(_row(one) for one in marks if one.place is not None)
    return MarksState(spans, placed, tuple(_row(one) for one in marks if one.place is None))


def _row(one: ReaderMark) -> RowValue:
    icon, word = KINDS[one.kind]
    quote = one.quote if len(one.quote) <= _SHOWN else f"{one.quote[:_SHOWN]}…"
    lost = tr("no longer in the text") if one.place is None else ""
    tone = Tone.WARN if lost else Tone.NEUTRAL
    return RowValue(one.id, one.note or quote or tr(word), quote if one.note else tr(word), icon, lost, tone)
