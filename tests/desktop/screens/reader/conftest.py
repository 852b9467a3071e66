"""A reader in a window of the app, with a desk from memory."""

import pytest

from desktop.background.manual import ManualJobs
from desktop.shell.window import Window
from desktop.style.sheet import apply_look
from desktop.wiring.reading import ReadingExits, ReadingRoom
from desktop.words import catalogue, use_language
from tests.desktop.screens.reader.course import Clock, Desk, Ways
from tests.drivers.reader import ReaderDriver
from tests.drivers.window import WindowDriver, back_to_first_look
from tests.translations import compiled


@pytest.fixture(scope="session")
def words():
    return compiled()


@pytest.fixture
def window(qtbot, qapp, words, monkeypatch):
    """A shown, active window that speaks English."""
    monkeypatch.setattr(catalogue, "asset", lambda *parts: words / parts[-1])
    use_language("en")
    made = Window(lambda new: apply_look(qapp, new), ManualJobs(), lambda _liked: None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    back_to_first_look(qapp)


class Opened:
    """A room that was entered, and all that stands around it."""

    def __init__(self, qtbot, window, desk):
        self.qtbot, self.window, self.desk = qtbot, window, desk
        self.clock, self.ways = Clock(), Ways()
        exits = ReadingExits(home=self.ways.home, section=self.ways.section, quiz=self.ways.quiz)
        self.room = ReadingRoom(window, desk, exits, self.clock)
        self.over = WindowDriver(qtbot, window)

    @property
    def page(self):
        return ReaderDriver(self.qtbot, self.window.current().view)

    def read(self, seconds):
        for _ in range(seconds):
            self.clock.forward(1)
            self.page.beat()


@pytest.fixture
def opened(qtbot, window):
    """Open a section for somebody with such places and states."""

    def made(section="1.1", **known):
        room = Opened(qtbot, window, Desk(**known))
        room.room.open_section(section)
        return room

    return made
