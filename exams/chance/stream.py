"""A stream of chance from a seed: the same numbers on every platform, in every version, in any language.

Block i is SHA-256(seed || i as 8 bytes, big-endian), i from 0. A number is read as whole 8-byte words, big-endian,
from the blocks in order. `below(n)` drops words that would favour small results, so every result is equally likely.
"""

import hashlib
import struct
from collections.abc import Sequence
from operator import mod
from typing import TypeVar

T = TypeVar("T")

_SPAN = 1 << 64
_MOST_BLOCKS = 16
_NUMBER = struct.Struct(">Q").pack
_WORDS = [struct.Struct(f">{4 * count}Q") for count in range(_MOST_BLOCKS + 1)]


class Stream:
    """Chance that can be replayed: two streams of one seed give the same answers to the same calls."""

    def __init__(self, seed: bytes) -> None:
        self._seed = seed
        self._counter = 0
        self._blocks = 1
        self._words: list[int] = []

    def below(self, n: int) -> int:
        """A number from 0 to n - 1, each equally likely."""
        if n < 1:
            raise ValueError(n)
        if n > _SPAN:
            return self._wide(n)
        words = self._words or self._more()
        number = words.pop()
        # Only the last n numbers of the span can be among those that would favour small results.
        while number > _SPAN - n and number >= _SPAN - _SPAN % n:
            number = (self._words or self._more()).pop()
        return number % n

    def each(self, limits: Sequence[int]) -> list[int]:
        """For each limit n a number from 0 to n - 1, the same that `below` would give one by one."""
        count = len(limits)
        while len(self._words) < count:
            held = self._words
            self._words = [*self._more(), *held]
        taken = self._words[: -count - 1 : -1] if count else []
        # As there: none of these can be among the words that would favour small results.
        if not count or min(limits) < 1 or max(taken) > _SPAN - max(limits):
            return [self.below(n) for n in limits]
        del self._words[-count:]
        return [*map(mod, taken, limits)]

    def shuffled(self, items: Sequence[T]) -> tuple[T, ...]:
        """All items in a new order, each order equally likely (Fisher-Yates from the end)."""
        deck, below = list(items), self.below
        for last in range(len(deck) - 1, 0, -1):
            other = below(last + 1)
            deck[last], deck[other] = deck[other], deck[last]
        return tuple(deck)

    def choice(self, items: Sequence[T]) -> T:
        """One of the items, each equally likely."""
        return items[self.below(len(items))]

    def _wide(self, n: int) -> int:
        words = ((n - 1).bit_length() + 63) // 64
        span = 1 << (64 * words)
        limit = span - span % n
        while True:
            number = 0
            for _ in range(words):
                number = number << 64 | (self._words or self._more()).pop()
            if number < limit:
                return number % n

    def _more(self) -> list[int]:
        """The words of the next blocks, last one first; more at a time the longer the stream is used."""
        first, count = self._counter, self._blocks
        self._counter, self._blocks = first + count, min(2 * count, _MOST_BLOCKS)
        seed, sha256 = self._seed, hashlib.sha256
        blocks = b"".join([sha256(seed + number).digest() for number in map(_NUMBER, range(first, self._counter))])
        self._words = [*_WORDS[count].unpack(blocks)][::-1]
        return self._words
