"""What a desk tells about an exam before it is begun, and a page of it while it runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from exams.grading.marks import Mark
from exams.items.item import Explanation, ItemType, Response
from exams.papers.blueprint import Marking, TimedPart
from exams.sittings.sitting import Sitting
from exams.sittings.tries import Obstacle

REHEARSAL_TITLES: Mapping[str, str] = {"zh": "考场演练：不计成绩", "en": "Rehearsal – counts for nothing"}
"""Over every question and result of one, whatever blueprint it is drawn by."""


@dataclass(frozen=True, slots=True)
class ExamOffer:
    """The facts of the page before an exam; `open_sitting` is an unfinished one to go on with."""

    blueprint: str
    titles: Mapping[str, str]
    items: int
    minutes: int
    points: int  # milli-points
    pass_percent: int
    red_line_items: int
    red_line_needed: int
    attempt: int
    tries: int
    obstacle: Obstacle
    next_try_wt: int | None = None
    session: str | None = None
    open_sitting: str | None = None
    left: int | None = None  # tries of this cycle, the next one among them; None: unlimited
    weak: tuple[int, ...] = ()  # chapters to study again before the next cycle
    talk_needed: bool = False  # with the coach, before the next cycle
    marking: Marking = field(default_factory=Marking)
    parts: tuple[TimedPart, ...] = ()  # chapters with a time of their own, extra time left out
    question_seconds: int = 0
    trial: int = 0  # of `items`, how many give no points
    lockdown: bool = False  # the exam holds the PC while it runs: a final whose blueprint wants it


@dataclass(frozen=True, slots=True)
class Question:
    """One place of a paper in both languages; options are (authored letter, text) in SHOWN order."""

    position: int
    type: ItemType
    points: int
    stems: Mapping[str, str]
    options: Mapping[str, tuple[tuple[str, str], ...]]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One question with response, mark and explanation: quizzes, mocks and self-checks only."""

    question: Question
    response: Response | None
    mark: Mark
    correct: Response
    explanations: Mapping[str, Explanation]
    section: str
    facts: tuple[str, ...]
    mistake: str | None = None  # the name of the typical wrong value that was given


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """An exam session as people see it."""

    id: str
    title: str
    proctor: str
    opened_wt: int
    open: bool
    code_shown: str | None = None  # only in the demonstration
    rehearsal: bool = False  # nothing in it counts


@dataclass(frozen=True, slots=True)
class SittingLine:
    """One row of the proctor's and HR's lists; the last four are facts of this moment, empty once it has ended."""

    sitting: str
    kind: str
    staff_id: str
    name: str
    session: str
    attempt: int
    state: str
    answered: int
    items: int
    started_wt: int
    ended_wt: int | None
    percent: int | None
    passed: bool | None
    certificate: str | None
    stop: str = ""  # why it waits for the proctor: pause, stopped, suspend, reboot
    remaining_ms: int | None = None
    creditable_ms: int = 0  # lost time that may still be given back
    extendable_ms: int = 0


class Saved(NamedTuple):
    """A response that is on the disk: the sitting now, the journal's number, the SHA-256 of the body."""

    sitting: Sitting
    seq: int
    digest: str
