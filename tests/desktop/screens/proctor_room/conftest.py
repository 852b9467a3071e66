"""A view in a look, the window as the app builds it, and the proctor at a branch PC."""

from tests.desktop.screens.proctor_way import sitting, way
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window
from tests.exams.desk.conftest import content, pc

__all__ = ["chinese", "content", "dressed", "driver", "pc", "remembered", "sitting", "way", "window"]
