"""What the page of runs shows."""

from dataclasses import dataclass

from desktop.words.regrade_rows import RegradeCount, RegradeRow


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run in words."""

    key: str
    number: int
    course: str
    what: str
    proposed: str
    state: str


@dataclass(frozen=True, slots=True)
class RunDetail:
    """The run that is open: its rule and list; `can_decide` while nobody has, `mine` where this officer proposed it.

    `more` says that there are more rows than these; `left` are certificates to see to.
    """

    number: int
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    counts: tuple[RegradeCount, ...] = ()
    rows: tuple[RegradeRow, ...] = ()
    more: bool = False
    faults: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    can_decide: bool = False
    mine: bool = False


@dataclass(frozen=True, slots=True)
class HrRegradesState:
    """`busy` while a run is released; `done` tells what was done last."""

    runs: tuple[RunRow, ...] = ()
    detail: RunDetail | None = None
    filter: str = ""
    busy: bool = False
    needs_secret: bool = False
    needs_own: bool = False
    done: str = ""
    fault: str = ""
