"""What HR's home shows."""

from dataclasses import dataclass

from exams import SittingLine


@dataclass(frozen=True, slots=True)
class HrResultsState:
    """All finals of this PC; `filter` is what was typed, `chosen` the sitting one is at."""

    people: int = 0
    passed: int = 0
    certificates: int = 0
    not_passed: int = 0
    rows: tuple[SittingLine, ...] = ()
    filter: str = ""
    chosen: str = ""
    can_open: bool = False
    fault: str = ""
