"""Questions with text, an order or several places to answer in, as their author writes them."""

from collections.abc import Mapping, Sequence

from exams.content.faults import Code
from exams.content.fields import Fields
from exams.items.item import ItemType, Response
from exams.items.slots import SLOTTED, TYPED, Slot, example, slots_of

WITH_PLACES = SLOTTED | {ItemType.ORDERING}
"""Types whose options are places, or steps to put into an order."""

OTHERS = WITH_PLACES | {ItemType.SHORTANSWER}
_STEPS = "ABCDEFGH"
_WAYS = frozenset(str(way) for way in range(-1, 8))
_FEWEST_STEPS = 3


def read_places(fields: Fields, kind: ItemType) -> Mapping[str, str]:
    """The steps of an ordering, or the places and what they offer."""
    table = fields.table("options")
    options = {letter: table.text(letter) for letter in table.names()}
    if fields.has("options") and not _are_places(kind, [*options]):
        fields.note("options", Code.OPTION_LETTERS, letters=", ".join(options))
    return options


def _are_places(kind: ItemType, letters: Sequence[str]) -> bool:
    if kind is ItemType.ORDERING:
        return len(letters) >= _FEWEST_STEPS and [*letters] == [*_STEPS[: len(letters)]]
    try:
        slots = slots_of(letters)
    except ValueError:
        return False
    if kind is ItemType.FILL:
        return not any(slot.options for slot in slots)
    chosen = all(len(slot.options) > 1 for slot in slots if slot.options)
    if kind is ItemType.CASE:
        return chosen
    return chosen and all(slot.options and not slot.many for slot in slots)


def read_place_key(kind: ItemType, value: object, letters: Sequence[str]) -> Response | None:
    """The key of such a question; None where it does not answer every place."""
    if kind is ItemType.SHORTANSWER:
        return value if isinstance(value, str) and example(value) else None
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return None
    if kind is ItemType.ORDERING:
        return tuple(value) if sorted(value) == sorted(letters) else None
    try:
        slots = slots_of(letters)
    except ValueError:
        return None
    fits = len(slots) == len(value) and all(_answers(kind, slot, one) for slot, one in zip(slots, value, strict=True))
    return tuple(value) if fits else None


def _answers(kind: ItemType, slot: Slot, key: str) -> bool:
    if not slot.options:
        return bool(example(key)) and (kind is ItemType.FILL or key.startswith(TYPED))
    return bool(key) and [*key] == sorted(set(key)) and set(key) <= set(slot.options) and (slot.many or len(key) == 1)


def read_way(fields: Fields, kind: ItemType, correct: Response) -> str:
    """How such a question is counted: the way of an ordering, the weights of places, case of letters; else `0`."""
    if kind not in OTHERS or not fields.has("count"):
        return "0"
    way = fields.text("count")
    if not _is_way(kind, way, correct):
        fields.note("count", Code.FIELD_VALUE, field="count", value=way, allowed="-1 … 7, 0 / 1, 3 1 1")
    return way


def _is_way(kind: ItemType, way: str, correct: Response) -> bool:
    if kind is ItemType.ORDERING:
        return way in _WAYS
    if kind is ItemType.SHORTANSWER:
        return way in ("0", "1")
    weights = way.split()
    whole = all(one.isascii() and one.isdigit() and 0 < int(one) < 100 for one in weights)
    return whole and isinstance(correct, tuple) and len(weights) == len(correct)
