"""Questions with several places to answer in: how the places and what they offer are spelled as letters of an item.

`2` is the second place itself: its text is what is asked there. `2A` is an option of it; `2+A` one of several that may
be chosen together. A place without options is typed into.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from exams.items.item import ItemType

SLOTTED = frozenset({ItemType.FILL, ItemType.DROPDOWN, ItemType.MATCHING, ItemType.CASE})
"""Types whose response is one text per place."""

TEXT_MOST = 200
MOST_SLOTS = 20
_LETTER = re.compile(r"([1-9][0-9]?)(?:(\+?)([A-Z]))?")


TYPED = "="
"""In front of the key of a place of a case that is typed into: what follows are patterns, not letters."""

_WEIGHTED = re.compile(r"%([0-9]{1,3}(?:\.[0-9]{1,5})?)%(.*)", re.DOTALL)


class Slot(NamedTuple):
    """One place: its number, what may be chosen there (nothing: it is typed into), and whether several may be."""

    number: str
    options: tuple[str, ...] = ()
    many: bool = False


def slots_of(letters: Sequence[str]) -> tuple[Slot, ...]:
    """The places that letters spell, in the order shown; raises `ValueError` where they spell none."""
    found: dict[str, Slot] = {}
    for letter in letters:
        number, several, option = split(letter)
        slot = found.get(number, Slot(number))
        if option:
            many = bool(several)
            if slot.options and slot.many is not many:
                raise ValueError(letter)
            slot = Slot(number, (*slot.options, option), many)
        found[number] = slot
    if not 1 <= len(found) <= MOST_SLOTS:
        raise ValueError(len(found))
    return tuple(found.values())


def split(letter: str) -> tuple[str, str, str]:
    """Number of the place, `+` where several may be chosen, the option's own letter or nothing; raises `ValueError`."""
    found = _LETTER.fullmatch(letter)
    if found is None:
        raise ValueError(letter)
    return found[1], found[2] or "", found[3] or ""


def accepted(lines: str) -> Iterator[tuple[str, Fraction]]:
    """The patterns that a typed place takes, with the part each one is worth, in the order in which they are tried."""
    for one in lines.split("\n"):
        found = _WEIGHTED.fullmatch(one)
        yield (one, Fraction(1)) if found is None else (found[2], min(Fraction(1), Fraction(found[1]) / 100))


def example(lines: str) -> str:
    """A text that earns full marks in a typed place; empty where no pattern does."""
    full = (pattern for pattern, part in accepted(lines.removeprefix(TYPED)) if part == 1)
    return next((re.sub(r"(?<!\\)\*", "", one).replace("\\*", "*").strip() for one in full), "")


def is_text(value: object) -> bool:
    """True for what may be typed into a place: one short line without half a character."""
    return (
        isinstance(value, str)
        and len(value) <= TEXT_MOST
        and not any(unicodedata.category(char) in ("Cs", "Cc") for char in value)
    )


def shuffled_letters(letters: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    """The letters with the options of every place in the same new order of their own letters."""
    places = {letter: place for place, letter in enumerate(order)}
    first = {split(letter)[0]: at for at, letter in reversed([*enumerate(letters)])}

    def key(letter: str) -> tuple[int, int]:
        number, _, option = split(letter)
        return first[number], places[option] if option else -1

    return tuple(sorted(letters, key=key))


def own_letters(letters: Sequence[str]) -> tuple[str, ...]:
    """The options' own letters, each once, sorted."""
    return tuple(sorted({option for _, _, option in map(split, letters) if option}))
