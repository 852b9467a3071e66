"""Exam items and exam keys while they are open: in this process's memory and nowhere on a disk."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from exams.items.item import AnswerKey, Item
from exams.store import content_values as values
from exams.store.content_errors import ContentDamaged
from exams.store.part_rows import item_row, item_words, part_of
from exams.trust.errors import NotStrict

Value = TypeVar("Value")
Name = tuple[str, int]


class ExamMemory:
    """Empty until a part is given to it; a part that cannot be read is `ContentDamaged` and changes nothing."""

    def __init__(self) -> None:
        self._items: Mapping[Name, Item] | None = None
        self._keys: Mapping[Name, AnswerKey] | None = None

    @property
    def holds_items(self) -> bool:
        """True between `open_items` and `forget`."""
        return self._items is not None

    @property
    def holds_keys(self) -> bool:
        """True inside `keys_open`."""
        return self._keys is not None

    def open_items(self, raw: bytes) -> None:
        """Hold the items part."""
        self._items = _read(raw, "items", _item)

    def forget(self) -> None:
        """Let go of the items and of the keys."""
        self._items = self._keys = None

    @contextmanager
    def keys_open(self, keys: bytes, items: bytes | None = None) -> Iterator[None]:
        """Hold the keys part for as long as the block lasts, and these items in place of those that lay open."""
        before = self._items, self._keys
        held = _read(keys, "keys", _key), before[0] if items is None else _read(items, "items", _item)
        self._keys, self._items = held
        try:
            yield
        finally:
            self._items, self._keys = before

    def items(self) -> tuple[Item, ...]:
        """All of them in the order of the course; none while they are closed."""
        return tuple((self._items or {}).values())

    def item(self, item_id: str, version: int | None) -> Item | None:
        """An item, its newest version unless one is asked for."""
        if version is not None:
            return (self._items or {}).get((item_id, version))
        versions = [item for item in self.items() if item.id == item_id]
        return max(versions, key=lambda item: item.version, default=None)

    def key(self, item_id: str, version: int) -> AnswerKey | None:
        """What is right in an item."""
        return (self._keys or {}).get((item_id, version))


def _item(record: Mapping[str, Any]) -> tuple[Name, Item]:
    item = values.item(item_row(record), item_words(record))
    return (item.id, item.version), item


def _key(record: Mapping[str, Any]) -> tuple[Name, AnswerKey]:
    key = values.key_of(record)
    return (key.item, key.version), key


def _read(raw: bytes, part: str, make: Callable[[Mapping[str, Any]], tuple[Name, Value]]) -> dict[Name, Value]:
    try:
        return dict(make(one) for one in part_of(raw, part)[part])
    except (NotStrict, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ContentDamaged(path=f"{part}.json", detail=type(error).__name__) from error
