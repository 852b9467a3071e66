"""When a mistake is asked again: FSRS, the Free Spaced Repetition Scheduler, by its authors' library. Pure.

What was missed comes back the next day; each recall on a later day puts the next one further off. Three in a row, and
it is put away.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fsrs import Scheduler

RETIRED_AFTER = 3
"""Recalls in a row, each when it was due, after which a mistake is put away."""


@dataclass(frozen=True, slots=True)
class Recall:
    """How well one thing is remembered. `run`: due recalls in a row; times in ms UTC; `stability` in days."""

    due_wt: int
    last_wt: int
    stability: float
    difficulty: float
    run: int = 0
    lapses: int = 1

    @property
    def retired(self) -> bool:
        """True once it was recalled often enough."""
        return self.run >= RETIRED_AFTER

    def is_due(self, now_wt: int) -> bool:
        """Whether it is to be asked now."""
        return not self.retired and self.due_wt <= now_wt


def missed(now_wt: int) -> Recall:
    """Something that was just missed for the first time."""
    return _reviewed(None, right=False, now_wt=now_wt)


def recalled(recall: Recall, *, right: bool, now_wt: int) -> Recall:
    """What becomes of it by an answer; right before it is due changes nothing: that it stays is not shown."""
    if right and recall.due_wt > now_wt:
        return recall
    return _reviewed(recall, right=right, now_wt=now_wt)


def _reviewed(recall: Recall | None, *, right: bool, now_wt: int) -> Recall:
    from fsrs import Card, Rating, State

    card = Card(card_id=1)
    if recall is not None:
        card = Card(
            card_id=1,
            state=State.Review,
            step=None,
            stability=recall.stability,
            difficulty=recall.difficulty,
            due=_time(recall.due_wt),
            last_review=_time(recall.last_wt),
        )
    after, _ = _scheduler().review_card(card, Rating.Good if right else Rating.Again, _time(now_wt))
    run = (recall.run if recall else 0) + 1 if right else 0
    lapses = (recall.lapses if recall else 0) + (0 if right else 1)
    return Recall(_ms(after.due), now_wt, float(after.stability or 0), float(after.difficulty or 0), run, lapses)


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    # No steps of minutes and no dice: what is missed comes back tomorrow, the same on every PC.
    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=180)


def _time(wt: int) -> datetime:
    return datetime.fromtimestamp(wt / 1000, UTC)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
