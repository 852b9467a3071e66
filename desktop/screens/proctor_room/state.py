"""What the proctor's page shows."""

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class ProctorRoomState:
    """The room at a glance; `fault` is a sentence, and what was read before stays on the page."""

    sessions: tuple[RoomSession, ...] = ()
    scope: Scope = Scope.SESSION
    rows: tuple[SittingLine, ...] = ()
    sitting_now: int = 0
    handed_in: int = 0
    passed: int = 0
    chosen: str = ""
    fault: str = ""
