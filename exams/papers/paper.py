"""The paper one person got: items in order, options in shown order, numbers drawn; nothing of the key."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from exams.items.item import ItemType

_NO_NUMBERS: Mapping[str, str] = {}


class PaperItem(NamedTuple):
    """One place of a paper. `order` holds authored letters in shown order; `numbers` the drawn values as text.

    A tuple: HR makes and compares millions of them.
    """

    position: int  # from 1
    item: str
    version: int
    type: ItemType
    chapter: int
    level: str
    points: int  # milli-points: 1000 is one point
    red_line: bool = False
    order: tuple[str, ...] = ()
    numbers: Mapping[str, str] = _NO_NUMBERS


@dataclass(frozen=True, slots=True)
class Paper:
    """All places of one sitting, and the inputs that give the same paper on any machine."""

    blueprint: str
    seed: str
    staff_id: str
    session: str
    attempt: int
    items: tuple[PaperItem, ...]

    def at(self, position: int) -> PaperItem:
        """The place counted from 1; raises `IndexError` outside the paper."""
        if not 1 <= position <= len(self.items):
            raise IndexError(position)
        return self.items[position - 1]
