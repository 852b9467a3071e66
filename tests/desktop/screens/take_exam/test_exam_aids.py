"""Strike-outs, highlights, notes, the calculator, remarks and the other language, beside an answer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.screens.take_exam import tools
from desktop.screens.take_exam.state import AidState, Panel
from desktop.screens.take_exam.view import TakeExamView
from desktop.words import use_language
from exams.sittings import aids
from tests.desktop.screens.take_exam.exam_desk import NUMERICAL, Exam
from tests.desktop.screens.take_exam.test_take_exam_view import STATE
from tests.desktop.screens.take_exam.way import begin_final, respond
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.take_exam import ALT, TakeExamDriver

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_no_more_can_be_typed_than_is_kept():
    assert (tools.SCRATCH_MOST, tools.REMARK_MOST) == (aids.SCRATCH_MOST, aids.COMMENT_MOST)
    assert {key for key, _ in tools.REMARK_KINDS} == {kind.value for kind in aids.CommentKind}


@pytest.mark.feature("b9")
def test_an_option_is_struck_out_and_back_and_the_answer_stays():
    exam = Exam()
    exam.presenter.choose("B")
    exam.presenter.aids.strike("A")
    exam.presenter.aids.strike("C")
    exam.presenter.aids.strike("A")
    assert exam.state.aids.strikes == frozenset("C")
    assert exam.state.value == "B"
    exam.presenter.go_to(2)
    assert exam.state.aids.strikes == frozenset()
    exam.presenter.go_to(1)
    assert exam.state.aids.strikes == frozenset("C")


@pytest.mark.feature("b9")
def test_highlights_belong_to_the_language_in_which_they_were_made():
    exam = Exam()
    exam.presenter.aids.highlight(0, 2)
    exam.presenter.aids.toggle_language()
    assert (exam.state.stem, exam.state.aids.spans) == ("题干 1", ())
    exam.presenter.aids.highlight(1, 3)
    exam.presenter.aids.toggle_language()
    assert (exam.state.stem, exam.state.aids.spans) == ("Stem 1", ((0, 2),))
    exam.presenter.aids.unhighlight(1)
    assert exam.state.aids.spans == ()
    assert exam.desk.sitting.highlights[1, "zh"] == ((1, 3),)


@pytest.mark.feature("b13")
def test_one_question_is_shown_in_the_other_language_and_the_next_in_the_first():
    exam = Exam()
    exam.presenter.choose("B")
    exam.presenter.aids.toggle_language()
    assert exam.state.stem == "题干 1"
    assert [option.text for option in exam.state.options][:1] == ["选项 B"]
    assert exam.state.value == "B"
    exam.presenter.go_next()
    assert exam.state.stem == "Stem 2"


@pytest.mark.feature("b9")
def test_notes_stay_open_and_are_written_once():
    exam = Exam()
    exam.presenter.aids.toggle(Panel.NOTES)
    exam.presenter.aids.note("12 × 5")
    exam.presenter.aids.note("12 × 5")
    exam.presenter.go_next()
    assert (exam.state.aids.panel, exam.state.aids.scratch) == (Panel.NOTES, "12 × 5")
    assert [what for what, _, _ in exam.desk.written].count("scratch") == 1


def test_the_calculator_is_there_where_a_number_is_asked_for():
    exam = Exam(position=NUMERICAL)
    exam.presenter.aids.toggle(Panel.CALCULATOR)
    assert (exam.state.aids.calculates, exam.state.aids.panel) == (True, Panel.CALCULATOR)
    exam.presenter.go_to(1)
    assert (exam.state.aids.calculates, exam.state.aids.panel) == (False, Panel.NONE)


@pytest.mark.feature("b12")
def test_a_remark_is_kept_with_its_question_and_its_panel_closes_with_it():
    exam = Exam()
    exam.presenter.aids.toggle(Panel.REMARK)
    exam.presenter.aids.remark("key", "A and B are right")
    assert exam.state.aids.remark == ("key", "A and B are right")
    exam.presenter.go_next()
    assert (exam.state.aids.panel, exam.state.aids.remark) == (Panel.NONE, ("", ""))


def test_what_the_disk_refuses_is_said_and_not_shown_as_kept():
    exam = Exam()
    exam.desk.fill_disk()
    exam.presenter.aids.note("12")
    exam.presenter.aids.strike("A")
    assert exam.told[-2:] == ["E_DISK_FULL", "E_DISK_FULL"]
    assert (exam.state.aids.scratch, exam.state.aids.strikes) == ("", frozenset())


def test_a_sitting_that_waits_shows_no_marks():
    exam = Exam(highlights={(1, "en"): ((0, 4),)})
    exam.desk.pause()
    exam.presenter.tick()
    assert exam.state.aids == AidState()


@pytest.fixture
def shown(dressed, qtbot):
    def show(state=STATE, code="en", zoom=100):
        view = dressed(TakeExamView, code, zoom)
        view.show_state(state)
        view.focus_answer()
        told = []
        view.answered.connect(told.append)
        view.strike_asked.connect(lambda letter: told.append(f"strike {letter}"))
        view.marked.connect(lambda start, end: told.append((start, end)))
        view.unmarked.connect(told.append)
        for name in ("panel_asked", "strike_asked", "language_asked", "keys_asked", "noted"):
            getattr(view.tools, name).connect(lambda *more, name=name: told.append((name, *more)))
        for name in ("next_asked", "back_asked", "flag_asked"):
            getattr(view, name).connect(lambda name=name: told.append(name))
        view.tools.remarked.connect(lambda kind, text: told.append((kind, text)))
        return TakeExamDriver(qtbot, view), told

    return show


def with_aids(**aids):
    return replace(STATE, stem="Which one is it?", aids=AidState(lang="en", **aids))


@pytest.mark.feature("i2")
@pytest.mark.parametrize(("code", "zoom", "panel"), [("zh", 200, Panel.REMARK), ("en", 200, Panel.NOTES)])
def test_an_open_panel_cuts_nothing_off(shown, code, zoom, panel):
    driver, _ = shown(with_aids(panel=panel, remark=("key", "x"), strikes=frozenset("A"), striking=True), code, zoom)
    settle()
    assert cut_off(driver.view) == []
    assert nameless(driver.view) == []
    assert unreachable(driver.view) == []


@pytest.mark.feature("b10")
def test_single_letters_turn_flag_and_open_the_aids(shown):
    driver, told = shown(with_aids(calculates=True))
    for letter in "NPFSKLR":
        driver.key(Qt.Key(ord(letter)))
    assert told == [
        "next_asked",
        "back_asked",
        "flag_asked",
        ("panel_asked", Panel.NOTES),
        ("panel_asked", Panel.CALCULATOR),
        ("language_asked",),
        ("panel_asked", Panel.REMARK),
    ]


@pytest.mark.feature("b10")
def test_in_a_field_a_letter_is_text_and_with_alt_a_wish(shown):
    driver, told = shown(replace(STATE, item_type="numerical", aids=AidState(lang="en", calculates=True)))
    driver.type_number("1")
    driver.key(Qt.Key.Key_S)
    assert driver.text("number") == "1s"
    driver.shortcut(Qt.Key.Key_S, ALT)
    driver.shortcut(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    assert [one for one in told if isinstance(one, tuple)] == [("panel_asked", Panel.NOTES), ("keys_asked",)]


@pytest.mark.feature("b9")
def test_x_strikes_out_what_has_the_focus_and_while_striking_a_letter_does(shown):
    driver, told = shown(with_aids())
    driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_X)
    assert told == ["strike A"]
    driver.view.show_state(with_aids(striking=True, strikes=frozenset("A")))
    driver.key(Qt.Key.Key_C)
    assert told == ["strike A", "strike D"]
    assert driver.chosen == []
    assert driver.part("option_A").accessibleDescription() == "Struck out"


@pytest.mark.feature("b9")
def test_words_are_highlighted_with_the_keyboard_and_taken_back(shown):
    driver, told = shown(with_aids())
    driver.key(Qt.Key.Key_H)
    driver.key(Qt.Key.Key_Right)
    driver.qtbot.keyClick(driver.view.focusWidget(), Qt.Key.Key_Right, SHIFT)
    driver.key(Qt.Key.Key_Space)
    assert told == [(6, 12)]
    driver.view.show_state(with_aids(spans=((6, 12),)))
    driver.key(Qt.Key.Key_Space)
    assert told[1:] == [6]
    driver.key(Qt.Key.Key_Escape)
    assert driver.view.focusWidget().objectName() == "option_B"


@pytest.mark.feature("b9")
def test_words_are_highlighted_with_the_mouse(shown):
    driver, told = shown(with_aids())
    stem = driver.part("stem")
    line = stem.cursorRect().center()
    driver.qtbot.mousePress(stem.viewport(), Qt.MouseButton.LeftButton, pos=line)
    driver.qtbot.mouseMove(stem.viewport(), line + (stem.rect().topRight() - stem.rect().topLeft()) / 2)
    driver.qtbot.mouseRelease(stem.viewport(), Qt.MouseButton.LeftButton, pos=stem.rect().center())
    assert len(told) == 1
    assert told[0][0] == 0 < told[0][1]
    assert not stem.textCursor().hasSelection()


@pytest.mark.feature("b12")
def test_a_remark_is_told_with_its_kind_and_an_empty_one_is_not(shown):
    driver, told = shown(with_aids(panel=Panel.REMARK))
    driver.press("keep_remark")
    assert told == []
    driver.qtbot.keyClicks(driver.part("remark"), "Both are right")
    driver.press("keep_remark")
    assert told == [("unclear", "Both are right")]
    driver.view.show_state(with_aids(panel=Panel.REMARK, remark=("unclear", "Both are right")))
    assert driver.text("remark_kept").startswith("Kept.")


@pytest.mark.feature("b9")
def test_the_calculator_works_a_sum_out_and_says_what_it_cannot(shown):
    state = replace(STATE, item_type="numerical", aids=AidState(lang="en", panel=Panel.CALCULATOR, calculates=True))
    driver, _ = shown(state)
    driver.part("sum").setFocus()
    driver.type("sum", "50000×3.6%/360*90")
    driver.key(Qt.Key.Key_Return)
    assert driver.text("sum_result") == "50000×3.6%/360*90 = 450"
    driver.type("sum", "1/0")
    driver.key(Qt.Key.Key_Return)
    assert driver.text("sum_result") == "50000×3.6%/360*90 = 450"


@pytest.mark.feature("b9")
@pytest.mark.feature("b13")
def test_in_a_real_final_marks_notes_and_language_are_there_after_a_restart(way):
    sitting = begin_final(way)
    single = way.position_of("single", sitting)
    way.exam.go_to(single)
    respond(way, sitting, single)
    chosen = way.exam.chosen
    way.exam.key(Qt.Key.Key_X)
    way.exam.press("question_language")
    assert way.exam.chosen == chosen
    way.exam.press("notes")
    way.qtbot.keyClicks(way.exam.part("scratch"), "12 x 5")
    way.exam.next()
    way.proctor().pause(sitting.id, "test")
    way.proctor().resume(sitting.id, "test over")
    way.restart()
    held = way.desk.sitting(sitting.id)
    assert held.scratch == "12 x 5"
    assert list(held.strikes) == [single]
    use_language("en")
