"""The ways in which a crash may pick among what was not synced."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from tests.attacks.disk import Change, Disk, File, Piece
from tests.attacks.trace import Cut

State = dict[str, bytes]


def crashes(disk: Disk, chance: Random, draws: int) -> Iterator[tuple[str, State]]:
    """The named extremes first, with every unsynced name lost and kept, then so many random picks."""
    if disk.is_calm:
        yield "nothing kept", disk.crash(_nothing, _every(False))
        return
    for kind, keep in (("nothing kept", _nothing), ("all kept", _all), ("length without bytes", _grown)):
        for kept in (False, True) if disk.names_wait else (False,):
            yield kind, disk.crash(keep, _every(kept))
    for number in range(draws):
        kind, keep = _RANDOM[number % len(_RANDOM)]
        yield kind, disk.crash(lambda file, keep=keep: keep(file.waiting, chance), _some(chance))


def _nothing(_file: File) -> Sequence[Change]:
    return ()


def _all(file: File) -> Sequence[Change]:
    return file.waiting


def _grown(file: File) -> Sequence[Change]:
    """The file has its new length, and where new bytes should be there are zeros."""
    return [Cut("", file.size)] if file.size > len(file.synced) else ()


def _torn(waiting: Sequence[Change], chance: Random) -> Sequence[Change]:
    """In order up to somewhere, and nothing after it."""
    return waiting[: chance.randint(0, len(waiting))]


def _reordered(waiting: Sequence[Change], chance: Random) -> Sequence[Change]:
    """What came last is there, something before it is not."""
    if len(waiting) < 2:
        return waiting
    begun = chance.randrange(len(waiting))
    missing = range(begun, min(len(waiting) - 1, begun + chance.randint(1, 16)))
    return [one for number, one in enumerate(waiting) if number not in missing]


def _share(percent: int) -> Callable[[Sequence[Change], Random], Sequence[Change]]:
    """Each sector by itself: all that was written to it, a first part of that, or nothing."""

    def keep(waiting: Sequence[Change], chance: Random) -> Sequence[Change]:
        versions: dict[int, int] = {}
        for change in waiting:
            if isinstance(change, Piece):
                versions[change.sector] = versions.get(change.sector, 0) + 1
        whole = {one: count if chance.randrange(100) < percent else 0 for one, count in versions.items()}
        left = {one: count if count in {0, 1} else chance.randint(1, count) for one, count in whole.items()}
        kept = []
        for change in waiting:
            if isinstance(change, Cut):
                if chance.randrange(100) < percent:
                    kept.append(change)
            elif left[change.sector] > 0:
                left[change.sector] -= 1
                kept.append(change)
        return kept

    return keep


_RANDOM: tuple[tuple[str, Callable[[Sequence[Change], Random], Sequence[Change]]], ...] = (
    ("20 % of the sectors", _share(20)),
    ("50 % of the sectors", _share(50)),
    ("80 % of the sectors", _share(80)),
    ("torn", _torn),
    ("reordered", _reordered),
)
KINDS = ("nothing kept", "all kept", "length without bytes", *(kind for kind, _ in _RANDOM))


def _every(kept: bool) -> Callable[[int], Sequence[bool]]:
    return lambda count: [kept] * count


def _some(chance: Random) -> Callable[[int], Sequence[bool]]:
    return lambda count: [chance.random() < 0.5 for _ in range(count)]
