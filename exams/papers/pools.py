"""Pools made ready once: a draw then costs what it takes, however many items the bank holds."""

from collections.abc import Callable, Iterable
from datetime import date

from exams.items.item import Item, Use
from exams.papers.blueprint import Blueprint
from exams.papers.pool import Pool, prepare


class Pools:
    """The pools of one content, one per blueprint and day; hold it for as long as the content is open."""

    def __init__(self, items: Callable[[Use], Iterable[Item]]) -> None:
        self._items = items
        self._ready: dict[str, tuple[date, Pool]] = {}

    def of(self, blueprint: Blueprint, today: date) -> Pool:
        """The pool for a blueprint; the first asked for on a day reads the bank."""
        made = self._ready.get(blueprint.name)
        if made is not None and made[0] == today and made[1].blueprint == blueprint:
            return made[1]
        pool = prepare(blueprint, self._items(blueprint.use), today)
        self._ready[blueprint.name] = today, pool
        return pool

    def forget(self) -> None:
        """The bank is another one now: exam items were unsealed, or sealed again."""
        self._ready.clear()
