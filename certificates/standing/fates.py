"""What became of certificates by HR's lists, and whose act that was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from certificates.standing.lists import ListKind, mark_of
from certificates.standing.standing import Standing


@dataclass(frozen=True, slots=True)
class Fate:
    """`kind` is revoked or superseded, `successor` the number that took its place; `wt` 0 where no act is logged."""

    kind: ListKind
    successor: str = ""
    wt: int = 0
    who: str = ""


def fates(standing: Standing, log: Iterable[Any], numbers: Iterable[str]) -> dict[str, Fate]:
    """Of these numbers those that a list names; revoked comes before superseded.

    `log` gives headquarters' log lines of the act "standing", oldest first, and is only read where a number is named.
    """
    named = dict(_named(standing, numbers))
    if not named:
        return {}
    acts = _acts(log)
    return {number: _signed(number, fate, acts) for number, fate in named.items()}


def _named(standing: Standing, numbers: Iterable[str]) -> Iterable[tuple[str, Fate]]:
    for number in numbers:
        successor = standing.successor(number) or ""
        if standing.revoked.names(number):
            yield number, Fate(ListKind.REVOKED, successor)
        elif successor:
            yield number, Fate(ListKind.SUPERSEDED, successor)


def _signed(number: str, fate: Fate, acts: Mapping[tuple[str, str], tuple[int, str]]) -> Fate:
    wt, who = acts.get((str(fate.kind), mark_of(number).hex()), (0, ""))
    return Fate(fate.kind, fate.successor, wt, who)


def _acts(log: Iterable[Any]) -> dict[tuple[str, str], tuple[int, str]]:
    """By list and mark the first act that put it there."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for line in log:
        for kind, told in line.facts["about"].items():
            for mark in told["added"]:
                found.setdefault((kind, str(mark)), (line.wt, line.who))
    return found
