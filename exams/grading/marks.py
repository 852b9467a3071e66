"""What grading gives: a mark per item, a score per chapter, pass or fail. Milli-points throughout."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

GRADER_VERSION = 3


class MarkState(StrEnum):
    """How one response fared."""

    RIGHT = "right"
    PARTIAL = "partial"
    WRONG = "wrong"
    BLANK = "blank"


class Mark(NamedTuple):
    """One item's mark; `fraction` is in 1e-7 parts, `points` rounded once, half up, to milli-points."""

    position: int
    item: str
    state: MarkState
    fraction: int
    points: int
    max_points: int


@dataclass(frozen=True, slots=True)
class Result:
    """A graded sitting. `percent` is floored; pass compares milli-points, never the shown percent."""

    grader: int
    score: int
    max_score: int
    pass_score: int
    passed: bool
    red_line_right: int
    red_line_needed: int
    by_chapter: Mapping[int, tuple[int, int]]  # chapter -> (score, max)
    by_level: Mapping[str, tuple[int, int]]
    marks: tuple[Mark, ...]

    @property
    def percent(self) -> int:
        """The score in whole percent, floored."""
        return self.score * 100 // self.max_score if self.max_score else 0
