"""A graded result as the journal spells it, and back."""

from typing import Any

from exams.grading.marks import Mark, MarkState, Result


def result_to_json(result: Result) -> dict[str, Any]:
    """Plain values for a journal body."""
    return {
        "grader": result.grader,
        "score": result.score,
        "max_score": result.max_score,
        "pass_score": result.pass_score,
        "passed": result.passed,
        "red_line_right": result.red_line_right,
        "red_line_needed": result.red_line_needed,
        "by_chapter": [[chapter, *pair] for chapter, pair in sorted(result.by_chapter.items())],
        "by_level": [[level, *pair] for level, pair in sorted(result.by_level.items())],
        "marks": [[m.position, m.item, m.state.value, m.fraction, m.points, m.max_points] for m in result.marks],
    }


def result_from_json(facts: dict[str, Any]) -> Result:
    """The result a `graded` line carries."""
    return Result(
        grader=facts["grader"],
        score=facts["score"],
        max_score=facts["max_score"],
        pass_score=facts["pass_score"],
        passed=facts["passed"],
        red_line_right=facts["red_line_right"],
        red_line_needed=facts["red_line_needed"],
        by_chapter={chapter: (score, most) for chapter, score, most in facts["by_chapter"]},
        by_level={level: (score, most) for level, score, most in facts["by_level"]},
        marks=tuple(_mark(*fields) for fields in facts["marks"]),
    )


def _mark(position: int, item: str, state: str, fraction: int, points: int, most: int) -> Mark:
    return Mark(position, item, MarkState(state), fraction, points, most)
