"""The red-line count of a paper: at least what the blueprint wants, and exactly that where it costs nothing."""

from collections.abc import Callable, Sequence

from exams.papers.filling import Filling

_LESS = tuple(-(1 << bits) for bits in (17, 19, 22, 50))
_MORE = tuple(1 << bits for bits in (17, 19, 22, 50, 59, 61, 64, 80))  # the last four outweigh seen items
_FINE_STEPS = 8

Fill = Callable[[int], Filling]
"""The cheapest filling for a pull."""

Tried = tuple[int, Filling]


def balanced(fill: Fill, red: int) -> Filling:
    """The filling with the fewest red-line items that are still enough; where none has enough, the one with most."""
    plain = fill(0)
    if plain.short or red in (0, plain.red):
        return plain
    low, high = _around(fill, red, (0, plain), _LESS if plain.red > red else _MORE)
    for step in range(_FINE_STEPS):
        if high[1].red <= red or low[1].red >= red or high[0] - low[0] <= 1:
            break
        pull = _between(low, high, red) if step % 2 == 0 else (low[0] + high[0]) // 2
        tried = (pull, fill(pull))
        low, high = (low, tried) if tried[1].red >= red else (tried, high)
    return high[1]


def _around(fill: Fill, red: int, plain: Tried, pulls: Sequence[int]) -> tuple[Tried, Tried]:
    """Two pulls, the weaker with too few, the stronger with enough - as far as there are such."""
    last = plain
    for pull in pulls:
        tried = (pull, fill(pull))
        if tried[1].red == red:
            return tried, tried
        if (tried[1].red > red) is (pull > 0):
            return (last, tried) if pull > 0 else (tried, last)
        last = tried
    return last, last


def _between(low: Tried, high: Tried, red: int) -> int:
    """Where a straight line between the two would have just enough."""
    (weak, few), (strong, many) = low, high
    guess = weak + (strong - weak) * (2 * (red - few.red) + 1) // (2 * (many.red - few.red) + 1)
    return min(max(guess, weak + 1), strong - 1)
