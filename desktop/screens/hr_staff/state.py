"""What the page of the staff list shows."""

from dataclasses import dataclass
from enum import Enum, auto


class Stage(Enum):
    """Where the import stands."""

    EMPTY = auto()
    READING = auto()
    PREVIEW = auto()
    SPOILT = auto()
    DONE = auto()
    UNDONE = auto()


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One person: what happens, and from where to where."""

    staff_id: str
    name: str
    change: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many people something happens to, in words."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class HrStaffState:
    """`rows` are what would change or has changed; `spoilt` the rows that keep the list from being taken in.

    `alike` are records that look like one person, `merged` what was made one last.

    `part`: the list holds only some people. `last` names the import that can be taken back; empty: there is none.
    """

    stage: Stage = Stage.EMPTY
    file: str = ""
    part: bool = False
    counts: tuple[Count, ...] = ()
    rows: tuple[ChangeRow, ...] = ()
    namesakes: tuple[str, ...] = ()
    spoilt: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    merged: str = ""
    last: str = ""
    fault: str = ""

    @property
    def can_apply(self) -> bool:
        """True where a list was read that changes anything."""
        return self.stage is Stage.PREVIEW and bool(self.rows)
