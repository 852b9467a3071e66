"""The pull of each option: who chose it, of the best and of the weakest 27 % (interop 6.2)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exams.analysis.classical import groups
from exams.analysis.marks import Column, Marks

MOST_OPTIONS = 12
"""Answers that differ more than that are texts, not options."""
_LETTERS = re.compile(r"[A-Z](?:[,;、 ]*[A-Z])*")


@dataclass(frozen=True, slots=True)
class Option:
    """`share` of all sittings, `high` and `low` of the groups, `pull` is high less low: below 0 the weak choose it.

    `right` where every answer with full marks has it; groups of nobody leave None.
    """

    chosen: int
    share: float
    high: float | None
    low: float | None
    pull: float | None
    right: bool


def options(marks: Marks) -> Mapping[str, Mapping[str, Option]]:
    """By item and option, options sorted; only items whose answers the table says and whose options can be counted."""
    high, low = groups(marks.totals())
    found = {}
    for column in marks.columns:
        chosen = [_parts(answer) for answer in marks.answers.get(column.item, ())]
        names = sorted(set().union(*chosen)) if chosen else []
        if 0 < len(names) <= MOST_OPTIONS:
            right = _right(column, chosen)
            found[column.item] = {name: _option(name, chosen, (high, low), right=name in right) for name in names}
    return found


def _option(
    name: str, chosen: Sequence[frozenset[str]], both: tuple[Sequence[int], Sequence[int]], *, right: bool
) -> Option:
    count = sum(name in one for one in chosen)
    high, low = (sum(name in chosen[place] for place in group) / len(group) if group else None for group in both)
    pull = None if high is None or low is None else high - low
    return Option(count, count / len(chosen), high, low, pull, right)


def _parts(answer: str) -> frozenset[str]:
    """The letters of an answer such as `AC` or `A, C`; any other text is one option, nothing is none."""
    if _LETTERS.fullmatch(answer):
        return frozenset(letter for letter in answer if letter.isalpha())
    return frozenset((answer,)) if answer else frozenset()


def _right(column: Column, chosen: Sequence[frozenset[str]]) -> frozenset[str]:
    full = [one for mark, one in zip(column.marks, chosen, strict=True) if mark == column.maximum]
    return frozenset.intersection(*full) if full else frozenset()


def option_flags(told: Mapping[str, Option]) -> Iterator[str]:
    """What is to be looked at: a wrong option that the best choose more than the weak, one that nearly nobody takes."""
    wrong = [one for one in told.values() if not one.right]
    if any(one.pull is not None and one.pull > 0 and one.chosen > 1 for one in wrong):
        yield "W_OPTION_PULLS_BEST"
    if any(one.share < IDLE for one in wrong):
        yield "W_OPTION_IDLE"


IDLE = 0.05
"""Of all sittings; a wrong option that fewer choose does no work (Haladyna and Downing)."""
