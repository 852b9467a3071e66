"""Every type of question can be answered by mouse and by keyboard alone, in the form the command line knows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.widgets.answers import NumberAnswer, PairAnswer, StemView, answer_input, show_candidates
from desktop.widgets.values import Option, OptionMark

pytestmark = pytest.mark.feature("c1")

OPTIONS = tuple(Option(letter, f"text {letter}") for letter in "BADC")


def asked(kind, show):
    answer = answer_input(kind)
    if kind != "truefalse":
        answer.show_question(OPTIONS, "%")
    told = []
    answer.answered.connect(told.append)
    return answer, show(answer), told


@pytest.mark.parametrize(
    ("kind", "pressed", "value"),
    [
        ("single", ["option_A"], "A"),
        ("multiple", ["option_D", "option_A"], ["A", "D"]),
        ("truefalse", ["option_false"], False),
    ],
)
def test_a_press_answers(show, kind, pressed, value):
    answer, driver, told = asked(kind, show)
    for name in pressed:
        driver.press(name)
    assert told[-1] == answer.value() == value


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_A, "B"), (Qt.Key.Key_2, "A"), (Qt.Key.Key_D, "C")])
def test_letters_and_digits_mean_the_place_shown_and_tell_the_letter_authored(show, key, value):
    answer, driver, told = asked("single", show)
    answer.focus_first()
    driver.key(key)
    assert told == [value]


def test_arrows_move_and_enter_chooses(show):
    answer, driver, told = asked("single", show)
    answer.focus_first()
    driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_Return)
    assert told == ["A"]
    driver.key(Qt.Key.Key_Up)
    driver.key(Qt.Key.Key_Space)
    assert told == ["A", "B"]


def test_another_choice_replaces_the_first_and_the_same_again_says_nothing(show):
    _answer, driver, told = asked("single", show)
    for name in ("option_A", "option_A", "option_C"):
        driver.press(name)
    assert told == ["A", "C"]


def test_the_last_tick_taken_back_is_no_answer(show):
    _answer, driver, told = asked("multiple", show)
    driver.press("option_A")
    driver.press("option_A")
    assert told == [["A"], None]


def test_true_and_false_have_letters_of_their_own(show):
    answer, driver, told = asked("truefalse", show)
    answer.focus_first()
    driver.key(Qt.Key.Key_B)
    driver.key(Qt.Key.Key_T)
    driver.key(Qt.Key.Key_B)
    driver.key(Qt.Key.Key_A)
    assert told == [False, True, False, True]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("single", "D"),
        ("multiple", ["A", "B"]),
        ("truefalse", True),
        ("numerical", "12.5"),
        ("best_worst", {"best": "A", "worst": "C"}),
    ],
)
def test_an_answer_from_before_is_shown_without_being_told_again(show, kind, value):
    answer, _, told = asked(kind, show)
    answer.set_value(value)
    assert answer.value() == value
    answer.set_value(None)
    assert answer.value() is None
    assert not told


@pytest.mark.parametrize("kind", ["single", "multiple", "truefalse", "best_worst"])
def test_a_read_only_answer_does_not_change(show, kind):
    answer, driver, told = asked(kind, show)
    answer.set_read_only(True)
    answer.focus_first()
    driver.key(Qt.Key.Key_A)
    driver.key(Qt.Key.Key_Space)
    assert answer.value() is None
    assert not told


def test_a_review_says_how_each_option_fared_in_words_too(show):
    answer, driver, _ = asked("single", show)
    answer.show_marks((Option("A", "", "the rule", OptionMark.MISSED), Option("B", "", "", OptionMark.WRONG)))
    assert driver.sees("the rule")
    assert driver.sees("Missed")
    assert driver.part("option_B").accessibleDescription() == "Wrong"


def test_best_and_worst_are_two_different_options(show):
    _answer, driver, told = asked("best_worst", show)
    driver.press("best_A")
    assert not told
    driver.press("worst_C")
    driver.press("worst_A")
    assert told == [{"best": "A", "worst": "C"}, None]
    driver.press("best_D")
    assert told[-1] == {"best": "D", "worst": "A"}


def test_a_situation_is_answered_by_keyboard_alone(show):
    answer, driver, told = asked("best_worst", show)
    answer.focus_first()
    driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_Space)
    driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_Return)
    assert told == [{"best": "A", "worst": "D"}]


def test_a_reviewed_situation_marks_both_columns(show):
    answer = PairAnswer()
    answer.show_question(OPTIONS)
    driver = show(answer)
    answer.show_pair_marks({"A": (OptionMark.RIGHT, OptionMark.NONE)}, (Option("A", "", "why"),))
    assert driver.sees("why")
    assert driver.part("best_A").accessibleDescription() == "Right"


def test_a_number_is_told_at_enter_and_after_a_pause(show):
    _answer, driver, told = asked("numerical", show)
    driver.type("number", "12.5")
    driver.key(Qt.Key.Key_Return, "number")
    assert told == ["12.5"]
    driver.type("number", "13")
    driver.qtbot.waitUntil(lambda: told[-1] == "13")


def test_a_number_is_told_once(show):
    answer, driver, told = asked("numerical", show)
    driver.type("number", "7")
    answer.commit()
    answer.commit()
    assert told == ["7"]


def test_a_number_that_cannot_be_read_says_so_in_place(show):
    answer = NumberAnswer()
    driver = show(answer)
    answer.show_fault("Type digits.")
    assert driver.sees("Type digits.")
    answer.show_mark(OptionMark.WRONG, "It is 86.5 %.")
    assert driver.sees("It is 86.5 %.")


def test_a_stem_shows_bold_and_nothing_else_as_markup(show):
    stem = StemView()
    driver = show(stem)
    stem.show_stem("Is <b>this</b> **not** allowed & why?")
    assert stem.toPlainText() == "Is <b>this</b> not allowed & why?"
    stem.show_snippet("the \x02find\x03 <i>")
    assert driver.sees("the find <i>")


@pytest.mark.parametrize(("item_type", "value"), [("shortanswer", "口头挂失"), ("numerical", "86.5")])
def test_what_somebody_else_reads_is_called_the_candidates_and_cannot_be_changed(qtbot, item_type, value):
    answer = answer_input(item_type)
    qtbot.addWidget(answer)
    answer.set_value(value)
    show_candidates(answer)
    field = answer.findChild(QLineEdit)
    assert (field.accessibleName(), field.text(), field.isReadOnly()) == ("The candidate's answer", value, True)
