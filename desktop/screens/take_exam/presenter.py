"""Turns what the person did into desk calls, and the desk's answers into a state."""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import replace

from desktop.screens.take_exam.aids import Aids
from desktop.screens.take_exam.contract import ExamDesk, Exits, TakeExamScreen
from desktop.screens.take_exam.facts import (
    answered_of,
    hint_of,
    looks_alike,
    part_seconds_of,
    places_of,
    response_value,
    saved_of,
    seconds_of,
)
from desktop.screens.take_exam.state import AidState, Hint, TakeExamState
from desktop.widgets.values import Option
from desktop.words import pick
from desktop.words.errors import error_sentence
from desktop.words.waiting import waiting_of
from exams import AcademyError, Sitting

_UNREADABLE = frozenset({"E_NUMBER", "E_RESPONSE"})
_WAITS = frozenset({"E_SITTING_PAUSED", "E_RESUME"})
_PART_OVER = "E_PART_OVER"
_CALCULATED = frozenset({"numerical"})
_ENDED = frozenset({"E_SITTING_CLOSED", "E_TOO_LATE", *_WAITS})


class TakeExamPresenter:
    """One running sitting. "Saved" is shown only after the desk has returned; what it refused stays in memory."""

    def __init__(
        self,
        desk: ExamDesk,
        sitting: Sitting,
        titles: Mapping[str, str],
        exits: Exits,
        drafts: MutableMapping[int, object] | None = None,
    ) -> None:
        self._desk = desk
        self._sitting = sitting
        self._titles = titles
        self._exits = exits
        self._drafts: MutableMapping[int, object] = {} if drafts is None else drafts
        self._screen: TakeExamScreen | None = None
        self._noted, self._lang = False, ""
        self._hint = Hint.NONE
        self._refusal: AcademyError | None = None
        self._cleared = False
        self._stayed_for: tuple[int, object] | None = None
        self._told = ""
        self._clock_hidden = False
        self._away = False
        self._over = False
        self.aids = Aids(desk.aids, self)

    @property
    def sitting(self) -> Sitting:
        """As the desk gave it last."""
        return self._sitting

    def keep(self, work: Callable[[], Sitting]) -> bool:
        """Do something with the desk beside the answers and show it; False where it was refused, and that was said."""
        if not self._sitting.is_open:
            return False
        kept = self._do(work)
        self._draw()
        return kept

    def attach(self, screen: TakeExamScreen) -> None:
        """Draw on this view from now on; a change of language or size brings a new one."""
        self._screen = screen

    def show(self) -> None:
        """Show the question where the sitting stands; the first time, note that it was shown."""
        if self._sitting.is_open and not self._noted:
            self._turn(self._sitting.position)
            return
        if self._sitting.is_open and self._lang != self.aids.lang():
            self._note_shown(self._sitting.position)
        self._draw()

    def go_to(self, position: int) -> None:
        """Turn to another question, once what was typed is saved."""
        inside = 1 <= position <= len(self._sitting.paper.items)
        if inside and self._sitting.is_open and self._settled():
            self._turn(position)

    def go_next(self) -> None:
        """The next question; after the last one the page before handing in."""
        if self._sitting.position == len(self._sitting.paper.items):
            self.ask_summary()
        else:
            self.go_to(self._sitting.position + 1)

    def go_back(self) -> None:
        """The question before."""
        self.go_to(self._sitting.position - 1)

    def ask_summary(self) -> None:
        """On to the page before handing in, once what was typed is saved."""
        if self._sitting.is_open and self._settled():
            self._exits.summary()

    def choose(self, value: object) -> None:
        """Save a response at once; None takes it back."""
        position = self._sitting.position
        if not self._sitting.is_open or (not self._has_draft(position) and value == self._value(position)):
            return
        try:
            self._sitting = self._save(position, value)
        except AcademyError as error:
            self._refused(position, value, error)
        else:
            self._drafts.pop(position, None)
            self._hint, self._refusal, self._cleared = Hint.NONE, None, value is None
        self._draw()

    def keep_draft(self, value: object) -> None:
        """Save what stands there with every keystroke: as the answer where it is one, else as a draft."""
        position = self._sitting.position
        if value is None or isinstance(value, Mapping):  # nothing, or half a pair: both are answers
            self.choose(None if value is None else {"best": "", "worst": "", **value})
            return
        try:
            self._sitting = self._desk.draft(self._sitting.id, position, value)
        except AcademyError as error:
            self._refused(position, value, error)
        else:
            self._drafts.pop(position, None)
            self._hint, self._refusal, self._cleared = Hint.NONE, None, False
        self._draw()

    def try_again(self) -> None:
        """Save once more what could not be saved."""
        position = self._sitting.position
        if position in self._drafts:
            self.choose(self._drafts[position])

    def flag(self) -> None:
        """Mark the question to come back to, or take the mark away."""
        position = self._sitting.position
        on = position not in self._sitting.flags
        if self._sitting.is_open and self._do(lambda: self._desk.flag(self._sitting.id, position, on)):
            self._draw()

    def hide_clock(self, hidden: bool) -> None:
        """Remember that the person would rather not see the time."""
        self._clock_hidden = hidden

    def tick(self) -> None:
        """Time has gone: show it; when it is over the desk has handed in by itself."""
        if self._over:
            return
        before = self._sitting
        self._follow(before, lambda: self._desk.refresh(self._sitting.id))

    def leave_window(self, away: bool) -> None:
        """The window has lost the focus, or has it again: written down once, and nothing more."""
        if away is not self._away and not self._over:
            self._away = away
            self._follow(self._sitting, lambda: self._desk.focus(self._sitting.id, away))

    def _follow(self, before: Sitting, work: Callable[[], Sitting]) -> None:
        """Let the screen follow what has become of the sitting meanwhile."""
        if not self._do(work, once=True):
            return
        self._told = ""
        if self._sitting.has_ended:
            self._over = True
            self._exits.over()
        elif not before.is_open and self._sitting.is_open:
            self._go_on()
        elif not looks_alike(before, self._sitting):
            self._draw()
        elif self._screen is not None:
            self._screen.show_seconds(seconds_of(self._sitting), part_seconds_of(self._sitting))

    def _go_on(self) -> None:
        """The proctor has let it go on: what was answered into the wait is saved now."""
        if self._refusal is not None and self._refusal.code in _WAITS:
            self._refusal = None
            self.try_again()
        if not self._noted:
            self._turn(self._sitting.position)
        else:
            self._draw()

    def _turn(self, position: int) -> None:
        self.aids.turned()
        self._noted = self._note_shown(position) or self._noted
        self._cleared, self._refusal, self._stayed_for = False, None, None
        self._hint = Hint.NONE
        self._draw()

    def _note_shown(self, position: int) -> bool:
        """Written down with the language that it stands in."""
        lang = self._lang = self.aids.lang()
        return self._do(lambda: self._desk.show(self._sitting.id, position, lang))

    def _settled(self) -> bool:
        """Save what is not saved. False to stay: once where it cannot be read, and where the disk refuses it."""
        position = self._sitting.position
        if not self._has_draft(position) or self._part_is_over():
            return True
        draft = self._draft(position)
        self.choose(draft)
        if not self._has_draft(position):
            return self._sitting.is_open
        warned, self._stayed_for = self._stayed_for, (position, draft)
        return self._hint is Hint.UNREADABLE and warned == (position, draft)

    def _save(self, position: int, value: object) -> Sitting:
        if value is None:
            return self._desk.clear(self._sitting.id, position)
        return self._desk.answer(self._sitting.id, position, value)

    def _do(self, work: Callable[[], Sitting], *, once: bool = False) -> bool:
        try:
            self._sitting = work()
        except AcademyError as error:
            if not once or error.code != self._told:
                self._told = error.code
                self._exits.failed(error)
            return False
        return True

    def _refused(self, position: int, value: object, error: AcademyError) -> None:
        if error.code == _PART_OVER:
            self._drafts.pop(position, None)
            self.tick()
            return
        self._refusal = error
        if value != self._sitting.drafts.get(position):
            self._drafts[position] = value
        if error.code in _ENDED:
            self.tick()
            return
        self._hint = Hint.UNREADABLE if error.code in _UNREADABLE else Hint.NOT_SAVED
        if self._hint is Hint.NOT_SAVED and error.code != self._told:
            self._told = error.code
            self._exits.failed(error)

    def _part_is_over(self) -> bool:
        return part_seconds_of(self._sitting) == 0

    def _value(self, position: int) -> object:
        given = self._sitting.answers.get(position)
        return None if given is None else response_value(given)

    def _draft(self, position: int) -> object:
        """What stands in the field and is no answer: only in memory, else on the disk."""
        return self._drafts.get(position, self._sitting.drafts.get(position))

    def _has_draft(self, position: int) -> bool:
        return position in self._drafts or position in self._sitting.drafts

    def _draw(self) -> None:
        if self._screen is None or self._over:
            return
        sitting, waiting = self._sitting, waiting_of(self._sitting)
        question = self._desk.question(sitting.id, sitting.position)
        unreadable = self._hint is Hint.UNREADABLE and self._refusal is not None
        state = TakeExamState(
            title=pick(self._titles),
            position=sitting.position,
            total=len(sitting.paper.items),
            item_type=question.type.value,
            stem=self.aids.pick(question.stems),
            options=tuple(Option(letter, text) for letter, text in self.aids.pick(question.options)),
            unit=question.unit,
            value=self._value(sitting.position),
            draft=self._draft(sitting.position),
            points=question.points,
            flagged=sitting.position in sitting.flags,
            places=places_of(sitting),
            answered=answered_of(sitting),
            saved=saved_of(sitting, self._drafts, self._hint, cleared=self._cleared),
            hint=hint_of(sitting, self._drafts, self._hint),
            fault=error_sentence(self._refusal).text if unreadable and self._refusal else "",
            alert=sitting.alert,
            seconds_left=seconds_of(sitting),
            part_seconds=part_seconds_of(sitting),
            clock_hidden=self._clock_hidden,
            waiting=waiting,
            open=sitting.is_open,
            aids=self.aids.state(question.type.value in _CALCULATED),
        )
        if waiting:
            state = replace(state, stem="", options=(), value=None, draft=None, aids=AidState())
        self._screen.show_state(state)
