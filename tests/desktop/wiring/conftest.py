"""The real app on a real demonstration branch: made once, copied for every test."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.background.manual import ManualJobs
from desktop.shell.window import Window
from desktop.style.look import Look
from desktop.style.sheet import apply_look
from desktop.wiring.root import Root
from desktop.words import use_language
from tests.demonstration import a_demonstration
from tests.desktop.shell.conftest import chinese
from tests.drivers.root import RootDriver

__all__ = ["chinese"]


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """A demonstration branch that nobody works in."""
    return a_demonstration(tmp_path_factory.mktemp("demonstration") / "home")


@pytest.fixture
def home(made_once, tmp_path):
    """A demonstration branch of the test's own."""
    shutil.copytree(made_once, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def start(qtbot, qapp, chinese, monkeypatch):
    """Open the app on a home; what waits for the first paint has had its turn, the jobs are the test's."""
    from desktop.words import catalogue

    monkeypatch.setattr(catalogue, "asset", lambda *parts: chinese.parent / parts[-1])
    running = []

    def started(home, size=(1440, 900), ready=True):
        window = Window(lambda new: apply_look(qapp, new), ManualJobs(), lambda _: None)
        window.resize(*size)
        qtbot.addWidget(window)
        root = Root(window, home)
        root.start()
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if ready:
            qtbot.waitUntil(lambda: _somebody_comes(window))
            window.jobs.finish_all()
        running.append(root)
        return RootDriver(qtbot, window, root)

    yield started
    for root in running:
        root.close()
    use_language("en")
    apply_look(qapp, Look())


def _somebody_comes(window):
    """Press a key that does nothing; True once the app makes ready for them."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    return window.jobs.waiting > 0
