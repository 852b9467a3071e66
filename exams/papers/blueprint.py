"""A blueprint: how many items of which chapter, type and level; time, points, gates and retake rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """`tries` in `days` days (0: unlimited), `hours_between` tries, at most `seen_percent` items seen before.

    After the last try, chapters under `weak_percent` are studied again (0: none) and the coach talks with the person.
    A pass opens the exam again after `renew_days` (0: never), with a new cycle of tries.
    """

    tries: int = 3
    days: int = 30
    hours_between: int = 24
    seen_percent: int = 20
    weak_percent: int = 60
    coach_talk: bool = True
    renew_days: int = 0


@dataclass(frozen=True, slots=True)
class Marking:
    """`negative` (in 1e-7 of an item's points) is lost per wrong answer, the whole score never falls below `floor`.

    `chapter_pass` are pass marks of chapters: percent of their own points in the paper.
    """

    negative: int = 0
    floor: int = 0  # milli-points
    chapter_pass: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimedPart:
    """Chapters whose questions together have so many minutes of their own."""

    chapters: tuple[int, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class TrialItems:
    """Unscored trial items of one paper: `count` in all, of them so many of each chapter of `chapters`."""

    count: int = 0
    chapters: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Blueprint:
    """One kind of paper. `cells` counts items per (chapter, type); `levels` per (chapter, level), empty if free.

    `lockdown`: while it counts, the exam holds the PC it is sat on. `gated`: of a final, whether the quizzes come first
    and, after a failed one, the weak chapters again. `parts` and `question_seconds` (0: none) are limits inside the
    paper, beside that of the whole. `trial` items come on top of `cells`: nobody is told which they are.
    """

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
    marking: Marking = Marking()
    lockdown: bool = True
    gated: bool = True
    parts: tuple[TimedPart, ...] = ()
    question_seconds: int = 0
    trial: TrialItems = TrialItems()

    @property
    def size(self) -> int:
        """Scored items in one paper."""
        return sum(self.cells.values())

    @property
    def length(self) -> int:
        """Items in one paper, trial items and all."""
        return self.size + self.trial.count

    @property
    def total(self) -> int:
        """Points of one paper in milli-points."""
        return sum(self.points[kind] * count for (_, kind), count in self.cells.items())
