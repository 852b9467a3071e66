"""A view in a look, the window as the app builds it, and a branch PC with an open session."""

from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window

__all__ = ["chinese", "dressed", "driver", "remembered", "window"]
