"""Walks through the explained questions of a practice paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.answers_review.state import ReviewState
from desktop.widgets.values import Option, OptionMark, Place, PlaceState
from desktop.words import pick
from desktop.words.numbers import points_text
from exams import BestWorst, ItemType, MarkState, Response, Reviewed


class ReviewScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ReviewState) -> None:
        """Show one explained question."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads."""

    section: Callable[[str], None]
    done: Callable[[], None]


class ReviewPresenter:
    """Begins at the first question that was not fully right."""

    def __init__(self, titles: Mapping[str, str], reviewed: tuple[Reviewed, ...], exits: Exits) -> None:
        self._titles = titles
        self._reviewed = reviewed
        self._exits = exits
        self._screen: ReviewScreen | None = None
        wrong = (one.question.position for one in reviewed if one.mark.state is not MarkState.RIGHT)
        self._position = next(wrong, 1)

    def attach(self, screen: ReviewScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the question at hand."""
        if self._screen is not None:
            self._screen.show_state(self._state())

    def go_to(self, position: int) -> None:
        """Turn to a question; after the last one the way leads on."""
        if position > len(self._reviewed):
            self._exits.done()
        elif position >= 1:
            self._position = position
            self.show()

    def go_next(self) -> None:
        """The next question."""
        self.go_to(self._position + 1)

    def go_back(self) -> None:
        """The question before."""
        self.go_to(self._position - 1)

    def open_section(self) -> None:
        """Read where it is taught."""
        self._exits.section(self._reviewed[self._position - 1].section)

    def leave(self) -> None:
        """Enough read."""
        self._exits.done()

    def _state(self) -> ReviewState:
        one = self._reviewed[self._position - 1]
        explained = pick(one.explanations)
        mistakes = explained.mistakes
        return ReviewState(
            title=pick(self._titles),
            position=self._position,
            total=len(self._reviewed),
            item_type=one.question.type.value,
            stem=pick(one.question.stems),
            options=options_of(one),
            pair_marks=pair_marks_of(one),
            unit=one.question.unit,
            value=None if one.response is None else json_value(one.response),
            verdict=one.mark.state.value,
            correct=correct_text(one),
            explanation=explained.text,
            mistake=mistakes.get(one.mistake, "") if one.mistake else "",
            section=one.section,
            facts=one.facts,
            places=tuple(_place(each) for each in self._reviewed),
            points=f"{points_text(one.mark.points)} / {points_text(one.mark.max_points)}",
            right=sum(each.mark.state is MarkState.RIGHT for each in self._reviewed),
        )


def options_of(one: Reviewed) -> tuple[Option, ...]:
    """The options with why each is right or wrong, marked against the key."""
    why = pick(one.explanations).options
    chosen, right = _letters(one.response), _letters(one.correct)
    shown = pick(one.question.options)
    if one.question.type is ItemType.TRUEFALSE:
        shown = (("true", ""), ("false", ""))
    return tuple(
        Option(letter, text, why.get(letter, ""), _option_mark(letter in chosen, letter in right))
        for letter, text in shown
    )


def pair_marks_of(one: Reviewed) -> tuple[tuple[str, OptionMark, OptionMark], ...]:
    """For a best-and-worst item: how each letter fares in both columns."""
    given, key = one.response, one.correct
    if not isinstance(key, BestWorst):
        return ()
    best = given.best if isinstance(given, BestWorst) else ""
    worst = given.worst if isinstance(given, BestWorst) else ""
    return tuple(
        (letter, _option_mark(letter == best, letter == key.best), _option_mark(letter == worst, letter == key.worst))
        for letter, _ in pick(one.question.options)
    )


def correct_text(one: Reviewed) -> str:
    """The right number of a calculation; other types show their key among the options."""
    if one.question.type is not ItemType.NUMERICAL:
        return ""
    return f"{one.correct} {one.question.unit}".strip()


def json_value(response: Response) -> object:
    """The JSON form that the answer widgets speak."""
    if isinstance(response, BestWorst):
        return {"best": response.best, "worst": response.worst}
    return list(response) if isinstance(response, tuple) else response


def mark_of(one: Reviewed) -> OptionMark:
    """How the question fared as a whole: in a navigator MISSED means partly right."""
    states = {MarkState.RIGHT: OptionMark.RIGHT, MarkState.PARTIAL: OptionMark.MISSED}
    return states.get(one.mark.state, OptionMark.WRONG)


def _letters(response: Response | None) -> frozenset[str]:
    if isinstance(response, tuple):
        return frozenset(response)
    if isinstance(response, bool):
        return frozenset({"true" if response else "false"})
    return frozenset({response}) if isinstance(response, str) else frozenset()


def _option_mark(chosen: bool, right: bool) -> OptionMark:
    if right:
        return OptionMark.RIGHT if chosen else OptionMark.MISSED
    return OptionMark.WRONG if chosen else OptionMark.NONE


def _place(one: Reviewed) -> Place:
    return Place(one.question.position, PlaceState.ANSWERED, mark=mark_of(one))
