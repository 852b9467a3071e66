"""What a question with its marked answer shows, as plain values."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Option, OptionMark


class Verdict(Enum):
    """How a self-check fared; NONE before it is checked."""

    NONE = auto()
    RIGHT = auto()
    PARTLY = auto()
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class CheckState:
    """One question with its answer. `value` is the response's JSON form; `fault` says why it was not checked.

    Without a `title` it is a self-check of a text; without `again` it is answered once.
    """

    item: str
    number: int = 1
    total: int = 1
    item_type: str = "single"
    stem: str = ""
    options: tuple[Option, ...] = ()
    unit: str = ""
    value: object = None
    fault: str = ""
    verdict: Verdict = Verdict.NONE
    pair_marks: tuple[tuple[str, OptionMark, OptionMark], ...] = ()
    correct: str = ""
    mistake: str = ""
    explanation: str = ""
    title: str = ""
    again: bool = True
