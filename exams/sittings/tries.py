"""Retake rules: how many tries, how far apart, and what stands in the way of the next. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from exams.papers.blueprint import Retakes

HOUR_MS = 3_600_000


class Obstacle(StrEnum):
    """Why a final cannot begin now."""

    NONE = "none"
    NO_SESSION = "no_session"
    QUIZZES_MISSING = "quizzes_missing"
    TRIES_USED = "tries_used"
    TOO_SOON = "too_soon"
    ALREADY_PASSED = "already_passed"


@dataclass(frozen=True, slots=True)
class Try:
    """One earlier sitting of the same exam: when it began, and whether it was passed."""

    began_wt: int
    passed: bool


def obstacle_of(tries: Sequence[Try], rule: Retakes | None, now_wt: int) -> tuple[Obstacle, int | None]:
    """What stands in the way, and from when on it does not; `rule` None leaves only "already passed"."""
    if any(one.passed for one in tries):
        return Obstacle.ALREADY_PASSED, None
    if rule is None or not tries:
        return Obstacle.NONE, None
    window = rule.days * 24 * HOUR_MS
    recent = sorted(one.began_wt for one in tries if not rule.days or now_wt - one.began_wt < window)
    if rule.tries and len(recent) >= rule.tries:
        return Obstacle.TRIES_USED, recent[-rule.tries] + window if rule.days else None
    soonest = max(one.began_wt for one in tries) + rule.hours_between * HOUR_MS
    return (Obstacle.TOO_SOON, soonest) if now_wt < soonest else (Obstacle.NONE, None)
