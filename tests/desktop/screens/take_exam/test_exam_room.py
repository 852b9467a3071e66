"""A trainee's whole way through an exam: the real desk on a branch PC, the real window, hands and eyes."""

import pytest
from PySide6.QtCore import Qt

from certificates.errors import NumbersUsedUp
from exams import Kind, State
from tests.desktop.screens.take_exam.way import Way, answer_all, begin_final, hand_in, respond
from tests.drivers.take_exam import ALT, CONTROL
from tests.exams.desk.answering import right, wrong
from tests.exams.desk.branch_pc import MINUTE, RUOXI, TYPED


@pytest.mark.feature("e1")
@pytest.mark.feature("b1")
def test_from_the_terms_to_the_certificate(way):
    sitting = begin_final(way)
    assert way.exam.number == "Question 1 of 7"
    answer_all(way, sitting)
    assert way.hand_in.notice == "Every question is answered."
    hand_in(way)
    assert way.result.verdict == "Passed. Well done, Wang Xiaoyu!"
    assert not way.result.can_press("see_certificate")
    way.window.jobs.finish_all()
    way.result.press("see_certificate")
    assert way.led == ["written down", "C-1"]


def test_a_fail_leads_to_the_weakest_section(way):
    answer_all(way, begin_final(way), wrong)
    hand_in(way)
    assert way.result.verdict == "Not passed this time"
    way.result.press("study_weakest")
    assert way.led[0] in {"1.1", "1.2", "2.1"}
    assert way.window.jobs.waiting == 0


def test_a_certificate_that_fails_can_be_tried_again(way):
    answer_all(way, begin_final(way))
    way.broken = NumbersUsedUp()
    hand_in(way)
    way.window.jobs.finish_all()
    assert way.result.notice == "The certificate could not be drawn yet."
    way.broken = None
    way.result.press("notice_action")
    way.window.jobs.finish_all()
    assert way.result.can_press("see_certificate")


