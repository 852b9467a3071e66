"""What a bank lacks for a blueprint, cell by cell; found without a search."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from exams.items.item import ItemType, Level
from exams.papers.blueprint import Blueprint
from exams.papers.enemies import Enemies, most_together
from exams.papers.flow import cheapest
from exams.papers.table import Table


class Lack(StrEnum):
    """Why items are missing."""

    TYPE = "type"  # too few items of a type in a chapter
    LEVEL = "level"  # too few items of a level in a chapter
    TOGETHER = "together"  # enough of each, but not in the same items
    RED_LINE = "red_line"
    ENEMIES = "enemies"  # enough items, but they exclude each other
    TRIAL = "trial"  # too few trial items that may stand beside any paper
    BLUEPRINT = "blueprint"  # the levels of a chapter ask for more items than its types give


@dataclass(frozen=True, slots=True)
class Shortage:
    """One gap: `wanted` by the blueprint, `available` at most; None stands for all chapters, types or levels."""

    chapter: int | None
    type: ItemType | None
    level: Level | None
    wanted: int
    available: int
    lack: Lack

    @property
    def missing(self) -> int:
        """How many items are to be written."""
        return self.wanted - self.available

    def as_json(self) -> dict[str, object]:
        """Plain values; null stands for all chapters, types or levels."""
        return {
            "chapter": self.chapter,
            "type": self.type and self.type.value,
            "level": self.level and self.level.value,
            "wanted": self.wanted,
            "available": self.available,
            "missing": self.missing,
            "lack": self.lack.value,
        }


def gaps(blueprint: Blueprint, tables: Sequence[Table], enemies: Enemies) -> tuple[Shortage, ...]:
    """All gaps that counting shows, by chapter; where there are none, enemies may still stand in the way."""
    found = [*_unplaced_levels(blueprint, tables)]
    for table in tables:
        found += [*_types(table, enemies), *_levels(table, enemies)] or [*_jointly(table)]
    return tuple(found or _red_lines(blueprint, tables, enemies))


def _unplaced_levels(blueprint: Blueprint, tables: Sequence[Table]) -> Iterator[Shortage]:
    given = {table.chapter: sum(count for _, count in table.rows) for table in tables}
    for chapter in sorted({chapter for chapter, _ in blueprint.levels}):
        wanted = sum(count for (where, _), count in blueprint.levels.items() if where == chapter)
        if wanted > given.get(chapter, 0):
            yield Shortage(chapter, None, None, wanted, given.get(chapter, 0), Lack.BLUEPRINT)


def _types(table: Table, enemies: Enemies) -> Iterator[Shortage]:
    for (kind, wanted), cells in zip(table.rows, table.cells, strict=True):
        available = most_together((item for cell in cells for item in cell.items), enemies)
        if available < wanted:
            yield Shortage(table.chapter, kind, None, wanted, available, Lack.TYPE)


def _levels(table: Table, enemies: Enemies) -> Iterator[Shortage]:
    for column, (level, wanted) in enumerate(table.columns):
        available = most_together((item for cells in table.cells for item in cells[column].items), enemies)
        if level is not None and available < wanted:
            yield Shortage(table.chapter, None, level, wanted, available, Lack.LEVEL)


def _jointly(table: Table) -> Iterator[Shortage]:
    rows, columns = [count for _, count in table.rows], [count for _, count in table.columns]
    flow = cheapest(rows, columns, [[[0] * cell.most for cell in cells] for cells in table.cells])
    for (kind, wanted), left in zip(table.rows, flow.row_left, strict=True):
        if left:
            yield Shortage(table.chapter, kind, None, wanted, wanted - left, Lack.TOGETHER)


def _red_lines(blueprint: Blueprint, tables: Sequence[Table], enemies: Enemies) -> Iterator[Shortage]:
    if blueprint.red_line.items == 0:
        return
    available = sum(_most_red(table, enemies) for table in tables)
    if available < blueprint.red_line.items:
        yield Shortage(None, None, None, blueprint.red_line.items, available, Lack.RED_LINE)


def _most_red(table: Table, enemies: Enemies) -> int:
    rows, columns = [count for _, count in table.rows], [count for _, count in table.columns]
    red = [[most_together(cell.red, enemies) for cell in cells] for cells in table.cells]
    costs = [
        [[-1] * count + [0] * (cell.most - count) for count, cell in zip(counts, cells, strict=True)]
        for counts, cells in zip(red, table.cells, strict=True)
    ]
    flow = cheapest(rows, columns, costs)
    pairs = zip(flow.counts, red, strict=True)
    return sum(min(used, there) for counts, line in pairs for used, there in zip(counts, line, strict=True))
