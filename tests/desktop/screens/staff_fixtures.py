"""Fixtures of the staff's screens: a view in a look, and the window as the app builds it."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.style.look import Look
from desktop.style.sheet import apply_look
from desktop.style.tokens import Theme
from desktop.words import use_language
from tests.desktop.shell.conftest import chinese, driver, remembered, window
from tests.drivers.looks import settle
from tests.drivers.window import back_to_first_look

__all__ = ["chinese", "dressed", "driver", "remembered", "window"]


def throw_away():
    """What was put away is deleted now, as the event loop does it."""
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dressed(qtbot, qapp, chinese):
    """Build a view in a language and a size of text, and show it as large as a small branch screen."""
    kept = []

    def dress(build, code="zh", zoom=100, theme=Theme.LIGHT, size=(1024, 700)):
        use_language(code, chinese if code == "zh" else None)
        apply_look(qapp, Look(theme, zoom))
        view = build()
        view.resize(*size)
        qtbot.addWidget(view)
        kept.append(view)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        settle()
        return view

    yield dress
    back_to_first_look(qapp)
