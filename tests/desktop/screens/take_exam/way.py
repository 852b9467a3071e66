"""One trainee's way through an exam on a branch PC: the real desk, the real window."""

from PySide6.QtWidgets import QWidget

from desktop.wiring.exam import ExamRoom, ExamRoomExits
from exams import Kind
from tests.drivers.answers_review import ReviewDriver
from tests.drivers.exam_offer import ExamOfferDriver
from tests.drivers.exam_result import ExamResultDriver
from tests.drivers.hand_in import HandInDriver
from tests.drivers.take_exam import TakeExamDriver
from tests.drivers.window import WindowDriver
from tests.exams.desk.answering import right
from tests.exams.desk.branch_pc import PROCTOR, TYPED, XIAOYU


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
            issued=lambda _sitting: self.led.append("written down"),
            proctor=lambda: self.led.append("door"),
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

    def proctor(self):
        """The desk of the proctor of this PC."""
        return self.pc.desk(PROCTOR)

    def restart(self):
        """The app is started again and the person goes on with the exam."""
        self.pc.reopen()
        self.again()
        self.room.open_offer(Kind.FINAL)
        self.offer.press("begin")
        self.window.jobs.finish_all()

    def leave_window(self):
        """Another window comes to the front, and is gone again."""
        other = QWidget()
        self.qtbot.addWidget(other)
        with self.qtbot.waitExposed(other):
            other.show()
        other.activateWindow()
        self.qtbot.waitUntil(other.isActiveWindow)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        other.close()

    def position_of(self, kind, sitting):
        """Where the paper has a question of this type."""
        return next(place.position for place in sitting.paper.items if place.type.value == kind)

    def _issue(self, sitting):
        if self.broken:
            raise self.broken
        return f"C-{sitting.attempt}"


def begin_final(way):
    """From the terms to the first question."""
    way.room.open_offer(Kind.FINAL)
    way.offer.begin(TYPED)
    way.window.jobs.finish_all()
    return way.desk.open_sitting()


def respond(way, sitting, position, respond_with=right):
    """Give an answer to the place on the screen the way a hand does."""
    value = respond_with(way.pc, sitting, position)
    exam = way.exam
    if isinstance(value, dict):
        exam.choose_pair(**value)
    elif isinstance(value, bool):
        exam.choose("true" if value else "false")
    elif sitting.paper.at(position).type.value == "numerical":
        exam.type_number(value)
    else:
        for letter in value:
            exam.choose(letter)


def answer_all(way, sitting, respond_with=right):
    """Every question, one after the other, to the page before handing in."""
    for position in range(1, len(sitting.paper.items) + 1):
        respond(way, sitting, position, respond_with)
        way.exam.next()


def hand_in(way):
    """Both steps."""
    way.hand_in.press("hand_in")
    way.over.confirm()
