"""Facts of a running sitting in the form a screen shows them. Pure."""

from collections.abc import Iterable, Mapping

from desktop.screens.take_exam.state import Hint
from desktop.widgets.values import Place, PlaceState, SaveState
from desktop.words.waiting import waiting_of
from exams import BestWorst, Response, Sitting


def response_value(response: Response) -> object:
    """The JSON form that the answer widgets speak."""
    if isinstance(response, BestWorst):
        return {"best": response.best, "worst": response.worst}
    return list(response) if isinstance(response, tuple) else response


def places_of(sitting: Sitting) -> tuple[Place, ...]:
    """The navigator's places."""
    return tuple(_place(sitting, item.position) for item in sitting.paper.items)


def answered_of(sitting: Sitting) -> int:
    """How many questions have a whole answer."""
    return sum(place.state is PlaceState.ANSWERED for place in places_of(sitting))


def _place(sitting: Sitting, position: int) -> Place:
    state = PlaceState.UNSEEN
    if position in sitting.answers and not is_half(response_value(sitting.answers[position])):
        state = PlaceState.ANSWERED
    elif position in sitting.seen or position in sitting.answers:
        state = PlaceState.SEEN
    return Place(position, state, flagged=position in sitting.flags)


def is_half(value: object) -> bool:
    """True for an answer of several parts that still lacks one: of the best and the worst, of several places."""
    parts = value.values() if isinstance(value, Mapping) else value
    return isinstance(value, (Mapping, list)) and isinstance(parts, Iterable) and not all(parts)


def saved_of(sitting: Sitting, drafts: Mapping[int, object], hint: Hint, *, cleared: bool) -> SaveState:
    """What the mark beside the answer says: "saved" only of what is on the disk; `drafts` are in memory alone."""
    position = sitting.position
    if position in drafts:
        return SaveState.SAVING if hint is Hint.NONE else SaveState.FAILED
    on_disk = position in sitting.answers or position in sitting.drafts
    return SaveState.SAVED if cleared or on_disk else SaveState.IDLE


def hint_of(sitting: Sitting, drafts: Mapping[int, object], hint: Hint) -> Hint:
    """The line under the answer: what was just refused, else what the answer still lacks."""
    position = sitting.position
    if part_seconds_of(sitting) == 0:
        return Hint.PART_OVER
    if hint is not Hint.NONE:
        return hint
    if position in sitting.drafts and position not in drafts:
        return Hint.NO_NUMBER_YET
    given = sitting.answers.get(position)
    value = None if given is None else response_value(given)
    if not is_half(value):
        return Hint.NONE
    return Hint.HALF if isinstance(value, Mapping) else Hint.GAPS


def seconds_of(sitting: Sitting) -> int | None:
    """Whole seconds left, rounded up; None without a limit."""
    left = sitting.remaining_ms
    return None if left is None else -(-left // 1000)


def part_seconds_of(sitting: Sitting) -> int | None:
    """Whole seconds left of what the question or its part has of its own, at least 0; None without such a limit."""
    left = sitting.part_left_ms
    return None if left is None else max(0, -(-left // 1000))


def looks_alike(one: Sitting, other: Sitting) -> bool:
    """True where time has gone and nothing else on the screen has changed."""
    return _look(one) == _look(other)


def _look(sitting: Sitting) -> tuple[object, ...]:
    return sitting.state, sitting.alert, waiting_of(sitting), part_seconds_of(sitting) == 0
