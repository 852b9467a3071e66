"""What the result page shows."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import ChapterScore, Fact, RowValue


class Certificate(Enum):
    """How far the certificate of a passed final is."""

    NONE = auto()
    ISSUING = auto()
    READY = auto()
    FAILED = auto()


class Waits(Enum):
    """Who brings the result of a sitting that is handed in and not graded."""

    NO = auto()
    FOR_CODE = auto()
    FOR_HQ = auto()


@dataclass(frozen=True, slots=True)
class ExamResultState:
    """A graded sitting, or one that `waits` for its grade: then only `facts` are known.

    `weak` are sections to read again, worst first; `gap` how far the pass line was.
    `levels` are the scores by kind of thinking, `rule` how it was scored, `between_us` who sees what was not passed.
    """

    kind: str = "final"
    title: str = ""
    name: str = ""
    waits: Waits = Waits.NO
    passed: bool = False
    percent: int = 0
    gap: str = ""
    facts: tuple[Fact, ...] = ()
    chapters: tuple[ChapterScore, ...] = ()
    gate_failed: bool = False
    certificate: Certificate = Certificate.NONE
    issue_fault: str = ""
    reviewable: bool = False
    weak: tuple[RowValue, ...] = ()
    next_try: str = ""
    levels: tuple[ChapterScore, ...] = ()
    rule: tuple[str, ...] = ()
    between_us: str = ""
