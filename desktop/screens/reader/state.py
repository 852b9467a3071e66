"""What the reader shows."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Option, OptionMark
from exams import Callout, Figure, SectionState, Text


class Verdict(Enum):
    """How a self-check fared; NONE before it is checked."""

    NONE = auto()
    RIGHT = auto()
    PARTLY = auto()
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class CheckState:
    """One self-check in the text. `value` is the response's JSON form; `fault` says why it was not checked."""

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


Part = Text | Callout | Figure | CheckState


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the upper edge of the window stands: a block, and how far down in it (thousandths)."""

    block: int = 0
    within: int = 0

    @classmethod
    def of(cls, place: int) -> "Spot":
        """From the desk's one number: thousandths of blocks."""
        return cls(*divmod(max(0, place), 1000))

    @property
    def place(self) -> int:
        """As one number for the desk."""
        return self.block * 1000 + self.within


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section of the chapter, as the outline lists it."""

    id: str
    title: str
    state: SectionState = SectionState.UNREAD


@dataclass(frozen=True, slots=True)
class ReaderState:
    """One section. `stopped_at` is the block where reading stopped last time; without `next_title` the quiz is next."""

    section: str = ""
    chapter: int = 1
    chapter_title: str = ""
    title: str = ""
    minutes: int = 0
    objectives: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    sources: tuple[str, ...] = ()
    spot: Spot = Spot()
    stopped_at: int | None = None
    outline: tuple[SectionLine, ...] = ()
    checks_right: int = 0
    checks_total: int = 0
    next_title: str = ""
    has_previous: bool = False
