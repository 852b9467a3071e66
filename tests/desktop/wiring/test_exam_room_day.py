"""The proctor's desk in the window: thirty would go the same way as these three, by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt

from desktop.wiring.packs import Chooser
from desktop.wiring.proctor import ProctorRoom
from desktop.wiring.roster import Files
from exams import Grading, Kind, State
from exams.accounts.second_authority import read_minutes
from tests.desktop.screens.proctor_way import ProctorWay, way
from tests.desktop.shell.conftest import chinese, driver, remembered, window
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.proctor_roster import ProctorLogDriver, ProctorRosterDriver
from tests.exams.desk.branch_pc import PROCTOR, XIAOYU
from tests.exams.desk.conftest import sticks
from tests.exams.desk.exam_room import HERE, a_room_pc, an_enrolled_pc, read_out

__all__ = ["chinese", "driver", "remembered", "sticks", "way", "window"]


@pytest.fixture
def pc(sticks, tmp_path):
    pc = a_room_pc(tmp_path / "home", sticks(Grading.WITH_UNLOCK))
    yield pc
    pc.close()


@pytest.fixture
def saved(way, tmp_path):
    """PDFs go into this folder without a dialog, and `roster.csv` in it is what is chosen."""
    folder = tmp_path / "saved"
    folder.mkdir()
    local = folder / "roster.csv"
    chooser = Chooser(lambda chosen: chosen([local]), lambda _: None)
    files = Files(lambda name, chosen: chosen(folder / name), chooser)
    way.room = ProctorRoom(way.window, way.desk, None, files)
    way.room.open()
    return folder


def roster(way):
    way.page.press("check_people_in")
    return ProctorRosterDriver(way.qtbot, way.window.current().view)


def again(way):
    return ProctorRosterDriver(way.qtbot, way.window.current().view)


@pytest.mark.feature("d2", "d3")
def test_a_person_is_found_by_initials_checked_in_and_begins_with_the_code_that_stands_there(way, saved):
    page = roster(way)
    page.admit("wxy")
    code = page.code
    assert page.text("person_name") == "王小雨"
    sitting = way.pc.desk(XIAOYU).begin(Kind.FINAL, code=code)
    assert sitting.state is State.OPEN
    page.find("czy")
    assert page.code == ""
    page.press("to_room")
    assert way.page.lines[0].startswith("王小雨 | T1001")


@pytest.mark.feature("d3")
def test_a_check_in_costs_two_presses_once_the_staff_id_is_typed(way, saved):
    page = roster(way)
    page.look_for("T1001")
    for button in ("id_checked", "check_in"):
        page.press(button)
    assert page.code


@pytest.mark.feature("d3")
def test_without_the_tick_nobody_is_checked_in_and_the_cursor_stands_at_it(way, saved):
    page = roster(way)
    page.find("T1002")
    page.press("check_in")
    assert page.fault
    assert way.window.focusWidget().objectName() == "id_checked"
    assert way.desk.check_in.roster(HERE.session, "T1002")[0].checked_wt is None


@pytest.mark.feature("d3")
def test_the_register_to_sign_is_saved_in_the_language_in_use(way, saved):
    roster(way).press("register")
    raw = (saved / f"{HERE.session}-register.pdf").read_bytes()
    assert raw.startswith(b"%PDF")


@pytest.mark.feature("d3")
def test_a_local_roster_is_taken_in_and_marked(way, saved):
    (saved / "roster.csv").write_text("工号,姓名\nT5001,何静\n", encoding="utf-8")
    page = roster(way)
    page.press("take_roster")
    assert any("T5001" in line and "branch" in line for line in page.lines)


@pytest.mark.feature("d3")
def test_a_forgotten_pin_is_set_anew_at_the_door_for_this_session(way, saved):
    page = roster(way)
    page.find("T1001")
    page.press("door_pin")
    form = again(way)
    form.type("pin", "739214")
    form.type("again", "739214")
    form.press("set_pin")
    way.window.jobs.finish_all()
    assert way.title == "Check people in"
    assert way.pc.office.sign_in("T1001", "739214").person == XIAOYU


@pytest.mark.feature("c12")
def test_a_paper_is_printed_with_a_reason_for_who_is_checked_in(way, saved):
    page = roster(way)
    page.admit("T1001")
    page.press("paper")
    way.form.do(reason="The computer does not start")
    assert (saved / f"{HERE.session}-T1001.pdf").read_bytes().startswith(b"%PDF")
    assert way.desk.report(HERE.session).sums["papers"] == 1


@pytest.mark.feature("d6")
def test_minutes_above_the_limit_are_read_out_and_added_with_headquarters_code(way, saved):
    page = roster(way)
    page.admit("T1001")
    sitting = way.pc.desk(XIAOYU).begin(Kind.FINAL, code=page.code)
    way.act(sitting, "ask_minutes", minutes="45")
    asked = next(word for word in way.form.words() if "D00000001-T1001-M45-" in word)
    asked = asked[asked.index("D00000001") :]
    way.form.do(code=read_out(way.pc, read_minutes(asked)), reason="The switch was replaced")
    way.window.jobs.finish_all()
    assert way.acts_written(sitting)[-1][3] == 45 * 60_000


@pytest.mark.feature("d7", "d12")
def test_an_incident_is_noted_and_stands_in_the_report_that_is_saved(way, saved):
    way.page.press("incidents")
    ProctorLogDriver(way.qtbot, way.window.current().view).press("incident_room")
    way.form.do(reason="Fire alarm")
    assert ProctorLogDriver(way.qtbot, way.window.current().view).sees("Fire alarm (P2001)")
    way.room.open_report(HERE.session)
    assert way.report.sees("Fire alarm (P2001)")
    way.report.press("report_pdf")
    assert (saved / f"{HERE.session}-report.pdf").read_bytes().startswith(b"%PDF")


def test_every_part_of_the_new_pages_has_a_name_and_a_place_for_the_keyboard(way, saved):
    page = roster(way)
    page.admit("T1001")
    for show in (lambda: None, lambda: way.room.open_incidents(HERE.session)):
        show()
        view = way.window.current().view
        settle()
        assert nameless(view) == []
        assert unreachable(view) == []
        assert cut_off(view) == []


def test_in_chinese_the_page_speaks_chinese(way, saved):
    way.window.set_language("zh")
    page = roster(way)
    assert page.sees("考生签到")
    assert page.sees("保存签到表")
    assert PROCTOR.name in way.desk.person.name


@pytest.mark.feature("d1", "d2")
def test_where_everybody_begins_with_a_code_of_their_own_the_door_follows_the_opening(qtbot, window, sticks, tmp_path):
    pc = an_enrolled_pc(tmp_path / "home", sticks(Grading.WITH_UNLOCK))
    way = ProctorWay(qtbot, window, pc)
    way.page.do("open")
    way.form.do(title="一号考场", code=pc.stick.unlock)
    window.jobs.finish_all()
    assert way.title == "Check people in"
    assert ProctorRosterDriver(qtbot, window.current().view).has("roster_search")
    way.room.leave()
    pc.close()


def by_keys(way, name, *keys):
    """Tab until the part of that name, or the table in it, has the keyboard; then type texts and keys there."""
    for _ in range(80):
        here = way.window.focusWidget()
        if here is not None and name in {here.objectName(), here.parent().objectName()}:
            break
        way.qtbot.keyClick(here or way.window, Qt.Key.Key_Tab)
        settle()
    else:
        pytest.fail(f"Tab does not come to {name} on the page {way.title!r}: {again(way).words()}")
    for key in keys:
        (way.qtbot.keyClicks if isinstance(key, str) else way.qtbot.keyClick)(way.window.focusWidget(), key)
    way.window.jobs.finish_all()
    settle()


@pytest.mark.feature("d3", "d5", "d12")
def test_from_the_door_to_the_report_a_session_goes_by_keyboard_alone(way, saved):
    enter, desk = Qt.Key.Key_Return, way.pc.desk(XIAOYU)
    by_keys(way, "check_people_in", enter)
    by_keys(way, "roster_search", "wxy", enter)
    by_keys(way, "id_checked", Qt.Key.Key_Space)
    by_keys(way, "check_in", enter)
    sitting = desk.begin(Kind.FINAL, code=again(way).code)
    by_keys(way, "to_room", enter)
    for act, state in (("pause_all", State.PAUSED), ("resume_all", State.OPEN)):
        by_keys(way, f"act_{act}", enter)
        by_keys(way, "reason", "Fire alarm", enter)
        assert desk.sitting(sitting.id).state is state
    by_keys(way, "incidents", enter)
    by_keys(way, "incident_room", enter)
    by_keys(way, "reason", "Fire alarm", enter)
    by_keys(way, "to_room", enter)
    by_keys(way, "sittings", Qt.Key.Key_Home, enter)
    by_keys(way, "row_extend", enter)
    by_keys(way, "reason", "Fire alarm", enter)
    by_keys(way, "row_void", enter)
    by_keys(way, "reason", "Sat for somebody else", enter)
    assert desk.sitting(sitting.id).state is State.VOID
    by_keys(way, "to_room", enter)
    by_keys(way, "act_close", enter)
    by_keys(way, "confirm", enter)
    by_keys(way, "report_pdf", enter)
    assert (saved / f"{HERE.session}-report.pdf").exists()
