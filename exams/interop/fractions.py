"""The fractions of a mark that Moodle knows (interop 4.9): what an import accepts or takes the nearest of."""

from bisect import bisect_left

_POSITIVE = (
    1.0, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2, 0.1666667, 0.1428571,
    0.125, 0.1111111, 0.1, 0.05,
)  # fmt: skip
FRACTIONS = tuple(sorted({0.0, *_POSITIVE, *(-one for one in _POSITIVE)}))
_CLOSE = 0.00001
_SEEN = frozenset(FRACTIONS)


def is_known(fraction: float) -> bool:
    """True within 0.00001 of a fraction of the list: Moodle's import takes it in its strict mode."""
    return fraction in _SEEN or abs(fraction - nearest(fraction)) <= _CLOSE


def nearest(fraction: float) -> float:
    """The fraction of the list that Moodle's import takes in its lenient mode."""
    place = bisect_left(FRACTIONS, fraction)
    around = FRACTIONS[max(place - 1, 0) : place + 1]
    return min(around, key=lambda one: abs(one - fraction))
