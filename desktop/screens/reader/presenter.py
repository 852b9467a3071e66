"""Keeps the place and the honest time of one section, and marks its self-checks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.reader.local_notes import notes_by_block
from desktop.screens.reader.reading_time import ReadingTime
from desktop.screens.reader.sources import facts_in, numbered
from desktop.screens.reader.state import Part, ReaderState, SectionLine, Spot
from desktop.widgets.checking import Try, check_state
from desktop.words import pick
from exams import (
    AcademyError,
    Callout,
    Chapter,
    ChapterProgress,
    Clock,
    Course,
    Figure,
    OverlayNote,
    Question,
    Reviewed,
    Section,
    SectionState,
    SectionText,
    SelfCheck,
    Term,
    Text,
    Training,
)

NOTE_EVERY = 30
"""Seconds of reading after which they are written down, so that a power cut costs no more."""
_IN_PLACE = ("E_NUMBER", "E_RESPONSE")


class ReaderScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ReaderState) -> None:
        """Show the section; the first state decides where the page opens."""
        ...


class ReadingDesk(Protocol):
    """The part of a trainee's desk that reading uses."""

    def course(self) -> Course: ...  # noqa: D102
    def training(self) -> Training: ...  # noqa: D102
    def section(self, section_id: str) -> Section: ...  # noqa: D102
    def overlay_notes(self, section_id: str) -> tuple[OverlayNote, ...]: ...  # noqa: D102
    def reading_place(self, section_id: str) -> int: ...  # noqa: D102
    def note_reading(self, section_id: str, place: int, seconds: int, finished: bool) -> None: ...  # noqa: D102
    def check_question(self, item_id: str) -> Question: ...  # noqa: D102
    def check_answer(self, item_id: str, value: object) -> Reviewed: ...  # noqa: D102
    def terms(self) -> tuple[Term, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `term` and `source` are shown over it."""

    home: Callable[[], None]
    section: Callable[[str], None]
    quiz: Callable[[int], None]
    term: Callable[[Term], None]
    source: Callable[[str, int], None]
    failed: Callable[[AcademyError], None]
    call: Callable[[str], None] = lambda _: None
    calls: Callable[[str], tuple[tuple[str, Mapping[str, str]], ...]] = lambda _: ()


class ReaderPresenter:
    """One section being read. Both languages have the same blocks, so a place holds in either."""

    def __init__(
        self, desk: ReadingDesk, section_id: str, clock: Clock, exits: Exits, sought: int | None = None
    ) -> None:
        """`sought` is a block to open at, in place of where reading stopped."""
        self._desk = desk
        self._section = desk.section(section_id)
        self._chapter = _chapter_of(desk.course(), self._section)
        self._titles = {name: _titles(desk.section(name)) for name in self._chapter.sections}
        self._time = ReadingTime(clock)
        self._exits = exits
        self._screen: ReaderScreen | None = None
        self._facts = _facts_of(self._section)
        self._tries = {item: Try(desk.check_question(item)) for item in self._section.checks}
        self._progress = self._look_up()
        self._finished = self._state_of(section_id) is SectionState.READ
        last = max(0, len(self._blocks) - 1) * 1000
        self._sought = sought
        self._spot = Spot() if self._finished else Spot.of(min(desk.reading_place(section_id), last))
        if sought is not None:
            self._spot = Spot(min(max(0, sought), last // 1000))
        self._stopped_at = self._spot.block or None
        self._noted = self._spot.block
        self._told = False

    def attach(self, screen: ReaderScreen) -> None:
        """Draw on this view from now on; a change of language or size brings a new one."""
        self._screen = screen

    def show(self) -> None:
        """Show the section where it stands."""
        if self._screen is not None:
            self._screen.show_state(self._state())

    # --- reading -------------------------------------------------------------------------------------------------

    def reach(self, block: int, within: int) -> None:
        """The upper edge of the window has come to this block."""
        self._spot = Spot(block, within)

    def see_end(self) -> None:
        """The end of the page was on the screen: the section is read."""
        if self._finished:
            return
        self._finished = True
        self._note()
        self._progress = self._look_up()
        self.show()

    def move(self) -> None:
        """The person does something."""
        self._time.moved()

    def tick(self, in_front: bool) -> None:
        """A moment has gone."""
        self._time.tick(in_front=in_front)
        if self._time.seconds >= NOTE_EVERY:
            self._note()

    def leave(self) -> None:
        """The page goes away, or may go away at any moment: write down what is not yet written."""
        if self._time.seconds or self._spot.block != self._noted:
            self._note()

    # --- self-checks ---------------------------------------------------------------------------------------------

    def choose(self, item: str, value: object) -> None:
        """Keep an answer; nothing is marked before it is asked for."""
        tried = self._tries[item]
        if tried.seen is None:
            tried.value, tried.refused, tried.blank = value, None, False
            self.show()

    def check(self, item: str) -> None:
        """Mark the answer and explain every option."""
        tried = self._tries[item]
        tried.refused, tried.blank = None, tried.value is None
        if not tried.blank:
            try:
                tried.seen = self._desk.check_answer(item, tried.value)
            except AcademyError as error:
                self._refused(tried, error)
            else:
                self._progress = self._look_up()
        self.show()

    def try_again(self, item: str) -> None:
        """Answer it afresh."""
        self._tries[item] = Try(self._tries[item].question)
        self.show()

    # --- onward --------------------------------------------------------------------------------------------------

    def go_next(self) -> None:
        """The next section; after the last one the chapter's quiz."""
        following = self._neighbour(1)
        self.leave()
        if following:
            self._exits.section(following)
        else:
            self._exits.quiz(self._chapter.number)

    def go_back(self) -> None:
        """The section before."""
        self.go_to(self._neighbour(-1))

    def go_to(self, section_id: str) -> None:
        """Another section of the course."""
        if section_id and section_id != self._section.id:
            self.leave()
            self._exits.section(section_id)

    def go_home(self) -> None:
        """Back to the training."""
        self.leave()
        self._exits.home()

    def open_call(self, scenario: str) -> None:
        """A simulated call that practises this section."""
        self.leave()
        self._exits.call(scenario)

    def follow(self, address: str) -> None:
        """A link of the text: a word of the glossary, another section, a source."""
        kind, _, name = address.partition(":")
        if kind == "term":
            for term in self._desk.terms():
                if term.id == name:
                    self._exits.term(term)
        elif kind == "section":
            self.go_to(name)
        elif kind == "fact" and name in self._facts:
            self._exits.source(name, self._facts.index(name) + 1)

    # --- inside --------------------------------------------------------------------------------------------------

    @property
    def _blocks(self) -> tuple[object, ...]:
        return pick(self._section.texts).blocks

    def _note(self) -> None:
        try:
            self._desk.note_reading(self._section.id, self._spot.place, self._time.seconds, self._finished)
        except AcademyError as error:
            if not self._told:  # once is enough: it would come again every half minute
                self._told = True
                self._exits.failed(error)
            return
        self._time.take()
        self._noted = self._spot.block

    def _refused(self, tried: Try, error: AcademyError) -> None:
        if error.code in _IN_PLACE:
            tried.refused = error
        else:
            self._exits.failed(error)

    def _look_up(self) -> ChapterProgress:
        chapters = self._desk.training().chapters
        return next(one for one in chapters if one.chapter == self._chapter.number)

    def _state_of(self, section_id: str) -> SectionState:
        found = (one.state for one in self._progress.sections if one.section == section_id)
        known = next(found, SectionState.UNREAD)
        begun = known is SectionState.UNREAD and section_id == self._section.id
        return SectionState.STARTED if begun else known

    def _neighbour(self, step: int) -> str:
        place = self._chapter.sections.index(self._section.id) + step
        return self._chapter.sections[place] if 0 <= place < len(self._chapter.sections) else ""

    def _state(self) -> ReaderState:
        text: SectionText = pick(self._section.texts)
        following = self._neighbour(1)
        mine = next((one for one in self._progress.sections if one.section == self._section.id), None)
        return ReaderState(
            section=self._section.id,
            chapter=self._chapter.number,
            chapter_title=pick(self._chapter.titles),
            title=text.title,
            minutes=self._section.minutes,
            objectives=tuple(objective.text for objective in text.objectives),
            parts=tuple(self._part(block) for block in text.blocks),
            sources=self._facts,
            spot=self._spot,
            stopped_at=self._stopped_at,
            sought=self._sought is not None,
            outline=tuple(
                SectionLine(name, pick(titles), self._state_of(name)) for name, titles in self._titles.items()
            ),
            checks_right=0 if mine is None else mine.checks_right,
            checks_total=len(self._section.checks),
            next_title=f"{following} {pick(self._titles[following])}" if following else "",
            has_previous=bool(self._neighbour(-1)),
            calls=tuple((name, pick(titles)) for name, titles in self._exits.calls(self._section.id)),
            notes=notes_by_block(self._desk.overlay_notes(self._section.id), text.blocks),
        )

    def _part(self, block: Text | Callout | Figure | SelfCheck) -> Part:
        if isinstance(block, SelfCheck):
            checks = self._section.checks
            return check_state(block.item, self._tries[block.item], checks.index(block.item) + 1, len(checks))
        if isinstance(block, Figure):
            return block
        return replace(block, html=numbered(block.html, self._facts))


def _chapter_of(course: Course, section: Section) -> Chapter:
    return next(one for one in course.chapters if one.number == section.chapter)


def _titles(section: Section) -> Mapping[str, str]:
    return {lang: text.title for lang, text in section.texts.items()}


def _facts_of(section: Section) -> tuple[str, ...]:
    """In order of appearance, the same in every language: the numbers must not change with it."""
    first = next(iter(section.texts.values()))
    seen = [fact for block in first.blocks if isinstance(block, Text | Callout) for fact in facts_in(block.html)]
    return tuple(dict.fromkeys((*seen, *section.facts)))
