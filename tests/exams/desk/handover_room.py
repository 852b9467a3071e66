"""Two PCs of one room for tests, and the files of a seat swap that go between them."""

from exams.desk.handover import ask_handover, hand_over, take_over
from tests.exams.desk.answering import right
from tests.exams.desk.branch_pc import MINUTE, PROCTOR

WHY = "显示器坏了"


class Room:
    """An old and a spare PC of one room, each with a record of its own, and what goes between them."""

    def __init__(self, old, spare):
        self.old, self.spare = old, spare

    def begun(self, answers=3):
        """Somebody sits at the old PC and has answered the first places."""
        sitting = self.old.begin_final()
        for position in range(1, answers + 1):
            self.old.clock.forward(MINUTE)
            sitting = self.old.desk().answer(sitting.id, position, right(self.old, sitting, position))
        return sitting

    def asked(self):
        return ask_handover(self.spare.office, self.spare.desk(PROCTOR))

    def handed(self, sitting, request=None):
        return hand_over(self.old.office, self.old.desk(PROCTOR), sitting.id, request or self.asked(), WHY)

    def taken(self, raw):
        return take_over(self.spare.office, self.spare.desk(PROCTOR), raw)

    def swapped(self, minutes=2):
        """A sitting that changed its PC, minutes after its last line."""
        sitting = self.begun()
        raw = self.handed(sitting)
        self.spare.clock.forward(3 * MINUTE + minutes * MINUTE)
        return sitting, raw, self.taken(raw)
