"""A call of the course in the whole app: from the training page by keyboard, left, come back to, another language."""

import pytest
from PySide6.QtCore import Qt

from tests.drivers.calls import CallDriver, CallResultDriver, CallsDriver
from tests.drivers.my_training import MyTrainingDriver
from tests.drivers.sign_in import secret_of


@pytest.fixture
def app(start, home):
    app = start(home)
    app.door.enter("T1001", secret_of("T1001"))
    return app


def screen(app, driver):
    return driver(app.qtbot, app.window.current().view)


def press(app, key):
    app.qtbot.keyClick(app.window.focusWidget() or app.window, key)


@pytest.mark.feature("a8", "a9")
def test_a_call_of_the_course_is_played_left_and_come_back_to(app):
    screen(app, MyTrainingDriver).press("to_calls")
    calls = screen(app, CallsDriver)
    assert len(calls.rows()) == 16
    calls.open("s01")
    call = screen(app, CallDriver)
    opening = call.said()
    press(app, Qt.Key.Key_2)
    assert len(screen(app, CallDriver).said()) > len(opening)
    app.sign_out()
    app.door.enter("T1002", secret_of("T1002"))
    app.go("Practise calls")
    assert not any("On the line" in row for row in screen(app, CallsDriver).rows())
    app.sign_out()
    app.door.enter("T1001", secret_of("T1001"))
    app.go("Practise calls")
    assert "On the line" in screen(app, CallsDriver).rows()[0]
    press(app, Qt.Key.Key_Return)
    app.window.set_language("zh")
    call = screen(app, CallDriver)
    assert call.said()[0].startswith("王女士")
    while not call.has("finish"):
        press(app, Qt.Key.Key_1)
    call.press("finish")
    app.confirm()
    assert screen(app, CallResultDriver).has("better")
