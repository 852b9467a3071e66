"""Appeals: who may bring one until when, who may decide it, and what a decision says. Pure."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from exams.register.dispute_errors import AppealDecided, AppealLate, AppealRefused, DecisionRefused
from exams.register.dispute_rules import DisputeRules
from exams.register.officers import plain_name, same_officer
from exams.register.outcome import SittingRow
from exams.register.validity import day_of, is_day
from exams.register.written import is_written
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.keys import SigningKey

WORDS_MOST = 2000
WHOLE_RESULT = 0
"""The position of an appeal that is about no single question."""


class AppealState(StrEnum):
    """Where it stands."""

    OPEN = "open"
    UPHELD = "upheld"
    REFUSED = "refused"


class Relief(StrEnum):
    """What an upheld appeal gives."""

    NONE = ""
    POINTS = "points"  # so many for the question
    FULL = "full"  # all points of the question
    KEY = "key"  # the key is wrong: everybody is to be graded again


@dataclass(frozen=True, slots=True)
class Appeal:
    """One appeal; points in milli-points; what it was decided by and what it changed only once it is."""

    number: int
    sitting: str
    staff_id: str
    position: int  # 0: the whole result
    item: str
    reason: str
    received_day: str
    last_day: str
    entered_by: str
    entered_wt: int
    outcome: AppealState = AppealState.OPEN
    relief: Relief = Relief.NONE
    points: int = 0
    words: str = ""
    decided_by: str = ""
    decided_wt: int = 0
    percent_before: int = -1
    percent_after: int = -1
    passed_before: bool = False
    passed_after: bool = False
    signed: str = ""

    @property
    def is_open(self) -> bool:
        """True until somebody has decided it."""
        return self.outcome is AppealState.OPEN

    @property
    def wants_regrading(self) -> bool:
        """True where it was upheld because the key is wrong."""
        return self.outcome is AppealState.UPHELD and self.relief is Relief.KEY


@dataclass(frozen=True, slots=True)
class Decision:
    """What a second person says; `points` only with `Relief.POINTS`, `words` go to the person."""

    outcome: AppealState
    words: str
    relief: Relief = Relief.NONE
    points: int = 0


def last_day(told_wt: int, days: int) -> str:
    """The last day on which an appeal may come in, counted from the day of the result."""
    return (date.fromisoformat(day_of(told_wt)) + timedelta(days=days)).isoformat()


def entered(asked: Appeal, sitting: SittingRow, rules: DisputeRules, today: str) -> Appeal:
    """The appeal with its last day; raises `AppealRefused`, or `AppealLate` with the day that was missed.

    Days count from when the person was told the result; where no line tells that, from the handing in.
    """
    ended = last_day(sitting.told_wt or sitting.ended_wt, rules.appeal_days)
    for reason, wrong in (
        ("name", not plain_name(asked.entered_by)),
        ("person", asked.staff_id != sitting.staff_id),
        ("result", sitting.percent < 0),
        ("words", not is_written(asked.reason, WORDS_MOST)),
        ("day", not is_day(asked.received_day) or not day_of(sitting.ended_wt) <= asked.received_day <= today),
    ):
        if wrong:
            raise AppealRefused(reason=reason, sitting=sitting.sitting, staff_id=asked.staff_id[:32])
    if asked.received_day > ended:
        raise AppealLate(received=asked.received_day, last_day=ended)
    return replace(asked, reason=asked.reason.strip(), last_day=ended)


def decided(appeal: Appeal, decision: Decision, who: str, wt: int, most: int) -> Appeal:
    """The appeal as it is decided; `most` are the points of the question, 0 for a whole result.

    Raises `AppealDecided` for one that is, `DecisionRefused` where this person or these points will not do.
    """
    if not appeal.is_open:
        raise AppealDecided(number=appeal.number, by=appeal.decided_by)
    for reason, wrong in (
        ("name", not plain_name(who)),
        ("same", same_officer(who, appeal.entered_by)),
        ("own", same_officer(who, appeal.staff_id)),
        ("points", not _fits(appeal, decision, most)),
        ("words", not is_written(decision.words, WORDS_MOST)),
    ):
        if wrong:
            raise DecisionRefused(reason=reason, number=appeal.number)
    points = most if decision.relief is Relief.FULL else decision.points
    return replace(
        appeal,
        outcome=decision.outcome,
        relief=decision.relief,
        points=points,
        words=decision.words.strip(),
        decided_by=who,
        decided_wt=wt,
    )


def _fits(appeal: Appeal, decision: Decision, most: int) -> bool:
    """Refused: nothing given. Upheld about a question: points, all of them or the key; about a result: no points."""
    if decision.outcome is AppealState.OPEN:
        return False
    if decision.outcome is AppealState.REFUSED:
        return decision.relief is Relief.NONE and not decision.points
    if appeal.position == WHOLE_RESULT:
        return decision.relief in {Relief.NONE, Relief.KEY} and not decision.points
    if decision.relief is Relief.POINTS:
        return 0 < decision.points <= most
    return decision.relief in {Relief.FULL, Relief.KEY} and not decision.points


def sign_decision(appeal: Appeal, key: SigningKey) -> bytes:
    """HR's signature over everything that was decided, and by whom."""
    return sign_envelope(
        Purpose.APPEAL,
        {
            "number": appeal.number,
            "sitting": appeal.sitting,
            "staff": appeal.staff_id,
            "position": appeal.position,
            "item": appeal.item,
            "received": appeal.received_day,
            "entered_by": appeal.entered_by,
            "outcome": appeal.outcome.value,
            "relief": appeal.relief.value,
            "points": appeal.points,
            "words": appeal.words,
            "decided_by": appeal.decided_by,
            "decided_wt": appeal.decided_wt,
            "before": [appeal.percent_before, appeal.passed_before],
            "after": [appeal.percent_after, appeal.passed_after],
        },
        [key],
    )
