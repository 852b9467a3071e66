"""What must be passed before what: quiz by quiz to the final, and after a failed final the weak chapters first.

Headquarters opens all gates with `gated = false` in the final's blueprint, which the course pack signs; HR does so for
branches with rules that it signs. Nobody at the branch can.
"""

from collections.abc import Callable
from dataclasses import replace

from exams.accounts.person import Person
from exams.bundles.study_rules import StudyRules
from exams.desk.retake_book import RetakeBook
from exams.desk.study_book import StudyBook
from exams.papers.blueprint import Blueprint
from exams.sittings.sitting import Kind
from exams.sittings.tries import Admission, Obstacle
from exams.store.sitting_rows import SittingRow
from exams.training.plan import with_gates
from exams.training.study import ChapterProgress

Rows = tuple[SittingRow, ...]


class Gates:
    """Of one person; where they are off, nothing here stands in anybody's way."""

    def __init__(self, person: Person, study: StudyBook, retakes: RetakeBook, rules: Callable[[], StudyRules]) -> None:
        self._person = person
        self._study = study
        self._retakes = retakes
        self._rules = rules

    def chapters(self, rows: Rows) -> tuple[ChapterProgress, ...]:
        """Progress over all chapters, locked where the quiz before is not passed."""
        return with_gates(self._study.chapters(rows), self._on())

    def of_quiz(self, chapter: int | None, rows: Rows) -> Admission:
        """A quiz of a locked chapter waits for the one before; a mock waits for nothing."""
        locked = chapter is not None and any(one.locked for one in self.chapters(rows) if one.chapter == chapter)
        return Admission(Obstacle.QUIZZES_MISSING if locked else Obstacle.NONE)

    @staticmethod
    def of_rehearsal(*, in_session: bool) -> Admission:
        """Open to everybody while the room is rehearsed, whatever they have passed."""
        return Admission(Obstacle.NONE if in_session else Obstacle.NO_SESSION)

    def of_final(self, blueprint: Blueprint, rows: Rows, *, in_session: bool) -> Admission:
        """The first thing that stands in the way of the final, the retake rule's among them."""
        may = self._retakes.admission(self._person.staff_id, blueprint, rows)
        if may.obstacle is Obstacle.ALREADY_PASSED:
            return may
        if self._on() and not all(one.quiz_passed for one in self._study.chapters(rows)):
            return replace(may, obstacle=Obstacle.QUIZZES_MISSING)
        if may.obstacle is not Obstacle.NONE:
            return may
        weak = self._retakes.weak_since(blueprint, rows) if self._on() else ()
        if weak:
            return replace(may, obstacle=Obstacle.WEAK_CHAPTERS, weak=weak)
        return may if in_session else replace(may, obstacle=Obstacle.NO_SESSION)

    def weak(self, rows: Rows) -> tuple[int, ...]:
        """The chapters to pass again before the next final."""
        return self._retakes.weak_since(self._final(), rows) if self._on() else ()

    def _on(self) -> bool:
        return self._rules().gating and self._final().gated

    def _final(self) -> Blueprint:
        return self._study.content.blueprint(Kind.FINAL.value)
