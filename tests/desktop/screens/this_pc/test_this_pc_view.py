"""The page about this PC as it is drawn: readable in both languages and sizes, by keyboard, by a scanner's camera."""

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea

from certificates import qr_modules
from desktop.screens.this_pc.state import Draft, Field, Request, Standing, ThisPcState
from desktop.screens.this_pc.view import ThisPcView
from desktop.style.tokens import Theme
from desktop.widgets.values import Fact
from tests.drivers.base import Driver

TEXT = "BAR1:" + "ABCDEFGH234567" * 100
REQUEST = Request("7KQ2-M9D4", TEXT, qr_modules(TEXT))
WAITING = ThisPcState(Standing.WAITING, request=REQUEST, draft=Draft("NJ-01", "前台一号机"), keys_missing=True)
FACTS = (Fact("Device", "D0000000A"), Fact("Valid until", "24 Nov 2027"))
ENROLLED = ThisPcState(Standing.ENROLLED, FACTS, draft=Draft("NJ-01", "前台一号机"), fixed=True)


def opened(qtbot, dressed, state, **look):
    view = dressed(lambda: _made(state), **look)
    return Driver(qtbot, view)


def _made(state):
    view = ThisPcView("Back")
    view.show_state(state)
    return view


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("state", [ThisPcState(), WAITING, ENROLLED], ids=["new", "waiting", "enrolled"])
def test_nothing_has_to_be_scrolled_sideways(qtbot, dressed, state, code, zoom):
    page = opened(qtbot, dressed, state, code=code, zoom=zoom)
    (area,) = page.view.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("zoom", "theme"), [(100, Theme.LIGHT), (200, Theme.DARK)])
def test_the_symbol_on_the_screen_can_be_scanned(qtbot, dressed, zoom, theme):
    page = opened(qtbot, dressed, WAITING, zoom=zoom, theme=theme)
    image = page.part("symbol").pixmap().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    raw = memoryview(bytes(image.constBits())).cast("B", (image.height(), image.bytesPerLine()))
    (found,) = zxingcpp.read_barcodes(raw)
    assert found.text == TEXT


def test_the_eight_characters_and_the_text_stand_there(qtbot, dressed):
    page = opened(qtbot, dressed, WAITING, code="en")
    assert page.text("fingerprint") == "7KQ2-M9D4"
    assert page.text("request_text") == TEXT
    assert page.has("keys_missing")


def test_before_a_request_there_is_neither_answer_nor_symbol(qtbot, dressed):
    page = opened(qtbot, dressed, ThisPcState(), code="en")
    assert [page.has(name) for name in ("symbol", "answer", "save_request", "keys_missing", "ask_again")] == [False] * 5
    assert page.can_press("ask")


def test_an_enrolled_pcs_branch_is_not_typed_again(qtbot, dressed):
    page = opened(qtbot, dressed, ENROLLED, code="en")
    assert not page.part("branch").isEnabled()
    assert page.text("ask") == "Ask for the renewal"


def test_while_keys_are_made_nothing_can_be_pressed(qtbot, dressed):
    from dataclasses import replace

    page = opened(qtbot, dressed, replace(WAITING, busy=True), code="en")
    assert [page.can_press(name) for name in ("ask_again", "take_text", "take_file")] == [False] * 3


def test_everything_is_reached_by_keyboard(qtbot, dressed):
    page, heard = opened(qtbot, dressed, WAITING, code="en"), []
    view = page.view
    assert page.part("save_request").hasFocus()
    for name in ("ask_asked", "text_asked", "leave_asked"):
        getattr(view, name).connect(lambda name=name: heard.append(name))
    for field, key in ((Field.LABEL, Qt.Key.Key_Return), (Field.ANSWER, Qt.Key.Key_Return)):
        view.focus(field)
        qtbot.keyClick(page.part(field.value), key)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert heard == ["ask_asked", "text_asked", "leave_asked"]
    view.typed.connect(lambda *told: heard.append(told))
    page.part("answer").setText("BAD1:A")
    assert heard[-1] == ("answer", "BAD1:A")
