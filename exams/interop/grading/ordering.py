"""Ordering questions of other systems, counted in one of nine ways."""

from collections import defaultdict, deque
from collections.abc import Sequence

from exams.grading.ordering import WAYS, Order, part_in_order
from exams.interop.grading.errors import BadCase
from exams.interop.grading.outcome import BLANK, Outcome, outcome
from exams.interop.grading.settings import Settings

_NAMES = {
    "allornothing": -1,
    "absoluteposition": 0,
    "relativenextexcludelast": 1,
    "relativenextincludelast": 2,
    "relativeonepreviousandnext": 3,
    "relativeallpreviousandnext": 4,
    "longestorderedsubset": 5,
    "longestcontiguoussubset": 6,
    "relativetocorrect": 7,
}


def grade_ordering(items: object, response: object, settings: Settings) -> Outcome:
    """The part that `grading_type` (-1..7 or its name, else absolute position) counts as right."""
    if not isinstance(items, list) or not isinstance(response, list):
        raise BadCase(detail="items" if isinstance(response, list) else "response")
    if not any(str(one).strip() for one in response):
        return BLANK
    return outcome(part_in_order(_places(items, response), len(items), grading_type(settings)))


def grading_type(settings: Settings) -> int:
    """-1..7; raises `BadCase` for another."""
    said = settings.get("grading_type", "grading")
    if said is None:
        return 0
    word = settings.word("grading_type", "grading")
    kind = _NAMES.get(word)
    if kind is None:
        number = settings.number("grading_type", "grading")
        kind = int(number) if number is not None and number.denominator == 1 else 99
    if kind not in WAYS:
        raise BadCase(detail="grading_type")
    return kind


def _places(items: Sequence[object], response: Sequence[object]) -> Order:
    places: dict[str, deque[int]] = defaultdict(deque)
    for index, item in enumerate(items):
        places[str(item).strip()].append(index)
    return [waiting.popleft() if (waiting := places[str(one).strip()]) else -1 for one in response]
