"""What one draw may take from a pool: new items before seen ones, each kind of a cell in its own chance order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from exams.chance.deck import Deck
from exams.chance.stream import Stream
from exams.items.item import Item
from exams.papers.plan import KindCounts, Plan, plan_of, spread_of
from exams.papers.pool import Pool
from exams.papers.table import Cell, Spot


class Kind(NamedTuple):
    """Four kinds of items in a cell, as the draw weighs them."""

    red: bool
    seen: bool


KINDS = tuple(Kind(red, seen) for seen in (False, True) for red in (False, True))


class Supply:
    """The cells of a pool in the order that one stream of chance gives them."""

    def __init__(self, pool: Pool, seen: frozenset[str], stream: Stream) -> None:
        self.pool = pool
        self.seen = frozenset(name for name in seen if name in pool.places)
        self._stream = stream
        self.cells = pool.cells
        self._old = self._seen_items()
        self._decks: dict[tuple[Spot, bool], Deck[Item]] = {}
        self.plan = self._with_seen() if self.seen else pool.plan
        self.counts = self.plan.counts
        self.points = self._points()

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

    def _with_seen(self) -> Plan:
        counts = {spot: self._count(spot, cell) for spot, cell in self.cells.items()}
        return plan_of(self.pool.tables, counts, spread_of(len(self.pool.items), self.pool.blueprint.size))

    def _count(self, spot: Spot, cell: Cell) -> KindCounts:
        plain, red = (len(self._old.get((spot, kind), ())) for kind in (False, True))
        return len(cell.plain) - plain, len(cell.red) - red, plain, red

    def _points(self) -> Mapping[Spot, tuple[Sequence[int], ...]]:
        """Rising points of the first items of each kind: many items stand close together, few stand far apart."""
        apart = [1 + number for number in self._stream.each(self.plan.steps)]
        found, first = dict[Spot, tuple[Sequence[int], ...]](), 0
        for spot, part in self.plan.parts:
            rising: list[Sequence[int]] = []
            for count in part:
                rising.append([*accumulate(apart[first : first + count])] if count else ())
                first += count
            found[spot] = tuple(rising)
        return found
