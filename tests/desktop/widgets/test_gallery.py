"""Every component in every state, in every look: nothing cut off, nothing nameless, nothing out of place."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.gallery.draw import PAGES
from desktop.style.look import Look
from desktop.style.sheet import apply_look
from desktop.words import use_language
from tests.desktop.widgets.six_looks import SIX
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.window import windows_beside
from tests.translations import compiled


@pytest.fixture(scope="module", params=SIX, ids=lambda look: "-".join(map(str, look)))
def dressed(request, qapp):
    """The application in a look; no page is there while it changes, or all of it would be dressed anew."""
    language, theme, zoom = request.param
    use_language(language, compiled() / "zh" if language == "zh" else None)
    apply_look(qapp, Look(theme, zoom))
    yield
    use_language("en")
    apply_look(qapp, Look())


@pytest.fixture(scope="module", params=PAGES)
def drawn(request, dressed):
    """A page of the gallery, 1440x800, with the focus where its picture has it: drawn once, judged by every test."""
    _, build, focused = PAGES[request.param]
    view = build()
    view.resize(1440, 800)
    view.show()
    assert QTest.qWaitForWindowExposed(view)
    view.findChild(QWidget, focused).setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    yield view
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_nothing_is_cut_off(drawn):
    assert not cut_off(drawn)


def test_everything_that_takes_the_focus_has_a_name_and_is_reached_by_keyboard(drawn):
    assert not nameless(drawn)
    assert not unreachable(drawn)


def test_no_part_opens_a_window_of_its_own(drawn):
    assert not windows_beside(drawn)


def test_all_of_it_is_painted_without_a_warning(drawn):
    page = drawn.findChild(QScrollArea, "page_area").widget()
    assert page.grab().height() >= page.height() >= 800
