"""Limits inside a sitting: a part of the paper, or each question, has time of its own while it is on the screen. Pure.

They stand beside the limit of the whole, never instead of it. The printed rule: the time of a question runs while it is
the one on the screen, by the same account as the whole; pauses stop it; time given back goes to the question that was
on the screen; minutes that a proctor adds are added to every part.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from exams.timing.elapsed import LATE_MS


class PartLimit(NamedTuple):
    """So many milliseconds for these places together."""

    positions: frozenset[int]
    limit_ms: int


Parts = tuple[PartLimit, ...]
Spent = Mapping[int, int]
"""Milliseconds by position."""


def spent_after(spent: Spent, position: int, ms: int) -> Spent:
    """Time has gone at a place; below 0: it was given back, no more than the place has had."""
    return {**spent, position: max(0, spent.get(position, 0) + ms)} if ms else spent


def part_left_ms(parts: Parts, spent: Spent, position: int, added_ms: int = 0) -> int | None:
    """What is left of the tightest limit that holds for a place, below 0 once it is over; None where none holds."""
    left = [
        one.limit_ms + added_ms - sum(spent.get(place, 0) for place in one.positions)
        for one in parts
        if position in one.positions
    ]
    return min(left, default=None)


def is_part_late(left_ms: int | None) -> bool:
    """True once no answer counts there any more: five seconds after its time, as with the whole."""
    return left_ms is not None and left_ms < -LATE_MS


def parts_as_json(parts: Parts) -> list[object]:
    """As a start line carries them."""
    return [{"positions": sorted(one.positions), "limit_ms": one.limit_ms} for one in parts]


def parts_of(told: Iterable[Mapping[str, Any]], size: int) -> Parts:
    """From a start line; raises `ValueError` for a place outside the paper or no time at all."""
    parts = tuple(PartLimit(frozenset(map(int, one["positions"])), int(one["limit_ms"])) for one in told)
    for one in parts:
        if not one.positions or one.limit_ms <= 0 or not all(1 <= place <= size for place in one.positions):
            raise ValueError(one)
    return parts
