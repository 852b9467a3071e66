"""What HR makes of an exam day in one room: the bundles of its PCs, held against headquarters' plan and log."""

from collections import Counter
from dataclasses import replace

from exams.packs.manifest import Grading
from tests.exams.bundles.hr_room import HrRoom, handed_in
from tests.exams.desk.exam_room import RULES
from tests.journeys.room_day import ROSTER, S


class HrSide:
    """Headquarters' plan and log, and HR who takes the bundles in one after the other."""

    def __init__(self, stick, content, granted):
        self.room = HrRoom(stick, content, Grading.WITH_UNLOCK)
        expected = frozenset(who.staff_id for who in ROSTER)
        self.room.sessions[S] = replace(self.room.sessions[S], rules=RULES, roster=expected)
        self.room.more = {"granted": granted}

    def takes_in(self, place):
        return self.room.take_in(replace(handed_in(place.pc), serial=place.pc.serial))


def added_up(reports):
    """The sums of all PCs' reports together."""
    counts = Counter()
    for report in reports:
        counts.update(report.sums)
    return counts
