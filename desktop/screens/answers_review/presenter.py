"""Walks through the explained questions of a practice paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.answers_review.state import ReviewState
from desktop.widgets.values import Option, OptionMark, Place, PlaceState
from desktop.words import pick, tr
from desktop.words.numbers import points_text
from exams import BestWorst, ItemType, MarkState, Response, Reviewed

_PLACES = frozenset({ItemType.FILL, ItemType.DROPDOWN, ItemType.MATCHING, ItemType.CASE})
_IN_WORDS = _PLACES | {ItemType.ORDERING}


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
    """The right answer in words, where no option shows it: a number, a text, an order, what belongs to each place."""
    kind, right = one.question.type, one.correct
    if kind is ItemType.NUMERICAL:
        return f"{right} {one.question.unit}".strip()
    if kind is ItemType.SHORTANSWER:
        return str(right)
    if kind is ItemType.HOTSPOT and isinstance(right, tuple):
        return _points_text(right)
    if kind not in _IN_WORDS or not isinstance(right, tuple):
        return ""
    texts = dict(pick(one.question.options))
    if kind is ItemType.ORDERING:
        return " → ".join(texts[letter] for letter in right)
    numbers = [letter for letter in texts if letter.isdecimal()]
    return "\n".join(_place_text(number, given, texts) for number, given in zip(numbers, right, strict=False))


def _points_text(right: tuple[str, ...]) -> str:
    """A point in each right region; nothing where the regions have letters, as their options show it."""
    points = [one.split(",") for one in right if "," in one]
    return " · ".join(tr("{number}: {x}, {y}").format(number=at, x=x, y=y) for at, (x, y) in enumerate(points, 1))


def _place_text(number: str, right: str, texts: Mapping[str, str]) -> str:
    """What is asked at a place, and the text or the options that answer it."""
    found = [texts.get(f"{number}{letter}") or texts.get(f"{number}+{letter}") for letter in right]
    answer = tr(", ").join(text for text in found if text) if found and all(found) else right
    return tr("{question} {answer}").format(question=texts[number], answer=answer)


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
