"""Somebody comes to the window: told once, and not before."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.shell.first_sign import FirstSign


def test_the_first_key_is_told_once_and_an_empty_room_never(qtbot):
    window, came = QWidget(), []
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    FirstSign(window, lambda: came.append(1))
    window.repaint()
    qtbot.wait(0)
    assert came == []
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: came == [1])
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    qtbot.wait(0)
    assert came == [1]
