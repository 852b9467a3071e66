"""Time that grows short, pauses, disks that fail: without a window."""

from desktop.screens.take_exam.presenter import Exits, TakeExamPresenter
from desktop.screens.take_exam.state import Alert
from tests.desktop.screens.take_exam.exam_desk import NUMERICAL, TITLES, Desk, Exam, Screen


def test_a_second_costs_no_redrawing_of_the_question():
    exam = Exam()
    drawn = len(exam.screen.states)
    exam.desk.leave(900)
    exam.presenter.tick()
    assert exam.screen.seconds == [900]
    assert len(exam.screen.states) == drawn


def test_short_time_is_said_at_five_minutes_and_at_one():
    exam = Exam()
    said = []
    for seconds in (301, 300, 299, 61, 60, 1):
        exam.desk.leave(seconds)
        exam.presenter.tick()
        said.append(exam.state.alert)
    assert said == [Alert.NONE, Alert.SOON, Alert.SOON, Alert.SOON, Alert.URGENT, Alert.URGENT]


def test_whoever_comes_back_late_is_told_at_once():
    exam = Exam(elapsed_ms=19 * 60_000)
    assert exam.state.alert is Alert.URGENT


def test_a_clock_put_away_stays_away():
    exam = Exam()
    exam.presenter.hide_clock(True)
    exam.presenter.go_next()
    assert exam.state.clock_hidden


def test_when_time_is_over_the_result_comes_by_itself_and_once():
    exam = Exam()
    exam.desk.leave(0)
    exam.presenter.tick()
    exam.presenter.tick()
    exam.presenter.choose("A")
    assert exam.told == ["over"]


def test_the_last_keystrokes_are_saved_before_time_is_over():
    exam = Exam(NUMERICAL)
    exam.desk.leave(1)
    exam.presenter.tick()
    exam.presenter.keep_draft("42")
    exam.presenter.tick()
    assert exam.desk.answers_written() == [(NUMERICAL, "42")]


def test_an_answer_after_the_end_frightens_nobody():
    exam = Exam()
    exam.desk.leave(0)
    exam.desk.refresh("")
    exam.presenter.choose("A")
    assert exam.told == ["over"]


def test_a_paused_sitting_shows_no_question_and_changes_nothing():
    exam = Exam()
    exam.presenter.choose("A")
    exam.desk.pause()
    exam.presenter.tick()
    assert exam.state.paused
    assert exam.state.stem == ""
    assert exam.state.options == ()
    assert exam.state.value is None
    for action in (exam.presenter.go_next, exam.presenter.flag, exam.presenter.ask_summary):
        action()
    exam.presenter.choose("B")
    assert exam.told == []
    exam.desk.pause(False)
    exam.presenter.tick()
    assert exam.state.stem == "Stem 1"
    assert exam.state.value == "A"


def test_a_sitting_that_is_resumed_while_paused_can_be_shown():
    exam = Exam(state=Desk().sitting.state.PAUSED)
    assert exam.state.paused
    assert exam.told == []


def test_an_answer_that_meets_the_pause_is_kept_for_after_it():
    exam = Exam()
    exam.desk.pause()
    exam.presenter.choose("C")
    assert exam.told == []
    assert exam.state.paused
    exam.desk.pause(False)
    exam.presenter.tick()
    assert exam.state.draft == "C"


def test_a_disk_that_fails_at_every_tick_is_told_once():
    exam = Exam()
    exam.desk.fill_disk()
    for _ in range(5):
        exam.presenter.tick()
    assert exam.told == ["E_DISK_FULL"]
    exam.desk.broken = None
    exam.presenter.tick()
    exam.desk.fill_disk()
    exam.presenter.tick()
    assert exam.told == ["E_DISK_FULL", "E_DISK_FULL"]


def test_an_exam_whose_first_note_fails_still_shows_its_question():
    desk = Desk()
    desk.fill_disk()
    screen, told = Screen(), []
    exits = Exits(summary=lambda: None, over=lambda: None, failed=told.append)
    presenter = TakeExamPresenter(desk, desk.sitting, TITLES, exits)
    presenter.attach(screen)
    presenter.show()
    assert screen.state.stem == "Stem 1"
    assert len(told) == 1
