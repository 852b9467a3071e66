"""What the page shows on which an exam leaves this PC."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Fact


class Step(Enum):
    """How far it has come; UNWRITTEN: the exam has left, and its file stands nowhere yet."""

    READ = auto()
    CONFIRM = auto()
    UNWRITTEN = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class HandOverState:
    """`spare` tells of the PC that asks, `left_before` is True where only its file is written again.

    `reasons` are ready ones, `reason_fault` stands at the field; `file` is where the sealed exam lies.
    """

    step: Step = Step.READ
    facts: tuple[Fact, ...] = ()
    spare: tuple[Fact, ...] = ()
    left_before: bool = False
    reasons: tuple[str, ...] = ()
    reason: str = ""
    reason_fault: str = ""
    fault: str = ""
    busy: bool = False
    file: str = ""
