"""The fixtures of HR's disputes."""

from tests.desktop.screens.dispute_house import chinese, dressed, driver, house, remembered, room, window

__all__ = ["chinese", "dressed", "driver", "house", "remembered", "room", "window"]
