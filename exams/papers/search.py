"""The search for items that meet a blueprint: complete within its budget, and the same on every PC.

Each step fills the tables as if there were no enemies. Where two enemies come together in spite of the passing over, it
goes on without the first, and if that leads nowhere, with the first and without all its enemies. Where red-line items
cost more seen ones than allowed, it tries with and without single red-line items.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from exams.chance.stream import Stream
from exams.items.item import Item
from exams.papers.balance import balanced
from exams.papers.errors import Infeasible
from exams.papers.filling import Filling, Fillings, Likely
from exams.papers.frame import Choice
from exams.papers.picking import Conflict, pick
from exams.papers.pool import Pool
from exams.papers.shortage import Lack, Shortage
from exams.papers.supply import KINDS, Supply
from exams.papers.trimming import trimmed

STEPS = (60, 300, 1500)
"""Steps of each try; a further try begins with the items in another order."""


def find_items(pool: Pool, seen: frozenset[str], stream: Stream, likely: Iterable[str] = ()) -> tuple[Item, ...]:
    """Items that meet the blueprint, few of them seen; raises `Infeasible` where there are none.

    `likely` ones change nothing in what is found: where they are it, less has to be searched.
    """
    if pool.gaps:
        raise Infeasible(blueprint=pool.blueprint.name, cells=pool.gaps)
    misses = _Misses(pool)
    supply = Supply(pool, seen, stream)
    cells = Counter([pool.places[name].spot for name in likely if name in pool.places])
    for limit, tries in _limits(supply, cells):
        for steps in tries:
            found = _try(Fillings(supply, cells), supply, limit, steps, misses)
            if found is None:
                break
            if found:
                return found
            supply = Supply(pool, seen, stream)
    raise Infeasible(blueprint=pool.blueprint.name, cells=misses.nearest)


@dataclass(slots=True)
class _Misses:
    """The ways that led nowhere; the nearest one tells what is missing."""

    pool: Pool
    least: int = 0
    nearest: tuple[Shortage, ...] = field(default=())

    def __post_init__(self) -> None:
        size = self.pool.blueprint.size
        self.least = size
        self.nearest = (Shortage(None, None, None, size, size - 1, Lack.ENEMIES),)

    def note(self, filling: Filling) -> None:
        """Keep what is missing here if nothing came nearer."""
        cells = tuple(self._shortages(filling))
        missing = sum(cell.missing for cell in cells)
        if 0 < missing < self.least:
            self.least, self.nearest = missing, cells

    def _shortages(self, filling: Filling) -> Iterator[Shortage]:
        for (number, row), missing in sorted(filling.short.items()):
            table = self.pool.tables[number]
            kind, wanted = table.rows[row] if row >= 0 else (None, sum(count for _, count in table.rows))
            yield Shortage(table.chapter, kind, None, wanted, wanted - missing, Lack.ENEMIES)
        needed = self.pool.blueprint.red_line.items
        if not filling.short and filling.red < needed:
            yield Shortage(None, None, None, needed, filling.red, Lack.ENEMIES)


def _limits(supply: Supply, likely: Likely) -> Iterator[tuple[int, Sequence[int]]]:
    """How many seen items to allow: the blueprint's share where the pool can do that, else as few more as can be."""
    blueprint = supply.pool.blueprint
    if not supply.seen:
        yield blueprint.size, STEPS
        return
    fill = Fillings(supply, likely).after(Choice())
    needed = blueprint.red_line.items
    sure = trimmed(supply, Choice(), balanced(fill, needed), needed).seen
    limit = max(fill(0).seen, blueprint.size * blueprint.retakes.seen_percent // 100)
    step = 1
    while limit < blueprint.size:
        yield limit, STEPS if limit >= sure else STEPS[:1]
        limit, step = limit + step, step if limit < sure else 2 * step
    yield blueprint.size, STEPS


def _try(fillings: Fillings, supply: Supply, limit: int, steps: int, misses: _Misses) -> tuple[Item, ...] | None:
    """The items found; () when the steps are used up; None when there is nothing left to try within the limit."""
    needed = supply.pool.blueprint.red_line.items
    open_ways = [Choice()]
    for _ in range(steps):
        if not open_ways:
            return None
        choice = open_ways.pop()
        fill = fillings.after(choice)
        filling = trimmed(supply, choice, balanced(fill, needed), needed, limit)
        if filling.short or filling.red < needed:
            misses.note(filling)
        elif filling.seen <= limit:
            found = pick(supply, filling, choice)
            if not isinstance(found, Conflict):
                return found
            open_ways += reversed(_without_or_with(supply.pool, choice, found.taken))
        elif fill(0).seen <= limit and (red := _free_red(supply, choice)) is not None:
            open_ways += _without_or_with(supply.pool, choice, red)
    return ()


def _without_or_with(pool: Pool, choice: Choice, name: str) -> tuple[Choice, Choice]:
    foes = pool.enemies.get(name, frozenset())
    return Choice(choice.out | {name}, choice.kept), Choice(choice.out | foes, choice.kept | {name})


def _free_red(supply: Supply, choice: Choice) -> str | None:
    """A red-line item not yet decided about, a new one where there is one."""
    for kind in (kind for kind in KINDS if kind.red):
        for spot in supply.cells:
            for item in supply.items(spot, kind):
                if item.id not in choice.out and item.id not in choice.kept:
                    return item.id
    return None
