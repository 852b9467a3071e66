"""From counts to items: each cell deals its items in chance order, passing over enemies of those already taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from exams.items.item import Item
from exams.papers.filling import Filling
from exams.papers.frame import Choice
from exams.papers.supply import KINDS, Supply
from exams.papers.table import Spot


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two enemies that the counts force together: `taken` was there first, `other` has no better one beside it."""

    taken: str
    other: str


@dataclass(slots=True)
class _Hand:
    """Items taken so far, and who keeps out whom."""

    items: list[Item] = field(default_factory=list)
    barred: dict[str, str] = field(default_factory=dict)


def pick(supply: Supply, filling: Filling, choice: Choice) -> tuple[Item, ...] | Conflict:
    """The items of a paper by these counts, or the first pair of enemies that cannot be avoided on the way."""
    hand = _Hand()
    for name in sorted(choice.kept):
        _take(supply, hand, supply.pool.items[name])
    decided = choice.out | choice.kept
    for spot, kind, wanted in _tightest_first(supply, filling):
        there = supply.items(spot, KINDS[kind])
        free = (item for item in there if item.id not in decided) if decided else there
        conflict = _deal(supply, hand, free, wanted)
        if conflict is not None:
            return conflict
    return tuple(hand.items)


def _tightest_first(supply: Supply, filling: Filling) -> Sequence[tuple[Spot, int, int]]:
    """Cell, kind and how many of it."""
    parts = [
        (supply.counts[spot][kind] - count, spot, kind, count)
        for spot, counts in filling.tell().items()
        for kind, count in enumerate(counts)
        if count
    ]
    return [part[1:] for part in sorted(parts)]


def _deal(supply: Supply, hand: _Hand, free: Iterator[Item], wanted: int) -> Conflict | None:
    passed: str | None = None
    while wanted:
        item = next(free, None)
        if item is None:
            break
        if item.id not in hand.barred:
            _take(supply, hand, item)
            wanted -= 1
        elif passed is None:
            passed = item.id
    return None if passed is None or not wanted else Conflict(hand.barred[passed], passed)


def _take(supply: Supply, hand: _Hand, item: Item) -> None:
    hand.items.append(item)
    for foe in supply.pool.enemies.get(item.id, ()):
        hand.barred.setdefault(foe, item.id)
