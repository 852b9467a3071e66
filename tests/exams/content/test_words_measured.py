"""Numbers in two languages, the length of sentences, and where the pieces of a text stand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.content.blocks import read_body
from exams.content.faults import Faults
from exams.content.files import SourceText
from exams.content.numerals import in_characters, stated
from exams.content.sentences import LONGEST, too_long


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二十万元", "200000"),
        ("四百二十九", "429"),
        ("六万三", "63000"),
        ("三千零一", "3001"),
        ("一亿二千万", "120000000"),
        ("一百五十万", "1500000"),
        ("12万", "120000"),
        ("百分之零点二", "0.002"),
        ("万分之五", "0.0005"),
        ("一点二八万", "12800"),
        ("六折", "0.6"),
        ("一成二", "0.12"),
        ("四百九十五块八毛三", "495.83"),
    ],
)
def test_a_number_in_chinese_characters_is_read(text, value):
    assert Fraction(value) in in_characters(text)


def test_only_numbers_that_carry_a_figure_are_compared():
    text = "2026 年 3 月 9 日 17:30，50,000 元存 238 天，0.20%，160 万笔，共 12 项"
    assert stated(text) == {Fraction(50000), Fraction("0.002"), Fraction(1600000)}


@given(st.text(alphabet="零一二三四五六七八九十百千万亿两点折成块毛分之0123456789", max_size=20))
def test_no_row_of_characters_makes_the_reading_fail(text):
    assert all(isinstance(value, Fraction) for value in in_characters(text) | stated(text))


@pytest.mark.parametrize(("language", "word", "end"), [("zh", "钱", "。"), ("en", "money ", ". ")])
def test_a_sentence_may_be_as_long_as_the_limit_and_no_longer(language, word, end):
    most = LONGEST[language]
    assert list(too_long((word * most + end) * 2, language)) == []
    assert [length for _, length in too_long(word * (most + 1) + end, language)] == [most + 1]


def test_a_title_or_a_remark_in_brackets_is_not_counted():
    assert list(too_long("钱" * 50 + "《" + "法" * 30 + "》（" + "令" * 30 + "）", "zh")) == []
    assert list(too_long("money " * 30 + "(" + "rule " * 20 + ")", "en")) == []


def test_every_piece_knows_its_block_its_line_and_its_column():
    text = (
        "前言\n\n::: say 怎么说\n| 客户 | 您 |\n| --- | --- |\n| “急” | “**慢**慢说” {F-STD-06} |\n:::\n\n- 甲\n- 乙\n"
    )
    passages = read_body(SourceText("a.md", text, first=10), "zh", {}, Faults()).passages
    assert [(one.line, one.block, one.number, one.column, one.heading, one.text) for one in passages] == [
        (10, "", 0, 0, False, "前言"),
        (12, "say", 1, 0, True, "怎么说"),
        (13, "say", 1, 1, True, "客户"),
        (13, "say", 1, 2, True, "您"),
        (15, "say", 1, 1, False, "“急”"),
        (15, "say", 1, 2, False, "“慢慢说”"),
        (18, "", 2, 0, False, "甲"),
        (19, "", 2, 0, False, "乙"),
    ]
