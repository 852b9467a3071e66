"""How alike two texts are: the share of their pairs of characters (Chinese) or of words (English) in common."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

FEWEST = 8
"""Pairs below which a text is too short to be called anybody's twin."""

_PLACEHOLDER = re.compile(r"\{[a-z0-9_]+\}")
_SIGNS = re.compile(r"[\W_]+")


def marks_of(text: str, language: str) -> frozenset[str]:
    """The pairs of a text; what is drawn into it, case, spaces and punctuation do not count."""
    plain = unicodedata.normalize("NFKC", _PLACEHOLDER.sub(" ", text)).casefold()
    words = list(_SIGNS.sub("", plain)) if language == "zh" else _SIGNS.sub(" ", plain).split()
    return frozenset(" ".join(pair) for pair in pairwise(words))


@dataclass(frozen=True, slots=True)
class Marked:
    """The pairs of one text as bits, so that a bank is compared with itself in no time."""

    bits: int
    count: int

    def percent_shared(self, other: "Marked") -> int:
        """Pairs in both per hundred in either; 0 where one text is too short to tell."""
        mine, theirs = self.count, other.count
        if mine < FEWEST or theirs < FEWEST or 2 * mine < theirs or 2 * theirs < mine:
            return 0
        both = (self.bits & other.bits).bit_count()
        return 100 * both // (mine + theirs - both)


@dataclass(slots=True)
class Marks:
    """Numbers the pairs of many texts."""

    _known: dict[str, int] = field(default_factory=dict)

    def of(self, pairs: Iterable[str]) -> Marked:
        """A text by its pairs."""
        numbers = {self._known.setdefault(one, len(self._known)) for one in pairs}
        return Marked(sum(1 << number for number in numbers), len(numbers))
