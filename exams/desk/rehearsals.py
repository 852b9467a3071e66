"""A room rehearsed on any day before: a session of practice items in which nothing counts, and what it showed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from exams.accounts.names import check_name
from exams.accounts.pins import PinCost
from exams.desk.exam_door import ExamDoor
from exams.desk.lists import session_infos
from exams.desk.offers import SessionInfo
from exams.desk.session_report import SessionReport
from exams.desk.sessions import NewSession, official_wt, open_new_session
from exams.packs.briefs import NO_RULES, RoomRules
from exams.sittings.sitting import RUNNING, State
from exams.store.journal_rows import JournalStore
from exams.store.session_rows import REHEARSED
from exams.timing.gaps import Cause

if TYPE_CHECKING:
    from sqlite_utils import Database


_WANTED = frozenset({Cause.PAUSE, Cause.AWAY})
"""Gaps that are no fault of the PC: what proctors do, and the window left, which is counted by itself."""


class Mend(StrEnum):
    """What a rehearsal may show that is to be put right before the day; each with how often."""

    NOBODY_BEGAN = "nobody_began"
    NOT_BEGUN = "not_begun"
    NOT_HANDED_IN = "not_handed_in"
    NOTHING_SAVED = "nothing_saved"
    WINDOW_LEFT = "window_left"
    TIME_LOST = "time_lost"
    INCIDENTS = "incidents"


@dataclass(frozen=True, slots=True)
class RoomOutcome:
    """A rehearsal in numbers: people, answers on the disk, times the exam window was left and how long in all (ms).

    `handed_in` are those who did it themselves, or for whom time did. `mend` has only what was found.
    """

    started: int
    handed_in: int
    saved: int
    window_left: int
    away_ms: int
    mend: tuple[tuple[Mend, int], ...]


def room_outcome(report: SessionReport) -> RoomOutcome:
    """What the facts of a rehearsal say of the room. Pure."""
    sat = [facts for facts in report.sittings if facts.line.state != State.VOID.value]
    running = {state.value for state in RUNNING}
    forced = {act.sitting for act in report.overrides if act.event == "submit"}
    handed_in = [one for one in sat if one.line.state not in running and one.line.sitting not in forced]
    here = {line.staff_id for line in report.people if line.checked_wt is not None}
    left = sum(one.focus_lost for one in sat)
    found = {
        Mend.NOBODY_BEGAN: int(not sat),
        Mend.NOT_BEGUN: len(here - {one.line.staff_id for one in report.sittings}) if sat else 0,
        Mend.NOT_HANDED_IN: len(sat) - len(handed_in),
        Mend.NOTHING_SAVED: sum(not one.line.answered for one in sat),
        Mend.WINDOW_LEFT: left,
        Mend.TIME_LOST: sum(gap.cause not in _WANTED for one in sat for gap in one.gaps),
        Mend.INCIDENTS: len(report.incidents),
    }
    return RoomOutcome(
        started=len(sat),
        handed_in=len(handed_in),
        saved=sum(one.line.answered for one in sat),
        window_left=left,
        away_ms=sum(one.away_ms for one in sat),
        mend=tuple((mend, times) for mend, times in found.items() if times),
    )


class Rehearsals:
    """Opened by the proctor alone: no code of headquarters is asked for, and its exam stays sealed."""

    def __init__(self, db: "Database", journal: JournalStore, door: ExamDoor, cost: PinCost, by: str) -> None:
        self._db = db
        self._journal = journal
        self._door = door
        self._cost = cost
        self._by = by

    def open(self, title: str) -> tuple[SessionInfo, str]:
        """The session and its room code, told only now; raises `SessionStillOpen`.

        Where everybody begins the next session that headquarters has planned here with a start code, so do they in it.
        """
        plan = NewSession(check_name(title), self._by, REHEARSED, self._rules())
        row, code = open_new_session(self._db, self._journal, self._cost, plan, None)
        return next(info for info in session_infos(self._db) if info.id == row.id), code

    def _rules(self) -> RoomRules:
        held, now = {info.id for info in session_infos(self._db)}, official_wt(self._journal)
        ahead = [plan for plan in self._door.sessions() if plan.session not in held and now < plan.not_after_wt]
        plan = min(ahead, key=lambda one: one.not_before_wt, default=None)
        coded = plan is not None and plan.brief is not None and plan.brief.rules.start_code
        return RoomRules(start_code=True) if coded else NO_RULES
