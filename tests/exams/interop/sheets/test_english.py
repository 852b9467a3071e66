"""Interop 3.5 with each text twice: English columns beside the Chinese ones (headings by words, never by place)."""

import pytest

from exams.interop.codes import Code
from exams.interop.result import gather
from exams.interop.sheets.cells import Row
from exams.interop.sheets.headings import find_columns
from exams.interop.sheets.table import Table


def read(head, *rows):
    cells = [head.split(), *([cell.strip("-") for cell in row.split()] for row in rows)]
    return gather("table", Table().read(Row(number, list(row)) for number, row in enumerate(cells, start=1)))


def one(head, *rows):
    result = read(head, *rows)
    assert result.rejected == ()
    (question,) = result.questions
    return question


@pytest.mark.parametrize(
    "head",
    [
        "题型 题干 Stem_EN 选项A A_EN 选项B B_EN 答案 解析 解析（英文）",
        "题型 中文题干 英文题干 中文选项A 英文选项A 中文选项B 英文选项B 答案 解析 Explanation_EN",
        "题型 题干(中文) 题干(英文) 选项A(CN) 选项A(EN) 选项B(CN) 选项B(EN) 答案 解析(ZH) 解析(ENG)",
        "题型 题目 Question 选项A Option.A 选项B Option.B 答案 解析 Explanation",
        "题型 题干 题干【英文版】 A A（English） B B（English） 答案 解析 英文解析",
    ],
)
def test_the_english_text_goes_beside_the_chinese_one(head):
    question = one(head, "单选题 几月？ Month? 一 One 二 Two A 因为 Because")
    assert (question.stem, [answer.text for answer in question.answers], question.key) == ("几月？", ["一", "二"], "A")
    assert question.options["translation"] == {"stem": "Month?", "options": ["One", "Two"], "feedback": "Because"}


def test_a_row_with_english_alone_is_a_question_in_english():
    question = one("题干 题干EN 选项A 选项A_EN 选项B 选项B_EN 答案 解析EN", "- Month? - One - Two B Because")
    assert (question.stem, [answer.text for answer in question.answers]) == ("Month?", ["One", "Two"])
    assert (question.key, question.feedback, dict(question.options)) == ("B", "Because", {})


def test_a_row_with_chinese_alone_has_no_other_language():
    assert one("题干 题干EN 选项A 选项A_EN 选项B 选项B_EN 答案", "几月？ - 一 - 二 - A").options == {}


@pytest.mark.parametrize("head", ["Question_EN A_EN B_EN Answer", "Question Option.A Option.B Answer"])
def test_a_table_in_english_alone_is_read_as_ever(head):
    question = one(head, "Month? One Two B")
    assert (question.stem, question.key, question.options) == ("Month?", "B", {})


@pytest.mark.parametrize("word", ["答案（多选用英文逗号分隔，如A,B）", "答案(英文字母)", "正确答案[填英文大写字母]"])
def test_a_remark_that_speaks_of_english_makes_no_english_column(word):
    columns = find_columns(["题干", word])
    assert (columns.fields["answer"], dict(columns.english)) == ((1,), {})


def test_letters_of_other_words_name_no_language():
    assert find_columns(["Content", "Correct Answer", "Explanation", "Option A", "Option B"]).english == {}


@pytest.mark.parametrize(
    ("word", "answer", "kind"),
    [
        ("单", "A", "single"),
        ("多", "AB", "multiple"),
        ("multiple", "AB", "multiple"),
        ("MCQ", "B", "single"),
        ("应用题", "A", "single"),
    ],
)
def test_short_words_and_open_kinds_with_options_are_choices(word, answer, kind):
    assert one("题型 题干 选项A 选项B 答案", f"{word} 几？ 一 二 {answer}").type == kind


@pytest.mark.parametrize(
    ("word", "kind"), [("qa", "essay"), ("翻译题", "essay"), ("编程", "essay"), ("TF", "truefalse")]
)
def test_open_kinds_without_options_are_marked_by_a_person(word, kind):
    assert one("题型 题干 答案", f"{word} 为何？ 对").type == kind


def test_options_of_a_type_that_has_none_are_told_for_a_cell_may_have_moved():
    result = read("题型 题干 选项A 选项B 答案", "判断题 对吗？ - 对 1", "判断题 对吗？ 正确 错误 B")
    assert [(found.code, found.row, found.column) for found in result.warnings] == [(Code.SHEET_OPTIONS, 2, "C")]
    assert [question.correct for question in result.questions] == [True, False]
