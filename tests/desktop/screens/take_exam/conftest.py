"""A view in a look, the window as the app builds it, and one trainee's way through it on a branch PC."""

import pytest

from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window
from tests.desktop.screens.take_exam.way import Way
from tests.exams.desk.conftest import content, pc

__all__ = ["chinese", "content", "dressed", "driver", "pc", "remembered", "window"]


@pytest.fixture
def way(qtbot, window, pc):
    return Way(qtbot, window, pc)
