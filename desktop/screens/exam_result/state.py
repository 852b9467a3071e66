"""What the result page shows."""

from dataclasses import dataclass

from desktop.widgets.values import ChapterScore, Fact


@dataclass(frozen=True, slots=True)
class ExamResultState:
    """A graded sitting; `certificate` is the number where one was issued, `reviewable` for practice papers."""

    kind: str = "final"
    title: str = ""
    passed: bool = False
    percent: int = 0
    facts: tuple[Fact, ...] = ()
    chapters: tuple[ChapterScore, ...] = ()
    levels: tuple[ChapterScore, ...] = ()
    gate_failed: bool = False
    certificate: str = ""
    issuing: bool = False
    reviewable: bool = False
    weak_chapters: tuple[str, ...] = ()
