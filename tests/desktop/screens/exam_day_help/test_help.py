"""The help of the day lies over any page, begins with the reader's own role, and prints where that is allowed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.screens.exam_day_help.pages import Reader, handout_for
from desktop.screens.exam_day_help.presenter import Exits, HelpPresenter
from desktop.screens.exam_day_help.view import HelpView
from desktop.shell.screen import Screen
from desktop.wiring.help import HelpWays, open_help
from desktop.words import use_language
from tests.drivers.base import Driver
from tests.drivers.looks import cut_off, nameless, unreachable

ASKED = ("power fails", "wrongly", "fail")


@pytest.fixture
def shown(qtbot, dressed):
    def show(reader=Reader.TRAINEE, exits=None, **look):
        presenter = HelpPresenter(reader, exits or Exits())

        def build():
            view = HelpView()
            view.reader_chosen.connect(presenter.turn_to)
            view.print_asked.connect(presenter.print_page)
            view.check_asked.connect(presenter.check_pc)
            view.setProperty("presenter", presenter)
            presenter.attach(view)
            presenter.show()
            return view

        return Driver(qtbot, dressed(build, **{"code": "en", **look}))

    return show


@pytest.mark.parametrize("reader", Reader)
def test_every_role_has_a_page_that_answers_in_both_languages(reader, chinese):
    use_language("en")
    english = handout_for(reader)
    use_language("zh", chinese)
    told = handout_for(reader)
    assert len(told.passages) == len(english.passages) >= 5
    questions = [passage.title for passage in told.passages]
    assert len(set(questions)) == len(questions)
    assert all(not text.isascii() for passage in told.passages for text in (passage.title, *passage.lines))


@pytest.mark.parametrize("reader", [Reader.TRAINEE, Reader.PROCTOR])
def test_power_clicks_and_failing_are_answered_to_those_in_the_room(reader):
    use_language("en")
    asked = " ".join(passage.title for passage in handout_for(reader).passages)
    assert [words for words in ASKED if words not in asked] == []


def test_another_roles_page_is_one_press_away(shown):
    page = shown()
    assert page.sees("What if I click wrongly?")
    page.press("segment_hq")
    assert page.sees("What if the code is refused?")
    assert not page.sees("What if my time runs out?")


def test_the_page_shown_is_the_one_that_is_printed(shown):
    printed = []
    page = shown(Reader.PROCTOR, Exits(print_page=printed.append))
    page.press("segment_hr")
    page.press("print_help")
    assert printed == [handout_for(Reader.HR)]


def test_what_is_not_allowed_is_not_offered(shown):
    page = shown()
    assert not page.has("print_help")
    assert not page.has("check_pc")


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(window, driver, code, zoom):
    window.set_language(code)
    window.set_zoom(zoom)
    window.show_screen(place())
    open_help(window, HelpWays(Reader.PROCTOR, lambda: None))
    driver.settle()
    sheet = window.findChild(HelpView)
    assert cut_off(sheet) == []
    assert nameless(sheet) == []
    assert unreachable(sheet) == []


def place(calm=False):
    view = QWidget()
    return Screen(view, None, lambda: place(calm), title="here", calm=calm)


def test_in_an_exam_the_help_is_there_and_neither_prints_nor_leads_away(window, driver):
    window.show_screen(place(calm=True))
    open_help(window, HelpWays(Reader.TRAINEE, lambda: None))
    assert driver.question == "Help on exam day"
    assert driver.sees("What if the power fails or the PC stops?")
    assert not driver.has("check_pc")
    assert not driver.has("print_help")


def test_elsewhere_it_leads_on_to_the_slip(window, driver):
    led = []
    window.show_screen(place())
    open_help(window, HelpWays(Reader.PROCTOR, lambda: led.append("slip")))
    driver.press("check_pc")
    assert led == ["slip"]
    assert driver.question == ""


def test_what_is_asked_already_stays(window, driver):
    window.show_screen(place())
    window.show_sheet("First", QLabel("asked"))
    open_help(window, HelpWays(Reader.TRAINEE))
    assert driver.question == "First"


def test_f1_and_the_button_ask_for_it(window, driver):
    asked = []
    window.help_asked.connect(lambda: asked.append("help"))
    window.show_screen(place())
    driver.press("help")
    driver.qtbot.keyClick(window, Qt.Key.Key_F1)
    assert asked == ["help", "help"]


def test_a_long_page_is_read_to_its_end_by_keyboard(window, driver):
    window.set_zoom(200)
    window.show_screen(place())
    open_help(window, HelpWays(Reader.PROCTOR))
    driver.settle()
    bar = window.findChild(HelpView).parentWidget().parentWidget().verticalScrollBar()
    assert bar.maximum() > 0
    for key, where in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        driver.qtbot.keyClick(window.focusWidget(), key)
        assert bar.value() == where
    driver.qtbot.keyClick(window.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0
