"""Two people of one room who gave the same wrong answers more often than chance gives (a conditional match test)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

FALSE_ALARMS = 0.001
"""Of a room in which everybody worked alone, the chance that any pair is named at all: one room in a thousand."""
LEAST_WRONG = 30
"""Of all branches; an item that fewer got wrong says too little about which wrong option is the usual one."""


@dataclass(frozen=True, slots=True)
class SimilarPair:
    """`same` of the `both` items that both got wrong have the same wrong option; `chance` that it is so many or more.

    `expected` is what two who worked alone have in common of them.
    """

    first: str
    second: str
    both: int
    same: int
    expected: float
    chance: float


def similar_pairs(
    room: Mapping[str, Mapping[str, str]], wrong: Mapping[str, Mapping[str, int]], rate: float = FALSE_ALARMS
) -> tuple[SimilarPair, ...]:
    """The pairs to look at, the least likely first; `rate` is shared out among all pairs of the room (Bonferroni).

    `room`: by sitting and item the wrong option that was chosen. `wrong`: by item how often each was, in all branches.
    """
    usual = {item: _match(options) for item, options in wrong.items() if sum(options.values()) >= LEAST_WRONG}
    limit = rate / max(len(room) * (len(room) - 1) // 2, 1)
    found = (one for one in _pairs(room, usual) if one.chance <= limit)
    return tuple(sorted(found, key=lambda one: (one.chance, one.first, one.second)))


def _pairs(room: Mapping[str, Mapping[str, str]], usual: Mapping[str, float]) -> Iterator[SimilarPair]:
    for first, second in combinations(sorted(room), 2):
        one, other = room[first], room[second]
        items = [item for item in one if item in other and item in usual]
        same = sum(one[item] == other[item] for item in items)
        chances = [usual[item] for item in items]
        yield SimilarPair(first, second, len(items), same, sum(chances), _at_least(same, chances))


def _match(options: Mapping[str, int]) -> float:
    """That two wrong answers are the same option."""
    whole = sum(options.values())
    return sum((count / whole) ** 2 for count in options.values())


def _at_least(count: int, chances: Sequence[float]) -> float:
    """That of independent trials with these chances so many or more come out."""
    spread = [1.0]
    for chance in chances:
        spread = [
            (spread[at] if at < len(spread) else 0.0) * (1 - chance) + (spread[at - 1] * chance if at else 0.0)
            for at in range(len(spread) + 1)
        ]
    return min(1.0, sum(spread[count:]))
