"""What the page before an exam shows."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Fact


class Problem(Enum):
    """What keeps the exam from beginning: said at the code, or at the pledge."""

    NONE = auto()
    NO_CODE = auto()
    MISTYPED = auto()
    WRONG_CODE = auto()
    NO_PLEDGE = auto()


@dataclass(frozen=True, slots=True)
class ExamOfferState:
    """`kind` is final, mock or quiz; `obstacle` an empty text where the exam may begin; `code` as typed so far.

    `steps` is what the person can do about the obstacle; `retry`: it may be gone when the person tries again.
    `recorded` says what is written down and who sees it; `trial`: the size of the text and a question to try out.
    """

    kind: str = "final"
    title: str = ""
    person: tuple[Fact, ...] = ()
    numbers: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    rules: tuple[str, ...] = ()
    obstacle: str = ""
    steps: tuple[str, ...] = ()
    retry: bool = False
    passed: bool = False
    resume_note: str = ""
    needs_code: bool = False
    code: str = ""
    code_shown: str = ""
    needs_pledge: bool = False
    pledged: bool = False
    resumes: bool = False
    timed: bool = True
    recorded: str = ""
    trial: bool = False
    problem: Problem = Problem.NONE
    busy: bool = False
