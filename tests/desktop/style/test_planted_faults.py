"""What looks for faults in every screen finds each kind of them, planted in a page without any."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollBar, QTableWidget, QWidget

from desktop.widgets.buttons import IconButton, primary, quiet
from desktop.widgets.fields import TextField
from desktop.widgets.layout import column
from desktop.widgets.naming import label, named
from desktop.widgets.scroll_page import ScrollPage
from tests.drivers.looks import cut_off, nameless, settle, unreachable


@pytest.fixture
def page(qtbot):
    """A small page without a fault."""
    view = QWidget()
    view.resize(500, 400)
    parts = (label("Some words that tell something."), TextField("Name", name="name"), primary("Go on"), quiet("Later"))
    view.setLayout(column(*parts, IconButton("search", "Search"), margins="m"))
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    settle()
    return view


def plant(page, part):
    """One more part, at the end of the page."""
    page.layout().addWidget(part)
    settle()
    return part


def faults(page):
    return cut_off(page) + nameless(page) + unreachable(page)


def test_a_page_without_a_fault_has_none(page):
    assert faults(page) == []


@pytest.mark.feature("i2")
@pytest.mark.parametrize("part", [QPushButton, QLineEdit, lambda: QTableWidget(1, 1)])
def test_a_control_without_a_name_is_found(page, part):
    made = plant(page, part())
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert nameless(page) != []


def test_a_button_that_tab_does_not_come_to_is_found(page):
    plant(page, quiet("Only by mouse")).setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert any("not reached by Tab" in one for one in unreachable(page))


def test_a_button_too_small_to_hit_is_found(page):
    plant(page, quiet("x")).setFixedSize(40, 20)
    assert any("only 40x20 large" in one for one in unreachable(page))


def test_words_with_too_little_room_are_found(page):
    plant(page, label("A sentence that is cut at its end", wrap=False)).setFixedWidth(60)
    assert cut_off(page) != []


@pytest.mark.feature("i2")
def test_a_button_that_only_a_bar_below_the_page_would_bring_into_sight_is_found(qtbot):
    page = ScrollPage("text")
    page.resize(500, 400)
    page.add(quiet("Seen whole"))
    page.add(quiet("Half of it lies to the right"))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    settle()
    assert cut_off(page) == []
    page.findChildren(QPushButton)[1].setMinimumWidth(620)
    settle()
    assert any("stands beyond its page" in one for one in cut_off(page))
    across = [bar for bar in page.findChildren(QScrollBar) if bar.orientation() == Qt.Orientation.Horizontal]
    assert not any(bar.isVisible() for bar in across)


def test_words_that_lie_over_other_words_are_found(page):
    over = named(label("Over it", wrap=False), "over")
    over.setParent(page)
    over.move(page.findChild(QWidget, "name").mapTo(page, page.rect().topLeft()))
    over.show()
    settle()
    assert any("lies over" in one for one in cut_off(page))


def test_words_on_the_button_they_belong_to_do_not_lie_over_it(page):
    button = plant(page, QPushButton())
    button.setAccessibleName("Whole")
    button.setFixedSize(200, 60)
    button.setLayout(column(label("On it", wrap=False)))
    settle()
    assert cut_off(page) == []
