"""A view in a look, and the window as the app builds it."""

from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window

__all__ = ["chinese", "dressed", "driver", "remembered", "window"]
