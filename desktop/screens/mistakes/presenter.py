"""What was missed and when it comes again; a round asks what is due, one question after the other."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.mistakes.state import Asked, MistakesState
from desktop.widgets.checking import Try, check_state
from desktop.widgets.values import Face, FaceKind, RowValue, Tone
from desktop.words import mark, pick, tr, trn
from desktop.words.clock import date_text
from desktop.words.errors import error_sentence
from exams import RETIRED_AFTER, AcademyError, Mistake, Question, Reviewed

_FROM_EXAM = ("objective:", "section:")
_IN_PLACE = ("E_NUMBER", "E_RESPONSE")


class MistakesScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: MistakesState) -> None:
        """Show the list or the round."""
        ...


class MistakesDesk(Protocol):
    """The part of a trainee's desk that remembers mistakes."""

    def mistakes(self) -> tuple[Mistake, ...]: ...  # noqa: D102
    def due(self) -> tuple[Mistake, ...]: ...  # noqa: D102
    def question(self, what: str) -> Question: ...  # noqa: D102
    def answer(self, what: str, value: object) -> Reviewed: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads."""

    section: Callable[[str], None]
    home: Callable[[], None]
    failed: Callable[[AcademyError], None]


@dataclass(slots=True)
class _Round:
    """What is asked in one go; `place` counts from 0."""

    mistakes: tuple[Mistake, ...]
    tried: Try
    place: int = 0

    @property
    def current(self) -> Mistake:
        return self.mistakes[self.place]


class MistakesPresenter:
    """One person's notebook. Reads it anew whenever the list is shown."""

    def __init__(self, desk: MistakesDesk, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: MistakesScreen | None = None
        self._round: _Round | None = None

    def attach(self, screen: MistakesScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the list, or the question that stands."""
        try:
            state = self._list() if self._round is None else MistakesState(asked=self._asked(self._round))
        except AcademyError as error:
            words = error_sentence(error)
            state = MistakesState(face=Face(FaceKind.ERROR, words.what, words.next, tr("Try again")))
        if self._screen is not None:
            self._screen.show_state(state)

    def begin(self) -> None:
        """Ask what is due; where nothing is, all that is not known yet."""
        try:
            due = self._desk.due() or tuple(one for one in self._desk.mistakes() if not one.retired)
            self._round = _Round(due, Try(self._desk.question(due[0].what))) if due else None
        except AcademyError as error:
            self._exits.failed(error)
        self.show()

    def choose(self, value: object) -> None:
        """Keep an answer; nothing is marked before it is asked for."""
        if self._round is not None and self._round.tried.seen is None:
            self._round.tried.value, self._round.tried.refused, self._round.tried.blank = value, None, False
            self.show()

    def check(self) -> None:
        """Mark the answer and set the day on which it comes again."""
        if self._round is None or self._round.tried.seen is not None:
            return
        tried = self._round.tried
        tried.refused, tried.blank = None, tried.value is None
        if not tried.blank:
            try:
                tried.seen = self._desk.answer(self._round.current.what, tried.value)
            except AcademyError as error:
                if error.code in _IN_PLACE:
                    tried.refused = error
                else:
                    self._exits.failed(error)
        self.show()

    def go_on(self) -> None:
        """The next question; after the last one the list."""
        held = self._round
        if held is None:
            return
        if held.place + 1 == len(held.mistakes):
            self._round = None
        else:
            held.place += 1
            try:
                held.tried = Try(self._desk.question(held.current.what))
            except AcademyError as error:
                self._round = None
                self._exits.failed(error)
        self.show()

    def stop(self) -> None:
        """Back to the list; what was answered stays answered."""
        self._round = None
        self.show()

    def read(self) -> None:
        """On to the section that the question is about."""
        if self._round is not None:
            self._exits.section(self._round.current.section)

    def open(self, key: str) -> None:
        """On to the section of a row; `key` is the mistake's."""
        found = next((one for one in self._desk.mistakes() if one.what == key), None)
        if found is not None:
            self._exits.section(found.section)

    def act(self) -> None:
        """The button of the face: home where there is nothing, once more after a failure."""
        try:
            empty = not self._desk.mistakes()
        except AcademyError:
            empty = False
        if empty:
            self._exits.home()
        else:
            self.show()

    def _list(self) -> MistakesState:
        mistakes = self._desk.mistakes()
        due = {one.what for one in self._desk.due()}
        if not mistakes:
            title, text = tr("No mistakes yet"), tr("What you miss in self-checks, quizzes and exams is kept here.")
            return MistakesState(face=Face(FaceKind.EMPTY, title, text, tr("To my training")))
        coming = [one for one in mistakes if not one.retired]
        summary = trn("{n} question is due today", "{n} questions are due today", len(due))
        if not due:
            summary = tr("Nothing is due today.") if coming else tr("Everything you missed is known by now.")
        hint = trn(
            "Right {n} time on the day it is due, and it is put away.",
            "Right {n} times in a row, each on the day it is due, and it is put away.",
            RETIRED_AFTER,
        )
        return MistakesState(
            summary=summary,
            hint=hint if coming else "",
            due=len(due) or -len(coming),
            rows=tuple(_row(one, due=one.what in due) for one in coming),
            known=tuple(_row(one, due=False) for one in mistakes if one.retired),
        )

    def _asked(self, held: _Round) -> Asked:
        mistake, total = held.current, len(held.mistakes)
        check = check_state(mistake.item, held.tried, held.place + 1, total)
        title = tr("Question {n} of {total}").format(n=held.place + 1, total=total)
        told = ""
        if held.tried.seen is not None:
            told = self._told(mistake.what)
        return Asked(
            progress=title,
            aim=pick(mistake.objectives),
            check=replace(check, title=title, again=False),
            section=tr("Read section {section}").format(section=mistake.section),
            told=told,
            last=held.place + 1 == total,
        )

    def _told(self, what: str) -> str:
        found = next((one for one in self._desk.mistakes() if one.what == what), None)
        if found is None or found.retired:
            return tr("Known: it is put away.")
        return tr("It comes again on {day}.").format(day=date_text(found.due_wt))


def _row(mistake: Mistake, *, due: bool) -> RowValue:
    parts = [
        tr("Section {section}").format(section=mistake.section),
        trn("missed {n} time", "missed {n} times", mistake.lapses),
    ]
    if mistake.what.startswith(_FROM_EXAM):
        parts.append(tr("from an exam"))
    if not mistake.retired and not due:
        parts.append(tr("comes again on {day}").format(day=date_text(mistake.due_wt)))
    badge, tone = _badge(mistake, due=due)
    return RowValue(mistake.what, pick(mistake.objectives), " · ".join(parts), "refresh", badge, tone)


def _badge(mistake: Mistake, *, due: bool) -> tuple[str, Tone]:
    if mistake.retired:
        return tr(mark("Known")), Tone.GOOD
    if due:
        return tr(mark("Due today")), Tone.WARN
    done = tr("{run} of {needed} right").format(run=mistake.run, needed=RETIRED_AFTER)
    return done, Tone.NEUTRAL
