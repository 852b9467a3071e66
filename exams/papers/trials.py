"""Trial items: asked among the scored ones to learn how they work, and never worth a point (features c10).

Trial items that exclude each other, directly or through others, stand together at most once in a paper. What is
promised before publishing counts only those that no scored item excludes, so a draw never comes out short.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exams.chance.stream import Stream
from exams.items.item import Item
from exams.papers.blueprint import Blueprint, TrialItems
from exams.papers.enemies import Enemies, enemies_among
from exams.papers.shortage import Lack, Shortage

_Seat = int | None
"""A chapter that a trial item has to come from; None: any of the paper's."""


@dataclass(frozen=True, slots=True)
class Trials:
    """The trial items of a pool, by id; `groups` tells of each the group that gives one at most."""

    items: Mapping[str, Item] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    enemies: Enemies = field(default_factory=dict)  # among them and the scored ones

    def gaps(self, wanted: TrialItems) -> tuple[Shortage, ...]:
        """What is missing, by chapter, else of the whole."""
        sure = [item for name, item in self.items.items() if self.enemies.get(name, frozenset()) <= self.items.keys()]
        found = [
            Shortage(chapter, None, None, count, there, Lack.TRIAL)
            for chapter, count in sorted(wanted.chapters.items())
            if (there := len(self._seated([chapter] * count, sure))) < count
        ]
        there = len(self._seated([*_seats(wanted)], sure))
        if not found and there < wanted.count:
            found.append(Shortage(None, None, None, wanted.count, there, Lack.TRIAL))
        return tuple(found)

    def picked(
        self, wanted: TrialItems, scored: Iterable[Item], seen: frozenset[str], stream: Stream
    ) -> tuple[Item, ...]:
        """The trial items of one paper beside its scored ones, those not seen first; draws nothing for none."""
        if not wanted.count:
            return ()
        barred = {foe for one in scored for foe in self.enemies.get(one.id, ())}
        dealt = [item for item in stream.shuffled([*self.items.values()]) if item.id not in barred]
        return tuple(self._seated([*_seats(wanted)], sorted(dealt, key=lambda item: item.id in seen)))

    def _seated(self, seats: Sequence[_Seat], items: Sequence[Item]) -> list[Item]:
        """As many seats as can be, each with an item of a group of its own: augmenting paths, first come first."""
        taken: dict[str, tuple[_Seat, Item]] = {}

        def seat(chapter: _Seat, tried: set[str]) -> bool:
            for item in items:
                group = self.groups[item.id]
                if group in tried or chapter not in {None, item.chapter}:
                    continue
                tried.add(group)
                if group not in taken or seat(taken[group][0], tried):
                    taken[group] = chapter, item
                    return True
            return False

        for chapter in seats:
            seat(chapter, set())
        return [item for _, item in taken.values()]


def trials_of(blueprint: Blueprint, items: Iterable[Item], scored: Mapping[str, Item]) -> Trials:
    """The trial items among these that look like scored ones of the paper: of its chapters, of a type it asks there.

    Nothing where the blueprint wants none.
    """
    if not blueprint.trial.count:
        return Trials()
    asked = {cell for cell, count in blueprint.cells.items() if count}
    found = {item.id: item for item in items if item.trial and (item.chapter, item.type) in asked}
    enemies = enemies_among({**scored, **found})
    return Trials(found, dict(_groups(found, enemies)), enemies)


def _groups(items: Mapping[str, Item], enemies: Enemies) -> Iterator[tuple[str, str]]:
    """Each item with the first id of those it hangs together with."""
    done: set[str] = set()
    for first in sorted(items):
        open_names = [first]
        while open_names:
            name = open_names.pop()
            if name not in done:
                done.add(name)
                yield name, first
                open_names += sorted(enemies.get(name, frozenset()) & items.keys())


def _seats(wanted: TrialItems) -> Iterator[_Seat]:
    named = [chapter for chapter, count in sorted(wanted.chapters.items()) for _ in range(count)]
    yield from named
    yield from [None] * (wanted.count - len(named))
