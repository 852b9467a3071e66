"""What the page of things to follow up shows."""

from dataclasses import dataclass

from desktop.widgets.values import Fact, Tone


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in words; `begins_wt` sorts it, `chase`: its code was given out and nothing came."""

    session: str
    branch: str
    course: str
    begins_wt: int
    came: str
    devices: int
    state: str
    chase: bool = False


@dataclass(frozen=True, slots=True)
class ConflictCase:
    """Two sides that cannot both be true, each as facts; `what` is the finding in words."""

    what: str
    person: str
    kept: tuple[Fact, ...]
    other: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class HrFollowState:
    """`sessions` are those shown: all, or only those to chase. `more` counts conflicts that are not shown.

    `receipts` says when receipts were written last."""

    busy: bool = False
    read: bool = False
    every: bool = False
    sessions: tuple[SessionRow, ...] = ()
    tiles: tuple[tuple[str, int, Tone], ...] = ()
    conflicts: tuple[ConflictCase, ...] = ()
    more: int = 0
    receipts: str = ""
    fault: str = ""
