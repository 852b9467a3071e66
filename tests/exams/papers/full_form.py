"""The 70-item final form of the course's blueprint and a bank of 468 made-up items in its proportions."""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from exams.chance.stream import Stream
from exams.items.generators import mistakes, solve
from exams.items.item import Difficulty, Item, ItemType, Level, Template, Use, Wording
from exams.papers.blueprint import Blueprint, Feedback, RedLineGate, Retakes
from exams.papers.codec import paper_bytes
from exams.papers.draw import Candidate, draw_from
from exams.papers.paper import Paper
from exams.papers.pool import Pool, prepare

TODAY = date(2026, 11, 24)

TYPES = (ItemType.SINGLE, ItemType.MULTIPLE, ItemType.TRUEFALSE, ItemType.NUMERICAL, ItemType.BEST_WORST)

FORM = {
    1: (4, 1, 1, 1, 0),
    2: (12, 5, 4, 3, 0),
    3: (6, 2, 2, 0, 1),
    4: (7, 4, 2, 0, 3),
    5: (4, 1, 1, 0, 0),
    6: (3, 1, 2, 0, 0),
}

# analyse and evaluate are one column in the course's table: they are what remember, understand and apply leave over
LEVELS = {1: (2, 3, 2), 2: (6, 7, 8), 3: (2, 4, 3), 4: (3, 3, 5), 5: (2, 2, 1), 6: (2, 2, 2)}

BANK = {
    1: (28, 8, 10, 4, 2),
    2: (80, 32, 28, 18, 4),
    3: (36, 12, 12, 0, 8),
    4: (48, 24, 14, 4, 18),
    5: (22, 7, 8, 0, 3),
    6: (20, 7, 10, 0, 1),
}

POINTS = {
    ItemType.SINGLE: 1000,
    ItemType.MULTIPLE: 2000,
    ItemType.TRUEFALSE: 1000,
    ItemType.NUMERICAL: 3000,
    ItemType.BEST_WORST: 3000,
}

COPIED = ("type", "chapter", "level", "red_line")

TEMPLATE = Template(
    "service_level_offered",
    {"offered": ("1000", "1400", "10"), "answered": ("900", "1300", "10"), "within": ("700", "900", "5")},
    "%",
)


def full_blueprint() -> Blueprint:
    """The final: 70 items, 100 points, 8 of them red line."""
    named = (Level.REMEMBER, Level.UNDERSTAND, Level.APPLY)
    return Blueprint(
        name="final",
        use=Use.EXAM,
        minutes=60,
        pass_percent=80,
        points=POINTS,
        cells={(chapter, kind): n for chapter, row in FORM.items() for kind, n in zip(TYPES, row, strict=True) if n},
        levels={(chapter, level): n for chapter, row in LEVELS.items() for level, n in zip(named, row, strict=True)},
        feedback=Feedback.CHAPTERS,
        red_line=RedLineGate(items=8, needed=6),
        retakes=Retakes(),
    )


def full_bank(times: int = 1) -> tuple[Item, ...]:
    """468 items (or a multiple): every seventh red line, every fifth the enemy of its neighbour."""
    return tuple(
        an_item(chapter, kind, number)
        for chapter, row in BANK.items()
        for kind, count in zip(TYPES, row, strict=True)
        for number in range(count * times)
    )


def three_papers(number: int = 0) -> tuple[Item, ...]:
    """A bank of three papers without a common item, and not one item more: the least that a form has."""
    bank = full_bank(2)
    pool = prepare(full_blueprint(), bank, TODAY)
    taken: frozenset[str] = frozenset()
    for attempt in (1, 2, 3):
        taken |= names_of(draw_from(pool, Candidate("three papers", f"{number}", "", attempt), taken))
    return tuple(item for item in bank if item.id in taken)


def two_versions(bank: Sequence[Item]) -> tuple[Item, ...]:
    """The bank with an older version beside every eleventh item, which would be a red line where it were drawn."""
    newer = tuple(replace(item, version=3) for item in bank[::11])
    kept = {item.id for item in newer}
    return (*newer, *(replace(item, red_line=True) if item.id in kept else item for item in bank))


def names_of(paper: Paper) -> frozenset[str]:
    """The items of a paper."""
    return frozenset(place.item for place in paper.items)


