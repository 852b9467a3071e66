"""The window as the app builds it, and a house that only pretends to seal."""

from pathlib import Path

import pytest

from desktop.wiring.packs import Chooser
from desktop.wiring.send_results import SendWays, open_send_results
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window

__all__ = ["chinese", "dressed", "driver", "remembered", "window"]
STICK = Path("stick")


class House:
    """Seals the same bytes each time and counts how often; `refusal` is raised instead where there is one."""

    def __init__(self, raw=b"BAB1 " + b"x" * 700):
        self.raw, self.refusal, self.sealed, self.written = raw, None, 0, []

    def seal(self):
        if self.refusal is not None:
            raise self.refusal
        self.sealed += 1
        return ((f"D00000001-1-{90 + self.sealed}.bundle", self.raw),)

    def put(self, folder, files):
        if self.refusal is not None:
            raise self.refusal
        self.written.append((folder, files))


@pytest.fixture
def house():
    return House()


@pytest.fixture
def opened(window, house):
    """The page stands in the window."""

    def show():
        chooser = Chooser(lambda chosen: None, lambda chosen: chosen((STICK,)))
        open_send_results(window, house, chooser, lambda: SendWays((), "HR", lambda: None))
        return window.current()

    return show
