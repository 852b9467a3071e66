"""HR's desk for disputes: sittings replayed, appeals entered by one person and decided by another."""

from collections.abc import Mapping
from dataclasses import replace

from exams.desk.hq_desk import HqDesk
from exams.desk.hr_material import Material
from exams.desk.hr_replay import Replayed, SittingReader
from exams.grading.awards import with_awards
from exams.grading.marks import Result
from exams.grading.policy import GradingPolicy
from exams.register.appeals import WHOLE_RESULT, Appeal, AppealState, Decision, Relief, decided, entered, sign_decision
from exams.register.dispute_errors import AppealRefused, DecisionRefused, SittingUnknown
from exams.register.dispute_rules import DisputeRules, checked_rule
from exams.register.outcome import SittingRow
from exams.register.results import result_in
from exams.register.validity import day_of
from exams.store.appeal_rows import (
    add_appeal,
    appeal_of,
    appeals,
    awards_of,
    reviewed_of,
    rules_of,
    save_award,
    save_decision,
    save_reviewed,
    save_rule,
)
from exams.store.register_dialect import RegisterDb
from exams.store.register_rows import sitting_of
from exams.timing.clock import Clock
from exams.trust.keys import SigningKey
from exams.trust.shapes import base64_text


class Disputes:
    """`who` is written down beside everything that is entered and decided."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = who
        self._clock = clock

    def replay(self, material: Material, sitting: str) -> Replayed:
        """A sitting step by step; raises `SittingUnknown`, `SittingUnreadable`, `BundleAltered`."""
        return SittingReader(self._db, material).read(sitting)

    def sitting(self, sitting: str) -> SittingRow:
        """As the register has it; raises `SittingUnknown`."""
        row = sitting_of(self._db, sitting)
        if row is None:
            raise SittingUnknown(sitting=sitting[:32])
        return row

    def rules(self) -> DisputeRules:
        """The rules in force."""
        return rules_of(self._db)

    def set_rule(self, name: str, value: int) -> DisputeRules:
        """Change one; raises `BadDisputeRule`. What came in before keeps its last day."""
        save_rule(self._db, name, checked_rule(name, value))
        return self.rules()

    def appeals(self, sitting: str = "") -> tuple[Appeal, ...]:
        """Open ones first, then the newest."""
        return appeals(self._db, sitting)

    def appeal(self, number: int) -> Appeal:
        """Raises `AppealUnknown`."""
        return appeal_of(self._db, number)

    def enter(self, sitting: str, staff_id: str, position: int, reason: str, received_day: str = "") -> Appeal:
        """Take an appeal in, received today where no day is given; `position` 0: about the whole result.

        Raises `SittingUnknown`, `AppealRefused`, `AppealLate`.
        """
        row, now = self.sitting(sitting), self._clock.now().wt
        today, result = day_of(now), result_in(row.result)
        marks = {one.position: one.item for one in result.marks} if result else {}
        if position != WHOLE_RESULT and position not in marks:
            raise AppealRefused(reason="item", sitting=sitting[:32], staff_id=staff_id[:32])
        item, received = marks.get(position, ""), received_day or today
        asked = Appeal(0, sitting, staff_id, position, item, reason, received, "", self._who, now)
        return add_appeal(self._db, entered(asked, row, self.rules(), today))

    def at_stake(self, appeal: Appeal) -> tuple[int, int]:
        """Milli-points that the question brought, and that it can bring; (0, 0) for a whole result."""
        result = self.result(appeal.sitting)
        found = (one for one in result.marks if one.position == appeal.position) if result else iter(())
        mark = next(found, None)
        return (mark.points, mark.max_points) if mark else (0, 0)

    def result(self, sitting: str) -> Result | None:
        """What counts now: the collected result, or what people have made of it."""
        return reviewed_of(self._db, sitting) or result_in(self.sitting(sitting).result)

    def decide(self, hq: HqDesk, material: Material, number: int, decision: Decision) -> Appeal:
        """Decide an appeal as its second person, signed with HR's key and written into headquarters' log.

        Raises `AppealUnknown`, `AppealDecided`, `DecisionRefused`, or what replaying the sitting raises. A wrong key
        changes nothing here: the appeal stays marked for everybody to be graded again.
        """
        appeal, now = self.appeal(number), self._clock.now().wt
        told = decided(appeal, decision, self._who, now, self.at_stake(appeal)[1])
        before = self.result(appeal.sitting)
        after = before
        if told.relief in {Relief.POINTS, Relief.FULL}:
            given = {**awards_of(self._db, told.sitting), told.position: told.points}
            after = result_with(SittingReader(self._db, material).read(told.sitting), given)
        told = _changing(told, before, after)
        about = {"number": number, "sitting": told.sitting, "outcome": told.outcome.value, "relief": told.relief.value}

        def sign(key: SigningKey) -> bytes:
            return sign_decision(told, key)

        told = replace(told, signed=base64_text(hq.signed_by_hr("appeal", about, sign)))
        with self._db.together():
            save_decision(self._db, told)
            if after is not None and after != before:
                save_award(self._db, told.sitting, told.position, told.points, ("appeal", now))
                save_reviewed(self._db, told.sitting, after, now)
        return told

    def wanting_regrading(self) -> tuple[Appeal, ...]:
        """Upheld because a key is wrong: what the next grading anew rests on."""
        return tuple(one for one in self.appeals() if one.wants_regrading)

    def undecided(self) -> int:
        """How many wait."""
        return sum(one.outcome is AppealState.OPEN for one in self.appeals())


def result_with(replayed: Replayed, points: Mapping[int, int]) -> Result:
    """A sitting's result with points given by people; raises `DecisionRefused` where its pack or result is missing."""
    if replayed.kept is None or replayed.book is None:
        raise DecisionRefused(reason="pack", number=0)
    policy = GradingPolicy.of(replayed.book.blueprint)
    return with_awards(replayed.kept, replayed.retold.last.paper, policy, points)


def _changing(appeal: Appeal, before: Result | None, after: Result | None) -> Appeal:
    return replace(
        appeal,
        percent_before=before.percent if before else -1,
        percent_after=after.percent if after else -1,
        passed_before=before.passed if before else False,
        passed_after=after.passed if after else False,
    )
