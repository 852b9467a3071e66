"""A chapter of a blueprint as a table of types and levels, and the items that stand in its cells."""

from dataclasses import dataclass
from typing import NamedTuple

from exams.items.item import Item, ItemType, Level

Column = Level | None
"""A level the blueprint counts, or None: all the levels of a chapter that it leaves free."""


Spot = tuple[int, int, int]
"""A cell: the number of its table in `Pool.tables`, its row, its column."""


class Place(NamedTuple):
    """Where an item stands in a pool."""

    spot: Spot
    red: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """Items of one chapter, type and column, sorted by id; no more than `most` of them fit in one paper."""

    plain: tuple[Item, ...]
    red: tuple[Item, ...]
    most: int

    @property
    def items(self) -> tuple[Item, ...]:
        """All of them, those without a red line first."""
        return self.plain + self.red


@dataclass(frozen=True, slots=True)
class Table:
    """One chapter: how many of each type (rows) and level (columns) are wanted, and what there is per cell."""

    chapter: int
    rows: tuple[tuple[ItemType, int], ...]
    columns: tuple[tuple[Column, int], ...]
    cells: tuple[tuple[Cell, ...], ...] = ()
