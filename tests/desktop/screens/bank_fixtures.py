"""Fixtures of the bank's screens: the rooms over a bank whose files the test makes up."""

from pathlib import Path

import pytest

from desktop.wiring.bank import BankRooms, DoorWays
from desktop.wiring.packs import Chooser
from tests.desktop.screens.bank_house import FILES, a_house
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window

__all__ = ["chinese", "dressed", "driver", "house", "remembered", "rooms", "window"]


def shown(window, qtbot, driver):
    """The page that stands in the window."""
    return driver(qtbot, window.current().view)


@pytest.fixture
def house(tmp_path):
    return a_house(tmp_path)


@pytest.fixture
def rooms(window, house):
    chooser = Chooser(lambda chosen: chosen(FILES), lambda chosen: chosen(FILES))
    rooms = BankRooms(window, Path("nowhere"), house, DoorWays(lambda _: None, chooser=chooser))
    window.crumb_chosen.connect(rooms.go)
    return rooms
