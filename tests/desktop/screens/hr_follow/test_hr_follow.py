"""What HR follows up: branches to chase, and conflicts with both their sides (g3, g4)."""

import pytest

from exams.desk.hr_material import PlannedSession
from exams.desk.hr_tracker import Tracked
from exams.register.conflicts import Conflict, Side
from exams.store.register_errors import RegisterMissing
from tests.desktop.screens.hr_register import NOON
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.hr_register import CollectDriver, FollowDriver
from tests.drivers.looks import cut_off, nameless, unreachable


def session(name, branch, received, released=NOON):
    return Tracked(PlannedSession(name, branch, "TELE", NOON, NOON, released), 23, received, 2 if received else 0)


SESSIONS = (
    session("S00000001", "BJ-WJ01", 23),
    session("S00000002", "GZ-TH03", 0),
    session("S00000003", "SH-PD02", 0, released=0),
)
TWICE = Conflict(
    "E_DUP_ATTEMPT",
    Side("9f2c41d07ab3", "D00000001", "BJ-WJ01", "aa11"),
    Side("网点/<b>D1</b>.bundle", "D10000001", "GZ-TH03", "bb22"),
    "T1001",
)
ALONE = Conflict("E_FORK", None, Side("second.bundle", "D00000003", "GZ-TH03", "9"))


@pytest.fixture
def page(room, window, qtbot, house):
    house.tracked, house.contradicted, house.written = SESSIONS, (TWICE, ALONE), (NOON, 7)
    room.open_follow()
    window.jobs.finish_all()
    return shown(window, qtbot, FollowDriver)


@pytest.mark.feature("g4")
def test_the_branch_whose_code_was_given_out_and_that_sent_nothing_is_to_be_chased(page):
    assert [line.split(" | ")[:2] for line in page.lines] == [["S00000002", "GZ-TH03"]]
    assert page.tiles == [
        "sittings expected: 69",
        "sittings received: 23",
        "sessions to chase: 1",
        "conflicts: 2",
    ]
    assert page.text("receipts").endswith(", for 7 PCs")
    page.show_every()
    assert [line.split(" | ")[-1] for line in page.lines] == ["Something came", "Ask the branch", "Not released yet"]


@pytest.mark.feature("g3")
def test_both_sides_of_a_conflict_stand_on_the_page(page):
    for text in ("The same try of the same person was sat twice.", "D00000001", "D10000001", "T1001", "bb22"):
        assert page.sees(text)
    assert page.sees("网点/<b>D1</b>.bundle")
    assert page.sees("Nothing is kept of the other one")


def test_while_it_is_read_the_page_says_so_and_then_that_nothing_is_missing(room, window, qtbot):
    room.open_follow()
    page = shown(window, qtbot, FollowDriver)
    assert page.sees("Reading the register")
    assert not page.can_press("refresh")
    window.jobs.finish_all()
    assert page.sees("No branch has to be asked")
    assert page.sees("No receipts have been written yet.")
    assert page.sees("Nothing contradicts what is here.")
    assert page.can_press("refresh")


def test_what_cannot_be_read_is_told_and_can_be_tried_again(room, window, qtbot, house):
    house.refusal = RegisterMissing(path="hr")
    room.open_follow()
    window.jobs.finish_all()
    page = shown(window, qtbot, FollowDriver)
    assert page.sees("There is no register at hr yet.")
    house.refusal, house.tracked = None, SESSIONS
    page.press("refresh")
    window.jobs.finish_all()
    assert len(page.lines) == 1


def test_the_page_is_reached_from_the_files_and_leads_back(room, window, qtbot):
    room.open_collect()
    shown(window, qtbot, CollectDriver).press("to_follow")
    window.jobs.finish_all()
    page = shown(window, qtbot, FollowDriver)
    page.press("to_collect")
    assert window.current().title == "Files of branches"


def test_everything_has_a_name_can_be_reached_and_is_not_cut(page, window):
    page.settle()
    view = window.current().view
    assert nameless(view) == []
    assert unreachable(view) == []
    assert cut_off(view) == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(room, window, house, code):
    house.tracked, house.contradicted = SESSIONS, (TWICE, ALONE)
    window.set_language(code)
    window.set_zoom(200)
    room.open_follow()
    window.jobs.finish_all()
    FollowDriver.settle()
    FollowDriver.settle()
    assert cut_off(window.current().view) == []
