"""From a blueprint's limits by chapter and by question to those of one paper. Pure; here as at HR."""

from collections.abc import Iterator

from exams.papers.blueprint import Blueprint
from exams.papers.paper import Paper
from exams.timing.parts import PartLimit, Parts

_MINUTE_MS, _SECOND_MS = 60_000, 1_000


def part_limits(blueprint: Blueprint, paper: Paper, extra_ms: int = 0) -> Parts:
    """The limits of this paper; a person's extra time makes every one of them longer in the same proportion."""
    return tuple(
        PartLimit(places, _longer(ms, blueprint.minutes * _MINUTE_MS, extra_ms))
        for places, ms in _limits(blueprint, paper)
        if places
    )


def _limits(blueprint: Blueprint, paper: Paper) -> Iterator[tuple[frozenset[int], int]]:
    for part in blueprint.parts:
        places = frozenset(place.position for place in paper.items if place.chapter in part.chapters)
        yield places, part.minutes * _MINUTE_MS
    if blueprint.question_seconds:
        for place in paper.items:
            yield frozenset({place.position}), blueprint.question_seconds * _SECOND_MS


def _longer(ms: int, whole_ms: int, extra_ms: int) -> int:
    """Rounded up to a whole second: nobody is short of a part of one."""
    if not whole_ms or extra_ms <= 0:
        return ms
    longer = -(-ms * (whole_ms + extra_ms) // whole_ms)
    return -(-longer // _SECOND_MS) * _SECOND_MS
