"""An item as its author wrote it: with its key, its form and its place; enemies name each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exams.content.fields import Place
from exams.content.part_shape import FORM
from exams.items.item import AnswerKey, Item


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """`form` is the sealed pool an exam item belongs to; `form_said` is False where the file leaves it out."""

    item: Item
    key: AnswerKey
    place: Place
    form: str = FORM
    form_said: bool = False


def with_mutual_enemies(written: Sequence[WrittenItem]) -> tuple[WrittenItem, ...]:
    """The items, each naming as enemies those that name it too, after its own ones."""
    named_by: dict[str, list[str]] = {}
    for one in written:
        for enemy in one.item.enemies:
            named_by.setdefault(enemy, []).append(one.item.id)
    return tuple(_naming(one, sorted(named_by.get(one.item.id, ()))) for one in written)


def _naming(one: WrittenItem, others: Sequence[str]) -> WrittenItem:
    enemies = tuple(dict.fromkeys((*one.item.enemies, *others)))
    return one if enemies == one.item.enemies else replace(one, item=replace(one.item, enemies=enemies))
