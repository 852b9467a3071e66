"""The proctor lets a trainee go on after a crash: the whole app on a demonstration branch, time told by a story."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from exams import Kind, Sitting, StoryClock, glance, right_value
from tests.drivers.proctor_act import ProctorActDriver
from tests.drivers.proctor_room import ProctorRoomDriver
from tests.drivers.proctor_sitting import ProctorSittingDriver
from tests.drivers.sign_in import secret_of
from tests.drivers.take_exam import TakeExamDriver

PIN = "258025"
NOON = time.time_ns() // 1_000_000  # the demonstration is made now, and its session has a window
MINUTE = 60_000


@pytest.fixture
def clock(monkeypatch):
    """The branch's clock, turned by the test."""
    story = StoryClock(NOON)
    monkeypatch.setattr("exams.desk.office.SystemClock", lambda: story)
    return story


def killed(home, elsewhere):
    """The same branch as its disk stands at this instant: nothing of the process is left but its files."""
    shutil.copytree(home, elsewhere, ignore=shutil.ignore_patterns("*-shm"))
    return elsewhere


@pytest.fixture
def left(start, home, clock, tmp_path):
    """林若溪 has answered question 1 and looks at question 4 when the app is killed; five minutes go by."""
    before = start(home)
    office = before.root.office
    desk = office.desk_of(next(one for one in office.people() if one.staff_id == "T1003"))
    sitting = desk.begin(Kind.FINAL, None, glance(home).session_code)
    desk.answer(sitting.id, 1, right_value(office, sitting, 1))
    before.door.enter("T1003", PIN)
    exam = TakeExamDriver(before.qtbot, before.window)
    for _ in range(3):
        exam.press("next")
    left = Left(killed(home, tmp_path / "after"), sitting, exam.number)
    before.root.open_door()  # what is written from here on is written to the home that was left
    before.window.hide()
    clock.forward(minutes=5)
    return left


@dataclass
class Left:
    home: Path
    sitting: Sitting
    question: str


@pytest.mark.feature("b4")
def test_after_a_crash_of_five_minutes_the_proctor_lets_the_trainee_go_on_at_the_same_question(start, left):
    app = start(left.home)
    app.door.enter("T1003", PIN)
    assert TakeExamDriver(app.qtbot, app.window).stem == ""
    app.root.open_door()
    app.door.enter("P2001", secret_of("P2001"))
    room = ProctorRoomDriver(app.qtbot, app.window)
    assert room.banner == "1 person waits for you"
    room.press(f"row_{left.sitting.id}")
    page = ProctorSittingDriver(app.qtbot, app.window)
    assert page.standing[0] == "Waits for you: the program was closed"
    assert page.told("gaps")[1] == "5 minutes, all of it exam time"
    page.do("resume")
    form = ProctorActDriver(app.qtbot, app.window)
    assert form.shown == ["reason"]
    form.do(reason="程序意外关闭")
    assert page.standing[0] == "Sitting now"
    app.sign_out()
    app.door.enter("T1003", PIN)
    after = TakeExamDriver(app.qtbot, app.window)
    assert after.number == left.question
    assert after.stem
    assert after.clock == f"{left.sitting.limit_ms // MINUTE - 5:02}:00"
    assert 1 in app.root.office.sitting(left.sitting.id).answers
    done = app.root.office.sign_in("P2001", secret_of("P2001")).report(left.sitting.session).overrides
    assert [(one.event, one.by, one.reason) for one in done] == [("resume", "P2001", "程序意外关闭")]
    app.root.open_door()


def test_the_path_of_the_proctor_leads_back_to_the_exam_and_to_the_room(start, home):
    app = start(home)
    person = next(one for one in app.root.office.people() if one.staff_id == "T1003")
    app.root.office.desk_of(person).begin(Kind.FINAL, None, glance(home).session_code)
    app.door.enter("P2001", secret_of("P2001"))
    ProctorRoomDriver(app.qtbot, app.window).enter_at(0)
    ProctorSittingDriver(app.qtbot, app.window).do("void")
    assert app.place == "Declare void"
    app.window.crumb_chosen.emit("exam")
    assert app.place == "林若溪"
    app.window.crumb_chosen.emit("home")
    assert app.place == "Proctor's desk"
