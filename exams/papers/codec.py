"""A paper as the journal's start record carries it: one spelling, read back strictly."""

import json
from collections.abc import Mapping
from typing import Any

from exams.items.item import ItemType, Level
from exams.items.numbers import is_decimal
from exams.papers.errors import PaperUnreadable
from exams.papers.paper import Paper, PaperItem

MAX_ITEMS = 500
MAX_POINTS = 1_000_000


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: object) -> bytes:
    """JSON with sorted keys and no spaces: the spelling that is hashed and compared."""
    return _ENCODER.encode(value).encode()


def paper_bytes(paper: Paper) -> bytes:
    """The exact bytes of a paper: the same inputs give the same bytes on any PC."""
    return canonical(paper_to_json(paper))


def paper_to_json(paper: Paper) -> dict[str, Any]:
    """Plain values for a journal body."""
    return {
        "blueprint": paper.blueprint,
        "seed": paper.seed,
        "staff": paper.staff_id,
        "session": paper.session,
        "attempt": paper.attempt,
        "items": [_item_to_json(place) for place in paper.items],
    }


def paper_from_json(value: object) -> Paper:
    """The paper these values spell; raises `PaperUnreadable` where a field is missing, odd or of another kind."""
    fields = _object(value, _PAPER, "paper")
    places = fields["items"]
    if len(places) > MAX_ITEMS:
        raise PaperUnreadable(where="items")
    if fields["attempt"] < 1:
        raise PaperUnreadable(where="attempt")
    items = tuple(_item_from_json(place, position) for position, place in enumerate(places, start=1))
    return Paper(
        blueprint=fields["blueprint"],
        seed=fields["seed"],
        staff_id=fields["staff"],
        session=fields["session"],
        attempt=fields["attempt"],
        items=items,
    )


_TYPES = {kind.value: kind for kind in ItemType}
_LEVELS = frozenset(level.value for level in Level)
_TEXTS = frozenset({str})

_PAPER: dict[str, type] = {"blueprint": str, "seed": str, "staff": str, "session": str, "attempt": int, "items": list}

_ITEM: dict[str, type] = {
    "position": int,
    "item": str,
    "version": int,
    "type": str,
    "chapter": int,
    "level": str,
    "points": int,
    "red_line": bool,
    "order": list,
    "numbers": dict,
}


def _item_to_json(place: PaperItem) -> dict[str, Any]:
    return {
        "position": place.position,
        "item": place.item,
        "version": place.version,
        "type": place.type.value,
        "chapter": place.chapter,
        "level": place.level,
        "points": place.points,
        "red_line": place.red_line,
        "order": list(place.order),
        "numbers": dict(place.numbers),
    }


def _item_from_json(value: object, position: int) -> PaperItem:
    where = f"items/{position}"
    fields = _object(value, _ITEM, where)
    kind = _TYPES.get(fields["type"])
    if kind is None or not _in_range(fields, position) or not _spelled(fields):
        raise PaperUnreadable(where=where)
    # By place: to make one by the names of its fields takes three times as long.
    return PaperItem(
        position,
        fields["item"],
        fields["version"],
        kind,
        fields["chapter"],
        fields["level"],
        fields["points"],
        fields["red_line"],
        tuple(fields["order"]),
        dict(fields["numbers"]),
    )


def _in_range(fields: Mapping[str, Any], position: int) -> bool:
    return bool(
        fields["position"] == position
        and fields["version"] >= 1
        and fields["chapter"] >= 0
        and 0 <= fields["points"] <= MAX_POINTS
        and fields["item"] != ""
    )


def _spelled(fields: Mapping[str, Any]) -> bool:
    order, numbers = fields["order"], fields["numbers"]
    return (
        fields["level"] in _LEVELS
        and _TEXTS.issuperset(map(type, order))
        and len(set(order)) == len(order)
        and all(type(text) is str and is_decimal(text) for text in numbers.values())
    )


def _object(value: object, kinds: Mapping[str, type], where: str) -> dict[str, Any]:
    """Exactly these keys, each exactly of its type: `True` is no number here."""
    if type(value) is not dict or value.keys() != kinds.keys():
        raise PaperUnreadable(where=where)
    if [*map(type, map(value.__getitem__, kinds))] != [*kinds.values()]:
        odd = next(name for name, kind in kinds.items() if type(value[name]) is not kind)
        raise PaperUnreadable(where=f"{where}/{odd}")
    return value
