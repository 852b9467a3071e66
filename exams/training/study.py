"""What a person has studied and may do next: values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SectionState(StrEnum):
    """How far a section is."""

    UNREAD = "unread"
    STARTED = "started"
    READ = "read"


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """One section for one person; `place` in thousandths of blocks, `seconds` honest time on task."""

    section: str
    state: SectionState
    place: int = 0
    seconds: int = 0
    checks_right: int = 0
    checks_total: int = 0


@dataclass(frozen=True, slots=True)
class ChapterProgress:
    """One chapter for one person. `locked` only where gating is on and the chapter before is not passed."""

    chapter: int
    titles: Mapping[str, str]
    sections: tuple[SectionProgress, ...]
    quiz_best: int | None  # percent
    quiz_passed: bool
    locked: bool = False


class NextStep(StrEnum):
    """The one thing the home screen offers first."""

    READ = "read"
    QUIZ = "quiz"
    MOCK = "mock"
    RESUME = "resume"
    EXAM = "exam"
    WAIT = "wait"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Training:
    """The home screen's facts; `next_target` is a section, chapter number, sitting or certificate number."""

    chapters: tuple[ChapterProgress, ...]
    minutes_left: int
    next_step: NextStep
    next_target: str
    certificate: str | None = None
