"""The fixtures of the register's screens."""

from tests.desktop.screens.register_fixtures import chinese, dressed, driver, house, remembered, room, window

__all__ = ["chinese", "dressed", "driver", "house", "remembered", "room", "window"]