def an_item(chapter: int, kind: ItemType, number: int, **facts: object) -> Item:
    """An item of a chapter; its level, red line and enemies follow from its number."""
    level = tuple(Level)[(number + chapter) % 5 if number % 3 else number % 2 + 1]
    letters = {ItemType.SINGLE: "ABCD", ItemType.MULTIPLE: "ABCDE", ItemType.BEST_WORST: "ABCDEF"}.get(kind, "")
    made: dict[str, object] = {
        "id": f"{chapter}.{number % 4}-{kind.value}{number}",
        "version": 1,
        "use": Use.EXAM,
        "type": kind,
        "chapter": chapter,
        "section": f"{chapter}.{number % 4}",
        "objective": f"{chapter}.{number % 4}-a",
        "facts": (),
        "level": level,
        "difficulty": Difficulty.MEDIUM,
        "wordings": {"zh": Wording("题干", tuple((letter, letter) for letter in letters))},
        "red_line": number % 7 == 0,
        "enemies": (f"{chapter}.{(number + 1) % 4}-{kind.value}{number + 1}",) if number % 5 == 0 else (),
        "shuffle": kind is not ItemType.BEST_WORST,
        "template": TEMPLATE if kind is ItemType.NUMERICAL else None,
    }
    return Item(**{**made, **facts})  # type: ignore[arg-type]


def violations(pool: Pool, paper: Paper, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Everything in a paper that breaks its blueprint; `seen` may fill at most the share the blueprint allows."""
    items = [pool.items[place.item] for place in paper.items]
    yield from _miscounts(pool.blueprint, items)
    names = {item.id for item in items}
    if len(names) != len(items):
        yield "twice"
    if any(names & set(item.enemies) for item in items):
        yield "enemies"
    if len(names & seen) * 100 > pool.blueprint.retakes.seen_percent * len(items):
        yield "seen"
    yield from _misplaced(pool.blueprint, paper, items)


def _miscounts(blueprint: Blueprint, items: Sequence[Item]) -> Iterator[str]:
    if Counter((item.chapter, item.type) for item in items) != Counter(blueprint.cells):
        yield "types"
    levels = Counter((item.chapter, item.level) for item in items)
    if any(levels[cell] != count for cell, count in blueprint.levels.items()):
        yield "levels"
    if sum(item.red_line for item in items) != blueprint.red_line.items:
        yield "red line"


def _misplaced(blueprint: Blueprint, paper: Paper, items: Sequence[Item]) -> Iterator[str]:
    if [place.position for place in paper.items] != list(range(1, len(items) + 1)):
        yield "positions"
    if sum(place.points for place in paper.items) != blueprint.total:
        yield "points"
    for place, item in zip(paper.items, items, strict=True):
        if sorted(place.order) != list(item.letters) or (not item.shuffle and place.order != item.letters):
            yield "options"
        if place != place._replace(version=item.version, **{fact: getattr(item, fact) for fact in COPIED}):
            yield "versions"
        if not _drawn(item, place.numbers):
            yield "numbers"


def _drawn(item: Item, numbers: Mapping[str, str]) -> bool:
    """True where every variable stands on a step of its range and the answer is not that of a mistake."""
    if item.template is None:
        return not numbers
    ranges = {name: [Decimal(text) for text in limits] for name, limits in item.template.ranges.items()}
    return (
        numbers.keys() == ranges.keys()
        and all(
            low <= Decimal(numbers[name]) <= high and (Decimal(numbers[name]) - low) % step == 0
            for name, (low, high, step) in ranges.items()
        )
        and solve(item.template, numbers) not in mistakes(item.template, numbers).values()
    )


def run_papers(pool: Pool, people: int, first: int = 0) -> Mapping[str, int]:
    """Draws a first paper and one retake for each of so many people; counts violations by their name."""
    found: Counter[str] = Counter()
    for number in range(first, first + people):
        for paper, seen in in_turn(pool, f"R{number:05d}", 2):
            found.update(violations(pool, paper, seen))
    return found


def in_turn(pool: Pool, staff_id: str, attempts: int) -> Iterator[tuple[Paper, frozenset[str]]]:
    """The papers of a person's attempts, each with the items seen before it."""
    seen: frozenset[str] = frozenset()
    for attempt in range(1, attempts + 1):
        paper = draw_from(pool, Candidate("2026", staff_id, "", attempt), seen)
        yield paper, seen
        seen |= names_of(paper)


def digest(papers: Sequence[Paper]) -> str:
    """One hash over the bytes of many papers."""
    return hashlib.sha256(b"\n".join(paper_bytes(paper) for paper in papers)).hexdigest()


def some_papers(count: int = 12) -> Sequence[Paper]:
    """Papers to compare between processes; the bank comes in an order of its own."""
    bank = Stream(b"bank order").shuffled(full_bank())
    pool = prepare(full_blueprint(), bank, TODAY)
    seen = frozenset(item.id for item in bank[:100])
    return [draw_from(pool, Candidate("种子", f"员工{number}", "S", 1), seen) for number in range(count)]


if __name__ == "__main__":
    sys.stdout.write(digest(some_papers(*map(int, sys.argv[1:]))))
