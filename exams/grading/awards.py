"""Points that a person has given in place of grading's: the marks and the result that follow. Pure."""

from collections.abc import Mapping

from exams.grading.grade import summed
from exams.grading.marks import Mark, MarkState, Result
from exams.grading.policy import WHOLE, GradingPolicy
from exams.papers.paper import Paper


def with_awards(result: Result, paper: Paper, policy: GradingPolicy, points: Mapping[int, int]) -> Result:
    """The result with milli-points by position, each at most the item's; nobody has less by it than before."""
    marks = tuple(_awarded(mark, points.get(mark.position)) for mark in result.marks)
    return summed(paper, marks, policy, result.grader)


def _awarded(mark: Mark, points: int | None) -> Mark:
    if points is None or points <= mark.points:
        return mark
    given = min(points, mark.max_points)
    state = MarkState.RIGHT if given == mark.max_points else MarkState.PARTIAL if given > 0 else mark.state
    return mark._replace(state=state, points=given, fraction=given * WHOLE // mark.max_points if mark.max_points else 0)
