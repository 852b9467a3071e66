"""The proctor at a branch PC: the real desk, the real window, and a trainee or two who sit."""

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.wiring.proctor import ProctorRoom
from tests.drivers.proctor_act import ProctorActDriver
from tests.drivers.proctor_room import ProctorRoomDriver
from tests.drivers.proctor_sitting import ProctorSittingDriver
from tests.drivers.session_pages import SessionCodeDriver, SessionReportDriver
from tests.drivers.window import WindowDriver
from tests.exams.desk.branch_pc import PROCTOR, XIAOYU


class ProctorWay:
    """Drivers for whatever stands in the window."""

    def __init__(self, qtbot, window, pc):
        self.qtbot, self.window, self.pc = qtbot, window, pc
        self.over = WindowDriver(qtbot, window)
        self.again()

    def again(self):
        """The proctor signs in anew."""
        self.room = ProctorRoom(self.window, self.pc.desk(PROCTOR))
        self.room.open()

    def restart(self):
        """The app is closed and opened again."""
        self.room.leave()
        self.pc.reopen()
        self.again()

    @property
    def desk(self):
        return self.pc.desk(PROCTOR)

    @property
    def page(self):
        return ProctorRoomDriver(self.qtbot, self.window.current().view)

    @property
    def exam(self):
        return ProctorSittingDriver(self.qtbot, self.window.current().view)

    @property
    def form(self):
        return ProctorActDriver(self.qtbot, self.window.current().view)

    @property
    def code(self):
        return SessionCodeDriver(self.qtbot, self.window.current().view)

    @property
    def report(self):
        return SessionReportDriver(self.qtbot, self.window.current().view)

    @property
    def title(self):
        return self.window.current().title

    @property
    def clipboard(self):
        return QGuiApplication.clipboard().text()

    def act(self, sitting, act, **texts):
        """Open somebody's exam and do something to it."""
        self.room.open_sitting(sitting.id)
        self.exam.do(act)
        self.form.do(**texts)

    def acts_written(self, sitting):
        """What proctors have done to it, as the journal tells it."""
        done = self.desk.report(sitting.session).overrides
        return [(one.event, one.by, one.reason, one.ms) for one in done if one.sitting == sitting.id]


@pytest.fixture
def way(qtbot, window, pc):
    way = ProctorWay(qtbot, window, pc)
    yield way
    way.room.leave()


@pytest.fixture
def sitting(pc):
    """王小雨 sits the final."""
    return pc.begin_final(XIAOYU)
