"""The bank seen through a blueprint: prepared once, then each draw touches only what it takes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from exams.items.item import Item, ItemType, Level
from exams.papers.blueprint import Blueprint
from exams.papers.enemies import Enemies, enemies_among, most_together
from exams.papers.plan import Plan, plan_of, spread_of
from exams.papers.shortage import Shortage, gaps
from exams.papers.table import Cell, Column, Place, Spot, Table
from exams.papers.trials import Trials, trials_of


@dataclass(frozen=True, slots=True)
class Pool:
    """All items that may enter a paper of this blueprint on this day; hold it for as many draws as you like.

    `gaps` says what is missing; where it is not empty no paper can be drawn.
    """

    blueprint: Blueprint
    tables: tuple[Table, ...]
    items: Mapping[str, Item]
    places: Mapping[str, Place]
    enemies: Enemies
    gaps: tuple[Shortage, ...]
    cells: Mapping[Spot, Cell]
    plan: Plan  # of a draw that knows of no seen items
    letters: Mapping[str, tuple[str, ...]]  # of each item as authored; none of those that are true or false
    trials: Trials


def prepare(blueprint: Blueprint, items: Iterable[Item], today: date) -> Pool:
    """The pool for a blueprint: newest versions of its use, without items whose clause has ended by `today`."""
    newest = _usable(blueprint, items, today)
    usable = {name: item for name, item in newest.items() if not item.trial}
    frames = [_frame(blueprint, chapter) for chapter in sorted({chapter for chapter, _ in blueprint.cells})]
    places = _places(blueprint, frames, usable)
    inside = {name: usable[name] for name in places}
    enemies = enemies_among(inside)
    tables = _tables(frames, inside, places, enemies)
    cells = {
        (number, row, column): cell
        for number, table in enumerate(tables)
        for row, line in enumerate(table.cells)
        for column, cell in enumerate(line)
    }
    counts = {spot: (len(cell.plain), len(cell.red), 0, 0) for spot, cell in cells.items()}
    trials = trials_of(blueprint, newest.values(), inside)
    asked = {**inside, **trials.items}
    letters = {name: () if item.type is ItemType.TRUEFALSE else item.letters for name, item in asked.items()}
    plan = plan_of(tables, counts, spread_of(len(inside), blueprint.size))
    lacks = gaps(blueprint, tables, enemies) + trials.gaps(blueprint.trial)
    return Pool(blueprint, tables, inside, places, enemies, lacks, cells, plan, letters, trials)


def _usable(blueprint: Blueprint, items: Iterable[Item], today: date) -> dict[str, Item]:
    newest: dict[str, Item] = {}
    for item in items:
        if item.use is blueprint.use and (item.id not in newest or item.version > newest[item.id].version):
            newest[item.id] = item
    return {name: item for name, item in sorted(newest.items()) if item.clause_date is None or item.clause_date > today}


def _frame(blueprint: Blueprint, chapter: int) -> Table:
    """Rows and columns with their counts; what the named levels leave over comes from the levels not named."""
    rows = [(kind, blueprint.cells.get((chapter, kind), 0)) for kind in ItemType]
    columns: list[tuple[Column, int]] = [
        (level, blueprint.levels[chapter, level]) for level in Level if (chapter, level) in blueprint.levels
    ]
    columns.append((None, sum(count for _, count in rows) - sum(count for _, count in columns)))
    return Table(chapter, tuple(row for row in rows if row[1] > 0), tuple(one for one in columns if one[1] > 0))


def _places(blueprint: Blueprint, frames: list[Table], usable: Mapping[str, Item]) -> dict[str, Place]:
    tables = {frame.chapter: number for number, frame in enumerate(frames)}
    rows = {(frame.chapter, kind): row for frame in frames for row, (kind, _) in enumerate(frame.rows)}
    columns = {(frame.chapter, name): column for frame in frames for column, (name, _) in enumerate(frame.columns)}
    places: dict[str, Place] = {}
    for item in usable.values():
        row = rows.get((item.chapter, item.type))
        level = item.level if (item.chapter, item.level) in blueprint.levels else None
        column = columns.get((item.chapter, level))
        if row is not None and column is not None:
            places[item.id] = Place((tables[item.chapter], row, column), item.red_line)
    return places


def _tables(
    frames: list[Table], items: Mapping[str, Item], places: Mapping[str, Place], enemies: Enemies
) -> tuple[Table, ...]:
    groups: dict[Place, list[Item]] = {}
    for name, place in places.items():
        groups.setdefault(place, []).append(items[name])

    def cell(table: int, row: int, column: int) -> Cell:
        plain, red = (tuple(groups.get(Place((table, row, column), kind), ())) for kind in (False, True))
        return Cell(plain, red, most_together(plain + red, enemies))

    return tuple(
        Table(
            frame.chapter,
            frame.rows,
            frame.columns,
            tuple(
                tuple(cell(number, row, column) for column in range(len(frame.columns)))
                for row in range(len(frame.rows))
            ),
        )
        for number, frame in enumerate(frames)
    )
