"""What one draw may take from a pool: new items before seen ones, each kind of a cell in its own chance order."""

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from exams.chance.deck import Deck
from exams.chance.stream import Stream
from exams.items.item import Item
from exams.papers.pool import Pool
from exams.papers.table import Cell, Spot

REACH = 1 << 18
"""Every item stands at a random point; the lowest points are taken first. A paper's items end about here."""


class Kind(NamedTuple):
    """Four kinds of items in a cell, as the draw weighs them."""

    red: bool
    seen: bool


KINDS = tuple(Kind(red, seen) for seen in (False, True) for red in (False, True))

KindCounts = tuple[int, ...]
"""How many items of each of the `KINDS`."""


class Supply:
    """The cells of a pool in the order that one stream of chance gives them."""

    def __init__(self, pool: Pool, seen: frozenset[str], stream: Stream) -> None:
        self.pool = pool
        self.seen = frozenset(name for name in seen if name in pool.places)
        self._stream = stream
        self.cells = pool.cells
        self._spread = max(1, REACH * len(pool.items) // max(1, pool.blueprint.size))
        self._old = self._seen_items()
        self._decks: dict[tuple[Spot, bool], Deck[Item]] = {}
        self.counts: dict[Spot, KindCounts] = {spot: self._count(spot, cell) for spot, cell in self.cells.items()}
        self.points = {spot: self._points(spot, counts) for spot, counts in self.counts.items()}

    def kind_of(self, name: str) -> Kind:
        """The kind of an item of the pool."""
        return Kind(self.pool.places[name].red, name in self.seen)

    def items(self, spot: Spot, kind: Kind) -> Iterator[Item]:
        """The items of a kind in a cell, in this draw's order; the same order on every walk."""
        if kind.seen:
            return iter(self._old.get((spot, kind.red), ()))
        deck = self._deck(spot, red=kind.red)
        return (item for item in deck if item.id not in self.seen) if self.seen else iter(deck)

    def _deck(self, spot: Spot, *, red: bool) -> Deck[Item]:
        deck = self._decks.get((spot, red))
        if deck is None:
            cell = self.cells[spot]
            deck = self._decks[spot, red] = Deck(cell.red if red else cell.plain, self._stream)
        return deck

    def _seen_items(self) -> dict[tuple[Spot, bool], tuple[Item, ...]]:
        groups: dict[tuple[Spot, bool], list[Item]] = {}
        for name in sorted(self.seen):
            place = self.pool.places[name]
            groups.setdefault((place.spot, place.red), []).append(self.pool.items[name])
        return {where: self._stream.shuffled(items) for where, items in groups.items()}

    def _count(self, spot: Spot, cell: Cell) -> KindCounts:
        plain, red = (len(self._old.get((spot, kind), ())) for kind in (False, True)) if self._old else (0, 0)
        return len(cell.plain) - plain, len(cell.red) - red, plain, red

    def _points(self, spot: Spot, counts: KindCounts) -> tuple[tuple[int, ...], ...]:
        """Rising points of the first items of each kind: many items stand close together, few stand far apart."""
        table, row, _ = spot
        wanted = self.pool.tables[table].rows[row][1]
        twice = 2 * self._spread
        return tuple([self._rising(twice // there, min(there, wanted)) if there else () for there in counts])

    def _rising(self, step: int, count: int) -> tuple[int, ...]:
        return tuple(accumulate([1 + number for number in self._stream.several(step, count)]))
