"""Every component in every state, in every look: nothing cut off, nothing nameless, nothing out of place."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.gallery.draw import PAGES
from desktop.style.look import Look
from desktop.style.sheet import apply_look
from desktop.style.tokens import Theme
from desktop.words import use_language
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.window import windows_beside
from tests.translations import compiled


@pytest.fixture(scope="module")
def words():
    return compiled() / "zh"


@pytest.fixture
def drawn(qtbot, qapp, words):
    """A page of the gallery in a look, 1440x900; it is gone before the look changes, or all of it is dressed anew."""
    kept = []

    def draw(page, look, language):
        use_language(language, words if language == "zh" else None)
        apply_look(qapp, look)
        view = PAGES[page][1]()
        view.resize(1440, 800)
        kept.append(view)
        with qtbot.waitExposed(view):
            view.show()
        settle()
        return view

    yield draw
    for view in kept:
        view.close()
        view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    use_language("en")
    apply_look(qapp, Look())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off(drawn, page, zoom, language):
    assert not cut_off(drawn(page, Look(Theme.LIGHT, zoom), language))


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_takes_the_focus_has_a_name_and_is_reached_by_keyboard(drawn, page):
    view = drawn(page, Look(Theme.DARK), "zh")
    assert not nameless(view)
    assert not unreachable(view)


@pytest.mark.parametrize("page", PAGES)
def test_no_part_opens_a_window_of_its_own(drawn, page):
    view = drawn(page, Look(Theme.CONTRAST), "en")
    assert not windows_beside(view)
