"""One person's final at an enrolled branch, step by step, and what HR makes of it."""

from dataclasses import replace

from tests.exams.bundles.forging import forged, lines_of
from tests.exams.bundles.hr_room import handed_in, key_release, refusals
from tests.exams.desk.branch_pc import PROCTOR, XIAOYU
from tests.exams.desk.sealed_branch import HERE

WHY = "as it happened"


class Day:
    """One PC, one person's final, and the room that judges it."""

    def __init__(self, pc, room):
        self.pc, self.room, self.desk = pc, room, pc.desk(XIAOYU)
        self.proctor = pc.desk(PROCTOR)
        self.sitting = None

    def begin(self, person=XIAOYU):
        self.desk = self.pc.desk(person)
        self.sitting = self.pc.begin_final(person, self.pc.room_code)
        return self

    def comes_back(self, person=XIAOYU):
        """The app was started again."""
        self.pc.reopen()
        self.desk, self.proctor = self.pc.desk(person), self.pc.desk(PROCTOR)
        return self

    def answer(self, *positions, value=None):
        for position in positions:
            self.pc.clock.forward(20_000)
            place = self.sitting.paper.at(position)
            letters = place.order or ("B",)
            given = {
                "multiple": [letters[0]],
                "truefalse": True,
                "numerical": "12.50",
                "best_worst": {"best": letters[0], "worst": letters[-1]},
            }.get(place.type.value, letters[0])
            self.desk.answer(self.sitting.id, position, given if value is None else value)
        return self

    def hand_in(self):
        self.pc.clock.forward(20_000)
        self.sitting = self.desk.hand_in(self.sitting.id)
        return self

    def sat(self):
        return self.begin().answer(1, 2, 3, 4, 5, 6, 7).hand_in()

    @property
    def bundle(self):
        return handed_in(self.pc)

    @property
    def told(self):
        return lines_of(self.bundle)

    def forge(self, told, **how):
        """HR's refusals of these lines under the device's own key."""
        return refusals(self.room.verify(forged(self.bundle, told, self.pc.device, **how)))


def anchored_day(pc, room):
    """A final graded with a second code that was paid for with an anchor."""
    day = Day(pc, room).sat()
    room.anchored(HERE.session, key_release(day.proctor.anchor()))
    day.proctor.grade_session(HERE.session, pc.stick.grading)
    return day


def with_body(bundle, at, change):
    rows = list(bundle.rows)
    raw, body = rows[at]
    rows[at] = raw, change(body)
    return replace(bundle, rows=tuple(rows))


def changed(told, at, **facts):
    return [*told[:at], told[at].saying(**facts), *told[at + 1 :]]
