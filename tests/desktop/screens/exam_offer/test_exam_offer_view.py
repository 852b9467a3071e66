"""The page before an exam, from a state alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.screens.exam_offer.state import ExamOfferState, Problem
from desktop.screens.exam_offer.view import ExamOfferView
from desktop.widgets.values import Fact
from tests.drivers.exam_offer import ExamOfferDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable

STATE = ExamOfferState(
    title="结业考试",
    person=(Fact("姓名", "王小雨 Wang Xiaoyu"), Fact("工号", "T1001")),
    numbers=(Fact("题数", "20"), Fact("分钟", "30"), Fact("满分", "27"), Fact("合格线", "80%")),
    facts=(Fact("第几次参加", "第 2 次，共 3 次"), Fact("合规红线题", "4 题中至少答对 3 题")),
    rules=("关闭程序后计时不停；时间一到，系统自动交卷。" * 2, "交卷之前可以返回修改答案。"),
    needs_code=True,
    needs_pledge=True,
    recorded="系统会记录您的作答、标记和草稿，以及考试窗口每次失去焦点的情况。" * 2,
    trial=True,
)


@pytest.fixture
def shown(dressed, qtbot):
    def show(state=STATE, code="en", zoom=100):
        view = dressed(ExamOfferView, code, zoom)
        view.show_state(state)
        view.focus_first()
        told = []
        view.code_typed.connect(told.append)
        view.pledged.connect(told.append)
        view.begin_asked.connect(lambda: told.append("begin"))
        view.back_asked.connect(lambda: told.append("back"))
        view.zoom_chosen.connect(told.append)
        view.trial_asked.connect(lambda: told.append("trial"))
        return ExamOfferDriver(qtbot, view), told

    return show


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("problem", [Problem.MISTYPED, Problem.NO_PLEDGE])
def test_nothing_is_cut_off_and_everything_is_named_and_reachable(shown, problem, code, zoom):
    driver, _ = shown(replace(STATE, problem=problem), code, zoom)
    settle()
    assert cut_off(driver.view) == []
    assert nameless(driver.view) == []
    assert unreachable(driver.view) == []


STEPS = ("重学第 1、4 章，并再次通过本章测验。" * 2, "请与辅导员谈话，之后由监考员登记。")


@pytest.mark.parametrize("zoom", [100, 200])
def test_what_is_to_be_done_stands_above_the_terms_and_goes_with_the_obstacle(shown, zoom):
    driver, _ = shown(replace(STATE, obstacle="次数已用完。", steps=STEPS), "zh", zoom)
    settle()
    assert driver.part("steps").isVisible()
    assert all(driver.sees(step) for step in STEPS)
    assert cut_off(driver.view) == []
    driver.view.show_state(STATE)
    assert not driver.part("steps").isVisible()
    assert not driver.sees(STEPS[1])


def test_everything_is_done_by_keyboard(shown):
    driver, told = shown()
    driver.qtbot.keyClicks(driver.part("code"), "ab")
    driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Space)
    driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Return)
    assert told == ["a", "ab", True, "begin"]


def test_enter_in_the_field_begins(shown):
    driver, told = shown()
    driver.key(Qt.Key.Key_Return, "code")
    assert told == ["begin"]


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Problem.NO_CODE, "Type the code"),
        (Problem.MISTYPED, "typing error"),
        (Problem.WRONG_CODE, "does not open"),
        (Problem.NO_PLEDGE, "Tick this first."),
    ],
)
def test_a_fault_stands_where_it_is_mended(shown, problem, words):
    driver, _ = shown(replace(STATE, problem=problem, code="ABC"))
    assert driver.sees(words)
    assert driver.code == "ABC"


def test_an_obstacle_takes_the_start_away(shown):
    driver, told = shown(replace(STATE, obstacle="No session is open."))
    assert driver.obstacle == "No session is open."
    assert not driver.has("begin")
    assert not driver.has("code")
    driver.press("not_now")
    assert told == ["back"]


def test_an_obstacle_that_may_be_gone_can_be_tried_again(shown):
    driver, _ = shown()
    driver.view.show_state(replace(STATE, obstacle="The clock is behind.", retry=True))
    with driver.qtbot.waitSignal(driver.view.retry_asked):
        driver.try_again()
    driver.view.show_state(replace(STATE, obstacle="No session is open."))
    assert not driver.can_press("notice_action")


def test_an_unfinished_exam_says_so_and_asks_for_nothing(shown):
    driver, _ = shown(replace(STATE, resumes=True, resume_note="It runs.", needs_code=False, needs_pledge=False))
    assert driver.obstacle == "It runs."
    assert driver.text("begin") == "Go on where you were"
    assert not driver.has("code")
    assert not driver.has("pledge")


def test_the_button_says_when_the_clock_starts(shown):
    driver, _ = shown()
    assert driver.text("begin") == "Begin: the clock starts"
    driver.view.show_state(replace(STATE, timed=False))
    assert driver.text("begin") == "Begin"


def test_while_it_begins_nothing_can_be_pressed(shown):
    driver, _ = shown(replace(STATE, busy=True))
    assert not driver.can_press("begin")
    assert not driver.can_press("not_now")


def test_the_demonstrations_code_is_shown_where_it_is_typed(shown):
    driver, _ = shown(replace(STATE, code_shown="DEM0B-RANCH-X"))
    assert driver.sees("DEM0B-RANCH-X")


@pytest.mark.feature("b11")
def test_the_size_of_the_text_and_a_question_to_try_out_come_before_the_start(shown):
    driver, told = shown()
    driver.press("try_question")
    assert told == ["trial"]
    assert driver.has("recorded")
    driver.part("text_size").chosen.emit("150")
    assert told == ["trial", 150]
    plain, _ = shown(replace(STATE, trial=False, recorded=""))
    assert not plain.has("try_question")
    assert not plain.has("recorded")
