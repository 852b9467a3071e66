"""The result: graded again from the journal's own answers with HR's copy of the key, and compared in every part."""

from collections.abc import Iterator

from exams.bundles.story import Story
from exams.bundles.truth import FormBook, known_grader
from exams.bundles.verdict import Code, Finding
from exams.errors import AcademyError
from exams.grading.marks import Result
from exams.journal.line import Event
from exams.sittings.sitting import Sitting, State


def score_findings(story: Story, book: FormBook, result: Result | None) -> Iterator[Finding]:
    """Every `graded` line says what HR's grading says of the answers before it; `result` is that of the last ones."""
    for step in story.of(Event.GRADED):
        told = step.after.result
        is_last = step.after is story.sitting
        ours = result if is_last else _graded(step.before, book, told.grader if told else None)
        if told != ours:
            facts = {"told": told.score if told else None, "score": ours.score if ours else None}
            yield Finding(Code.SCORE, step.record.line.seq, story.att, facts)


def result_of(story: Story, book: FormBook) -> Result | None:
    """What counts: HR's grading of a sitting that was handed in; None while it runs and once it is void."""
    sitting = story.sitting
    if sitting is None or sitting.state not in {State.SUBMITTED, State.GRADED}:
        return None
    return _graded(sitting, book, sitting.result.grader if sitting.result else None)


def _graded(sitting: Sitting, book: FormBook, version: object) -> Result | None:
    try:
        return book.grade(sitting.paper, sitting.answers, known_grader(version))
    except AcademyError:
        return None
