"""Fixtures of the register's screens: the room over a house that tests tell what to answer."""

from pathlib import Path

import pytest

from desktop.wiring.packs import Chooser
from desktop.wiring.register import RegisterRoom
from tests.desktop.screens.hr_register import Register
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window

__all__ = ["chinese", "dressed", "driver", "house", "remembered", "room", "window"]
FILES = (Path("stick") / "a.bundle",)


def shown(window, qtbot, driver):
    """The page that stands in the window."""
    return driver(qtbot, window.current().view)


@pytest.fixture
def house():
    return Register()


@pytest.fixture
def room(window, house):
    room = RegisterRoom(window, house, Chooser(lambda chosen: chosen(FILES), lambda chosen: chosen(FILES)))
    ways = {"register": room.open, "home": lambda: None}
    window.crumb_chosen.connect(lambda key: ways[key]())
    return room
