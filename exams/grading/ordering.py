"""The nine ways of Moodle's ordering question to count what stands in its right place (interop 4.7)."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

Count = tuple[int, int]
Order = Sequence[int]
"""The right places of the items, in the order of the response; -1 for what is no item."""


def part_in_order(order: Order, n: int, way: int) -> Fraction:
    """The part that a way (-1 to 7) counts as right of `n` items; 0 where there is nothing to count."""
    count, total = WAYS[way](order, n)
    return Fraction(count, total) if total else Fraction(0)


def _absolute(order: Order, n: int) -> Count:
    return sum(index == place for index, place in enumerate(order)), n


def _all_or_nothing(order: Order, n: int) -> Count:
    return (n if list(order) == list(range(n)) else 0), n


def _next_excluding_last(order: Order, n: int) -> Count:
    return sum(after == place + 1 for place, after in _steps(order) if place >= 0), n - 1


def _next_including_last(order: Order, n: int) -> Count:
    return _next_excluding_last(order, n)[0] + (order[-1] == n - 1), n


def _one_previous_and_next(order: Order, n: int) -> Count:
    steps = _next_excluding_last(order, n)[0]
    return 2 * steps + (order[0] == 0) + (order[-1] == n - 1), 2 * n


def _all_previous_and_next(order: Order, n: int) -> Count:
    known = [place for place in order if place >= 0]
    ordered = sum(before < after for index, after in enumerate(known) for before in known[:index])
    return 2 * ordered, n * (n - 1)


def _longest_ordered(order: Order, n: int) -> Count:
    ends: list[int] = []
    for place in order:
        if place >= 0:
            at = bisect_left(ends, place)
            ends[at : at + 1] = [place]
    return _more_than_one(len(ends)), n


def _longest_contiguous(order: Order, n: int) -> Count:
    lengths: dict[int, int] = {}
    for place in order:
        if place >= 0:
            lengths[place] = lengths.get(place - 1, 0) + 1
    return _more_than_one(max(lengths.values(), default=0)), n


def _more_than_one(length: int) -> int:
    return length if length > 1 else 0  # an item alone is no subset


def _relative_to_correct(order: Order, n: int) -> Count:
    score = sum(max(0, n - 1 - abs(index - place)) for index, place in enumerate(order) if place >= 0)
    return score, n * (n - 1)


def _steps(order: Order) -> Iterator[tuple[int, int]]:
    return pairwise(order)


WAYS: Mapping[int, Callable[[Order, int], Count]] = {
    -1: _all_or_nothing,
    0: _absolute,
    1: _next_excluding_last,
    2: _next_including_last,
    3: _one_previous_and_next,
    4: _all_previous_and_next,
    5: _longest_ordered,
    6: _longest_contiguous,
    7: _relative_to_correct,
}
