"""A stream of chance from a seed: the same numbers on every platform, in every version, in any language.

Block i is SHA-256(seed || i as 8 bytes, big-endian), i from 0. A number is read as whole 8-byte words, big-endian,
from the blocks in order. `below(n)` drops words that would favour small results, so every result is equally likely.
"""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_WORD = 8
_BLOCK = 32


class Stream:
    """Chance that can be replayed: two streams of one seed give the same answers to the same calls."""

    def __init__(self, seed: bytes) -> None:
        self._seed = seed
        self._counter = 0
        self._words: list[int] = []

    def below(self, n: int) -> int:
        """A number from 0 to n - 1, each equally likely."""
        if n < 1:
            raise ValueError(n)
        words = max(1, ((n - 1).bit_length() + 63) // 64)
        span = 1 << (64 * words)
        limit = span - span % n
        while True:
            number = self._number(words)
            if number < limit:
                return number % n

    def shuffled(self, items: Sequence[T]) -> tuple[T, ...]:
        """All items in a new order, each order equally likely (Fisher-Yates from the end)."""
        deck = list(items)
        for last in range(len(deck) - 1, 0, -1):
            other = self.below(last + 1)
            deck[last], deck[other] = deck[other], deck[last]
        return tuple(deck)

    def choice(self, items: Sequence[T]) -> T:
        """One of the items, each equally likely."""
        return items[self.below(len(items))]

    def _number(self, words: int) -> int:
        number = 0
        for _ in range(words):
            number = number << 64 | self._word()
        return number

    def _word(self) -> int:
        if not self._words:
            block = hashlib.sha256(self._seed + self._counter.to_bytes(8, "big")).digest()
            self._counter += 1
            self._words = [int.from_bytes(block[at : at + _WORD], "big") for at in range(_BLOCK - _WORD, -1, -_WORD)]
        return self._words.pop()
