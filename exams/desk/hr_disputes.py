"""HR's desk for disputes: sittings replayed, appeals entered by one person and decided by another."""

from dataclasses import replace

from exams.desk.hq_desk import HqDesk
from exams.desk.hr_counting import counting_result
from exams.desk.hr_material import Material
from exams.desk.hr_replay import Replayed, SittingReader
from exams.grading.marks import Mark, Result
from exams.register.appeals import WHOLE_RESULT, Appeal, AppealState, Decision, Relief, decided, entered, sign_decision
from exams.register.dispute_errors import AppealRefused, SittingUnknown
from exams.register.dispute_rules import DisputeRules, checked_rule
from exams.register.outcome import SittingRow
from exams.register.people import StaffRow
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
from exams.store.counted_rows import counted
from exams.store.register_dialect import RegisterDb
from exams.store.register_merge_rows import kept_id, known_as
from exams.store.register_people import person_of
from exams.store.register_regrade_rows import counting_now
from exams.store.register_rows import sitting_of
from exams.store.released_rows import told_so_far
from exams.timing.clock import Clock
from exams.trust.keys import SigningKey
from exams.trust.shapes import base64_text


class Disputes:
    """`who` is written down beside everything that is entered and decided."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = known_as(db, who)
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

    def appeals(self, sitting: str = "", staff_id: str = "") -> tuple[Appeal, ...]:
        """Open ones first, then the newest; of one sitting, or of one person under any staff id."""
        return appeals(self._db, sitting, staff_id)

    def appeal(self, number: int) -> Appeal:
        """Raises `AppealUnknown`."""
        return appeal_of(self._db, number)

    def person(self, staff_id: str) -> StaffRow | None:
        """Whose appeal it is, as HR's staff list has them; None where it has nobody of this id."""
        return person_of(self._db, kept_id(self._db, staff_id))

    def enter(self, sitting: str, staff_id: str, position: int, reason: str, received_day: str = "") -> Appeal:
        """Take an appeal in, received today where no day is given; `position` 0: about the whole result.

        Any staff id of the person will do. Raises `SittingUnknown`, `AppealRefused`, `AppealLate`.
        """
        row, now = told_so_far(self._db, self.sitting(sitting)), self._clock.now().wt
        today, result = day_of(now), result_in(row.result)
        marks = {one.position: one.item for one in result.marks} if result else {}
        if position != WHOLE_RESULT and position not in marks:
            raise AppealRefused(reason="item", sitting=sitting[:32], staff_id=staff_id[:32])
        item, received = marks.get(position, ""), received_day or today
        whose = row.staff_id if kept_id(self._db, staff_id) == kept_id(self._db, row.staff_id) else staff_id
        asked = Appeal(0, sitting, whose, position, item, reason, received, "", self._who, now)
        return add_appeal(self._db, entered(asked, row, self.rules(), today))

    def at_stake(self, appeal: Appeal) -> tuple[int, int]:
        """Milli-points that the question brought, and that it can bring; (0, 0) for a whole result.

        The first is -1 where the sitting was graded again: only its sealed answers tell.
        """
        kept, by_hand = result_in(self.sitting(appeal.sitting).result), reviewed_of(self._db, appeal.sitting)
        mark = _mark_at(by_hand, appeal.position) or _mark_at(kept, appeal.position)
        if mark is None:
            return 0, 0
        untold = by_hand is None and bool(counting_now(self._db, appeal.sitting))
        return -1 if untold else mark.points, mark.max_points

    def decide(self, hq: HqDesk, material: Material, number: int, decision: Decision) -> Appeal:
        """Decide an appeal as its second person, signed with HR's key and written into headquarters' log.

        Raises `AppealUnknown`, `AppealDecided`, `DecisionRefused`, or what replaying the sitting raises. A wrong key
        changes nothing here: the appeal stays marked for everybody to be graded again.
        """
        with self._db.together():
            appeal, now = self.appeal(number), self._clock.now().wt
            told = decided(appeal, decision, self._who, now, self.at_stake(appeal)[1])
            before, after = self._before_and_after(material, told)
            told = self._changing(told, after if after != before else None)
            about = {
                "number": number,
                "sitting": told.sitting,
                "outcome": told.outcome.value,
                "relief": told.relief.value,
            }

            def sign(key: SigningKey) -> bytes:
                return sign_decision(told, key)

            told = replace(told, signed=base64_text(hq.signed_by_hr("appeal", about, sign)))
            save_decision(self._db, told)
            if after is not None and after != before:
                save_award(self._db, told.sitting, told.position, told.points, ("appeal", now))
                save_reviewed(self._db, told.sitting, after, now)
        return told

    def _before_and_after(self, material: Material, told: Appeal) -> tuple[Result | None, Result | None]:
        """None for both where the decision gives no points."""
        if told.relief not in {Relief.POINTS, Relief.FULL}:
            return None, None
        replayed, given = SittingReader(self._db, material).read(told.sitting), awards_of(self._db, told.sitting)
        more = {**given, told.position: max(told.points, given.get(told.position, 0))}
        return counting_result(self._db, replayed, given), counting_result(self._db, replayed, more)

    def _changing(self, told: Appeal, after: Result | None) -> Appeal:
        """With what counted before, and what counts `after`; None where that is the same."""
        before = counted(self._db, told.sitting)
        percent, passed = (after.percent, after.passed) if after else before
        return replace(
            told, percent_before=before[0], passed_before=before[1], percent_after=percent, passed_after=passed
        )

    def wanting_regrading(self) -> tuple[Appeal, ...]:
        """Upheld because a key is wrong: what the next grading anew rests on."""
        return tuple(one for one in self.appeals() if one.wants_regrading)

    def undecided(self) -> int:
        """How many wait."""
        return sum(one.outcome is AppealState.OPEN for one in self.appeals())


def _mark_at(result: Result | None, position: int) -> Mark | None:
    return next((one for one in result.marks if one.position == position), None) if result else None
