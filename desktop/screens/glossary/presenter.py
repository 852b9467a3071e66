"""Which terms fit what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from unicodedata import normalize

from desktop.screens.glossary.state import GlossaryState, TermRow
from desktop.widgets.values import Face, FaceKind
from desktop.words import language, tr, trn
from desktop.words.errors import error_sentence
from desktop.words.languages import other_language
from exams import AcademyError, Term


class GlossaryScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: GlossaryState) -> None:
        """Show the terms."""
        ...


class GlossaryDesk(Protocol):
    """The part of a trainee's desk that knows the terms."""

    def terms(self) -> tuple[Term, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads: to the places of the course where a word stands."""

    search: Callable[[str], None]


class GlossaryPresenter:
    """All terms, in the order of the language in use; a word in either language finds them."""

    def __init__(self, desk: GlossaryDesk, exits: Exits, text: str = "") -> None:
        self._desk = desk
        self._exits = exits
        self._text = text
        self._screen: GlossaryScreen | None = None

    def attach(self, screen: GlossaryScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the terms that fit."""
        try:
            state = self._state(self._desk.terms())
        except AcademyError as error:
            words = error_sentence(error)
            state = GlossaryState(self._text, face=Face(FaceKind.ERROR, words.what, words.next))
        if self._screen is not None:
            self._screen.show_state(state)

    def filter(self, text: str) -> None:
        """Show only what fits another text."""
        if text != self._text:
            self._text = text
            self.show()

    def show_all(self) -> None:
        """Take the filter away."""
        self.filter("")

    def find(self, key: str) -> None:
        """On to the places of the course that speak of a term."""
        name = next((row.name for row in map(_row, self._desk.terms()) if row.key == key), "")
        # Without what explains it in brackets: texts seldom hold both side by side.
        self._exits.search(normalize("NFKC", name).split("(")[0].strip())

    def _state(self, terms: tuple[Term, ...]) -> GlossaryState:
        rows = sorted(map(_row, terms), key=_order)
        shown = frozenset(row.key for row in rows if _fits(row, self._text))
        return GlossaryState(
            text=self._text,
            count=trn("{n} term", "{n} terms", len(shown)),
            rows=tuple(rows),
            shown=shown,
            face=None if shown else self._empty(bool(rows)),
        )

    def _empty(self, has_terms: bool) -> Face:
        if not has_terms:
            return Face(FaceKind.EMPTY, tr("This course has no glossary yet"))
        title = tr("No term fits “{text}”").format(text=self._text.strip())
        return Face(FaceKind.EMPTY, title, tr("Try fewer letters, or search the whole course."), tr("Show all terms"))


def _row(term: Term) -> TermRow:
    here, there = language(), other_language(language()).code
    return TermRow(
        key=term.id,
        name=term.names.get(here, ""),
        meaning=term.meanings.get(here, ""),
        other_name=term.names.get(there, ""),
        other_meaning=term.meanings.get(there, ""),
    )


def _fits(row: TermRow, text: str) -> bool:
    wanted = _folded(text).split()
    words = _folded(f"{row.name} {row.other_name} {row.meaning} {row.other_meaning}")
    return all(word in words for word in wanted)


def _order(row: TermRow) -> bytes:
    # GB 18030 keeps the common characters in the order of their pinyin, as a Chinese dictionary does.
    return _folded(row.name).encode("gb18030")


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold().strip()
