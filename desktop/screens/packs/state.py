"""What the page of headquarters' files shows."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Fact


class Outcome(Enum):
    """What became of a file."""

    TAKEN = auto()
    HERE_ALREADY = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file: its name, what it is, what became of it; `why` is the one sentence of a refusal."""

    name: str
    kind: str
    outcome: Outcome
    why: str = ""


@dataclass(frozen=True, slots=True)
class PacksState:
    """`percent` of the file `at_work` is done while `busy`; `lines` are the files of the last choice.

    `facts` tell of the pack in use, none where there is none; `sessions` lie ahead, `withdrawals` came last.
    `fresh`: a new pack is in place, and the course that lies open is still the old one. `nothing_found`: the folder
    that was chosen holds nothing of headquarters'.
    """

    busy: bool = False
    at_work: str = ""
    percent: int = 0
    lines: tuple[FileLine, ...] = ()
    nothing_found: bool = False
    fresh: bool = False
    facts: tuple[Fact, ...] = ()
    withdrawn: bool = False
    demonstration: bool = False
    sessions: tuple[Fact, ...] = ()
    withdrawals: tuple[Fact, ...] = ()
    fault: str = ""
