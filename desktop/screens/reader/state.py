"""What the reader shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.widgets.check_value import CheckState
from exams import Callout, Figure, SectionState, Text

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
class LocalNote:
    """What the bank itself does: its words, the rule that says so, a day such as 2026-11-29."""

    text: str
    source: str
    day: str


@dataclass(frozen=True, slots=True)
class ReaderState:
    """One section. `stopped_at` is the block where reading stopped last time, or, `sought`, where a search led to.

    Without `next_title` the quiz is next. `calls` practise the section: ids with their titles. `notes` are the bank's
    own, by the place of the block they stand below.
    """

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
    sought: bool = False
    outline: tuple[SectionLine, ...] = ()
    checks_right: int = 0
    checks_total: int = 0
    next_title: str = ""
    has_previous: bool = False
    calls: tuple[tuple[str, str], ...] = ()
    notes: Mapping[int, tuple[LocalNote, ...]] = field(default_factory=dict)
