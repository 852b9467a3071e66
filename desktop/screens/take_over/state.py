"""What the page shows on which this PC takes an exam over."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Fact, RowValue


class Step(Enum):
    """How far it has come."""

    ASK = auto()
    WAIT = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class TakeOverState:
    """`request` is where this PC's request lies, `found` are files beside it that are named for this PC.

    `who` goes on here, told by `facts`.
    """

    step: Step = Step.ASK
    request: str = ""
    found: tuple[RowValue, ...] = ()
    who: str = ""
    facts: tuple[Fact, ...] = ()
    fault: str = ""
    busy: bool = False
