"""The fixtures of the pages of re-grading."""

from tests.desktop.screens.regrade_fixtures import chinese, dressed, driver, house, remembered, room, window

__all__ = ["chinese", "dressed", "driver", "house", "remembered", "room", "window"]
