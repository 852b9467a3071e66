"""Items that give each other away: who is whose enemy, and how many of a group can stand together at most."""

from collections.abc import Iterable, Mapping

from exams.items.item import Item

Enemies = Mapping[str, frozenset[str]]
"""Item id -> the ids it must not stand with; both directions, only items of the pool, only where there are any."""


def enemies_among(items: Mapping[str, Item]) -> Enemies:
    """The enemy pairs among these items; a pair that only one side names counts for both."""
    pairs: dict[str, set[str]] = {}
    for item in items.values():
        for other in item.enemies:
            if other in items and other != item.id:
                pairs.setdefault(item.id, set()).add(other)
                pairs.setdefault(other, set()).add(item.id)
    return {name: frozenset(others) for name, others in pairs.items()}


def most_together(items: Iterable[Item], enemies: Enemies) -> int:
    """No more of these items than this fit in one paper: each clique of mutual enemies gives one at most."""
    free = 0
    cliques: list[set[str]] = []
    clique_of: dict[str, int] = {}
    for item in items:
        foes = enemies.get(item.id, frozenset())
        if not foes:
            free += 1
            continue
        home = _clique_for(foes, cliques, clique_of)
        if home == len(cliques):
            cliques.append(set())
        cliques[home].add(item.id)
        clique_of[item.id] = home
    return free + len(cliques)


def _clique_for(foes: frozenset[str], cliques: list[set[str]], clique_of: Mapping[str, int]) -> int:
    known = sorted({clique_of[foe] for foe in foes if foe in clique_of})
    return next((number for number in known if cliques[number] <= foes), len(cliques))
