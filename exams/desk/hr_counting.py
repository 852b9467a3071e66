"""The whole result that counts of a sitting, mark by mark: collected, graded again by every run that was released, and
with the points that people gave on top. `store.counted_rows` tells what came of it.
"""

from collections.abc import Iterator, Mapping, Sequence

from exams.desk.hr_replay import Replayed
from exams.grading.awards import with_awards
from exams.grading.correction import Correction, Sheet, corrected, grade_sheet, in_force
from exams.grading.marks import Result
from exams.register.dispute_errors import DecisionRefused
from exams.register.regrade_errors import StoredResultAltered
from exams.register.regrading import Figure, OutcomeRule, result_by
from exams.store.register_dialect import RegisterDb
from exams.store.register_regrade_rows import counting_now, released_runs, runs_about

Points = Mapping[int, int]
"""Milli-points that people gave, by position."""


def counting_result(db: RegisterDb, replayed: Replayed, points: Points) -> Result:
    """The result with these points; nobody has less by them than before.

    Raises `DecisionRefused` where the sitting's pack or result is missing, `StoredResultAltered` where the sealed
    answers give another result than the released runs made count.
    """
    sheet, kept = _sheet(replayed), replayed.kept
    if sheet is None or kept is None:
        raise DecisionRefused(reason="pack", number=0)
    runs = tuple(_runs(db, replayed))
    if runs:
        now = _folded(sheet, kept, runs, {})
        if Figure.of(now) != counting_now(db, replayed.row.sitting).get(replayed.row.sitting):
            raise StoredResultAltered
    return _folded(sheet, kept, runs, points)


_Run = tuple[OutcomeRule, tuple[Correction, ...]]


def _sheet(replayed: Replayed) -> Sheet | None:
    if replayed.book is None or replayed.kept is None:
        return None
    last = replayed.retold.last
    return replayed.book.sheet(last.paper, last.answers, replayed.kept.grader)


def _runs(db: RegisterDb, replayed: Replayed) -> Iterator[_Run]:
    """Those that graded this sitting again, each with all corrections that were in force then."""
    own, corrections = runs_about(db, replayed.row.sitting), list[Correction]()
    for run in released_runs(db, replayed.row.course) if own else ():
        corrections.append(run.correction)
        if run.number in own:
            yield run.rule.outcomes, in_force(corrections)


def _folded(sheet: Sheet, kept: Result, runs: Sequence[_Run], points: Points) -> Result:
    counts = with_awards(kept, sheet.paper, sheet.policy, points)
    for rule, corrections in runs:
        told = corrected(sheet, corrections)
        after = with_awards(grade_sheet(sheet, corrections), told.paper, told.policy, points)
        counts = result_by(rule, counts, after)
    return counts
