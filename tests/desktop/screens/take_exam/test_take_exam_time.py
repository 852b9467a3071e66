"""Time that grows short, pauses, disks that fail: without a window."""

import pytest

from desktop.screens.take_exam.contract import Exits
from desktop.screens.take_exam.presenter import TakeExamPresenter
from desktop.screens.take_exam.state import Hint
from exams import Cause, State
from exams.sittings.errors import PartOver
from exams.timing.parts import PartLimit
from tests.desktop.screens.take_exam.exam_desk import NUMERICAL, TITLES, Desk, Exam, Screen
from tests.exams.sittings.story import MINUTE

NEEDING_THE_PROCTOR = (Cause.STOPPED, Cause.SUSPEND, Cause.REBOOT)


def test_a_second_costs_no_redrawing_of_the_question():
    exam = Exam()
    drawn = len(exam.screen.states)
    exam.desk.leave(900)
    exam.presenter.tick()
    assert exam.screen.seconds == [900]
    assert len(exam.screen.states) == drawn


def test_short_time_is_said_at_ten_minutes_and_at_two():
    exam = Exam()
    said = []
    for seconds in (601, 600, 599, 121, 120, 1):
        exam.desk.leave(seconds)
        exam.presenter.tick()
        said.append(exam.state.alert)
    assert said == [None, 10, 10, 10, 2, 2]


def test_minutes_added_by_the_proctor_take_the_warning_back():
    exam = Exam(elapsed_ms=19 * MINUTE)
    assert exam.state.alert == 2  # whoever comes back late is told at once
    exam.desk.leave(601)
    exam.presenter.tick()
    assert exam.state.alert is None


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
    exam.desk.pause("火警演练")
    exam.presenter.tick()
    assert exam.state.waiting.paused
    assert "火警演练" in exam.state.waiting.happened
    assert exam.state.waiting.time == "The clock stands still."
    assert exam.state.stem == ""
    assert exam.state.options == ()
    assert exam.state.value is None
    for action in (exam.presenter.go_next, exam.presenter.flag, exam.presenter.ask_summary):
        action()
    exam.presenter.choose("B")
    assert exam.told == []
    exam.desk.resume()
    exam.presenter.tick()
    assert exam.state.waiting is None
    assert exam.state.stem == "Stem 1"
    assert exam.state.value == "A"


def test_a_pause_above_the_cap_says_that_the_clock_runs_again():
    exam = Exam()
    exam.desk.pause()
    exam.presenter.tick()
    exam.desk.stop(Cause.PAUSE, paused_ms=60 * MINUTE)
    exam.presenter.tick()
    assert exam.state.waiting.time == "The pause has been longer than 60 minutes: the clock runs again."


@pytest.mark.parametrize("cause", NEEDING_THE_PROCTOR)
def test_a_sitting_that_waits_says_why_what_is_safe_and_what_to_do_and_its_clock_runs(cause):
    exam = Exam()
    exam.presenter.choose("A")
    exam.desk.stop(cause)
    exam.presenter.tick()
    said = {
        Cause.STOPPED: "The program was closed or failed during your exam. After more than 3 minutes",
        Cause.SUSPEND: "The computer slept during your exam. After more than 3 minutes",
        Cause.REBOOT: "The power failed or the computer was restarted",
    }
    waiting = exam.state.waiting
    assert waiting.happened.startswith(said[cause])
    assert "saved" in waiting.safe
    assert waiting.time == "The clock runs on."
    assert "proctor" in waiting.advice
    assert not waiting.paused
    assert (exam.state.stem, exam.state.options, exam.state.value) == ("", (), None)
    exam.desk.leave(300)
    exam.presenter.tick()
    assert exam.state.seconds_left == 300


def test_after_a_restart_it_is_said_how_much_can_be_given_back():
    exam = Exam()
    exam.desk.stop(Cause.REBOOT, lost_ms=4 * MINUTE + 1)
    exam.presenter.tick()
    assert exam.state.waiting.time.endswith("the proctor can give back up to 4 minutes.")


