"""The search against looking at every possible choice, on banks small enough for that."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from exams.chance.stream import Stream
from exams.items.item import Item, ItemType, Level, Use
from exams.papers.blueprint import Blueprint, Feedback, RedLineGate
from exams.papers.draw import Candidate, draw_from
from exams.papers.errors import Infeasible
from exams.papers.feasible import check_feasible
from exams.papers.pool import prepare
from tests.exams.papers.full_form import POINTS, TODAY, an_item

KINDS = (ItemType.SINGLE, ItemType.TRUEFALSE)
LEVELS = (Level.REMEMBER, Level.UNDERSTAND)


def made_up(number: int) -> tuple[Blueprint, tuple[Item, ...], frozenset[str]]:
    """A blueprint of up to eight items and a bank of up to twelve, with enemies, red lines and seen items."""
    chance = Stream(f"case {number}".encode())
    size = 8 + chance.below(5)
    names = [f"1.1-x{n}" for n in range(size)]
    density = chance.below(25)
    items = tuple(
        an_item(
            1 + chance.below(2),
            chance.choice(KINDS),
            0,
            id=name,
            level=chance.choice(LEVELS),
            red_line=chance.below(3) == 0,
            enemies=tuple(other for other in names if chance.below(100) < density),
        )
        for name in names
    )
    cells = {(chapter, kind): chance.below(5) % 3 for chapter in (1, 2) for kind in KINDS}
    levels = {}
    if chance.below(2):
        wanted = cells[1, KINDS[0]] + cells[1, KINDS[1]]
        levels = {(1, LEVELS[0]): chance.below(wanted + 1)}
    blueprint = Blueprint(
        "small", Use.EXAM, 0, 60, POINTS, cells, levels, Feedback.ITEMS, RedLineGate(chance.below(3), 0)
    )
    return blueprint, items, frozenset(name for name in names if chance.below(3) == 0)


def every_paper(blueprint: Blueprint, items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    for chosen in combinations(items, blueprint.size):
        names = {item.id for item in chosen}
        types = Counter((item.chapter, item.type) for item in chosen)
        levels = Counter((item.chapter, item.level) for item in chosen)
        if (
            all(types[cell] == count for cell, count in blueprint.cells.items())
            and all(levels[cell] == count for cell, count in blueprint.levels.items())
            and sum(item.red_line for item in chosen) >= blueprint.red_line.items
            and not any(names & (set(item.enemies) - {item.id}) for item in chosen)
        ):
            yield chosen


@pytest.mark.parametrize("block", range(8))
def test_a_paper_is_found_exactly_where_one_exists(block):
    both = Counter()
    for number in range(block * 60, block * 60 + 60):
        blueprint, items, seen = made_up(number)
        if blueprint.size == 0:
            continue
        papers = list(every_paper(blueprint, items))
        both[bool(papers)] += 1
        assert bool(check_feasible(blueprint, items, TODAY)) is not bool(papers), number
        pool = prepare(blueprint, items, TODAY)
        if not papers:
            with pytest.raises(Infeasible) as refused:
                draw_from(pool, Candidate("s", "A001", "", 1), seen)
            assert all(cell.missing > 0 for cell in refused.value.cells), number
            continue
        names = {place.item for place in draw_from(pool, Candidate("s", "A001", "", 1), seen).items}
        assert names in [{item.id for item in paper} for paper in papers], number
        fewest = min(len({item.id for item in paper} & seen) for paper in papers)
        allowed = max(fewest, blueprint.size * blueprint.retakes.seen_percent // 100)
        assert len(names & seen) <= allowed, number
    assert min(both.values()) > 5
