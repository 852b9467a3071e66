"""The result page, from a state alone."""

from dataclasses import replace

import pytest

from desktop.screens.exam_result.state import Certificate, ExamResultState, Waits
from desktop.screens.exam_result.view import ExamResultView
from desktop.widgets.values import ChapterScore, Fact, RowValue
from tests.drivers.exam_result import ExamResultDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable

FAILED = ExamResultState(
    title="结业考试",
    name="王小雨",
    percent=62,
    gap="4.6",
    facts=(Fact("得分", "17 / 27 分"), Fact("合规红线题", "达标（答对 4 题，要求 3 题）")),
    chapters=(ChapterScore("1  客服中心概述与职责", 62, "17 / 27 分", 80),),
    weak=(RowValue("1.3", "1.3  岗位设置与职责", "3 题未得满分", "book_open"), RowValue("1.8", "1.8  合规底线总览")),
    next_try="您还有 2 次机会。",
    levels=(ChapterScore("应用", 25, "1 / 4 分", 0),),
    rule=("多选题：全部选对得满分，少选且无错选得一半，有错选不得分。" * 3, "按评分规则第 2 版评分。"),
    between_us="此结果只有您本人、监考员和人力资源部可见。许多人下一次就通过了。",
)
PASSED = replace(
    FAILED, between_us="", passed=True, percent=100, gap="", weak=(), next_try="", certificate=Certificate.READY
)
BROKEN = replace(PASSED, certificate=Certificate.FAILED, issue_fault="本年度的证书编号已用完。请联系人力资源部。")
WAITING = ExamResultState(
    title="结业考试", name="王小雨", waits=Waits.FOR_CODE, facts=(Fact("交卷时间", "2026年11月24日 12:00"),)
)


@pytest.fixture
def shown(dressed, qtbot):
    def show(state=FAILED, code="en", zoom=100):
        view = dressed(ExamResultView, code, zoom)
        view.show_state(state)
        view.focus_first()
        told = []
        view.section_asked.connect(told.append)
        for name in ("certificate_asked", "review_asked", "home_asked", "weakest_asked", "retry_asked", "again_asked"):
            getattr(view, name).connect(lambda name=name: told.append(name))
        return ExamResultDriver(qtbot, view), told

    return show


@pytest.mark.feature("i2")
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("state", [FAILED, PASSED, BROKEN, WAITING, replace(FAILED, kind="mock", reviewable=True)])
def test_nothing_is_cut_off_and_everything_is_named_and_reachable(shown, state, code, zoom):
    driver, _ = shown(state, code, zoom)
    settle()
    assert cut_off(driver.view) == []
    assert nameless(driver.view) == []
    assert unreachable(driver.view) == []


def test_a_pass_is_a_small_celebration_that_leads_to_the_certificate(shown):
    driver, told = shown(PASSED)
    assert driver.verdict == "Passed. Well done, 王小雨!"
    assert driver.view.focusWidget().objectName() == "see_certificate"
    driver.press("see_certificate")
    assert told == ["certificate_asked"]
    assert not driver.has("study_weakest")


def test_a_fail_is_told_kindly_and_begins_with_the_weakest_section(shown):
    driver, told = shown()
    assert driver.verdict == "Not passed this time"
    assert driver.meaning == "4.6 points were missing. Below you see what to study."
    assert driver.sees("您还有 2 次机会。")
    driver.press("study_weakest")
    driver.study("1.8")
    assert told == ["weakest_asked", "1.8"]
    assert not driver.has("see_certificate")


@pytest.mark.parametrize(
    ("gap", "said"), [("", "Your points are enough, but"), ("4.6", "4.6 points were missing, and the red-line")]
)
def test_the_red_line_is_named_where_it_decided(shown, gap, said):
    driver, _ = shown(replace(FAILED, gate_failed=True, gap=gap))
    assert driver.meaning.startswith(said)


def test_while_the_certificate_is_drawn_it_cannot_be_opened_and_takes_the_focus_when_ready(shown):
    driver, _ = shown(replace(PASSED, certificate=Certificate.ISSUING))
    assert driver.has("see_certificate")
    assert not driver.can_press("see_certificate")
    assert driver.notice == "Your certificate is being drawn."
    driver.view.show_state(PASSED)
    assert driver.can_press("see_certificate")
    assert driver.view.focusWidget().objectName() == "see_certificate"
    assert driver.notice == ""


def test_a_certificate_that_failed_says_the_pass_stays_and_offers_to_try_again(shown):
    driver, told = shown(BROKEN)
    assert driver.notice == "The certificate could not be drawn yet."
    assert driver.sees("stays passed")
    assert driver.sees("证书编号已用完")
    assert not driver.has("see_certificate")
    driver.press("notice_action")
    assert told == ["retry_asked"]


def test_a_practice_paper_leads_to_its_explanations(shown):
    driver, told = shown(replace(FAILED, kind="quiz", reviewable=True))
    driver.press("see_review")
    driver.press("to_training")
    assert told == ["review_asked", "home_asked"]


@pytest.mark.parametrize(
    ("waits", "said"),
    [(Waits.FOR_CODE, "once the proctor has entered the grading code"), (Waits.FOR_HQ, "Headquarters grades it.")],
)
def test_what_is_handed_in_says_that_it_is_saved_and_when_its_result_comes(shown, waits, said):
    driver, told = shown(replace(WAITING, waits=waits))
    assert driver.verdict == "Your exam is handed in and saved"
    assert said in driver.meaning
    assert not any(driver.has(name) for name in ("score", "weak_sections", "see_certificate"))
    assert driver.view.focusWidget().objectName() == "look_again"
    driver.press("look_again")
    driver.press("to_training")
    assert told == ["again_asked", "home_asked"]


@pytest.mark.feature("e2")
@pytest.mark.feature("e7")
def test_levels_and_rule_stand_below_the_chapters_and_are_left_out_where_there_are_none(shown):
    driver, _ = shown()
    assert driver.has("by_level")
    assert driver.has("scoring_rule")
    assert driver.has("between_us")
    bare, _ = shown(replace(PASSED, levels=(), rule=()))
    assert not any(bare.has(name) for name in ("by_level", "scoring_rule", "between_us"))
