"""A window as the app builds it, with jobs that wait and a memory that can be looked at."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.background.manual import ManualJobs
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.style.sheet import apply_look
from desktop.widgets.layout import column
from desktop.widgets.naming import label, named
from desktop.widgets.values import Crumb
from desktop.words import tr
from tests.drivers.window import WindowDriver, back_to_first_look
from tests.translations import compiled


@dataclass
class Remembered:
    liked: list = field(default_factory=list)


@pytest.fixture
def remembered():
    return Remembered()


@pytest.fixture(scope="session")
def chinese():
    return compiled() / "zh"


@pytest.fixture
def window(qtbot, qapp, remembered, chinese, monkeypatch):
    """A shown, active window."""
    from desktop.words import catalogue

    monkeypatch.setattr(catalogue, "asset", lambda *parts: chinese.parent / parts[-1])
    made = Window(lambda new: apply_look(qapp, new), ManualJobs(), remembered.liked.append)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    back_to_first_look(qapp)


@pytest.fixture
def driver(qtbot, window):
    return WindowDriver(qtbot, window)


@pytest.fixture
def place():
    """A small screen that counts how often it was built."""
    built = []

    def made(name="here", calm=False) -> Screen:
        built.append(name)
        view = QWidget()
        view.setLayout(column(label(tr("Hand in"), name="word"), named(QLineEdit(), "line", "line")))
        crumbs = (Crumb("home", "Home"), Crumb(name, name))
        return Screen(view, object(), lambda: made(name, calm), crumbs, name, calm)

    made.built = built
    return made
