"""From what was read and passed to what comes next. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exams.training.study import ChapterProgress, NextStep, SectionProgress, SectionState, Training


@dataclass(frozen=True, slots=True)
class Standing:
    """What the plan needs to know besides the chapters."""

    minutes: Mapping[str, int]  # per section
    mock_taken: bool
    open_sitting: str | None
    certificate: str | None
    may_sit: bool
    weak: tuple[int, ...] = ()  # chapters to pass again after a failed final


def with_gates(chapters: Sequence[ChapterProgress], gating: bool) -> tuple[ChapterProgress, ...]:
    """Lock every chapter behind the first whose quiz is not passed, where the branch wants gates."""
    gated, locked = [], False
    for chapter in chapters:
        gated.append(
            ChapterProgress(
                chapter.chapter,
                chapter.titles,
                chapter.sections,
                chapter.quiz_best,
                chapter.quiz_passed,
                locked=gating and locked,
            )
        )
        locked = locked or not chapter.quiz_passed
    return tuple(gated)


def plan(chapters: tuple[ChapterProgress, ...], standing: Standing) -> Training:
    """The home screen's facts; the first thing undone is what is offered."""
    step, target = _next(chapters, standing)
    left = sum(
        standing.minutes.get(section.section, 0)
        for chapter in chapters
        for section in chapter.sections
        if section.state is not SectionState.READ
    )
    return Training(chapters, left, step, target, standing.certificate)


def _next(chapters: tuple[ChapterProgress, ...], standing: Standing) -> tuple[NextStep, str]:
    if standing.open_sitting:
        return NextStep.RESUME, standing.open_sitting
    if standing.certificate and not standing.may_sit:  # where both hold, it is time to renew it
        return NextStep.CERTIFICATE, standing.certificate
    for chapter in chapters:
        unread = _first_unread(chapter.sections)
        if unread:
            return NextStep.READ, unread
        if not chapter.quiz_passed or chapter.chapter in standing.weak:
            return NextStep.QUIZ, str(chapter.chapter)
    if not standing.mock_taken:
        return NextStep.MOCK, ""
    return (NextStep.EXAM, "") if standing.may_sit else (NextStep.WAIT, "")


def _first_unread(sections: tuple[SectionProgress, ...]) -> str:
    return next((one.section for one in sections if one.state is not SectionState.READ), "")
