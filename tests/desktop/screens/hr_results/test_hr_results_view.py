"""HR's way from the results to people and certificates."""

import pytest

from desktop.screens.hr_results.presenter import Exits, HrResultsPresenter
from desktop.screens.hr_results.view import HrResultsView
from desktop.wiring.staff import HrExits, HrRoom
from tests.desktop.screens.staff_desks import CLERK, ClerkDesk, a_line, a_trainee, graded
from tests.drivers.enter_person import EnterPersonDriver
from tests.drivers.hr_results import HrResultsDriver
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.people import PeopleDriver
from tests.drivers.window import windows_beside

PEOPLE = (CLERK, a_trainee("T1001"), a_trainee("T1004", "赵明轩"), a_trainee("T1005", "林若溪"))
LINES = (graded("s3"), graded("s2", passed=False, staff_id="T1005", name="林若溪"), a_line("s1"))
EMPTY, FULL = ClerkDesk(), ClerkDesk(PEOPLE, LINES)


def built(desk):
    view = HrResultsView()
    presenter = HrResultsPresenter(desk, Exits(lambda _: None, lambda: None, lambda: None))
    presenter.attach(view)
    presenter.show()
    return view


@pytest.fixture
def opened():
    """The certificates that were asked for."""
    return []


@pytest.fixture
def results(window, qtbot, opened):
    room = HrRoom(window, ClerkDesk(PEOPLE, LINES), HrExits(opened.append))
    ways = {"home": room.open_results, "people": room.open_people}
    window.crumb_chosen.connect(lambda key: ways[key]())
    room.open_results()
    return HrResultsDriver(qtbot, window.current().view)


def test_the_page_counts_and_lists(results):
    tiles = ["trainees: 3", "have passed: 1", "certificates issued: 1", "not passed yet: 2"]
    assert list(results.tiles.values()) == tiles
    assert results.lines[1].startswith("林若溪 | T1005 | 1 | Graded")
    assert results.lines[1].endswith("61% · Not passed | –")


def test_the_cursor_waits_in_the_filter_and_finds_by_name_id_and_number(results):
    assert results.part("filter").hasFocus()
    for text, found in (("林", ["s2"]), ("t1001", ["s1"]), ("000001", ["s3"])):
        results.look_for(text)
        assert [row.sitting for row in results.rows] == found
        assert results.count == "1 of 3 exams"


def test_a_filter_that_finds_nothing_says_what_to_do(results):
    results.look_for("没有这个人")
    assert results.sees("Nothing found")
    assert results.count == "0 of 3 exams"


def test_a_certificate_opens_by_button_and_by_enter(results, opened):
    assert not results.can_press("open_certificate")
    results.go_to(0)
    results.open_certificate()
    results.enter_at(0)
    assert opened == ["DEMO-01-2026-000001-X"] * 2


def test_enter_on_a_line_without_a_certificate_says_so(results, opened, driver):
    results.enter_at(1)
    assert opened == []
    assert driver.toast == "This exam has no certificate."


def test_the_way_leads_to_people_to_the_form_and_back_by_the_path(results, window, driver, qtbot):
    results.open_people()
    people = PeopleDriver(qtbot, window.current().view)
    assert driver.path == "People"
    people.enter_somebody()
    assert driver.path == "Enter a person"
    EnterPersonDriver(qtbot, window.current().view).fill(staff_id="T1010")
    driver.press("crumb_people")
    assert driver.path == "People"
    PeopleDriver(qtbot, window.current().view).enter_somebody()
    assert EnterPersonDriver(qtbot, window.current().view).typed["staff_id"] == "T1010"
    driver.press("crumb_home")
    assert driver.path == "Exam results"


def test_another_language_keeps_filter_and_line(results, window, qtbot):
    results.look_for("赵")
    results.go_to(0)
    window.set_language("zh")
    after = HrResultsDriver(qtbot, window.current().view)
    assert [row.sitting for row in after.rows] == ["s3"]
    assert after.at.sitting == "s3"
    assert after.can_press("open_certificate")
    assert after.count == "显示 1 / 3 场考试"


@pytest.mark.parametrize("desk", [EMPTY, FULL], ids=["empty", "full"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, desk, zoom, code):
    view = dressed(lambda: built(desk), code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)
