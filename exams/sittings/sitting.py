"""A sitting, rebuilt from its journal lines; never edited in place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from exams.grading.marks import Result
from exams.items.item import Response
from exams.papers.paper import Paper
from exams.timing.clock import Moment


class Kind(StrEnum):
    """The same engine serves all three; only a final counts for the certificate."""

    FINAL = "final"
    MOCK = "mock"
    QUIZ = "quiz"


class State(StrEnum):
    """Where a sitting stands."""

    OPEN = "open"
    PAUSED = "paused"
    SUBMITTED = "submitted"
    GRADED = "graded"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Sitting:
    """What has happened so far. Times in milliseconds; `limit_ms` includes extra time and credit, 0: no limit."""

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
    answers: Mapping[int, Response] = field(default_factory=dict)
    flags: frozenset[int] = frozenset()
    seen: frozenset[int] = frozenset()
    paused_at: Moment | None = None
    ended_wt: int | None = None
    result: Result | None = None
    certificate: str | None = None

    @property
    def remaining_ms(self) -> int | None:
        """Time left at the last line read, never below 0; None without a limit."""
        return None if self.limit_ms == 0 else max(0, self.limit_ms - self.elapsed_ms)

    @property
    def is_open(self) -> bool:
        """True while answers may be given."""
        return self.state is State.OPEN
