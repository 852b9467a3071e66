"""Each part of a lock on a window of this process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.lockdown.clipboard import ClipboardGuard
from desktop.lockdown.lockdown import measures_of
from desktop.lockdown.mode import Lock
from desktop.lockdown.screens import FullScreen
from desktop.lockdown.shield import Shield, is_forbidden

ROOT = Path(__file__).resolve().parents[3]
_WITH = Qt.KeyboardModifier
NONE, CTRL, SHIFT = _WITH.NoModifier, _WITH.ControlModifier, _WITH.ShiftModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
PRESS = QEvent.Type.KeyPress

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def field(qtbot):
    """A field in a window of its own."""
    made = QLineEdit("70 %")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def board(qapp):
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_C, CTRL),
        (Qt.Key.Key_X, CTRL),
        (Qt.Key.Key_V, CTRL),
        (Qt.Key.Key_P, CTRL),
        (Qt.Key.Key_S, CTRL),
        (Qt.Key.Key_Insert, CTRL),
        (Qt.Key.Key_Insert, SHIFT),
        (Qt.Key.Key_Print, NONE),
        (Qt.Key.Key_Menu, NONE),
        (Qt.Key.Key_F10, SHIFT),
    ],
)
def test_keys_that_copy_paste_print_and_open_menus_are_forbidden(key, modifier):
    assert is_forbidden(QKeyEvent(PRESS, key, modifier))


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_C, NONE),
        (Qt.Key.Key_A, CTRL),
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_M, CTRL),
        (Qt.Key.Key_Return, CTRL),
        (Qt.Key.Key_Space, CTRL),
        (Qt.Key.Key_F1, NONE),
        (Qt.Key.Key_F10, NONE),
    ],
)
def test_keys_of_the_exam_and_of_input_methods_are_not(key, modifier):
    assert not is_forbidden(QKeyEvent(PRESS, key, modifier))


@pytest.mark.parametrize(("button", "forbidden"), [(MIDDLE, True), (LEFT, False)])
def test_the_middle_button_pastes_nothing(button, forbidden):
    spot = QPointF(1, 1)
    event = QMouseEvent(QEvent.Type.MouseButtonPress, spot, spot, button, button, NONE)
    assert is_forbidden(event) is forbidden


def test_menus_and_what_is_dragged_in_are_forbidden():
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(1, 1))
    drop = QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, QMimeData(), Qt.MouseButton.LeftButton, NONE)
    assert is_forbidden(menu)
    assert is_forbidden(drop)


def test_inside_the_shield_copying_does_nothing_and_typing_works(field, board):
    board.setText("from outside")
    shield = Shield(field.windowHandle())
    distance = QApplication.startDragDistance()
    field.selectAll()
    shield.on()
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_C, CTRL)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_V, CTRL)
    assert (board.text(), field.text()) == ("from outside", "70 %")
    assert QApplication.startDragDistance() > 10_000
    shield.off()
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_V, CTRL)
    assert field.text() == "from outside"
    assert QApplication.startDragDistance() == distance


def test_the_clipboard_is_empty_in_the_exam_and_has_its_text_again_afterwards(board):
    board.setText("my notes")
    guard = ClipboardGuard()
    guard.on()
    assert board.text() == ""
    board.setText("filled by another program")
    assert board.text() == ""
    guard.off()
    assert board.text() == "my notes"
    board.setText("as always")
    assert board.text() == "as always"


def test_an_empty_clipboard_stays_empty(board):
    board.clear()
    guard = ClipboardGuard()
    guard.on()
    guard.off()
    assert board.text() == ""
    assert not board.supportsSelection() or board.text(QClipboard.Mode.Selection) == ""


def test_the_window_fills_the_screen_on_top_and_is_as_it_was_afterwards(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    with qtbot.waitExposed(window):
        window.show()
    handle = window.windowHandle()
    full = FullScreen(window)
    full.on()
    assert window.isFullScreen()
    assert handle.flags() & Qt.WindowType.WindowStaysOnTopHint
    full.off()
    assert not window.isFullScreen()
    assert not handle.flags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.windowHandle() is handle  # the same window of the system: no flash, no lost keyboard
    assert (window.width(), window.height()) == (300, 200)


def test_a_demonstration_takes_nothing_but_copying_and_menus(field):
    assert [type(part) for part in measures_of(field, Lock.SHOWN)] == [Shield]
    assert measures_of(field, Lock.NONE) == ()
    assert len(measures_of(field, Lock.FULL)) == 4  # an offscreen window has no keyboard of the system to hold


def test_every_other_screen_is_covered_and_uncovered(tmp_path):
    """In a process of its own: the number of screens is told to Qt before it starts."""
    place = {"width": 800, "height": 600, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [{"name": f"s{n}", "x": 800 * n, "y": 0, **place} for n in range(3)]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": screens}))
    script = (
        "from desktop.app import make_qt\n"
        "from desktop.lockdown.screens import Covers\n"
        "from PySide6.QtWidgets import QApplication, QWidget\n"
        "qt = make_qt()\nwindow = QWidget()\nwindow.show()\ncovers = Covers(window)\n"
        "def seen():\n    return [w.screen().name() for w in QApplication.topLevelWidgets()"
        " if w.objectName() == 'cover' and w.isVisible() and w.geometry() == w.screen().geometry()]\n"
        "covers.on()\nprint(*sorted(seen()))\ncovers.off()\nprint(*seen(), covers.count)\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    said = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines() == ["s1 s2", "0"]
