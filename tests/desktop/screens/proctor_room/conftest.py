"""A view in a look, the window as the app builds it, and the proctor at a branch PC, its exam open or sealed."""

import pytest

from exams.packs.manifest import Grading
from tests.desktop.screens.proctor_way import ProctorWay, sitting, way
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window
from tests.exams.desk.conftest import branch, content, pc, sticks

__all__ = [
    "branch",
    "chinese",
    "content",
    "dressed",
    "driver",
    "pc",
    "remembered",
    "sitting",
    "sticks",
    "way",
    "window",
]


class SealedWay(ProctorWay):
    """A session is open whose answers are graded with a second code."""

    def __init__(self, qtbot, window, pc):
        self.room_code = pc.unlock()
        super().__init__(qtbot, window, pc)

    def enter(self, code):
        """Type headquarters' code into the form and wait until it is tried."""
        self.form.fill(code=code)
        self.form.press("confirm")
        self.window.jobs.finish_all()


@pytest.fixture
def sealed(qtbot, window, branch):
    way = SealedWay(qtbot, window, branch(Grading.SECOND_CODE))
    yield way
    way.room.leave()
