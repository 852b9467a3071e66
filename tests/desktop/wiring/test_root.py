"""The app as a whole on a demonstration branch: who gets in, where they stand, how they leave."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

import pytest

from exams import Kind, Moment, glance, open_office
from tests.drivers.my_training import MyTrainingDriver
from tests.drivers.reader import ReaderDriver
from tests.drivers.sign_in import secret_of

PIN = "258025"
FIRST = {"T1001": "My training", "P2001": "Proctor's desk", "H3001": "Exam results"}


@dataclass
class HandClock:
    """A clock that the test turns."""

    ms: int = 1_000_000

    def now(self) -> Moment:
        return Moment("boot", self.ms, self.ms, self.ms)


def seconds_read(root, staff_id, section):
    person = next(one for one in root.office.people() if one.staff_id == staff_id)
    chapters = root.office.desk_of(person).training().chapters
    return next(one.seconds for chapter in chapters for one in chapter.sections if one.section == section)


def begin_final(root, home):
    """Somebody sits down to the final exam; the sitting is the same whoever drew it."""
    person = next(one for one in root.office.people() if one.staff_id == "T1003")
    return root.office.desk_of(person).begin(Kind.FINAL, None, glance(home).session_code)


@pytest.mark.parametrize("staff_id", list(FIRST))
def test_everybody_signs_in_by_typing_and_stands_on_their_first_page(start, home, staff_id):
    app = start(home)
    app.door.enter(staff_id, secret_of(staff_id))
    assert app.place == FIRST[staff_id]
    assert app.person
    assert not app.at_door


def test_small_letters_and_spaces_around_the_staff_id_do_no_harm(start, home):
    app = start(home)
    app.door.enter(" t1001 ", PIN)
    assert app.place == "My training"


@pytest.mark.parametrize("staff_id", list(FIRST))
def test_every_line_of_the_person_menu_leads_where_it_says(start, home, staff_id):
    app = start(home)
    app.door.enter(staff_id, secret_of(staff_id))
    *places, switch, last = app.lines
    assert places[0] == FIRST[staff_id]
    for line in (*places[1:], places[0]):
        app.go(line)
        assert app.place == line
    assert (switch, last) == ("Switch person", "Sign out")


@pytest.mark.parametrize("staff_id", list(FIRST))
def test_signing_out_leads_to_an_empty_door_for_the_next_person(start, home, staff_id):
    app = start(home)
    app.door.enter(staff_id, secret_of(staff_id))
    app.sign_out()
    assert app.at_door
    assert (app.person, app.door.typed) == ("", ("", ""))
    app.door.enter("T1002", PIN)
    assert app.person == "陈志远"


@pytest.mark.feature("h7")
@pytest.mark.parametrize("staff_id", list(FIRST))
def test_the_next_person_takes_over_from_the_header_and_is_told_that_all_is_saved(start, home, staff_id):
    app = start(home)
    app.door.enter(staff_id, secret_of(staff_id))
    name = app.person
    app.go("Switch person")
    assert app.at_door
    assert app.toast == f"{name} is signed out, and everything is saved. Who is next?"
    app.door.enter("T1002", PIN)
    assert app.person == "陈志远"


def test_the_menu_of_the_one_before_leads_nowhere_after_signing_out(start, home):
    app = start(home)
    app.door.enter("H3001", secret_of("H3001"))
    app.sign_out()
    app.window.person_action.emit("people")
    app.window.crumb_chosen.emit("people")
    app.window.person_action.emit("sign_out")
    assert app.at_door


def test_a_line_that_nobody_knows_leads_nowhere(start, home):
    app = start(home)
    for staff_id, place in FIRST.items():
        app.door.enter(staff_id, secret_of(staff_id))
        app.window.crumb_chosen.emit("no such place")
        assert app.place == place
        app.sign_out()


def test_whoever_signs_in_before_the_libraries_are_there_gets_in_all_the_same(start, home):
    app = start(home, ready=False)
    app.door.enter("T1001", PIN)
    assert app.place == "My training"
    app.window.jobs.finish_all()
    assert app.place == "My training"


def test_the_menu_speaks_the_language_chosen_inside(start, home):
    app = start(home)
    app.door.enter("P2001", secret_of("P2001"))
    app.press("language_switch")
    assert app.lines == ["监考台", "人员", "开考前检查", "总行下发的内容", "本机", "换人使用", "退出登录"]


def test_a_running_final_is_there_again_after_the_program_was_closed(start, home):
    before = start(home)
    begin_final(before.root, home)
    before.door.enter("T1003", PIN)
    before.press("next")
    left = before.text("question_number")
    before.window.close()
    before.confirm()
    before.root.close()
    after = start(home)
    after.door.enter("T1003", PIN)
    assert after.calm
    assert after.text("question_number") == left
    assert after.person == ""


def test_a_running_quiz_waits_at_home(start, home):
    app = start(home)
    person = next(one for one in app.root.office.people() if one.staff_id == "T1002")
    app.root.office.desk_of(person).begin(Kind.QUIZ, 1, "")
    app.door.enter("T1002", PIN)
    assert app.place == "My training"


def test_closing_the_window_in_an_exam_asks_first(start, home):
    app = start(home)
    begin_final(app.root, home)
    app.door.enter("T1003", PIN)
    app.window.close()
    assert app.question == "Close the program during the exam?"
    app.window.close()
    app.cancel()
    assert app.window.isVisible()
    assert app.calm
    app.window.close()
    app.confirm()
    assert not app.window.isVisible()


@pytest.mark.parametrize("staff_id", ["", "T1001", "H3001"])
def test_closing_the_window_elsewhere_asks_nothing(start, home, staff_id):
    app = start(home)
    if staff_id:
        app.door.enter(staff_id, secret_of(staff_id))
    app.window.close()
    assert not app.window.isVisible()


@pytest.fixture
def reading(start, home, monkeypatch):
    """王小雨 has read for four seconds, and nothing has been written down yet."""
    clock = HandClock()
    monkeypatch.setattr("desktop.wiring.reading.SystemClock", lambda: clock)
    app = start(home)
    app.door.enter("T1001", PIN)
    MyTrainingDriver(app.qtbot, app.window).go_on()
    page = ReaderDriver(app.qtbot, app.window)
    app.settle()
    clock.ms += 4_000
    page.beat()
    assert seconds_read(app.root, "T1001", "1.1") == 0
    return app


def test_reading_time_is_written_down_on_signing_out(reading):
    reading.sign_out()
    assert seconds_read(reading.root, "T1001", "1.1") == 4


@pytest.mark.feature("h7")
def test_reading_time_of_the_one_before_is_theirs_when_another_takes_over(reading):
    before = seconds_read(reading.root, "T1002", "1.1")
    reading.go("Switch person")
    reading.door.enter("T1002", PIN)
    MyTrainingDriver(reading.qtbot, reading.window).go_on()
    ReaderDriver(reading.qtbot, reading.window).beat()
    reading.sign_out()
    assert seconds_read(reading.root, "T1001", "1.1") == 4
    assert seconds_read(reading.root, "T1002", "1.1") == before


def test_reading_time_is_written_down_on_closing(reading, home):
    reading.window.close()
    reading.root.close()
    assert seconds_read(reading.root, "T1001", "1.1") == 4


def test_reading_time_is_written_down_on_going_home_by_the_menu(reading):
    reading.go("My training")
    assert seconds_read(reading.root, "T1001", "1.1") == 4


def test_the_home_is_free_for_others_after_closing(start, home):
    app = start(home)
    app.door.enter("T1001", PIN)
    app.window.close()
    app.root.close()
    with open_office(home) as office:
        assert office.people()


def test_a_final_whose_record_cannot_be_read_is_told_of_and_the_person_stands_at_home(start, home):
    app = start(home)
    sitting = begin_final(app.root, home)
    app.root.close()
    with closing(sqlite3.connect(home / "academy.sqlite")) as hurt:
        first = hurt.execute("SELECT first_seq FROM sittings WHERE id = ?", (sitting.id,)).fetchone()[0]
        hurt.execute("UPDATE journal SET body = x'00' WHERE seq = ?", (first,))
        hurt.commit()
    app = start(home)
    app.door.enter("T1003", PIN)
    assert app.question == "The record of this exam cannot be read."
    assert (app.place, app.person) == ("My training", "林若溪")
