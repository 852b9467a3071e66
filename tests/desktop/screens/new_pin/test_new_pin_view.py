"""The page that sets a new PIN as it is seen and used, in the window, between the people and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.background.manual import ManualJobs
from desktop.screens.new_pin.presenter import Exits, NewPinPresenter
from desktop.screens.new_pin.view import NewPinView
from desktop.wiring.staff import HrExits, HrRoom
from exams.store.errors import DiskFull
from tests.desktop.screens.staff_desks import CLERK, ClerkDesk, a_trainee
from tests.desktop.screens.staff_fixtures import throw_away
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.new_pin import NewPinDriver
from tests.drivers.people import PeopleDriver
from tests.drivers.window import windows_beside

PIN = "258147"
LONG = a_trainee(name="欧阳若溪" * 4, latin="Ouyang Ruoxi Alexandra Maximiliana", team="零售客户服务中心第二班组")


@pytest.fixture
def desk():
    return ClerkDesk((CLERK, a_trainee(), a_trainee("T1003", "林若溪", latin="")))


@pytest.fixture
def room(window, desk):
    made = HrRoom(window, desk, HrExits(lambda _: None))
    made.open_people()
    return made


@pytest.fixture
def people(room, qtbot, window):
    return lambda: PeopleDriver(qtbot, window.current().view)


@pytest.fixture
def page(people, qtbot, window):
    people().go_to(1)
    people().set_a_new_pin()
    return lambda: NewPinDriver(qtbot, window.current().view)


def test_the_page_says_whose_pin_and_waits_in_the_first_field(page, driver):
    assert driver.path == "Set a new PIN"
    assert page().whose == ("王小雨 · Wang Xiaoyu", "T1001 · Trainee · 客服一组")
    assert page().here == "pin"
    assert page().part("pin", QLineEdit).echoMode() is QLineEdit.EchoMode.Password


def test_a_set_pin_leads_back_to_the_line_and_is_told(page, people, window, desk, driver):
    page().set_pin(PIN)
    assert not page().can_press("set_pin")
    assert not page().part("pin").isEnabled()
    window.jobs.finish_all()
    assert desk.pins == {"T1001": PIN}
    assert driver.path == "People"
    assert driver.toast == "王小雨 (T1001) may sign in with the new PIN."
    assert people().at.staff_id == "T1001"


def test_enter_in_a_field_is_as_good_as_the_button(page, window, desk):
    page().fill(pin=PIN, again=PIN)
    page().key(Qt.Key.Key_Return, "again")
    window.jobs.finish_all()
    assert desk.pins == {"T1001": PIN}


def test_a_refusal_stands_at_its_field_where_the_cursor_is(page, window, desk, driver):
    page().set_pin("111111")
    window.jobs.finish_all()
    assert page().wrong() == ["pin"]
    assert page().at("pin").startswith("This PIN is too easy to guess.")
    assert page().here == "pin"
    assert page().typed == {"pin": "111111", "again": "111111"}
    assert driver.question == ""
    page().set_pin(PIN, "258148")
    assert page().wrong() == ["again"]
    assert page().here == "again"
    assert desk.pins == {}


def test_a_full_disk_is_said_over_the_fields(page, window, desk, driver):
    desk.refusal = DiskFull()
    page().set_pin(PIN)
    window.jobs.finish_all()
    assert page().fault.startswith("The disk is full")
    assert page().can_press("set_pin")
    assert driver.question == ""


def test_another_language_keeps_what_was_typed_and_where(page, window):
    page().fill(pin=PIN, again="25")
    page().part("again").setFocus()
    window.set_language("zh")
    assert page().typed == {"pin": PIN, "again": "25"}
    assert page().here == "again"
    assert page().whose[1] == "T1001 · 学员 · 客服一组"


def test_another_language_while_the_desk_works_changes_nothing(page, window, driver, desk):
    page().set_pin(PIN)
    window.set_language("zh")
    throw_away()
    assert not page().can_press("set_pin")
    window.jobs.finish_all()
    assert driver.path == "人员"
    assert driver.toast == "王小雨（T1001）的口令已重置，可用新口令登录。"


def test_what_was_typed_is_forgotten_on_leaving(page, people):
    page().fill(pin=PIN, again=PIN)
    page().press("to_people")
    people().set_a_new_pin()
    assert page().typed == {"pin": "", "again": ""}


def test_whoever_left_meanwhile_stays_where_they_are_and_hears_that_it_is_done(page, room, window, driver, desk):
    page().set_pin(PIN)
    room.open_results()
    window.jobs.finish_all()
    assert desk.pins == {"T1001": PIN}
    assert driver.path == "Exam results"
    assert driver.toast == "王小雨 (T1001) may sign in with the new PIN."


def test_one_that_is_done_leaves_the_next_persons_page_alone(page, people, window, driver):
    page().set_pin(PIN)
    page().press("to_people")
    people().go_to(2)
    people().set_a_new_pin()
    page().fill(pin="369")
    window.jobs.finish_all()
    assert page().whose == ("林若溪", "T1003 · Trainee · 客服一组")
    assert page().typed["pin"] == "369"


def test_whoever_left_meanwhile_hears_of_a_refusal_over_the_page(page, window, driver):
    page().set_pin("111111")
    page().press("to_people")
    throw_away()
    window.jobs.finish_all()
    assert driver.path == "People"
    assert driver.question == "This PIN is too easy to guess."


class Page:
    """A view and the presenter that must live as long."""

    def __init__(self, person, faulty):
        self.view, jobs, desk = NewPinView(), ManualJobs(), ClerkDesk()
        exits = Exits(lambda: None, lambda _: None, lambda _: None)
        self.presenter = NewPinPresenter(desk, person, jobs, exits)
        self.presenter.attach(self.view)
        if faulty:
            desk.refusal = DiskFull()
            self.presenter.type("pin", PIN)
            self.presenter.type("again", PIN)
            self.presenter.set_pin()
            jobs.finish_all()
            self.presenter.type("pin", "")
            self.presenter.set_pin()
        self.presenter.show()


@pytest.mark.parametrize("faulty", [False, True], ids=["fresh", "faulty"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, faulty, zoom, code):
    view = dressed(lambda: Page(LONG, faulty).view, code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_in_large_letters_the_field_with_the_cursor_is_in_sight(dressed, qtbot, code):
    view = dressed(lambda: Page(LONG, False).view, code, 200, size=(1024, 500))
    driver = NewPinDriver(qtbot, view)
    qtbot.waitUntil(lambda: driver.in_sight("pin"))
