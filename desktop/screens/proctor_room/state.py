"""What the proctor's page shows."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.widgets.values import RowValue
from desktop.words.overrides import Act
from exams import SittingLine


class Scope(StrEnum):
    """Which finals the table lists."""

    SESSION = "session"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RoomSession:
    """An open session; `code` is in groups of five, empty where this PC does not know it."""

    title: str
    proctor: str
    opened_wt: int
    code: tuple[str, ...] = ()
    rehearsal: bool = False  # nothing in it counts


@dataclass(frozen=True, slots=True)
class ProctorRoomState:
    """The room at a glance; `fault` is a sentence, and what was read before stays on the page.

    `waiting` are those whom only the proctor can let go on; `able` what may be done to the session now.
    `ungraded` exams wait for the grading code, which headquarters gives for the `anchor`; `at_hq` it grades itself.
    """

    sessions: tuple[RoomSession, ...] = ()
    scope: Scope = Scope.SESSION
    rows: tuple[SittingLine, ...] = ()
    waiting: tuple[RowValue, ...] = ()
    able: frozenset[Act] = frozenset()
    ungraded: int = 0
    anchor: str = ""
    at_hq: int = 0
    has_report: bool = False
    may_take_over: bool = False
    sitting_now: int = 0
    handed_in: int = 0
    passed: int = 0
    chosen: str = ""
    fault: str = ""
