"""Drawing a paper: the same inputs give the same paper on every PC, and every paper meets its blueprint."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from exams.chance.stream import Stream
from exams.items.generators import draw_numbers
from exams.items.item import Item, ItemType
from exams.items.slots import SLOTTED, own_letters, shuffled_letters
from exams.papers.blueprint import Blueprint
from exams.papers.codec import canonical
from exams.papers.paper import Paper, PaperItem
from exams.papers.pool import Pool, prepare
from exams.papers.search import find_items

_ID = attrgetter("id")
_SHUFFLED = frozenset({ItemType.SINGLE, ItemType.MULTIPLE, ItemType.ORDERING})


@dataclass(frozen=True, slots=True)
class Candidate:
    """For whom a paper is drawn, and the seed of the day; all four go into the stream of chance."""

    seed: str
    staff_id: str
    session: str
    attempt: int


def draw_paper(  # noqa: PLR0913
    blueprint: Blueprint,
    items: Iterable[Item],
    *,
    seed: str,
    staff_id: str,
    session: str,
    attempt: int,
    seen: frozenset[str],
    today: date,
) -> Paper:
    """A paper for one person; raises `Infeasible`. For many papers prepare the pool once and use `draw_from`."""
    return draw_from(prepare(blueprint, items, today), Candidate(seed, staff_id, session, attempt), seen)


def draw_from(
    pool: Pool, candidate: Candidate, seen: frozenset[str] = frozenset(), likely: Iterable[str] = ()
) -> Paper:
    """A paper from a prepared pool, with as few of the `seen` items as can be.

    `likely` are items that it may well have, as whoever draws it again knows: they only save time.
    """
    blueprint = pool.blueprint
    stream = Stream(_stream_seed(blueprint.name, candidate))
    scored = find_items(pool, seen, stream, likely)
    chosen = sorted((*scored, *pool.trials.picked(blueprint.trial, scored, seen, stream)), key=_ID)
    places = tuple(
        _place(position, item, pool, stream) for position, item in enumerate(stream.shuffled(chosen), start=1)
    )
    return Paper(blueprint.name, candidate.seed, candidate.staff_id, candidate.session, candidate.attempt, places)


def _stream_seed(blueprint: str, candidate: Candidate) -> bytes:
    parts = [candidate.seed, blueprint, candidate.staff_id, candidate.session, candidate.attempt]
    return hashlib.sha256(canonical(parts)).digest()


def _place(position: int, item: Item, pool: Pool, stream: Stream) -> PaperItem:
    kind, letters = item.type, pool.letters[item.id]
    order = _shown(item, letters, stream) if item.shuffle else letters
    numbers = draw_numbers(item.template, stream) if item.template is not None else {}
    points, level = 0 if item.trial else pool.blueprint.points[kind], item.level.value
    red_line = item.red_line and not item.trial
    # By place: to make one by the names of its fields takes three times as long.
    return PaperItem(position, item.id, item.version, kind, item.chapter, level, points, red_line, order, numbers)


def _shown(item: Item, letters: tuple[str, ...], stream: Stream) -> tuple[str, ...]:
    if item.type in _SHUFFLED:
        return stream.shuffled(letters)
    own = own_letters(letters) if item.type in SLOTTED else ()
    return shuffled_letters(letters, stream.shuffled(own)) if own else letters
