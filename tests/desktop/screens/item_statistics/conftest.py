"""The fixtures of the bank's screens."""

from tests.desktop.screens.bank_fixtures import chinese, dressed, driver, house, remembered, rooms, window

__all__ = ["chinese", "dressed", "driver", "house", "remembered", "rooms", "window"]
