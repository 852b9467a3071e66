"""Options with letters of their own, words for types, blanks and what they take (interop 3.5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.sheets.blanks import blank_answers, count_blanks, escaped, with_places, without_places
from exams.interop.sheets.kinds import heading_kind, kind_of
from exams.interop.sheets.labels import split_labels, split_options, without_label


@pytest.mark.parametrize(
    "cell",
    [
        "甲|乙|丙",
        "甲｜乙｜丙",
        "甲\n乙\n丙",
        "A、甲\nB、乙\nC、丙",
        "A.甲 B.乙 C.丙",
        "A.甲B.乙C.丙",
        "(A)甲 (B)乙 (C)丙",
        "（A）甲（B）乙（C）丙",
        "A)甲|B)乙|C)丙",
        "Ａ．甲\nＢ．乙\nＣ．丙",
        "a. 甲 b. 乙 c. 丙",
        "A.甲;B.乙;C.丙",
        "A、甲；B、乙；C、丙；",
        '["甲", "乙", "丙"]',
        '["A. 甲", "B. 乙", "C. 丙"]',
        '{"A": "甲", "B": "乙", "C": "丙"}',
        "甲;乙;丙",
        "甲；乙；丙；",
        "甲,乙，丙",
        "甲#乙#丙",
        "甲///乙///丙",
        "A：甲\nB：乙 C：丙",
    ],
)
def test_options_of_one_cell_are_divided_and_lose_their_letters(cell):
    assert split_options(cell) == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    "cell", ["甲；乙", "甲,乙", "先甲，后乙", "甲,,乙", "[甲]", '["甲", ["乙"]]', '{"B": "甲"}', "[1"]
)
def test_what_may_be_one_option_stays_one(cell):
    assert split_options(cell) == [cell]


def test_a_sign_behind_some_options_only_is_their_own():
    assert split_options("A.甲；B.乙 C.丙；") == ["甲；", "乙", "丙；"]


def test_numbers_behind_letters_stay_whole():
    assert split_labels("A.1.5% B.2.5% C.3%") == ("", ["1.5%", "2.5%", "3%"])


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("答 A. 是吗 A. 甲 B. 乙", ("答 A. 是吗", ["甲", "乙"])),
        ("B. 先 A. 甲 B. 乙 A. 丙", ("B. 先", ["甲", "乙 A. 丙"])),
        ("ａ. 甲 Ｂ、乙", ("ａ. 甲 Ｂ、乙", [])),
        ("Ａ．甲 b）乙 Ｃ：丙", ("", ["甲", "乙", "丙"])),
        ("(A) 甲 [b] 乙", ("", ["甲", "乙"])),
        ("(A) 甲 C. 乙", ("(A) 甲 C. 乙", [])),
    ],
)
def test_letters_count_from_the_last_a_before_b_each_in_its_turn(text, options):
    assert split_labels(text) == options


def test_letters_that_do_not_run_from_a_are_text():
    assert split_labels("见 B.1 和 C.2") == ("见 B.1 和 C.2", [])


def test_an_answer_in_brackets_is_not_taken_for_the_first_option():
    assert split_labels("正确的是（ A ）。（A）甲（B）乙") == ("正确的是（ A ）。", ["甲", "乙"])


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("A、甲", 0, "甲"),
        ("A. 甲", 0, "甲"),
        ("(A)甲", 0, "甲"),
        ("B.甲", 0, "B.甲"),
        ("ATM", 0, "ATM"),
        ("A4 纸", 0, "A4 纸"),
    ],
)
def test_only_the_letter_of_its_place_is_taken_off(text, place, told):
    assert without_label(text, place) == told


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("单选", "single"),
        ("单选题", "single"),
        ("单项选择题", "single"),
        ("多选题", "multiple"),
        ("多项选择", "multiple"),
        ("判断题", "truefalse"),
        ("是非题", "truefalse"),
        ("填空", "fill"),
        ("简答题", "essay"),
        ("问答题", "essay"),
        ("论述题", "essay"),
        ("名词解释", "essay"),
        ("计算题", "numerical"),
        ("案例分析题", "case"),
        ("排序题", "ordering"),
        ("匹配题", "matching"),
        ("连线题", "matching"),
        ("不定项选择题", "indefinite"),
        ("选择题", "choice"),
        ("【单选题】", "single"),
        ("看图", ""),
        ("", ""),
    ],
)
def test_every_word_for_a_type_is_known(word, kind):
    assert kind_of(word) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一、单选题", "single"),
        ("二、多项选择题（每题 2 分，共 20 分）", "multiple"),
        ("三．判断题：", "truefalse"),
        ("题型：填空题", "fill"),
        ("第一部分 单选题", "single"),
        ("【简答题】", "essay"),
        ("判断题", "truefalse"),
        ("一、单选题可以怎么做？", ""),
        ("1. 什么是填空题", ""),
    ],
)
def test_a_line_can_announce_a_type(line, kind):
    assert heading_kind(line) == kind


@pytest.mark.parametrize(
    ("stem", "count"),
    [
        ("首都是____。", 1),
        ("（ ）和（　）", 2),
        ("() 与 ____", 2),
        ("【 】", 1),
        ("没有", 0),
        ("（见附录）", 0),
        ("snake_case", 0),
    ],
)
def test_blanks_are_lines_and_empty_brackets(stem, count):
    assert count_blanks(stem) == count


@pytest.mark.parametrize(
    ("text", "blanks", "answers"),
    [
        ("北京", 1, [["北京"]]),
        ("北京;京", 1, [["北京", "京"]]),
        ("北京；京", 1, [["北京", "京"]]),
        ("北京;京|上海", 2, [["北京", "京"], ["上海"]]),
        ("北京｜上海", 2, [["北京"], ["上海"]]),
        ("北京；上海", 2, [["北京"], ["上海"]]),
        ("北京、上海", 2, [["北京"], ["上海"]]),
        ("北京，上海，广州", 3, [["北京"], ["上海"], ["广州"]]),
        ("北京 上海", 2, [["北京"], ["上海"]]),
        ("（1）北京；（2）上海", 2, [["北京"], ["上海"]]),
        ("①北京 ②上海", 2, [["北京"], ["上海"]]),
        ("北京、上海", 1, [["北京、上海"]]),
        ("a\\|b\\;c", 1, [["a|b;c"]]),
    ],
)
def test_bars_are_between_blanks_and_semicolons_between_alternatives(text, blanks, answers):
    assert blank_answers(text, blanks) == answers


@given(st.lists(st.text(alphabet="ab|;\\｜；甲", min_size=1, max_size=6), min_size=1, max_size=3))
def test_what_is_escaped_reads_back(words):
    assert blank_answers("|".join(map(escaped, words)), 0) == [[word] for word in words]


def test_blanks_get_their_places_and_lose_them_again():
    assert with_places("____和（ ）", 3) == "{#1}和{#2} {#3}"
    assert without_places("{#1}和{#2}") == "（ ）和（ ）"
