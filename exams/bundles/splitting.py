"""A journal too large for one bundle is handed in as several, each ending where the device has signed it."""

from collections.abc import Iterable, Iterator

from exams.bundles.bundle import MOST, Stored

ROOM = MOST * 3 // 4
"""Bytes of lines and bodies in one bundle: record, checkpoints and certificates take far less than the rest."""

STRIDE = 256
"""Lines between two checkpoints in a bundle."""


def split_rows(
    rows: Iterable[Stored], first: int, signed: frozenset[int], room: int = ROOM
) -> Iterator[tuple[int, tuple[Stored, ...]]]:
    """Consecutive slices with the sequence number each begins with; `signed` are the sizes of the checkpoints.

    A slice grows beyond `room` only where no checkpoint lets it end before.
    """
    held, whole, taken = list[Stored](), 0, 0
    for row in rows:
        taken += _size(row)
        if taken > room and whole:
            yield first, tuple(held[:whole])
            first, held, whole = first + whole, held[whole:], 0
            taken = sum(map(_size, held)) + _size(row)
        held.append(row)
        whole = len(held) if first + len(held) - 1 in signed else whole
    if held:
        yield first, tuple(held)


def thinned(signed: Iterable[tuple[int, bytes]], first: int, last: int) -> tuple[bytes, ...]:
    """Of the checkpoints over these lines the last, and about one in 256 lines before it.

    Each vouches for all lines before it, and release anchors are of the lines themselves.
    """
    kept: dict[int, bytes] = {}
    for size, raw in signed:
        if first <= size <= last:
            kept[size if size == last else -(size // STRIDE)] = raw
    return tuple(kept.values())


def _size(row: Stored) -> int:
    return len(row[0]) + len(row[1] or b"") + 2
