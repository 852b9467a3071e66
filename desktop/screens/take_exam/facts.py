"""Facts of a running sitting in the form a screen shows them. Pure."""

from collections.abc import Iterable, Mapping

from desktop.widgets.values import Place, PlaceState
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


def seconds_of(sitting: Sitting) -> int | None:
    """Whole seconds left, rounded up; None without a limit."""
    left = sitting.remaining_ms
    return None if left is None else -(-left // 1000)


def looks_alike(one: Sitting, other: Sitting) -> bool:
    """True where time has gone and nothing else on the screen has changed."""
    return (one.state, one.alert, waiting_of(one)) == (other.state, other.alert, waiting_of(other))
