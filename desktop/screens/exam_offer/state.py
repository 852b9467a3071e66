"""What the page before an exam shows."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Fact


class Problem(Enum):
    """What the line under the code says."""

    NONE = auto()
    NO_CODE = auto()
    MISTYPED = auto()
    WRONG_CODE = auto()


@dataclass(frozen=True, slots=True)
class ExamOfferState:
    """`kind` is final, mock or quiz; `obstacle` an empty text where the exam may begin."""

    kind: str = "final"
    title: str = ""
    facts: tuple[Fact, ...] = ()
    rules: tuple[str, ...] = ()
    obstacle: str = ""
    needs_code: bool = False
    code_shown: str = ""
    resumes: bool = False
    problem: Problem = Problem.NONE
    busy: bool = False
