"""What the list of simulated calls shows."""

from dataclasses import dataclass

from desktop.widgets.values import Face, RowValue


@dataclass(frozen=True, slots=True)
class CallGroup:
    """Calls that belong together."""

    title: str
    note: str
    rows: tuple[RowValue, ...]


@dataclass(frozen=True, slots=True)
class NextCall:
    """The one call to go to from here: one on the line, or the one to begin with."""

    key: str
    overline: str
    title: str
    action: str


@dataclass(frozen=True, slots=True)
class CallsState:
    """`told` says how many are passed; `next` is None where no call is nearer than others.

    A `face` stands instead of everything.
    """

    told: str = ""
    percent: int = 0
    groups: tuple[CallGroup, ...] = ()
    next: NextCall | None = None
    face: Face | None = None
