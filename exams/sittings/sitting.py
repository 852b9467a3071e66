"""A sitting, rebuilt from its journal lines; never edited in place."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from exams.grading.marks import MarkState, Result
from exams.items.item import Response
from exams.papers.paper import Paper
from exams.sittings.aids import Comment, Span
from exams.timing.account import UNTOUCHED, TimeAccount, TimeRecord, account_of
from exams.timing.alerts import alert_of
from exams.timing.clock import Moment
from exams.timing.gaps import Cause, Gap
from exams.timing.parts import Parts, Spent, part_left_ms


class Kind(StrEnum):
    """The same engine serves all of them; only a final counts for the certificate."""

    FINAL = "final"
    REHEARSAL = "rehearsal"
    MOCK = "mock"
    QUIZ = "quiz"


PROCTORED = frozenset({Kind.FINAL, Kind.REHEARSAL})
"""Sat in a session under a proctor; of a rehearsal nothing counts."""


class State(StrEnum):
    """Where a sitting stands; paused: it waits for the proctor, and `stop` says why."""

    OPEN = "open"
    PAUSED = "paused"
    SUBMITTED = "submitted"
    GRADED = "graded"
    VOID = "void"
    MOVED = "moved"  # handed over: it goes on at another PC


_PAUSED = State.PAUSED  # a member of an enum takes long to look up, and this is looked up with every answer

_NO_ANSWERS: Mapping[int, Response] = MappingProxyType({})
_NO_TEXTS: Mapping[int, str] = MappingProxyType({})
_NO_TIMES: Spent = MappingProxyType({})
_NO_COMMENTS: Mapping[int, Comment] = MappingProxyType({})
_NO_STRIKES: Mapping[int, frozenset[str]] = MappingProxyType({})
_NO_SPANS: Mapping[tuple[int, str], tuple[Span, ...]] = MappingProxyType({})

RUNNING = frozenset({State.OPEN, State.PAUSED})
"""States in which a sitting has not ended."""


class Sitting(NamedTuple):
    """What has happened so far. Times in milliseconds; `limit_ms` includes extra time and extensions, 0: no limit.

    A tuple: a changed copy is made with every answer and every replayed line.
    """

    id: str
    kind: Kind
    staff_id: str
    session: str
    attempt: int
    paper: Paper
    state: State
    limit_ms: int
    elapsed_ms: int
    started_wt: int
    last: Moment  # of the last line read: time runs on from here
    content: str = ""  # SHA-256 over the content parts the paper was drawn from
    position: int = 1
    answers: Mapping[int, Response] = _NO_ANSWERS
    flags: frozenset[int] = frozenset()
    seen: frozenset[int] = frozenset()
    time: TimeRecord = UNTOUCHED
    extra_ms: int = 0
    focus_lost: int = 0  # times the exam window lost the focus
    away_ms: int = 0  # how long in all, by the clock that runs through suspend; a restart ends an absence unmeasured
    away_since: Moment | None = None  # while it is away
    reason: str = ""  # the proctor's, of the latest pause, resume, forced hand-in, void or reopening
    cause: str = ""  # what ended it: hand, time or forced
    ended_wt: int | None = None
    result: Result | None = None
    certificate: str | None = None
    drafts: Mapping[int, str] = _NO_TEXTS  # what stands in a field and is no number yet: it counts for nothing
    withheld: int = 0  # answer lines whose bodies are sealed or erased here: `answers` does not tell what was given
    strikes: Mapping[int, frozenset[str]] = _NO_STRIKES  # options struck out, by authored letter; nothing counts them
    highlights: Mapping[tuple[int, str], tuple[Span, ...]] = _NO_SPANS  # by position and language
    scratch: str = ""  # notes of the whole sitting
    comments: Mapping[int, Comment] = _NO_COMMENTS  # what the person objects to in a question, for HR
    parts: Parts = ()  # limits inside the paper
    spent: Spent = _NO_TIMES  # how long each place was on the screen, by the account of the whole; only where `parts`

    @property
    def account(self) -> TimeAccount:
        """The time of this sitting, for the rules of `exams.timing`."""
        record = self.time
        if record.stop is None and self.state is _PAUSED:
            record = replace(record, stop=Cause.PAUSE, stopped_at=self.last)
        return account_of((self.limit_ms, self.elapsed_ms, self.last, record))

    @property
    def sealed_in(self) -> str:
        """The session whose keys its paper needs; empty where practice items are asked."""
        return self.session if self.kind is Kind.FINAL else ""

    @property
    def remaining_ms(self) -> int | None:
        """Time left at the last line read, never below 0; None without a limit."""
        return None if self.limit_ms == 0 else max(0, self.limit_ms - self.elapsed_ms)

    @property
    def part_left_ms(self) -> int | None:
        """Time left of the limits that hold for the place on the screen, below 0 once over; None where none holds."""
        return self.part_left_at(self.position)

    def part_left_at(self, position: int) -> int | None:
        """The same of any place."""
        return part_left_ms(self.parts, self.spent, position, self.time.extended_ms) if self.parts else None

    @property
    def answered(self) -> int:
        """How many places were answered, of withheld answers as the result tells it; 0 where that is gone too."""
        if not self.withheld:
            return len(self.answers)
        return sum(mark.state is not MarkState.BLANK for mark in self.result.marks) if self.result else 0

    @property
    def is_open(self) -> bool:
        """True while answers may be given."""
        return self.state is State.OPEN

    @property
    def has_ended(self) -> bool:
        """True once handed in, graded or void."""
        return self.state not in RUNNING

    @property
    def stop(self) -> Cause | None:
        """Why it waits for the proctor: a pause, or a gap that only the proctor can answer for; None while it runs."""
        return (self.time.stop or Cause.PAUSE) if self.state is State.PAUSED else None

    @property
    def time_runs(self) -> bool:
        """True while the time goes down: also while a gap waits for the proctor, never during a pause."""
        return not self.has_ended and self.stop is not Cause.PAUSE

    @property
    def alert(self) -> int | None:
        """The warning that holds now, in minutes left: 10, 2 or none."""
        return None if self.has_ended else alert_of(self.limit_ms, self.remaining_ms)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Every disturbance of its time, with its cause."""
        return self.time.gaps

    @property
    def creditable_ms(self) -> int:
        """Lost time that the proctor may still give back."""
        return 0 if self.has_ended else self.account.creditable_ms

    @property
    def extendable_ms(self) -> int:
        """Minutes' worth that the proctor may still add."""
        return 0 if self.has_ended else self.account.extendable_ms
