"""How Chinese words are typed by those who know their sound: the initials, read in context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin

from exams.content.initials import initials_asked, initials_of


@pytest.mark.feature("a7")
@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("挂失口令", "gskl"),
        ("银行行长", "yhhz"),
        ("行走", "xz"),
        ("A类 账户", " l zh"),
        ("重复、重要", "cf zy"),
        ("", ""),
    ],
)
def test_each_character_has_the_initial_of_its_reading_in_the_word(text, letters):
    assert initials_of(text) == letters


@given(st.text(max_size=40))
def test_the_letters_stand_where_their_characters_stand(text):
    letters = initials_of(text)
    assert len(letters) == len(text)
    assert all(one == " " or (one.isascii() and one.islower()) for one in letters)


@pytest.mark.parametrize(("query", "asked"), [("gskl", "gskl"), (" GSKL ", "gskl"), ("ｇｓ", "gs")])
def test_two_letters_or_more_may_be_initials(query, asked):
    assert initials_asked(query) == asked


@pytest.mark.parametrize("query", ["", "g", "挂失", "t-1", "g s", "gs%", "résumé", "a" * 17])
def test_anything_else_is_none(query):
    assert initials_asked(query) == ""


def test_whole_sentences_sound_as_the_library_says():
    said = "银行网点学堂，重要的是长期还款；行长说还要行动，为了您的资金安全，请不要重复转账。"
    for run in said.replace("。", "").replace("；", "，").split("，"):
        assert initials_of(run) == "".join(lazy_pinyin(run, style=Style.FIRST_LETTER))
