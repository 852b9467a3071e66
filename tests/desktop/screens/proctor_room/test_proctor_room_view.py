"""The proctor's page as it is seen and used."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from desktop.screens.proctor_room.presenter import ProctorRoomPresenter
from desktop.screens.proctor_room.view import REFRESH_MS, ProctorRoomView
from desktop.wiring.staff import ProctorRoom
from tests.desktop.screens.staff_desks import SESSION, RoomDesk, a_line, graded
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.proctor_room import ProctorRoomDriver
from tests.drivers.window import windows_beside

LINES = (a_line("s1"), a_line("s2", staff_id="T1002", name="陈志远", state="paused"), graded("s3"))
EMPTY, FULL = RoomDesk(sessions=()), RoomDesk(lines=LINES)


def built(desk):
    view = ProctorRoomView()
    presenter = ProctorRoomPresenter(desk)
    presenter.attach(view)
    presenter.show()
    return view


@pytest.fixture
def room(window, qtbot):
    """The room in its window, and the desk behind it."""
    desk = RoomDesk(lines=LINES)
    ProctorRoom(window, desk).open()
    return desk, ProctorRoomDriver(qtbot, window.current().view)


def test_the_code_stands_large_on_the_page(room):
    _, driver = room
    assert driver.code == "Code of the session DEM0B RANCH K"
    assert driver.sees("DEM0B")


def test_each_line_says_who_how_far_and_what_came_of_it(room):
    _, driver = room
    assert "王小雨 | T1001 | 1 | Sitting now | 12 / 27" in driver.lines[0]
    assert driver.lines[0].endswith("– | –")
    assert driver.lines[2].endswith("92% · Passed | DEMO-01-2026-000001-X")
    assert driver.tiles == {"now": "sitting now: 2", "ended": "handed in: 1", "passed": "passed: 1"}


def test_f5_reads_the_room_again(room):
    desk, driver = room
    desk.lines = (a_line("s1", answered=20),)
    driver.refresh_by_key()
    assert "20 / 27" in driver.lines[0]


def test_the_page_reads_the_room_again_by_itself(room):
    desk, driver = room
    desk.lines = (a_line("s1", answered=21),)
    clock = driver.view.findChild(QTimer, "room_clock")
    assert clock.isActive()
    assert clock.interval() == REFRESH_MS
    clock.setInterval(1)
    driver.qtbot.waitUntil(lambda: "21 / 27" in driver.lines[0])


def test_a_refresh_leaves_the_proctor_at_the_same_person(room):
    desk, driver = room
    driver.go_to(1)
    desk.lines = (a_line("s0", name="林若溪"), *LINES)
    driver.press("refresh")
    assert driver.at.sitting == "s2"
    assert len(driver.rows) == 4


def test_a_heading_sorts_and_a_refresh_keeps_the_order(room):
    desk, driver = room
    driver.sort_by("Answered")
    assert [row.answered for row in driver.rows] == [12, 12, 27]
    desk.lines = (a_line("s1", answered=3), *LINES[1:])
    driver.press("refresh")
    assert [row.answered for row in driver.rows] == [3, 12, 27]


def test_another_language_keeps_the_tab(room, window, qtbot):
    desk, driver = room
    desk.lines = (*LINES, graded("s4", session="S0"))
    driver.show_all()
    window.set_language("zh")
    driver = ProctorRoomDriver(qtbot, window.current().view)
    assert len(driver.rows) == 4
    assert driver.sees("考场码")


def test_without_sessions_the_page_says_so(dressed, qtbot):
    driver = ProctorRoomDriver(qtbot, dressed(lambda: built(EMPTY)))
    assert driver.has("no_session")
    assert driver.sees("当前没有开放的考场")
    assert driver.sees("本机还没有人参加过结业考试")


def test_a_branch_that_does_not_know_the_code_says_where_it_is(dressed, qtbot):
    desk = RoomDesk(sessions=(replace(SESSION, code_shown=None),))
    driver = ProctorRoomDriver(qtbot, dressed(lambda: built(desk)))
    assert driver.code == ""
    assert driver.sees("本机不保存考场码，请按您手中的考场单宣读。")


@pytest.mark.parametrize("desk", [EMPTY, FULL], ids=["empty", "full"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, desk, zoom, code):
    view = dressed(lambda: built(desk), code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)
