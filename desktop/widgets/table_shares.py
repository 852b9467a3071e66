"""How the columns of a table share its width: by how much they have to say, and no narrower than their longest word."""

from collections.abc import Sequence
from math import sqrt

NARROWEST = 56
"""Latin letters in a line of the narrowest page at the largest size: a word must fit into its column even there."""
_AIR = 3


def column_shares(rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Percent of the width for each column."""
    columns = tuple(zip(*rows, strict=True))
    # The root keeps a column of short words readable beside one of whole sentences.
    weights = [sqrt(max(1, sum(map(_width, column)))) for column in columns]
    floors = [100 * (max(map(_longest_word, column)) + _AIR) / NARROWEST for column in columns]
    if sum(floors) >= 100:
        return tuple(100 * floor / sum(floors) for floor in floors)
    return _raised([100 * weight / sum(weights) for weight in weights], floors)


def level_of(widths: Sequence[int], missing: int, least: int) -> int:
    """To what width the widest of these are cut so that together they give `missing`; never below `least`."""
    level = max(widths, default=least)
    while level > least and sum(max(0, width - level) for width in widths) < missing:
        level -= 1
    return level


def _raised(shares: list[float], floors: list[float]) -> tuple[float, ...]:
    """No share below its floor; the others give in proportion to what they can spare."""
    pairs = list(zip(shares, floors, strict=True))
    lacking = sum(max(0.0, floor - share) for share, floor in pairs)
    spare = sum(max(0.0, share - floor) for share, floor in pairs)
    given = lacking / spare if spare else 0.0
    return tuple(floor if share <= floor else share - (share - floor) * given for share, floor in pairs)


def _width(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def _longest_word(text: str) -> int:
    """A Chinese text breaks after any character, a Latin one at blanks and hyphens."""
    words = "".join(character if character.isascii() else " " for character in text).replace("-", "- ").split()
    return max((len(word) for word in words), default=2)
