"""Language, theme and size change in the middle of a question, and nothing is lost."""

import pytest

from exams import Kind
from tests.desktop.screens.take_exam.way import begin_final, hand_in, respond


@pytest.mark.feature("b13")
def test_the_language_changes_in_the_middle_of_a_question_and_nothing_is_lost(way):
    sitting = begin_final(way)
    single = way.position_of("single", sitting)
    way.exam.go_to(single)
    respond(way, sitting, single)
    chosen = way.exam.chosen
    english = way.exam.stem
    way.over.press("language_switch")
    assert way.exam.number == f"第 {single} 题，共 7 题"
    assert way.exam.chosen == chosen
    assert way.exam.stem != english
    assert way.exam.saved == "已保存到本机"
    for position in range(1, 8):
        way.exam.go_to(position)
        if position != single:
            respond(way, sitting, position)
        way.over.press("language_switch")
    way.exam.press("summary")
    hand_in(way)
    assert way.desk.sitting(sitting.id).result.percent == 100


@pytest.mark.feature("b13")
def test_a_number_half_typed_and_a_pair_half_chosen_outlive_language_theme_and_size(way):
    sitting = begin_final(way)
    number, pair = way.position_of("numerical", sitting), way.position_of("best_worst", sitting)
    way.exam.go_to(number)
    way.exam.type_number("12.")
    way.over.press("language_switch")
    assert way.exam.text("number") == "12."
    way.window.set_theme("dark")
    way.window.set_zoom(150)
    assert way.exam.text("number") == "12."
    way.exam.type_number("12.5")
    way.exam.go_to(pair)
    assert way.desk.sitting(sitting.id).answers[number] == "12.5"
    way.exam.choose_pair(best="B")
    way.over.press("language_switch")
    assert way.exam.pair == "B-"
    way.exam.choose_pair(worst="A")
    assert way.exam.pair == "BA"
    assert way.exam.saved == "Saved on this PC"
    assert way.exam.hint == ""


def test_a_promise_and_a_code_outlive_a_change_of_language(way):
    way.room.open_offer(Kind.FINAL)
    way.offer.type_code("abcde")
    way.offer.promise()
    way.over.press("language_switch")
    assert way.offer.code == "abcde"
    assert way.offer.part("pledge").isChecked()
