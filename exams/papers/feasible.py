"""Whether a bank can give papers of a blueprint at all: asked before publishing."""

from collections.abc import Iterable
from datetime import date

from exams.chance.stream import Stream
from exams.items.item import Item
from exams.papers.blueprint import Blueprint
from exams.papers.errors import Infeasible
from exams.papers.pool import prepare
from exams.papers.search import find_items
from exams.papers.shortage import Shortage


def check_feasible(blueprint: Blueprint, items: Iterable[Item], today: date) -> tuple[Shortage, ...]:
    """What is missing per cell; empty only after a trial draw has found a paper."""
    pool = prepare(blueprint, items, today)
    if pool.gaps:
        return pool.gaps
    try:
        find_items(pool, frozenset(), Stream(b"feasible"))
    except Infeasible as gap:
        return gap.cells
    return ()
