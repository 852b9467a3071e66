"""A view in a look, and a branch PC whose exam comes sealed."""

from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window
from tests.exams.desk.conftest import branch, sticks

__all__ = ["branch", "chinese", "dressed", "driver", "remembered", "sticks", "window"]
