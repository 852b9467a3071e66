"""A room rehearsed by the people themselves: opened by the proctor, sat by a trainee, closed with what it showed."""

import pytest

from exams import Kind, Obstacle, right_value
from tests.drivers.exam_offer import ExamOfferDriver
from tests.drivers.exam_result import ExamResultDriver
from tests.drivers.proctor_act import ProctorActDriver
from tests.drivers.proctor_room import ProctorRoomDriver
from tests.drivers.session_pages import SessionCodeDriver, SessionReportDriver
from tests.drivers.sign_in import secret_of
from tests.drivers.take_exam import TakeExamDriver

PIN = "258025"


def rehearsal(app):
    """The proctor closes the session that is open and rehearses the room; the code as it is read out."""
    app.door.enter("P2001", secret_of("P2001"))
    room, form = ProctorRoomDriver(app.qtbot, app.window), ProctorActDriver(app.qtbot, app.window)
    room.do("close")
    form.do()
    app.window.crumb_chosen.emit("home")
    room.do("rehearse")
    assert (form.shown, "HR gets no result" in form.says) == ([], True)
    form.do()
    code = SessionCodeDriver(app.qtbot, app.window).code.partition(": ")[2].replace(" ", "").replace(",", "-")
    app.window.crumb_chosen.emit("home")
    assert room.sees("Rehearsal – counts for nothing")
    app.sign_out()
    return code


@pytest.mark.feature("d5")
def test_a_person_rehearses_in_the_room_and_still_has_every_try_of_the_final(start, home):
    app = start(home)
    code = rehearsal(app)
    app.door.enter("T1003", PIN)
    offer = ExamOfferDriver(app.qtbot, app.window)
    assert offer.sees("This is a rehearsal: nothing counts")
    offer.begin(code)
    app.window.jobs.finish_all()
    exam = TakeExamDriver(app.qtbot, app.window)
    assert app.calm
    assert exam.sees("Rehearsal – counts for nothing · Lin Ruoxi")
    desk = app.root.office.desk_of(next(one for one in app.root.office.people() if one.staff_id == "T1003"))
    sitting = desk.open_sitting()
    desk.answer(sitting.id, 1, right_value(app.root.office, sitting, 1))
    desk.hand_in(sitting.id)
    app.window.current().view.ticked.emit()
    result = ExamResultDriver(app.qtbot, app.window)
    assert result.verdict == "Handed in: the rehearsal is over for you"
    assert "counts for nothing" in result.meaning
    app.sign_out()
    app.door.enter("P2001", secret_of("P2001"))
    ProctorRoomDriver(app.qtbot, app.window).do("close")
    ProctorActDriver(app.qtbot, app.window).do()
    report = SessionReportDriver(app.qtbot, app.window)
    assert report.heading == "Rehearsal – counts for nothing"
    assert report.to_mend[0] == "Nothing was found that has to be mended."
    final = desk.offer(Kind.FINAL)
    assert (final.attempt, final.obstacle) == (1, Obstacle.NO_SESSION)
