"""A pack of cards that is shuffled only as far as it is dealt."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from exams.chance.stream import Stream

T = TypeVar("T")


class Deck(Generic[T]):
    """Deals items in a random order without touching the ones not dealt; every walk sees the same order."""

    def __init__(self, items: Sequence[T], stream: Stream) -> None:
        self._items = items
        self._stream = stream
        self._moved: dict[int, int] = {}
        self._dealt: list[T] = []

    def __iter__(self) -> Iterator[T]:
        for place in range(len(self._items)):
            if place == len(self._dealt):
                self._deal(place)
            yield self._dealt[place]

    def _deal(self, place: int) -> None:
        other = place + self._stream.below(len(self._items) - place)
        self._dealt.append(self._items[self._moved.get(other, other)])
        self._moved[other] = self._moved.pop(place, place)
