"""The day of the exam as people see it: headquarters' codes, what waits for its grade, what headquarters has sent."""

import pytest
from PySide6.QtWidgets import QComboBox

from desktop.wiring.exam import ExamRoom, ExamRoomExits
from desktop.wiring.packs import Chooser
from exams import Grading, Kind, State, glance
from tests.desktop.screens.proctor_way import way
from tests.desktop.shell.conftest import chinese, driver, remembered, window
from tests.drivers.exam_result import ExamResultDriver
from tests.drivers.packs import PacksDriver
from tests.drivers.proctor_act import ProctorActDriver
from tests.drivers.session_pages import SessionCodeDriver
from tests.drivers.sign_in import secret_of
from tests.exams.desk.branch_pc import XIAOYU
from tests.exams.desk.conftest import branch, sticks
from tests.exams.desk.sealed_branch import HERE, LATER, answer_all

__all__ = ["branch", "chinese", "driver", "remembered", "sticks", "way", "window"]
PIN = "258025"


@pytest.fixture
def mode():
    return Grading.SECOND_CODE


@pytest.fixture
def pc(branch, mode):
    return branch(mode)


def handed_in(pc):
    """王小雨 has handed in; the session is closed, and the answer key is sealed."""
    sitting = pc.begin_final(code=pc.unlock())
    answer_all(pc, sitting)
    pc.desk().hand_in(sitting.id)
    pc.room.close_session(HERE.session)
    return sitting


def result_page(way, led):
    """The trainee's page."""
    exits = ExamRoomExits(
        home=lambda: led.append("home"),
        section=led.append,
        certificate=led.append,
        issue=lambda _: led.append("drawn") or "C-1",
        issued=lambda _: led.append("written down"),
        proctor=lambda: led.append("proctor"),
    )
    return ExamRoom(way.window, way.pc.desk(XIAOYU), exits)


@pytest.mark.feature("h2")
def test_a_session_is_opened_with_the_code_of_headquarters_and_its_room_code_opens_the_exam(way):
    way.page.do("open")
    box = way.form.part("session", QComboBox)
    assert [box.itemData(row) for row in range(box.count())] == [HERE.session, LATER.session]
    way.form.do(title="二号考场", code=way.pc.stick.unlock.lower().replace("-", " "))
    assert way.window.current().held()
    assert way.form.sees("Opening the exam papers.")
    way.window.jobs.finish_all()
    code = way.code.code.removeprefix("Code of the session: ").replace(" ", "").replace(",", "-")
    assert way.pc.begin_final(code=code).state is State.OPEN


