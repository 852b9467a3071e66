"""Courses given to people, teams, branches or everybody: looked at before it counts, and all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from exams.register.errors import BadAssignment
from exams.register.validity import day_of, is_day
from exams.store.register_dialect import RegisterDb
from exams.store.register_people import Assignment, assign, meant_by, meant_now
from exams.timing.clock import Clock

_COURSE_MOST = 30
KINDS = ("person", "team", "branch", "all")


@dataclass(frozen=True, slots=True)
class WantedAssignment:
    """Who must pass a course by when; `kind` and `name` as of an `Assignment`, `due_day` in ISO form or empty."""

    course: str
    kind: str
    name: str = ""
    due_day: str = ""


@dataclass(frozen=True, slots=True)
class MeantNow:
    """How many on the staff an assignment means today: of these `passed` have a valid pass, `assigned` must already."""

    people: int
    passed: int
    assigned: int


class Assigning:
    """Assignments of one register; `who` is written down. Everything raises `BadAssignment`."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = who
        self._clock = clock

    def plan(self, wanted: WantedAssignment) -> MeantNow:
        """Whom it means; nothing is written."""
        self._check(wanted)
        today = day_of(self._clock.now().wt)
        return MeantNow(*meant_now(self._db, wanted.course, wanted.kind, wanted.name, today))

    def assign(self, wanted: Sequence[WantedAssignment]) -> tuple[Assignment, ...]:
        """All of them; where one is not possible, none."""
        with self._db.together():
            for one in wanted:
                self._check(one)
            wt = self._clock.now().wt
            return tuple(
                assign(self._db, Assignment(0, one.course, one.kind, one.name, one.due_day, self._who, wt))
                for one in wanted
            )

    def _check(self, wanted: WantedAssignment) -> None:
        course, known = wanted.course, wanted.kind in KINDS
        for reason, wrong in (
            ("course", not 0 < len(course) <= _COURSE_MOST or not course.isprintable()),
            ("day", wanted.due_day != "" and not is_day(wanted.due_day)),
            ("name", not known or not meant_by(self._db, wanted.kind, wanted.name)),
        ):
            if wrong:
                raise BadAssignment(reason=reason, name=wanted.name[:64], course=course[:_COURSE_MOST])
