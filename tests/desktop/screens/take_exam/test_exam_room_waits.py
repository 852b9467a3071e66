"""When the proctor is needed, when the window is left, when the clock is wrong: the real desk, the real window."""

import pytest

from exams import Kind, State
from tests.desktop.screens.take_exam.way import begin_final, hand_in, respond
from tests.exams.desk.branch_pc import MINUTE, TYPED


@pytest.mark.feature("b4")
def test_after_a_longer_crash_the_proctor_lets_it_go_on_where_it_was(way):
    sitting = begin_final(way)
    respond(way, sitting, 1)
    way.exam.go_to(3)
    way.pc.clock.forward(minutes=5)
    way.restart()
    assert way.exam.waiting == "Please call the proctor"
    assert way.exam.sees("The program was closed or failed during your exam.")
    assert way.exam.stem == ""
    assert way.exam.clock == "15:00"
    way.pc.clock.forward(minutes=1)
    way.tick()
    assert way.exam.clock == "14:00"
    way.exam.press("proctor_signs_in")
    assert way.led == ["door"]
    way.proctor().resume(sitting.id, "程序异常退出")
    way.tick()
    assert way.exam.waiting == ""
    assert way.exam.number == "Question 3 of 7"
    way.exam.go_to(1)
    assert way.exam.saved == "Saved on this PC"


@pytest.mark.feature("b4")
def test_after_a_power_cut_the_proctor_lets_it_go_on_and_gives_back_what_it_has_cost(way):
    sitting = begin_final(way)
    respond(way, sitting, 1)
    way.pc.clock.reboot(6 * MINUTE, "story-2", MINUTE)
    way.restart()
    assert way.exam.waiting == "Please call the proctor"
    assert way.exam.sees("up to 6 minutes")
    way.proctor().resume(sitting.id, "停电", 4)
    way.tick()
    assert way.exam.clock == "18:00"
    way.exam.press("summary")
    assert way.hand_in.facts == {"Cost by a restart of the computer": "6 minutes", "Time given back": "4 minutes"}


def test_what_the_proctor_pauses_stands_still_and_goes_on_by_itself(way):
    sitting = begin_final(way)
    way.proctor().pause(sitting.id, "火警演练")
    way.tick()
    assert way.exam.waiting == "The exam is paused"
    assert way.exam.sees("火警演练")
    way.over.press("language_switch")
    assert way.exam.waiting == "考试已暂停"
    way.over.press("language_switch")
    way.pc.clock.forward(minutes=7)
    way.proctor().resume(sitting.id, "演练结束")
    way.tick()
    assert way.exam.clock == "20:00"
    assert way.exam.number == "Question 1 of 7"


def test_the_page_before_handing_in_waits_for_the_proctor_too(way):
    sitting = begin_final(way)
    way.exam.press("summary")
    way.pc.clock.suspend(5 * MINUTE)
    way.tick()
    assert way.hand_in.waiting == "Please call the proctor"
    assert way.window.focusWidget().objectName() == "waiting"  # Enter presses nothing
    assert way.hand_in.sees("The computer slept during your exam.")
    way.proctor().resume(sitting.id, "电脑睡眠")
    way.tick()
    assert way.hand_in.waiting == ""
    assert way.window.focusWidget().objectName() == "back"
    hand_in(way)
    assert way.result.verdict == "Not passed this time"


def test_a_hand_in_that_meets_the_pause_shows_the_pause_and_hands_nothing_in(way):
    sitting = begin_final(way)
    way.exam.press("summary")
    way.hand_in.press("hand_in")
    way.proctor().pause(sitting.id, "火警演练")
    way.over.confirm()
    assert way.over.question == ""
    assert way.hand_in.waiting == "The exam is paused"
    assert way.desk.sitting(sitting.id).state is State.PAUSED


def test_what_the_proctor_declares_void_leads_home(way):
    sitting = begin_final(way)
    way.proctor().void(sitting.id, "作弊")
    way.tick()
    assert way.led == ["home"]


def test_leaving_the_window_of_a_final_is_written_down_and_punishes_nobody(way):
    sitting = begin_final(way)
    way.leave_window()
    assert way.pc.events(sitting.id)[-2:] == ["focus_lost", "focus_gained"]
    assert way.desk.sitting(sitting.id).focus_lost == 1
    assert way.over.question == ""
    assert way.exam.alert == ""
    way.exam.press("summary")
    way.leave_window()
    assert way.desk.sitting(sitting.id).focus_lost == 2


def test_changing_the_language_and_a_sheet_of_the_window_are_no_leaving(way):
    sitting = begin_final(way)
    way.over.press("language_switch")
    way.window.set_zoom(125)
    way.exam.press("summary")
    way.hand_in.press("hand_in")
    way.over.cancel()
    assert way.desk.sitting(sitting.id).focus_lost == 0


def test_a_clock_that_is_behind_lets_no_final_begin_until_it_is_set_right(way):
    way.pc.clock.set_wall(way.pc.clock.now().wt - 15 * MINUTE)
    way.room.open_offer(Kind.FINAL)
    way.offer.begin(TYPED)
    way.window.jobs.finish_all()
    assert way.offer.obstacle.startswith("The computer's clock is 15 minutes behind its own record.")
    assert not way.offer.has("begin")
    assert way.window.focusWidget().objectName() == "notice_action"
    way.pc.clock.set_wall(way.pc.clock.now().wt + 15 * MINUTE)
    way.offer.try_again()
    way.window.jobs.finish_all()
    assert way.exam.number == "Question 1 of 7"