def test_a_session_of_tomorrow_is_refused_with_its_time_and_another_code_with_nothing_opened(way):
    way.page.do("open")
    box = way.form.part("session", QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    way.form.do(title="二号考场", code=way.pc.stick.unlock)
    way.window.jobs.finish_all()
    assert box.accessibleDescription().startswith("It is too early: this session may begin on 25 Nov 2026")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    way.form.do(code=way.pc.stick.grading)
    way.window.jobs.finish_all()
    assert way.form.at("code").startswith("This code does not open this session.")
    assert way.pc.kept() == []


@pytest.mark.feature("d6")
def test_what_waits_is_graded_with_the_second_code_and_the_trainee_sees_it(way, qtbot):
    sitting, led = handed_in(way.pc), []
    room = result_page(way, led)
    room.open_offer(Kind.FINAL)
    page = ExamResultDriver(qtbot, way.window.current().view)
    assert page.verdict == "Your exam is handed in and saved"
    assert "grading code" in page.meaning
    page.press("look_again")
    assert way.over.toast == "It is not graded yet."
    way.again()
    assert way.page.sees("1 exam is handed in and waits for the grading code")
    way.page.do("grade")
    anchor = way.desk.anchor()
    assert way.form.sees(anchor)
    way.form.do(code=way.pc.stick.grading)
    way.window.jobs.finish_all()
    assert way.over.toast == "The exams of the session are graded."
    assert not way.page.has("act_grade")
    room.open_result(sitting.id)
    page = ExamResultDriver(qtbot, way.window.current().view)
    assert page.verdict.startswith(("Passed", "Not passed"))
    way.room.open_report(HERE.session)
    assert way.report.sees("Release anchor")


@pytest.mark.parametrize("mode", [Grading.HQ_ONLY])
def test_what_headquarters_grades_is_told_as_such_to_everybody(way, qtbot):
    sitting = handed_in(way.pc)
    result_page(way, []).open_question(sitting)
    page = ExamResultDriver(qtbot, way.window.current().view)
    assert page.meaning.startswith("Headquarters grades it.")
    way.again()
    assert way.page.sees("1 exam is graded at headquarters")
    assert not way.page.has("act_grade")


def test_a_sitting_that_the_proctor_has_declared_void_still_leads_home(way):
    pc, led = way.pc, []
    sitting = pc.begin_final(code=pc.unlock())
    pc.room.void(sitting.id, "another person")
    result_page(way, led).open_question(sitting)
    assert led == ["home"]


def to_the_next_session(app, home):
    """The proctor has closed the demonstration's session and stands on the form of the next one."""
    app.door.enter("P2001", secret_of("P2001"))
    app.press("act_close")
    app.press("confirm")
    app.go("Proctor's desk")
    app.press("act_open")
    form = ProctorActDriver(app.qtbot, app.window)
    form.do(title="二号考场", code=glance(home).unlock_codes["SDEM00002"])
    return form


def test_in_a_demonstration_the_hint_is_the_code_and_the_start_card_shows_the_new_room_code(start, home):
    app = start(home)
    form = to_the_next_session(app, home)
    assert form.sees(f"Demonstration: headquarters would tell you {glance(home).unlock_codes['SDEM00002']}")
    app.window.jobs.finish_all()
    code = SessionCodeDriver(app.qtbot, app.window).code
    app.press("written")
    app.sign_out()
    shown = app.door.text("session_code")
    assert shown.replace("-", "") == code.removeprefix("Code of the session: ").replace(" ", "").replace(",", "")
    assert shown != "DEM0B-RANCH-3"


def test_while_a_session_is_opened_nobody_signs_out_or_closes_the_window_and_the_code_is_not_lost(start, home):
    app = start(home)
    to_the_next_session(app, home)
    app.sign_out()
    app.go("Proctor's desk")
    app.window.crumb_chosen.emit("home")
    app.window.close()
    assert app.window.isVisible()
    assert app.place == "Open a session"
    assert app.toast == "One moment, please: this is not finished yet."
    app.window.jobs.finish_all()
    assert app.place == "Code of the session"
    app.sign_out()
    assert app.at_door


def test_after_the_session_is_closed_the_start_card_shows_no_code(start, home):
    app = start(home)
    app.door.enter("P2001", secret_of("P2001"))
    app.press("act_close")
    app.press("confirm")
    app.sign_out()
    assert not app.door.has("session_code")


def test_what_a_demonstration_signed_is_marked_in_the_header_in_every_place_and_language(start, home):
    app = start(home)
    assert app.sees("演示 · Demonstration only")
    app.door.enter("T1001", PIN)
    app.press("language_switch")
    assert app.has("demonstration_only")


@pytest.mark.parametrize("staff_id", ["P2001", "H3001"])
def test_proctor_and_hr_find_what_headquarters_has_sent_in_their_menu(start, home, staff_id):
    app = start(home)
    app.door.enter(staff_id, secret_of(staff_id))
    app.go("What headquarters has sent")
    page = PacksDriver(app.qtbot, app.window)
    assert "DEMO-1" in page.facts
    assert page.sees("SDEM00002")
    assert not page.sees("SDEM00001")  # it was held
    page.press("leave_packs")
    assert app.place != "What headquarters has sent"


@pytest.fixture
def choosing(start, monkeypatch):
    """The app, whose dialogs for files give what the test has laid into `files`."""
    files = []
    chooser = Chooser(lambda chosen: chosen(tuple(files)), lambda chosen: chosen(tuple(files)))
    monkeypatch.setattr("desktop.wiring.packs.system_chooser", lambda _window: chooser)
    return start, files


def test_a_new_installation_takes_in_what_headquarters_has_sent_from_its_first_page(choosing, sticks, tmp_path):
    start, files = choosing
    app = start(tmp_path / "new")
    app.press("take_in")
    files.extend(sorted(sticks(Grading.WITH_UNLOCK).folder.iterdir()))
    page = PacksDriver(app.qtbot, app.window)
    page.press("choose_folder")
    app.window.jobs.finish_all()
    assert page.outcomes == ["Taken in"] * 4
    assert "TELE-1" in page.facts
    page.press("leave_packs")
    assert app.has("set_up")


def test_signing_out_for_the_new_course_lets_go_of_the_old_one(start, home):
    app = start(home)
    app.door.enter("H3001", secret_of("H3001"))
    before = app.root.office
    app.root.reopen()
    assert app.at_door
    app.window.jobs.finish_all()
    assert app.root.office is not before
    app.door.enter("H3001", secret_of("H3001"))
    assert app.place == "Exam results"
