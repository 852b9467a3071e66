"""The key of an item as its author writes it: the right type, letters that exist, enough of them."""

from collections.abc import Sequence

from exams.content.boards import read_board_key
from exams.content.faults import Code
from exams.content.fields import Fields
from exams.content.places import OTHERS, WITH_PLACES, read_place_key
from exams.items.item import BestWorst, ItemType, Response

_WANTED = {
    ItemType.SINGLE: '"B"',
    ItemType.MULTIPLE: '["A", "C"]',
    ItemType.TRUEFALSE: "true / false",
    ItemType.BEST_WORST: '{best = "C", worst = "A"}',
    ItemType.SHORTANSWER: '"text"',
    ItemType.HOTSPOT: '["A"], ["rect 40,60,200,120"]',
    **dict.fromkeys(WITH_PLACES, '["A", "B"]'),
}
_FEWEST = 2


def read_key(fields: Fields, kind: ItemType, letters: Sequence[str]) -> Response:
    """The key as a response; an empty text where it is missing or wrong, and for numerical items."""
    value = fields.raw("key")
    if kind is ItemType.NUMERICAL:
        if value is not None:
            fields.note("key", Code.KEY_PRESENT)
        return ""
    if value is None:
        fields.note("key", Code.FIELD_MISSING, field="key")
        return ""
    key = _read(fields, kind, value, letters)
    if key is None:
        fields.note("key", Code.KEY_TYPE, type=kind.value, wanted=_WANTED[kind])
    return "" if key is None else key


def _read(fields: Fields, kind: ItemType, value: object, letters: Sequence[str]) -> Response | None:
    if kind in OTHERS:
        return read_place_key(kind, value, letters)
    match kind, value:
        case ItemType.SINGLE, str():
            return _known(fields, value, letters)
        case ItemType.TRUEFALSE, bool():
            return value
        case ItemType.MULTIPLE | ItemType.HOTSPOT, [*several] if all(isinstance(one, str) for one in several):
            texts = [str(one) for one in several]
            return read_board_key(texts, letters) if kind is ItemType.HOTSPOT else _several(fields, texts, letters)
        case ItemType.BEST_WORST, {"best": str(best), "worst": str(worst), **rest} if not rest:
            return _best_worst(fields, best, worst, letters)
        case _:
            return None


def _known(fields: Fields, letter: str, letters: Sequence[str]) -> str:
    if letters and letter not in letters:
        fields.note("key", Code.KEY_LETTER, letter=letter, letters=", ".join(letters))
    return letter


def _several(fields: Fields, value: Sequence[str], letters: Sequence[str]) -> tuple[str, ...]:
    key = tuple(sorted({_known(fields, letter, letters) for letter in value}))
    if len(key) < _FEWEST or len(key) != len(value):
        fields.note("key", Code.KEY_COUNT, key=", ".join(value))
    return key


def _best_worst(fields: Fields, best: str, worst: str, letters: Sequence[str]) -> BestWorst:
    if best == worst:
        fields.note("key", Code.KEY_COUNT, key=f"{best}, {worst}")
    return BestWorst(_known(fields, best, letters), _known(fields, worst, letters))


def right_letters(key: Response) -> tuple[str, ...]:
    """The options a key calls right."""
    match key:
        case BestWorst(best=best):
            return (best,)
        case tuple():
            return key
        case str() if key:
            return (key,)
        case _:
            return ()
