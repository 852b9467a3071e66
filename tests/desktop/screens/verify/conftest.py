"""The fixtures of the staff's screens."""

from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window

__all__ = ["chinese", "dressed", "driver", "remembered", "window"]
