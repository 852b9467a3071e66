"""Whether the numbers of one blueprint agree with each other, whatever bank it is to be filled from."""

from collections import Counter
from collections.abc import Iterator

from exams.papers.blueprint import Blueprint

MINUTES = (0, 600)
PERCENT = (1, 100)
MOST_ITEMS = 500
MOST_SECONDS = 3600


def disagreements(blueprint: Blueprint) -> tuple[str, ...]:
    """The fields that cannot be so: minutes, pass_percent, cells, points, levels, red_line, parts, trial."""
    return tuple(dict.fromkeys(_disagreements(blueprint)))


def _disagreements(blueprint: Blueprint) -> Iterator[str]:
    if not MINUTES[0] <= blueprint.minutes <= MINUTES[1]:
        yield "minutes"
    if not PERCENT[0] <= blueprint.pass_percent <= PERCENT[1]:
        yield "pass_percent"
    counts = (*blueprint.cells.values(), *blueprint.levels.values())
    if not 0 < blueprint.size <= MOST_ITEMS or any(count < 0 for count in counts):
        yield "cells"
    asked = {kind for (_, kind), count in blueprint.cells.items() if count}
    if any(blueprint.points.get(kind, 0) <= 0 for kind in asked):
        yield "points"
    yield from _sums(blueprint)
    if not 0 <= blueprint.question_seconds <= MOST_SECONDS or not _parts_agree(blueprint):
        yield "parts"
    if not _trial_agrees(blueprint):
        yield "trial"


def _parts_agree(blueprint: Blueprint) -> bool:
    """Each part has minutes, and chapters of the paper that are in no other part."""
    timed = [chapter for part in blueprint.parts for chapter in part.chapters]
    asked = {chapter for (chapter, _), count in blueprint.cells.items() if count}
    minutes = all(0 < part.minutes <= MINUTES[1] and part.chapters for part in blueprint.parts)
    return minutes and len(timed) == len(set(timed)) and asked.issuperset(timed)


def _trial_agrees(blueprint: Blueprint) -> bool:
    """No more by chapter than in all, of chapters that the paper asks, and not more than a paper holds."""
    trial = blueprint.trial
    asked = {chapter for (chapter, _), count in blueprint.cells.items() if count}
    counts = trial.chapters.values()
    return (
        0 <= trial.count <= MOST_ITEMS - blueprint.size
        and all(count > 0 for count in counts)
        and sum(counts) <= trial.count
        and asked.issuperset(trial.chapters)
    )


def _sums(blueprint: Blueprint) -> Iterator[str]:
    there: Counter[int] = Counter()
    for (chapter, _), count in blueprint.cells.items():
        there[chapter] += count
    wanted: Counter[int] = Counter()
    for (chapter, _), count in blueprint.levels.items():
        wanted[chapter] += count
    if any(count > there[chapter] for chapter, count in wanted.items()):
        yield "levels"
    gate = blueprint.red_line
    if not 0 <= gate.needed <= gate.items <= blueprint.size:
        yield "red_line"
