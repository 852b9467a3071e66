"""Where a person has left marks, and the way back to each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.my_marks.state import MarkGroup, MyMarksState
from desktop.widgets.values import Ask, Face, FaceKind, RowValue, Tone
from desktop.words import mark, pick, tr
from desktop.words.clock import date_text
from desktop.words.errors import error_sentence
from exams import AcademyError, MarkKind, ReaderMark, Section

_KINDS = {
    MarkKind.BOOKMARK: ("flag", mark("Bookmark")),
    MarkKind.NOTE: ("note", mark("My note")),
    MarkKind.HIGHLIGHT: ("star", mark("Highlight")),
}
_SHOWN = 120


class MyMarksScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: MyMarksState) -> None:
        """Show the list."""
        ...


class AllMarks(Protocol):
    """The part of a trainee's desk that keeps marks."""

    def all(self) -> tuple[ReaderMark, ...]: ...  # noqa: D102
    def remove(self, mark_id: str) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads; `ask` puts a question over it."""

    paragraph: Callable[[str, int], None]
    home: Callable[[], None]
    ask: Callable[[Ask, Callable[[], None]], None]


class MyMarksPresenter:
    """One person's marks in all sections. `section` gives a section with its titles."""

    def __init__(self, desk: AllMarks, section: Callable[[str], Section], exits: Exits) -> None:
        self._desk = desk
        self._section = section
        self._exits = exits
        self._screen: MyMarksScreen | None = None
        self._marks: tuple[ReaderMark, ...] = ()

    def attach(self, screen: MyMarksScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read the marks anew and show them."""
        try:
            self._marks = self._desk.all()
            state = self._state()
        except AcademyError as error:
            words = error_sentence(error)
            state = MyMarksState(face=Face(FaceKind.ERROR, words.what, words.next))
        if self._screen is not None:
            self._screen.show_state(state)

    def open(self, mark_id: str) -> None:
        """On to the place of a mark; one without a place may be thrown away."""
        found = next((one for one in self._marks if one.id == mark_id), None)
        if found is None:
            return
        if found.place is not None:
            self._exits.paragraph(found.section, found.place.block)
            return
        words = tr("The text was updated, and these words are no longer in it: “{quote}”").format(quote=found.quote)
        note = tr("Your note: {note}").format(note=found.note) if found.note else ""
        question = Ask(tr("Remove this mark?"), words, tr("Remove it"), tr("Keep it"), Tone.WARN, note=note)
        self._exits.ask(question, lambda: self._remove(mark_id))

    def go_home(self) -> None:
        """Back to the training page."""
        self._exits.home()

    def _remove(self, mark_id: str) -> None:
        self._desk.remove(mark_id)
        self.show()

    def _state(self) -> MyMarksState:
        if not self._marks:
            title = tr("No marks yet")
            text = tr("While you read, Ctrl+D leaves a bookmark, Ctrl+N a note, Ctrl+H a highlight.")
            return MyMarksState(face=Face(FaceKind.EMPTY, title, text, tr("To my training")))
        groups: dict[str, list[RowValue]] = {}
        for one in self._marks:
            if one.place is not None:
                groups.setdefault(one.section, []).append(_row(one))
        lost = tuple(_row(one) for one in self._marks if one.place is None)
        found = (MarkGroup(key, f"{key}  {pick(self._titles(key))}", tuple(rows)) for key, rows in groups.items())
        return MyMarksState(tuple(found), lost)

    def _titles(self, section: str) -> Mapping[str, str]:
        return {lang: text.title for lang, text in self._section(section).texts.items()}


def _row(one: ReaderMark) -> RowValue:
    icon, word = _KINDS[one.kind]
    quote = one.quote if len(one.quote) <= _SHOWN else f"{one.quote[:_SHOWN]}…"
    facts = (quote if one.note else "", tr(word), date_text(one.made_wt))
    badge = tr("no longer in the text") if one.place is None else ""
    tone = Tone.WARN if badge else Tone.NEUTRAL
    return RowValue(
        one.id, one.note or quote or tr(word), " · ".join(part for part in facts if part), icon, badge, tone
    )
