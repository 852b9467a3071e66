"""Which column holds what (interop 3.5, aliases)."""

import pytest

from exams.interop.sheets.headings import find_columns, heading

ALIASES = {
    "type": ["题型", "类型", "试题类型", "题目类型"],
    "option": ["选项", "试题选项", "题目选项", "答案选项"],
    "stem": ["题干", "题目", "试题", "问题", "问题内容", "试题内容", "标题"],
    "answer": ["答案", "正确答案", "正确答案H", "标准答案", "参考答案", "正确选项"],
    "feedback": ["解析", "答案解析", "试题解析", "分析", "解析内容", "解题思路"],
    "difficulty": ["难度", "难易度", "难度系数"],
    "tags": ["知识点", "考点", "标签"],
    "category": ["章节", "分类", "题库分类", "所属分类"],
    "mark": ["分值", "分数", "得分"],
}


@pytest.mark.parametrize(("field", "word"), [(field, word) for field, words in ALIASES.items() for word in words])
def test_every_alias_names_its_field(field, word):
    others = {"stem": "题干", "answer": "答案"}
    others.pop(field, None)
    columns = find_columns([*others.values(), word])
    assert columns.fields[field] == (len(others),)


@pytest.mark.parametrize(
    "word", ["题干（必填）", "题干(必填)", "（必填）题干", "题 干", "题干\n（勿删）", "*题干", "题干：", "题干【勿删】"]
)
def test_remarks_spaces_line_breaks_and_signs_do_not_count(word):
    assert heading(word) == "题干"


@pytest.mark.parametrize(
    "words",
    [
        "选项A 选项B 选项C",
        "备选A 备选B 备选C",
        "A B C",
        "选项1 选项2 选项3",
        "A选项 B选项 C选项",
        "A项 B项 C项",
        "选项Ａ 选项Ｂ 选项Ｃ",
        "选项(A) 选项(B) 选项(C)",
        "选项一 选项二 选项三",
        "Option A|Option B|Option C",
        "答案A 答案B 答案C",
        "Answer 1|Answer 2|Answer 3",
    ],
)
def test_options_are_known_by_letter_or_number(words):
    columns = find_columns(["题干", *(words.split("|") if "|" in words else words.split()), "正确答案"])
    assert columns.options == (1, 2, 3)


def test_the_content_is_the_question_only_beside_answers_or_options():
    assert find_columns(["类型", "内容", "正确答案"]).fields["stem"] == (1,)
    assert find_columns(["章节", "内容", "A", "B"]).fields["stem"] == (1,)
    assert find_columns(["类型", "内容", "说明"]) is None


def test_answers_in_the_plural_are_the_key_not_an_option():
    columns = find_columns(["Question", "Option A", "Option B", "Answers"])
    assert (columns.fields["answer"], columns.options) == ((3,), (1, 2))


@pytest.mark.parametrize("word", ["错误选项", "干扰项", "Wrong answer ", "Incorrect Option "])
def test_beside_columns_of_wrong_options_the_answer_is_the_text_of_the_first_option(word):
    columns = find_columns(["题干", "正确答案", f"{word}1", f"{word}2", "解析"])
    assert (columns.options, columns.fields["answer"]) == ((1, 2, 3), (1,))
    assert find_columns(["题干", "选项A", "选项B", "正确答案", "错误答案1"]).options == (1, 2)


def test_options_stand_in_the_order_of_their_letters_wherever_the_columns_are():
    assert find_columns(["答案", "选项B", "题干", "选项A"]).options == (3, 1)


def test_of_two_headings_for_a_field_the_better_one_comes_first():
    assert find_columns(["标题", "题干", "答案"]).fields["stem"] == (1, 0)


@pytest.mark.parametrize(
    "cells", [["题干"], ["题干", "备注"], ["答案", "选项A", "选项B"], ["员工题库"], [], ["题干是什么", "答案是A"]]
)
def test_a_row_without_a_text_and_something_beside_it_is_none_of_headings(cells):
    assert find_columns(cells) is None
