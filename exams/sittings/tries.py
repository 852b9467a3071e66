"""What stands in the way of a person's next try, by the retake rule of the blueprint. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from exams.papers.blueprint import Retakes
from exams.papers.retakes import Amends, RetakeStanding, Tried, standing


class Obstacle(StrEnum):
    """Why a final cannot begin now."""

    NONE = "none"
    NO_SESSION = "no_session"
    QUIZZES_MISSING = "quizzes_missing"
    WEAK_CHAPTERS = "weak_chapters"
    TRIES_USED = "tries_used"
    TOO_SOON = "too_soon"
    ALREADY_PASSED = "already_passed"


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a try may begin. `left`: tries of this cycle, None: unlimited; `next_wt`: waiting until then is enough.

    Where the tries are used up, `weak` chapters are to be studied again, and `talk_needed` with the coach.
    """

    obstacle: Obstacle = Obstacle.NONE
    next_wt: int | None = None
    left: int | None = None
    weak: tuple[int, ...] = ()
    talk_needed: bool = False


def admission(tries: Sequence[Tried], rule: Retakes, now_wt: int, amends: Amends | None = None) -> Admission:
    """What the retake rule says now."""
    found = standing(tries, rule, now_wt, amends)
    obstacle = _obstacle(found, now_wt)
    waits = obstacle in {Obstacle.TOO_SOON, Obstacle.TRIES_USED}
    return Admission(obstacle, found.from_wt if waits else None, found.left, found.weak, found.talk_needed)


def _obstacle(found: RetakeStanding, now_wt: int) -> Obstacle:
    if found.passed:
        return Obstacle.ALREADY_PASSED
    if found.open_at(now_wt):
        return Obstacle.NONE
    return Obstacle.TRIES_USED if found.left == 0 else Obstacle.TOO_SOON
