"""From what is typed to what the course says about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Protocol
from unicodedata import normalize

from desktop.screens.search.state import Found, SearchState
from desktop.widgets.values import Face, FaceKind
from desktop.words import language, pick, tr, trn
from desktop.words.errors import error_sentence
from desktop.words.languages import other_language
from exams import AcademyError, Course, Find, FindKind, Term

SHORTEST = 2
MOST_TERMS = 3
MOST_CALLS = 5
MOST_SUGGESTIONS = 8


class SearchScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: SearchState) -> None:
        """Show the finds."""
        ...


class SearchDesk(Protocol):
    """The part of a trainee's desk that finds things."""

    def course(self) -> Course: ...  # noqa: D102
    def find(self, text: str, lang: str) -> tuple[Find, ...]: ...  # noqa: D102
    def find_initials(self, text: str) -> tuple[Find, ...]: ...  # noqa: D102
    def terms(self) -> tuple[Term, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads: a section at a block, the glossary with a word to look for, a call by its id."""

    section: Callable[[str, int], None]
    glossary: Callable[[str], None]
    call: Callable[[str], None]


class SearchPresenter:
    """Searches in the language in use, in the other one where that finds nothing, and by the initials of Chinese."""

    def __init__(self, desk: SearchDesk, exits: Exits, text: str = "") -> None:
        self._desk = desk
        self._exits = exits
        self._text = text
        self._screen: SearchScreen | None = None
        self._suggested: dict[str, tuple[str, ...]] = {}
        self._blocks: dict[str, int] = {}

    def attach(self, screen: SearchScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show what is found for the text as it stands."""
        try:
            state = self._state()
        except AcademyError as error:
            words = error_sentence(error)
            state = SearchState(self._text, face=Face(FaceKind.ERROR, words.what, words.next))
        if self._screen is not None:
            self._screen.show_state(state)

    def look_for(self, text: str) -> None:
        """Search for another text."""
        if text != self._text:
            self._text = text
            self.show()

    def open_section(self, section: str) -> None:
        """On to the text, at the paragraph that was found."""
        self._exits.section(section, self._blocks.get(section, 0))

    def open_call(self, call: str) -> None:
        """On to the simulated call."""
        self._exits.call(call)

    def open_term(self, term: str) -> None:
        """On to the glossary."""
        found = next((one for one in self._desk.terms() if one.id == term), None)
        self._exits.glossary("" if found is None else pick(found.names))

    def _state(self) -> SearchState:
        terms = self._desk.terms()
        if len(_folded(self._text)) < SHORTEST:
            title, text = tr("What are you looking for?"), tr("Type two characters or more, or choose a word below.")
            return SearchState(self._text, face=Face(FaceKind.EMPTY, title, text), suggestions=self._suggestions())
        finds, notice = self._finds()
        named = tuple(_term(one) for one in self._named(terms, finds))[:MOST_TERMS]
        if not finds and not named:
            title = tr("Nothing found for “{text}”").format(text=self._text.strip())
            face = Face(FaceKind.EMPTY, title, tr("Try a shorter word, or one of these."))
            return SearchState(self._text, face=face, suggestions=self._suggestions())
        sections = [one for one in finds if one.kind is FindKind.SECTION]
        calls = [one for one in finds if one.kind is FindKind.CALL][:MOST_CALLS]
        self._blocks = {one.ref: one.block for one in sections}
        places = self._places()
        return SearchState(
            text=self._text,
            summary=trn("{n} section found", "{n} sections found", len(sections)) if sections else "",
            notice=notice,
            terms=named,
            sections=tuple(
                Found(one.ref, f"{one.ref}  {one.title}", one.snippet, places.get(one.ref, "")) for one in sections
            ),
            calls=tuple(Found(one.ref, one.title, one.snippet) for one in calls),
        )

    def _named(self, terms: tuple[Term, ...], finds: Iterable[Find]) -> list[Term]:
        """The terms whose names hold the text, then those that speak of it."""
        spoken = {one.ref for one in finds if one.kind is FindKind.TERM}
        named = [one for one in terms if _is_named(one, self._text)]
        return named + [one for one in terms if one.id in spoken and one not in named]

    def _places(self) -> dict[str, str]:
        """The chapter of every section, where there is more than one chapter to tell apart."""
        chapters = self._desk.course().chapters
        if len(chapters) == 1:
            return {}
        return {section: pick(chapter.titles) for chapter in chapters for section in chapter.sections}

    def _suggestions(self) -> tuple[str, ...]:
        """Words from all over the glossary that find something; always the same ones."""
        lang = language()
        if lang not in self._suggested:
            names = [_plain(term.names[lang]) for term in self._desk.terms() if lang in term.names]
            found = (name for name in _spread(names) if self._desk.find(name, lang))
            self._suggested[lang] = tuple(islice(found, MOST_SUGGESTIONS))
        return self._suggested[lang]

    def _finds(self) -> tuple[tuple[Find, ...], str]:
        """What is found, and what is to be known about it."""
        other = other_language(language())
        here = self._desk.find(self._text, language())
        there = () if here else self._desk.find(self._text, other.code)
        by_sound = self._by_sound(here or there)
        if there:
            notice = tr("Found only in the other language ({name}); the section opens in yours.")
            return there + by_sound, notice.format(name=other.name)
        notice = tr("Found by the initials of Chinese words.") if by_sound and not here else ""
        return here + by_sound, notice

    def _by_sound(self, found: tuple[Find, ...]) -> tuple[Find, ...]:
        """Two letters sound like very much: they are asked only where no word was found."""
        if found and len(_folded(self._text)) <= SHORTEST:
            return ()
        there = {(one.kind, one.ref) for one in found}
        return tuple(one for one in self._desk.find_initials(self._text) if (one.kind, one.ref) not in there)


def _spread(names: list[str]) -> list[str]:
    """First from all over the list, then what lies between."""
    step = max(1, len(names) // MOST_SUGGESTIONS)
    return [name for first in range(step) for name in names[first::step]]


def _term(term: Term) -> Found:
    return Found(term.id, " · ".join([pick(term.names), *_others(term)]), pick(term.meanings))


def _others(term: Term) -> list[str]:
    shown = pick(term.names)
    return [name for name in term.names.values() if name != shown]


def _is_named(term: Term, text: str) -> bool:
    wanted = _folded(text)
    return any(wanted in _folded(name) for name in term.names.values())


def _plain(name: str) -> str:
    """A name without what explains it in brackets: texts seldom hold both side by side."""
    return normalize("NFKC", name).split("(")[0].strip()


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold().strip()
