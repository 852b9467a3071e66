"""The list of people as it is seen and used."""

import pytest
from PySide6.QtWidgets import QPushButton, QTableView

from desktop.screens.people.presenter import Exits, PeoplePresenter
from desktop.screens.people.state import PeopleState
from desktop.screens.people.view import PeopleView
from exams import Standing
from tests.desktop.screens.staff_desks import CLERK, ClerkDesk, a_trainee
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.people import PeopleDriver
from tests.drivers.window import windows_beside

PEOPLE = (CLERK, a_trainee("T1001"), a_trainee("T1003", "林若溪", extra_minutes=30))
EMPTY, FULL = ClerkDesk(()), ClerkDesk(PEOPLE)


class Page:
    """A view and the presenter that must live as long."""

    def __init__(self, desk):
        self.went, self.desk = [], desk
        self.view = PeopleView()
        exits = Exits(
            enter=lambda: self.went.append("enter"),
            new_pin=lambda person: self.went.append(person.staff_id),
            results=lambda: self.went.append("results"),
        )
        self.presenter = PeoplePresenter(desk, exits)
        self.view.filter_typed.connect(self.presenter.search)
        self.view.row_chosen.connect(self.presenter.choose_row)
        self.view.new_pin_asked.connect(self.presenter.set_new_pin)
        self.view.enter_asked.connect(self.presenter.enter)
        self.view.results_asked.connect(self.presenter.open_results)
        self.presenter.attach(self.view)
        self.presenter.show()


@pytest.fixture
def page(dressed, qtbot):
    made = []

    def build():
        made.append(Page(ClerkDesk(PEOPLE)))
        return made[0].view

    dressed(build, "en")
    return made[0], PeopleDriver(qtbot, made[0].view)


def test_each_line_tells_role_and_extra_time(page):
    _, driver = page
    assert driver.lines == [
        "H3001 | 孙丽华 | Sun Lihua |  | HR | – | –",
        "T1001 | 王小雨 | Wang Xiaoyu | 客服一组 | Trainee | – | –",
        "T1003 | 林若溪 | Wang Xiaoyu | 客服一组 | Trainee | 30 minutes | –",
    ]


def test_who_is_locked_out_is_told_with_what_opens_the_door_again(page):
    made, driver = page
    made.desk.at_door = {"T1001": Standing(10, 0), "T1003": Standing(5, 29_500), "H3001": Standing(10, 0)}
    made.presenter.show()
    assert [line.rsplit(" | ", 1)[1] for line in driver.lines] == [
        "Locked: new passphrase",
        "Locked: new PIN",
        "Waits 00:30",
    ]


def test_who_may_only_look_finds_no_button(qtbot):
    view = PeopleView()
    qtbot.addWidget(view)
    view.show_state(PeopleState(PEOPLE, may_change=False))
    assert [
        name for name in ("enter_person", "new_pin", "to_results") if not view.findChild(QPushButton, name).isHidden()
    ] == []


def test_the_filter_finds_by_any_column_and_counts(page):
    _, driver = page
    driver.look_for("客服一组")
    assert [person.staff_id for person in driver.rows] == ["T1001", "T1003"]
    assert driver.count == "2 of 3 people"
    driver.look_for("nobody")
    assert driver.sees("Nobody found")


def test_the_buttons_lead_on(page):
    made, driver = page
    driver.enter_somebody()
    driver.press("to_results")
    assert made.went == ["enter", "results"]


def test_a_new_pin_needs_a_line_one_is_at(page):
    made, driver = page
    assert not driver.can_press("new_pin")
    driver.go_to(2)
    driver.set_a_new_pin()
    assert made.went == ["T1003"]


def test_a_new_pin_is_for_nobody_who_cannot_be_seen(page):
    made, driver = page
    driver.go_to(2)
    driver.look_for("nobody")
    assert not driver.can_press("new_pin")
    driver.look_for("")
    assert driver.at.staff_id == "T1003"
    driver.set_a_new_pin()
    assert made.went == ["T1003"]


def test_a_filter_that_hides_the_line_leads_to_the_one_that_is_marked_instead(page):
    made, driver = page
    driver.go_to(0)
    driver.look_for("林若溪")
    assert driver.marked == [driver.at]
    driver.set_a_new_pin()
    assert made.went == [driver.at.staff_id] == ["T1003"]


def test_an_empty_list_says_how_to_begin(dressed, qtbot):
    driver = PeopleDriver(qtbot, dressed(lambda: Page(EMPTY).view))
    assert driver.sees("还没有录入人员")


@pytest.mark.parametrize("desk", [EMPTY, FULL], ids=["empty", "full"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, desk, zoom, code):
    view = dressed(lambda: Page(desk).view, code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_at_every_size_of_text_who_is_locked_out_is_seen_without_scrolling_sideways(dressed, zoom, code):
    locked = {"T1001": Standing(10, 0), "H3001": Standing(10, 0)}

    def build():
        made = Page(ClerkDesk(PEOPLE))
        made.desk.at_door = locked
        made.presenter.show()
        return made.view

    table = dressed(build, code, zoom).findChild(QTableView)
    assert table.horizontalScrollBar().maximum() == 0


def test_in_large_text_cells_stand_above_each_other_and_nothing_is_left_out(dressed, qtbot):
    view = dressed(lambda: Page(ClerkDesk(PEOPLE)).view, "en", 200)
    assert PeopleDriver(qtbot, view).lines == [
        "H3001 | 孙丽华\nSun Lihua | HR",
        "T1001\n客服一组 | 王小雨\nWang Xiaoyu | Trainee",
        "T1003\n客服一组 | 林若溪\nWang Xiaoyu | Trainee\n30 minutes",
    ]
