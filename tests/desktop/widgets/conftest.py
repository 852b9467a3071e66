"""Widgets are shown in a window, for only there can they have the focus."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.drivers.base import Driver


@pytest.fixture
def show(qtbot):
    """Put a widget on the screen and hand out a driver for it."""

    frames = []  # the test bot holds its widgets weakly

    def shown(widget: QWidget, width: int = 900, height: int = 700) -> Driver:
        frame = QWidget()
        frame.resize(width, height)
        QVBoxLayout(frame).addWidget(widget)
        qtbot.addWidget(frame)
        frames.append(frame)
        with qtbot.waitExposed(frame):
            frame.show()
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        return Driver(qtbot, widget)

    return shown