@pytest.mark.feature("b10")
def test_the_whole_exam_by_keyboard(way, qtbot):
    sitting = begin_final(way)
    for place in sitting.paper.items:
        value = right(way.pc, sitting, place.position)
        match place.type.value:
            case "numerical":
                qtbot.keyClicks(way.window.focusWidget(), value)
            case "truefalse":
                way.exam.key(Qt.Key.Key_A if value else Qt.Key.Key_B)
            case "best_worst":
                best, worst = ("abcdef"[place.order.index(value[key])] for key in ("best", "worst"))
                qtbot.keyClicks(way.window.focusWidget(), best)
                qtbot.keyClicks(way.window.focusWidget(), worst.upper(), Qt.KeyboardModifier.ShiftModifier)
            case _:
                for letter in value:
                    qtbot.keyClicks(way.window.focusWidget(), "abcdef"[place.order.index(letter)])
        way.exam.shortcut(Qt.Key.Key_Right, ALT)
    assert way.hand_in.notice == "Every question is answered."
    qtbot.keyClick(way.window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(way.window.focusWidget(), Qt.Key.Key_Return)
    assert way.window.focusWidget().objectName() == "ask_cancel"  # whoever presses Enter twice has not handed in
    qtbot.keyClick(way.window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(way.window.focusWidget(), Qt.Key.Key_Return)
    assert way.result.verdict.startswith("Passed")


@pytest.mark.feature("b1")
def test_from_the_summary_every_place_is_one_press_away_and_the_answers_are_there(way):
    sitting = begin_final(way)
    respond(way, sitting, 1)
    way.exam.press("flag")
    way.exam.shortcut(Qt.Key.Key_Return, CONTROL)
    assert way.hand_in.numbers("unanswered") == [2, 3, 4, 5, 6, 7]
    assert way.hand_in.numbers("flagged") == [1]
    way.hand_in.go_to("unanswered", 4)
    assert way.exam.number == "Question 4 of 7"
    way.exam.press("summary")
    way.hand_in.press("back")
    assert way.exam.number == "Question 4 of 7"
    way.exam.go_to(1)
    assert way.exam.saved == "Saved on this PC"


def test_not_yet_goes_on_with_nothing_handed_in(way):
    sitting = begin_final(way)
    way.exam.press("summary")
    way.hand_in.press("hand_in")
    way.over.cancel()
    assert way.desk.sitting(sitting.id).state is State.OPEN
    way.hand_in.press("back")
    assert way.exam.number == "Question 1 of 7"


def test_a_number_that_cannot_be_read_stays_with_its_own_question(way):
    sitting = begin_final(way)
    number = way.position_of("numerical", sitting)
    other, key = (6, Qt.Key.Key_Left) if number == 7 else (number + 1, Qt.Key.Key_Right)
    way.exam.go_to(number)
    way.exam.type_number("abc")
    way.exam.shortcut(key, ALT)
    assert way.exam.sees("cannot be read")
    way.exam.shortcut(key, ALT)
    assert way.exam.number == f"Question {other} of 7"
    assert way.exam.saved == ""
    assert way.desk.sitting(sitting.id).answers == {}
    way.exam.go_to(number)
    assert way.exam.text("number") == "abc"


@pytest.mark.feature("b3")
def test_a_press_is_on_the_disk_when_it_says_saved(way, tmp_path):
    sitting = begin_final(way)
    respond(way, sitting, 1)
    assert way.exam.saved == "Saved on this PC"
    after = way.pc.power_cut(tmp_path / "after")
    assert 1 in after.office.sitting(sitting.id).answers
    after.close()


@pytest.mark.feature("b4")
def test_after_a_crash_the_exam_goes_on_where_it_was(way):
    sitting = begin_final(way)
    respond(way, sitting, 1)
    way.exam.go_to(3)
    way.pc.clock.forward(minutes=2)
    way.pc.reopen()
    way.again()
    way.room.open_offer(Kind.FINAL)
    assert way.offer.text("begin") == "Go on where you were"
    assert not way.offer.has("code")
    way.offer.press("begin")
    way.window.jobs.finish_all()
    assert way.exam.number == "Question 3 of 7"
    assert way.exam.clock == "18:00"
    way.exam.go_to(1)
    assert way.exam.saved == "Saved on this PC"


def test_a_wrong_code_is_said_at_the_field_and_costs_nothing(way):
    way.room.open_offer(Kind.FINAL)
    way.offer.begin("abcde-fghjk-9")
    way.window.jobs.finish_all()
    assert way.offer.sees("typing error")
    assert way.offer.code == "abcde-fghjk-9"
    assert way.desk.open_sitting() is None


def test_when_time_is_over_the_result_comes_by_itself(way):
    sitting = begin_final(way)
    respond(way, sitting, 1)
    way.pc.clock.forward(10 * MINUTE)
    way.tick()
    assert way.exam.alert == "Less than 10 minutes left"
    way.pc.clock.forward(8 * MINUTE)
    way.tick()
    assert way.exam.alert == "Less than 2 minutes left"
    way.pc.clock.forward(2 * MINUTE)
    way.tick()
    assert way.result.verdict == "Not passed this time"
    assert len(way.desk.sitting(sitting.id).answers) == 1


def test_time_that_is_over_under_the_last_question_takes_the_question_away(way):
    begin_final(way)
    way.exam.press("summary")
    way.hand_in.press("hand_in")
    assert way.over.question == "Hand in now?"
    way.pc.clock.forward(minutes=20)
    way.tick()
    assert way.over.question == ""
    assert way.result.verdict == "Not passed this time"


def test_the_number_being_typed_when_time_is_over_counts(way):
    sitting = begin_final(way)
    number = way.position_of("numerical", sitting)
    way.exam.go_to(number)
    way.pc.clock.forward(20 * MINUTE - 1000)
    way.tick()
    way.exam.type_number("12.5")
    way.pc.clock.forward(1500)
    way.tick()
    assert way.desk.sitting(sitting.id).answers[number] == "12.5"
    assert way.result.verdict == "Not passed this time"


@pytest.mark.feature("b8")
def test_extra_time_stands_on_the_terms_and_on_the_clock(qtbot, window, pc):
    way = Way(qtbot, window, pc, RUOXI)
    way.room.open_offer(Kind.FINAL)
    assert way.offer.sees("30")
    way.offer.begin(TYPED)
    way.window.jobs.finish_all()
    assert way.exam.clock == "30:00"


def test_a_quiz_has_no_clock_and_is_explained_afterwards(way):
    way.room.open_offer(Kind.QUIZ, 1)
    way.offer.begin()
    way.window.jobs.finish_all()
    assert way.exam.clock == ""
    first = way.desk.open_sitting().paper.at(1)
    way.exam.press("summary")
    hand_in(way)
    way.result.press("see_review")
    assert way.review.number == "Question 1 of 4"
    assert way.review.verdict == "No answer"
    way.review.press("read_section")
    way.review.press("done")
    assert way.result.verdict == "Not passed this time"
    assert way.led == [first.item.partition("-")[0]]


def test_the_questions_of_a_final_are_not_explained_even_when_asked_for(way):
    answer_all(way, begin_final(way), wrong)
    hand_in(way)
    assert not way.result.has("see_review")
    way.room.open_review(way.desk.history()[0].sitting)
    assert way.over.sees("E_NO_REVIEW")