@pytest.mark.parametrize("cause", [Cause.PAUSE, *NEEDING_THE_PROCTOR])
def test_a_sitting_that_is_opened_while_it_waits_goes_on_by_itself(cause):
    waits = Desk()
    waits.stop(cause)
    exam = Exam(state=State.PAUSED, time=waits.sitting.time)
    assert exam.state.waiting is not None
    assert exam.desk.written == []
    exam.desk.resume()
    exam.presenter.tick()
    assert exam.state.stem == "Stem 1"
    assert exam.desk.written == [("show", 1, None)]
    assert exam.told == []


@pytest.mark.parametrize("cause", [Cause.PAUSE, *NEEDING_THE_PROCTOR])
def test_an_answer_that_meets_the_wait_frightens_nobody_and_is_saved_after_it(cause):
    exam = Exam()
    exam.desk.stop(cause)
    exam.presenter.choose("C")
    assert exam.told == []
    assert exam.state.waiting is not None
    exam.desk.resume()
    exam.presenter.tick()
    assert exam.state.value == "C"
    assert exam.state.draft is None
    assert exam.desk.answers_written() == [(1, "C")]


def test_a_number_half_typed_outlives_the_wait_unsaved():
    exam = Exam(NUMERICAL)
    exam.presenter.keep_draft("12.")
    exam.desk.stop(Cause.SUSPEND)
    exam.presenter.tick()
    exam.desk.resume()
    exam.presenter.tick()
    assert exam.state.draft == "12."
    assert exam.desk.answers_written() == []


def test_leaving_the_window_and_coming_back_are_written_down_once_each_and_change_nothing_on_the_screen():
    exam = Exam()
    drawn = len(exam.screen.states)
    for away in (False, True, True, False, False):
        exam.presenter.leave_window(away)
    assert [value for what, _, value in exam.desk.written if what == "focus"] == ["lost", "back"]
    assert len(exam.screen.states) == drawn
    assert exam.told == []


def test_after_the_end_nobody_leaves_the_window_any_more():
    exam = Exam()
    exam.desk.leave(0)
    exam.presenter.tick()
    exam.presenter.leave_window(True)
    assert ("focus", 0, "lost") not in exam.desk.written


def test_a_sitting_declared_void_ends_as_one_whose_time_is_over():
    exam = Exam()
    exam.desk.sitting = Desk(state=State.VOID).sitting
    exam.presenter.tick()
    assert exam.told == ["over"]


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


def timed(seconds):
    """A sitting whose question on the screen has so much of its own time left."""
    exam = Exam()
    sitting = exam.desk.sitting
    limit = PartLimit(frozenset({sitting.position}), MINUTE)
    exam.desk.sitting = sitting._replace(parts=(limit,), spent={sitting.position: MINUTE - seconds * 1000})
    exam.presenter.tick()
    return exam


@pytest.mark.feature("b2")
def test_the_time_of_a_question_is_told_beside_that_of_the_whole():
    exam = timed(59)
    assert exam.screen.part_seconds == 59
    exam.presenter.go_to(2)
    assert exam.state.part_seconds is None


@pytest.mark.feature("b2")
def test_a_question_whose_time_is_over_says_so_and_lets_one_go_on():
    exam = timed(0)
    assert (exam.state.part_seconds, exam.state.hint, exam.state.open) == (0, Hint.PART_OVER, True)
    exam.presenter.go_next()
    assert exam.state.position == 2
    assert exam.state.hint is Hint.NONE


@pytest.mark.feature("b2")
def test_what_came_too_late_for_its_part_is_dropped_and_does_not_hold_the_person_there():
    exam = timed(1)
    exam.desk.broken = PartOver(sitting="S", position=1)
    exam.presenter.choose("A")
    exam.desk.broken = None
    exam.desk.sitting = exam.desk.sitting._replace(spent={1: MINUTE})
    exam.presenter.tick()
    assert exam.state.value is None
    exam.presenter.go_next()
    assert exam.state.position == 2
