"""What the page that puts a mistake right shows."""

from dataclasses import dataclass, field
from enum import Enum, auto

from desktop.words.regrade_rows import RegradeCount, RegradeRow

RIGHT, CREDIT, REMOVE, RULES = "right", "credit", "remove", "rules"


class Stage(Enum):
    """How far it is: keys to open, packs being opened, to fill in, being graded, worked out, being signed."""

    LOCKED = auto()
    OPENING = auto()
    FILLING = auto()
    WORKING = auto()
    TRIED = auto()
    SIGNING = auto()


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A question to choose, with its key as it stands in the pack."""

    key: str
    item: str
    version: int
    kind: str
    stem: str
    right: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What is filled in; `item` the key of an `ItemRow`; numbers as typed, empty where nothing changes."""

    course: str = ""
    remedy: str = RIGHT
    item: str = ""
    right: str = ""
    exam: str = ""
    pass_percent: str = ""
    red_lines: str = ""
    negative: str = ""
    reason: str = ""
    recompute: bool = False
    revise: bool = False


@dataclass(frozen=True, slots=True)
class HrRegradeState:
    """`percent` of the sittings are graded; the list is there from `TRIED` on.

    `chosen` tells the question that is corrected; `turn` grows when the focus belongs to the first field again.
    """

    stage: Stage = Stage.LOCKED
    draft: Draft = field(default_factory=Draft)
    courses: tuple[str, ...] = ()
    exams: tuple[str, ...] = ()
    items: tuple[ItemRow, ...] = ()
    items_filter: str = ""
    chosen: str = ""
    percent: int = 0
    counts: tuple[RegradeCount, ...] = ()
    rows: tuple[RegradeRow, ...] = ()
    more: bool = False
    faults: tuple[str, ...] = ()
    filter: str = ""
    told: str = ""
    needs_secret: bool = False
    fault: str = ""

    @property
    def busy(self) -> bool:
        """True while something runs beside the window."""
        return self.stage in {Stage.OPENING, Stage.WORKING, Stage.SIGNING}
