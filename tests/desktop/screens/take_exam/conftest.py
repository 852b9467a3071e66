"""A view in a look, the window as the app builds it, and one trainee's way through it on a branch PC."""

import pytest

from desktop.wiring.exam import ExamRoom, ExamRoomExits
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window
from tests.drivers.answers_review import ReviewDriver
from tests.drivers.exam_offer import ExamOfferDriver
from tests.drivers.exam_result import ExamResultDriver
from tests.drivers.hand_in import HandInDriver
from tests.drivers.take_exam import TakeExamDriver
from tests.drivers.window import WindowDriver
from tests.exams.desk.branch_pc import XIAOYU
from tests.exams.desk.conftest import content, pc

__all__ = ["chinese", "content", "dressed", "driver", "pc", "remembered", "window"]


class Way:
    """A trainee at the branch PC: the room, the window, and a driver for whatever stands there."""

    def __init__(self, qtbot, window, pc, person=XIAOYU):
        self.qtbot, self.window, self.pc, self.person = qtbot, window, pc, person
        self.led = []
        self.broken = None
        self.over = WindowDriver(qtbot, window)
        self.again()

    def again(self):
        """The person signs in anew."""
        self.desk = self.pc.desk(self.person)
        exits = ExamRoomExits(
            home=lambda: self.led.append("home"),
            section=self.led.append,
            certificate=self.led.append,
            issue=self._issue,
        )
        self.room = ExamRoom(self.window, self.desk, exits)

    @property
    def offer(self):
        return ExamOfferDriver(self.qtbot, self.window.current().view)

    @property
    def exam(self):
        return TakeExamDriver(self.qtbot, self.window.current().view)

    @property
    def hand_in(self):
        return HandInDriver(self.qtbot, self.window.current().view)

    @property
    def result(self):
        return ExamResultDriver(self.qtbot, self.window.current().view)

    @property
    def review(self):
        return ReviewDriver(self.qtbot, self.window.current().view)

    def tick(self):
        """What the timer of the screen does twice a second."""
        self.window.current().view.ticked.emit()

    def position_of(self, kind, sitting):
        """Where the paper has a question of this type."""
        return next(place.position for place in sitting.paper.items if place.type.value == kind)

    def _issue(self, sitting):
        if self.broken:
            raise self.broken
        return f"C-{sitting.attempt}"


@pytest.fixture
def way(qtbot, window, pc):
    return Way(qtbot, window, pc)
