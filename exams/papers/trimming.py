"""Red-line items beyond those the blueprint wants give way to plain ones of the same cell, as far as there are any."""

from collections.abc import Iterator

from exams.papers.filling import SEEN, Filling
from exams.papers.frame import Choice, frames
from exams.papers.plan import KindCounts
from exams.papers.supply import KINDS, Supply
from exams.papers.table import Spot

RED, PLAIN = ([number for number, kind in enumerate(KINDS) if kind.red is red] for red in (True, False))

Swap = tuple[int, Spot, int, int]
"""What it costs, the cell, the kind that goes and the kind that comes."""


def trimmed(supply: Supply, choice: Choice, filling: Filling, red: int, limit: int = 0) -> Filling:
    """The filling with no more red-line items than a gate wants, or as few as can be, within `limit` seen ones."""
    if filling.short or red == 0 or filling.red <= red:
        return filling
    left = {
        (frame.number, row, column): there
        for frame in frames(supply, choice)
        for row, line in enumerate(frame.there)
        for column, (there, _) in enumerate(line)
    }
    counts = {spot: list(used) for spot, used in filling.tell().items()}
    have, seen = filling.red, filling.seen
    while have > red:
        swaps = (one for spot in counts for one in _swaps(supply, spot, counts[spot], left[spot], seen < limit))
        swap = min(swaps, default=None)
        if swap is None:
            break
        _, spot, goes, comes = swap
        counts[spot][goes] -= 1
        counts[spot][comes] += 1
        have, seen = have - 1, seen + KINDS[comes].seen - KINDS[goes].seen
    return Filling(have, seen, filling.short, lambda: {spot: tuple(used) for spot, used in counts.items()})


def _swaps(supply: Supply, spot: Spot, used: list[int], there: KindCounts, seen_too: bool) -> Iterator[Swap]:
    """The swaps a cell allows; a seen item comes for a new one only where that is asked for."""
    points = supply.points[spot]
    for goes in RED:
        for comes in PLAIN:
            dearer = SEEN * (KINDS[comes].seen - KINDS[goes].seen)
            possible = used[goes] and used[comes] < min(there[comes], len(points[comes]))
            if possible and (seen_too or dearer <= 0):
                yield points[comes][used[comes]] - points[goes][used[goes] - 1] + dearer, spot, goes, comes
