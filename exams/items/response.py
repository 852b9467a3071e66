"""What a person may answer, from its JSON form and back: the only door for responses, from screen or journal."""

from collections.abc import Callable, Sequence
from functools import partial

from exams.items.errors import BadResponse
from exams.items.item import BestWorst, ItemType, Response
from exams.items.numbers import parse_number
from exams.items.slots import SLOTTED, Slot, is_text, slots_of
from exams.items.spots import MOST_POINTS, point_of, regions

MAX_OPTIONS = 20


def parse_response(item_type: ItemType, letters: Sequence[str], value: object) -> Response:
    """The response a JSON value spells for an item with these option letters; raises `BadResponse`."""
    return _READERS[item_type](letters, value)


def response_json(response: Response) -> object:
    """The JSON form, as the command line and the journal carry it."""
    if isinstance(response, BestWorst):
        return {"best": response.best, "worst": response.worst}
    return list(response) if isinstance(response, tuple) else response


def is_blank(response: Response | None) -> bool:
    """True where nothing was chosen or typed; `False` of a true/false item is an answer."""
    if isinstance(response, BestWorst):
        return not (response.best or response.worst)
    if isinstance(response, str):
        return not response.strip()
    return response is None or (isinstance(response, tuple) and not any(one.strip() for one in response))


def _single(letters: Sequence[str], value: object) -> Response:
    return _letter(ItemType.SINGLE, letters, value)


def _multiple(letters: Sequence[str], value: object) -> Response:
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= MAX_OPTIONS:
        raise BadResponse(type=ItemType.MULTIPLE.value, reason="shape")
    return tuple(sorted({_letter(ItemType.MULTIPLE, letters, one) for one in value}))


def _truefalse(_letters: Sequence[str], value: object) -> Response:
    if not isinstance(value, bool):
        raise BadResponse(type=ItemType.TRUEFALSE.value, reason="shape")
    return value


def _numerical(_letters: Sequence[str], value: object) -> Response:
    """The text stays as typed, but it must be a number: better said now than marked wrong later."""
    if not isinstance(value, str):
        raise BadResponse(type=ItemType.NUMERICAL.value, reason="shape")
    parse_number(value)
    return value


def _best_worst(letters: Sequence[str], value: object) -> Response:
    """One of the two may still be empty, so that half an answer is saved as well."""
    if not isinstance(value, dict) or value.keys() != {"best", "worst"}:
        raise BadResponse(type=ItemType.BEST_WORST.value, reason="shape")
    best, worst = (_letter(ItemType.BEST_WORST, ("", *letters), value[name]) for name in ("best", "worst"))
    if best == worst:
        raise BadResponse(type=ItemType.BEST_WORST.value, reason="same" if best else "shape")
    return BestWorst(best, worst)


def _shortanswer(_letters: Sequence[str], value: object) -> Response:
    if not isinstance(value, str) or not is_text(value):
        raise BadResponse(type=ItemType.SHORTANSWER.value, reason="shape")
    return value


def _ordering(letters: Sequence[str], value: object) -> Response:
    """Every letter once: half an order is none."""
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise BadResponse(type=ItemType.ORDERING.value, reason="shape")
    if sorted(value) != sorted(letters):
        raise BadResponse(type=ItemType.ORDERING.value, reason="letter")
    return tuple(value)


def _hotspot(letters: Sequence[str], value: object) -> Response:
    """Regions by their letters, in the order of the alphabet; where there are none, points, each once."""
    named = regions(letters)
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= MOST_POINTS:
        raise BadResponse(type=ItemType.HOTSPOT.value, reason="shape")
    if named:
        return tuple(sorted({_letter(ItemType.HOTSPOT, named, one) for one in value}))
    return tuple(dict.fromkeys(map(_point, value)))


def _point(value: object) -> str:
    try:
        point_of(value if isinstance(value, str) else "")
    except ValueError:
        raise BadResponse(type=ItemType.HOTSPOT.value, reason="shape") from None
    return str(value)


def _slots(item_type: ItemType, letters: Sequence[str], value: object) -> Response:
    try:
        slots = slots_of(letters)
    except ValueError:
        raise BadResponse(type=item_type.value, reason="letter") from None
    if not isinstance(value, list | tuple) or len(value) != len(slots):
        raise BadResponse(type=item_type.value, reason="shape")
    if not all(_fits(slot, one) for slot, one in zip(slots, value, strict=True)):
        raise BadResponse(type=item_type.value, reason="letter")
    return tuple(value)


def _fits(slot: Slot, value: object) -> bool:
    """A text, one letter, or of several letters each once and sorted; empty where the place is still open."""
    if not isinstance(value, str) or not slot.options:
        return is_text(value)
    chosen = [*value]
    within = set(chosen) <= set(slot.options) and chosen == sorted(set(chosen))
    return within and (slot.many or len(chosen) <= 1)


def _letter(item_type: ItemType, letters: Sequence[str], value: object) -> str:
    if not isinstance(value, str) or value not in letters:
        raise BadResponse(type=item_type.value, reason="letter")
    return value


_READERS: dict[ItemType, Callable[[Sequence[str], object], Response]] = {
    ItemType.SINGLE: _single,
    ItemType.MULTIPLE: _multiple,
    ItemType.TRUEFALSE: _truefalse,
    ItemType.NUMERICAL: _numerical,
    ItemType.BEST_WORST: _best_worst,
    ItemType.SHORTANSWER: _shortanswer,
    ItemType.ORDERING: _ordering,
    ItemType.HOTSPOT: _hotspot,
    **{kind: partial(_slots, kind) for kind in SLOTTED},
}
