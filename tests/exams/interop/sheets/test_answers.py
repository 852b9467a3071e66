"""Answer cells: letters, numbers, texts, words for true and false (interop 3.5, answers)."""

import pytest

from exams.interop.sheets.answers import key_of, truth_of, truth_options
from exams.interop.sheets.brackets import answer_in_stem

OPTIONS = ["北京", "上海", "广州", "深圳"]


@pytest.mark.parametrize(
    "text",
    [
        "ABD",
        "abd",
        "ＡＢＤ",
        "A,B,D",
        "A，B，D",
        "A、B、D",
        "A;B;D",
        "A；B；D",
        "A|B|D",
        "A┋B┋D",
        "A B D",
        "DBA",
        "A B,D",
        "答案：ABD",
        "AABD",
    ],
)
def test_letters_count_whatever_stands_between_them(text):
    assert key_of(text, OPTIONS) == "ABD"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1", "A"),
        ("4", "D"),
        ("1,3", "AC"),
        ("1|2|3", "ABC"),
        ("13", "AC"),
        ("上海", "B"),
        ("北京|深圳", "AD"),
        ("B、上海", "B"),
        ("B.上海", "B"),
    ],
)
def test_numbers_and_texts_of_options_are_answers_too(text, key):
    assert key_of(text, OPTIONS) == key


@pytest.mark.parametrize("text", ["成都", "0", "？", "北京和成都", "A1", ""])
def test_what_names_no_option_is_no_key(text):
    assert key_of(text, OPTIONS) == ""


def test_a_word_in_letters_that_is_an_option_is_that_option():
    assert key_of("CVV", ["PIN", "CVV"]) == "B"


@pytest.mark.parametrize("word", ["对", "正确", "√", "是", "T", "TRUE", "true", "Y", "1", "Ｔ", "对。", "✓", "yes"])
def test_words_for_true(word):
    assert truth_of(word) is True


@pytest.mark.parametrize("word", ["错", "错误", "×", "否", "F", "FALSE", "N", "0", "ｆ", "X", "x", "不正确"])
def test_words_for_false(word):
    assert truth_of(word) is False


@pytest.mark.parametrize("word", ["也许", "A", "", "对错", "2"])
def test_other_words_say_neither(word):
    assert truth_of(word) is None


@pytest.mark.parametrize(
    ("options", "meant"),
    [
        (["正确", "错误"], (True, False)),
        (["错", "对"], (False, True)),
        (["对", "对"], None),
        (["1", "0"], None),
        (["正确"], None),
        (["同意", "反对"], None),
    ],
)
def test_two_options_can_be_the_words_themselves(options, meant):
    assert truth_options(options) == meant


@pytest.mark.parametrize(
    ("stem", "kind", "told"),
    [
        ("下列正确的是（ D ）。", "single", ("下列正确的是（ ）。", "D")),
        ("下列正确的是(AB)", "", ("下列正确的是( )", "AB")),
        ("可以（√）", "truefalse", ("可以（ ）", "√")),
        ("可以。×", "truefalse", ("可以。", "×")),
        ("见附录（A），正确的是（C）", "single", ("见附录（A），正确的是（ ）", "C")),
        ("没有答案（ ）", "single", ("没有答案（ ）", "")),
        ("简述（A）", "essay", ("简述（A）", "")),
    ],
)
def test_an_answer_can_stand_in_the_brackets_of_the_question(stem, kind, told):
    assert answer_in_stem(stem, kind) == told
