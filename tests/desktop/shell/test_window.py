"""The window keeps one screen, asks inside itself, and changes language, theme and size at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from desktop.shell.preferences import Preferences
from desktop.style.look import look
from desktop.widgets.naming import label
from desktop.widgets.values import Ask, Fact, NavItem, Tone
from exams.errors import AcademyError
from tests.drivers.window import windows_beside

HAND_IN = Ask("Hand in?", "Nothing can be changed.", "Hand in", "Go on", Tone.WARN, (Fact("Answered", "18"),), "note")


class DiskFull(AcademyError):
    code = "E_DISK_FULL"


def test_a_new_screen_replaces_the_old_one(window, driver, place):
    window.show_screen(place("first"))
    old = window.current().view
    window.show_screen(place("second"))
    assert driver.path == "second"
    assert not old.isVisible()
    assert window.windowTitle() == "second · Branch Academy"


def test_the_path_in_the_header_leads_back(window, driver, place, qtbot):
    window.show_screen(place("1.1"))
    with qtbot.waitSignal(window.crumb_chosen) as told:
        driver.press("crumb_home")
    assert told.args == ["home"]
    with qtbot.waitSignal(window.crumb_chosen) as told:
        driver.press("back")
    assert told.args == ["home"]


def test_in_an_exam_the_header_keeps_calm(window, driver, place):
    window.show_person("Wang", "Trainee", (NavItem("out", "Sign out"),))
    window.show_screen(place("exam", calm=True))
    assert driver.path == ""
    assert not driver.has("person")
    assert driver.has("zoom_control")
    window.show_screen(place("home"))
    assert driver.has("person")


def test_the_person_menu_tells_what_was_chosen(window, driver, place, qtbot):
    window.show_screen(place())
    window.show_person("Wang", "Trainee", (NavItem("out", "Sign out"), NavItem("no", "Later", enabled=False)))
    assert driver.menu_lines("person") == ["Trainee", "Sign out", "Later"]
    with qtbot.waitSignal(window.person_action) as told:
        driver.choose("person", "Sign out")
    assert told.args == ["out"]
    window.hide_person()
    assert not driver.has("person")


def test_the_language_changes_at_once_and_is_remembered(window, driver, place, remembered):
    window.show_screen(place())
    assert driver.text("word") == "Hand in"
    driver.press("language_switch")
    assert driver.text("word") == "交卷"
    assert driver.text("product") == "网点学堂"
    assert remembered.liked == [Preferences("zh", "light", 100)]
    assert place.built == ["here", "here"]
    driver.press("language_switch")
    assert driver.text("word") == "Hand in"


def test_the_theme_and_the_size_change_at_once(window, driver, place, remembered):
    window.show_screen(place())
    driver.choose("theme_switch", "High contrast")
    assert look().theme == "contrast"
    driver.choose("zoom_control", "200%")
    assert look().zoom == 200
    assert driver.part("word").fontMetrics().height() > 35
    assert remembered.liked[-1] == Preferences("en", "contrast", 200)
    assert not windows_beside(window)


def test_the_size_changes_by_keyboard(window, driver, place, qtbot):
    window.show_screen(place())
    driver.settle()
    qtbot.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert look().zoom == 125
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert look().zoom == 100


def test_the_same_again_builds_nothing(window, place):
    window.show_screen(place())
    window.set_theme("light")
    window.set_zoom(100)
    window.set_language("en")
    assert place.built == ["here"]


def test_the_focus_comes_back_to_its_place_after_a_change(window, driver, place):
    window.show_screen(place())
    driver.part("line").setFocus()
    window.set_theme("dark")
    assert window.focusWidget().objectName() == "line"


def test_a_screen_that_shows_itself_again_is_shown_once(window, driver, place):
    def again():
        window.show_screen(place("self"))
        return window.current()

    window.show_screen(place("self")._replace(again=again))
    window.set_theme("dark")
    assert driver.path == "self"
    assert window.current().view.isVisibleTo(window)


def test_a_question_is_answered_inside_the_window(window, driver, place):
    window.show_screen(place())
    told = []
    window.ask(HAND_IN, lambda: told.append("yes"), lambda: told.append("no"))
    assert driver.question == "Hand in?"
    assert driver.sees("18")
    driver.confirm()
    window.ask(HAND_IN, lambda: told.append("yes"), lambda: told.append("no"))
    driver.cancel()
    window.ask(HAND_IN, lambda: told.append("yes"), lambda: told.append("no"))
    driver.key(Qt.Key.Key_Escape)
    assert told == ["yes", "no", "no"]
    assert driver.question == ""
    assert not windows_beside(window)


def test_while_a_question_stands_the_keyboard_stays_inside_it(window, driver, place):
    window.show_screen(place())
    driver.part("line").setFocus()
    window.ask(HAND_IN, lambda: None)
    names = set()
    for _ in range(5):
        driver.key(Qt.Key.Key_Tab)
        names.add(window.focusWidget().objectName())
    assert names == {"ask_confirm", "ask_cancel"}
    driver.cancel()
    assert window.focusWidget().objectName() == "line"


def test_a_question_about_what_cannot_be_undone_begins_at_the_safe_answer(window, driver, place):
    window.show_screen(place())
    window.ask(Ask("Discard?", "It is gone then.", "Discard", "Keep", Tone.BAD), lambda: None)
    assert window.focusWidget().objectName() == "ask_cancel"


def test_a_question_is_forgotten_when_its_screen_goes(window, driver, place):
    window.show_screen(place("exam"))
    told = []
    window.ask(HAND_IN, lambda: told.append("yes"), lambda: told.append("no"))
    window.show_screen(place("result"))
    assert driver.question == ""
    assert not told
    assert driver.part("line").isEnabled()


def test_a_failure_is_a_sentence_with_its_code_and_outlives_its_screen(window, driver, place):
    window.show_screen(place("exam"))
    window.show_error(DiskFull())
    window.show_screen(place("home"))
    assert driver.question == "The disk is full: the last change is not saved."
    assert driver.sees("E_DISK_FULL")
    driver.confirm()
    assert driver.question == ""


def test_free_content_can_be_shown_and_closed(window, driver, place):
    window.show_screen(place())
    closed = []
    window.show_sheet("Help", label("Press F1"), lambda: closed.append(1))
    assert driver.sees("Press F1")
    driver.press("sheet_close")
    window.show_sheet("Help", label("Press F1"))
    window.close_sheet()
    assert closed == [1]
    assert not window.is_asking()


def test_a_long_sheet_never_outgrows_the_window(window, driver, place):
    window.show_screen(place())
    window.resize(700, 400)
    window.show_sheet("Help", label("word " * 3000))
    driver.settle()
    sheet = driver.part("sheet_title").parentWidget()
    assert sheet.height() < 400
    window.resize(1200, 800)
    driver.settle()
    assert sheet.width() < 600


def test_what_was_told_of_one_place_does_not_lie_over_the_next(window, driver, place):
    window.show_screen(place("One"))
    window.toast("The session is closed.")
    window.show_screen(place("Two"))
    assert driver.toast == ""
    window.toast("Everything is saved.")
    assert driver.toast == "Everything is saved."


def test_a_toast_is_seen_and_lies_over_a_question(window, driver, place):
    window.show_screen(place())
    window.ask(HAND_IN, lambda: None)
    window.toast("Everything is saved.")
    assert driver.toast == "Everything is saved."
    window.resize(900, 600)
    driver.settle()
    assert driver.part("toast").geometry().bottom() < 600
    driver.cancel()
    window.set_theme("dark")
    assert driver.toast == ""


def test_what_may_wait_comes_after_the_first_picture(window, qtbot):
    told = []
    window.after_first_paint(lambda: told.append(1))
    qtbot.waitUntil(lambda: told == [1])


def test_the_window_asks_before_it_closes(window):
    window.guard_close(lambda: False)
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    window.guard_close(None)
    QApplication.sendEvent(window, event)
    assert event.isAccepted()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("zoom", [100, 125, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_mark_of_a_demonstration_cuts_nothing_off(window, driver, place, size, zoom, code):
    window.set_language(code)
    window.set_zoom(zoom)
    window.resize(*size)
    window.show_screen(place("What headquarters has sent"))
    window.mark_demonstration(True)
    driver.settle()
    mark, path = driver.part("demonstration_only"), driver.part("crumb_here")
    assert mark.isVisible()
    assert mark.width() >= mark.sizeHint().width()
    assert path.height() <= 2 * path.fontMetrics().height()
    window.mark_demonstration(False)
    assert not driver.has("demonstration_only")


def test_the_mark_stays_when_the_window_is_made_narrow_and_wide_again(window, driver):
    window.mark_demonstration(True)
    for width in (1440, 1024, 1440):
        window.resize(width, 700)
        assert driver.has("demonstration_only")
