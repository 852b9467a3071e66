"""The PC stays awake while a session is open, and is asked once for each change."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.awake.doors import NoDoor, WindowsDoor, door_of_this_pc
from desktop.awake.keeper import AwakeKeeper
from desktop.shell.screen import Screen
from desktop.wiring.awake import SessionAwake
from tests.desktop.screens.staff_fixtures import chinese, remembered, window

__all__ = ["chinese", "remembered", "window"]


class Door:
    def __init__(self):
        self.told = []

    def hold(self, reason):
        self.told.append(reason)

    def let_go(self):
        self.told.append("")


class Kernel32:
    def __init__(self):
        self.states = []

    def SetThreadExecutionState(self, state):
        self.states.append(state)


def place():
    return Screen(QWidget(), None, place)


@pytest.mark.feature("d11")
def test_a_session_that_opens_keeps_the_pc_awake_until_it_is_closed_or_the_program_ends(window):
    door, is_open = Door(), []
    awake = SessionAwake(window, lambda: bool(is_open), AwakeKeeper(door))
    assert door.told == []
    is_open.append("session")
    for _ in range(3):
        window.show_screen(place())
    assert door.told == ["An exam session is open."]
    is_open.clear()
    window.show_screen(place())
    assert door.told[1:] == [""]
    is_open.append("session")
    awake.look()
    awake.release()
    assert door.told[2:] == ["An exam session is open.", ""]


def test_windows_is_told_by_a_flag_that_is_lowered_again():
    kernel32 = Kernel32()
    door = WindowsDoor(kernel32)
    door.hold("a session")
    door.let_go()
    assert kernel32.states == [0x80000003, 0x80000000]


def test_a_desktop_without_a_bus_is_not_asked(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    door = door_of_this_pc()
    assert isinstance(door, NoDoor)
    door.hold("a session")
    door.let_go()
