"""The proctor's page as it is seen and used."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.screens.proctor_room.presenter import Exits, ProctorRoomPresenter
from desktop.screens.proctor_room.view import REFRESH_MS, ProctorRoomView
from desktop.wiring.proctor import ProctorRoom
from exams.sittings.sitting import State
from tests.desktop.screens.staff_desks import SESSION, RoomDesk, a_line, graded
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.proctor_room import ProctorRoomDriver
from tests.drivers.window import windows_beside
from tests.exams.desk.branch_pc import MINUTE, RUOXI
from tests.exams.desk.branch_pc import SESSION as SESSION_OF_THE_PC

LINES = (
    a_line("s1", remaining_ms=754_000),
    a_line("s2", staff_id="T1002", name="陈志远", state="paused", stop="pause", remaining_ms=900_000),
    graded("s3"),
)
WAITING = a_line("s4", staff_id="T1102", name="欧阳文静", state="paused", stop="reboot", remaining_ms=61_000)
EMPTY, FULL = RoomDesk(sessions=()), RoomDesk(lines=(*LINES, WAITING))
UNGRADED = RoomDesk(sessions=(), lines=(a_line("s5", state="submitted"), a_line("s6", state="submitted", session="S2")))
UNGRADED.awaited = ("S1",)


def built(desk):
    view = ProctorRoomView()
    presenter = ProctorRoomPresenter(desk, Exits(lambda _: None, lambda _act, _session: None, lambda _: None))
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
    assert "陈志远 | T1002 | Paused by you or another proctor | 15:00 | 12 / 27 | –" in driver.lines[0]
    assert "王小雨 | T1001 | Sitting now | 12:34 | 12 / 27 | – | –" in driver.lines[1]
    assert "92% · Passed | DEMO-01-2026-000001-X" in driver.lines[2]
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
    desk.lines = (WAITING, *LINES)
    driver.press("refresh")
    assert driver.at.sitting == "s1"
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


@pytest.mark.parametrize("desk", [EMPTY, FULL, UNGRADED], ids=["empty", "full", "ungraded"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, desk, zoom, code):
    view = dressed(lambda: built(desk), code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)


def test_the_banner_counts_who_waits_and_each_is_one_press_away(way, sitting):
    other = way.pc.begin_final(RUOXI)
    way.pc.clock.reboot(4 * MINUTE, "second", 0)
    way.restart()
    assert way.page.banner == "2 people wait for you"
    assert way.page.waiting[0] == "林若溪 · Restart or power cut · 26:00 left"
    assert way.window.focusWidget().objectName() == f"row_{other.id}"
    way.page.key(Qt.Key.Key_Return)
    assert way.exam.name == "林若溪"
    way.act(other, "resume", reason="停电")
    way.exam.press("to_room")
    assert way.page.banner == "1 person waits for you"


def test_while_nobody_waits_there_is_no_banner(way, sitting):
    way.room.open()
    assert way.page.banner == ""
    assert not way.page.has("waiting")


def test_who_begins_to_wait_appears_by_itself_and_takes_no_focus(way, sitting):
    way.room.open()
    way.page.part("act_extra").setFocus()
    way.pc.clock.suspend(5 * MINUTE)
    way.page.view.ticked.emit()
    assert way.page.waiting == ["王小雨 · Computer asleep · 15:00 left"]
    assert way.window.focusWidget().objectName() == "act_extra"


def test_enter_in_the_table_opens_the_exam_and_so_does_the_button(way, sitting):
    way.room.open()
    assert not way.page.can_press("open_sitting")
    way.page.enter_at(0)
    assert way.exam.name == "王小雨"
    way.exam.press("to_room")
    assert way.page.at.sitting == sitting.id
    way.page.press("open_sitting")
    assert way.exam.name == "王小雨"


def test_the_time_left_runs_in_the_table(way, sitting):
    way.room.open()
    way.pc.clock.forward(ms=7_000)
    way.page.view.ticked.emit()
    assert "19:53" in way.page.lines[0]


def test_without_a_session_the_keyboard_stands_on_the_button_that_opens_one(way):
    way.desk.close_session(SESSION_OF_THE_PC)
    way.room.open()
    assert way.window.focusWidget().objectName() == "act_open"


def test_the_grading_code_is_asked_for_over_the_room_with_the_anchor(dressed, qtbot):
    driver = ProctorRoomDriver(qtbot, dressed(lambda: built(UNGRADED), "en"))
    assert driver.sees("1 exam is handed in and waits for the grading code")
    assert driver.sees("read out this release anchor: 7KQ2M-X9D4T-H")
    assert driver.sees("1 exam is graded at headquarters")
    assert driver.view.window().focusWidget().objectName() == "act_grade"


def test_without_ungraded_exams_no_grading_code_is_spoken_of(way, sitting):
    way.room.open()
    assert not any(way.page.has(name) for name in ("grading_banner", "hq_banner", "act_grade"))


def test_an_exam_whose_key_is_lost_is_told_and_its_code_is_asked_for_first(dressed, qtbot):
    desk = RoomDesk(lines=LINES)
    driver = ProctorRoomDriver(qtbot, dressed(lambda: built(desk), "en"))
    assert not driver.has("act_unseal")
    assert not driver.has("locked_banner")
    desk.without_key = (SESSION.id,)
    driver = ProctorRoomDriver(qtbot, dressed(lambda: built(desk), "zh"))
    assert driver.sees("本考场的试卷已锁定：本机的解锁密钥已丢失")
    assert driver.can_press("act_unseal")


def test_a_lost_key_is_replaced_in_the_room_with_headquarters_code(sealed):
    sealed.pc.lose_keys()
    sealed.restart()
    assert sealed.page.sees("The exam of this session is locked: its key is lost on this PC")
    sealed.page.do("unseal")
    sealed.enter(sealed.pc.stick.unlock)
    assert sealed.over.toast == "The exam of the session is unlocked again."
    assert not sealed.page.has("act_unseal")
    assert sealed.pc.begin_final(code=sealed.room_code).state is State.OPEN


def test_the_grading_code_is_entered_in_the_room_and_the_exam_has_its_result(sealed):
    sitting = sealed.pc.begin_final(code=sealed.room_code)
    assert sealed.pc.desk().hand_in(sitting.id).state is State.SUBMITTED
    sealed.room.open()
    assert sealed.page.sees("1 exam is handed in and waits for the grading code")
    sealed.page.do("grade")
    sealed.enter(sealed.pc.stick.unlock)
    assert sealed.form.sees("This code does not open this session.")
    sealed.enter(sealed.pc.stick.grading)
    assert sealed.over.toast == "The exams of the session are graded."
    assert sealed.pc.book.load(sitting.id).state is State.GRADED
    assert not sealed.page.has("act_grade")


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_table_never_scrolls_sideways_in_the_window_as_it_opens(dressed, code):
    long = a_line(
        "s9", name="阿卜杜热合曼·买买提艾力·吐尔逊江", staff_id="BJWJ000000012345", state="paused", stop="reboot"
    )
    view = dressed(lambda: built(RoomDesk(lines=(*LINES, long))), code, size=(1440, 900))
    table = view.findChild(QWidget, "sittings").table
    assert table.horizontalScrollBar().maximum() == 0
    names = [table.model().index(row, 0) for row in range(len(LINES) + 1)]
    assert [name.data(Qt.ItemDataRole.ToolTipRole) for name in names] == [name.data() for name in names]
