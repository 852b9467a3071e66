"""A blueprint: how many items of which chapter, type and level; time, points, gates and retake rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from exams.items.item import ItemType, Level, Use


class Feedback(StrEnum):
    """What a person sees after handing in: every item explained, or scores by chapter only."""

    ITEMS = "items"
    CHAPTERS = "chapters"


@dataclass(frozen=True, slots=True)
class RedLineGate:
    """Marked items in the paper and how many of them must be fully right; 0 of 0 means no gate."""

    items: int = 0
    needed: int = 0


@dataclass(frozen=True, slots=True)
class Retakes:
    """`tries` in `days` days (0: unlimited), `hours_between` tries, at most `seen_percent` items seen before."""

    tries: int = 3
    days: int = 30
    hours_between: int = 24
    seen_percent: int = 20


@dataclass(frozen=True, slots=True)
class Blueprint:
    """One kind of paper. `cells` counts items per (chapter, type); `levels` per (chapter, level), empty if free."""

    name: str
    use: Use
    minutes: int  # 0: no limit
    pass_percent: int
    points: Mapping[ItemType, int]  # milli-points per item of the type
    cells: Mapping[tuple[int, ItemType], int]
    levels: Mapping[tuple[int, Level], int]
    feedback: Feedback
    red_line: RedLineGate = RedLineGate()
    retakes: Retakes = Retakes()
    titles: Mapping[str, str] | None = None

    @property
    def size(self) -> int:
        """Items in one paper."""
        return sum(self.cells.values())

    @property
    def total(self) -> int:
        """Points of one paper in milli-points."""
        return sum(self.points[kind] * count for (_, kind), count in self.cells.items())
