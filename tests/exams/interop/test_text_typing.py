"""What typing adds in papers: Markdown, types in brackets, fields of one question, marks at the right option."""

import pytest

from exams.interop.codes import Code
from exams.interop.detect import detect
from exams.interop.result import gather
from exams.interop.text_answers import read_text_answers


def read(text):
    return gather("text", read_text_answers(text))


def one(text):
    result = read(text)
    assert result.rejected == ()
    (question,) = result.questions
    return question


def texts(question):
    return [answer.text for answer in question.answers]


@pytest.mark.parametrize("sign", ["- ", "* ", "• ", "选项"])
def test_options_of_a_list_are_without_its_signs(sign):
    told = one(f"1. 先做什么？\n{sign}A. 核对\n{sign}B. 挂断\n答案：B")
    assert (told.stem, texts(told), told.key) == ("先做什么？", ["核对", "挂断"], "B")


@pytest.mark.parametrize("answer", ["**答案：B**", "**答案**：B", "**答案：** B", "- 答案：B"])
def test_markdown_titles_and_bold_fields_are_read(answer):
    text = f"## 1. 先做什么？\n\n- A. 核对\n- B. 挂断\n\n{answer}\n"
    told = one(text)
    assert (told.stem, told.key) == ("先做什么？", "B")
    assert detect(text.encode()) == "text"


def test_signs_that_belong_to_the_text_stay():
    stem = "下列代码输出什么？\n# 注释\n- 第一步\n**强调** 2**3"
    assert one(f"1. {stem}\nA. 6\nB. 8\n答案：B").stem == stem


@pytest.mark.parametrize("begin", ["【多选题】1. ", "1. 【多选】", "1、_[多选]_ ", "（多选题）", "(多项选择题) 1、"])
def test_a_type_in_brackets_before_a_question_counts_for_it_alone(begin):
    text = f"{begin}哪些对？\nA. 甲\nB. 乙\nC. 丙\n答案：A\n\n【判断题】2. 水会流。\n答案：对"
    first, second = read(text).questions
    assert (first.type, first.stem, first.key) == ("multiple", "哪些对？", "A")
    assert (second.type, second.stem, second.correct) == ("truefalse", "水会流。", True)


def test_every_type_in_brackets_begins_a_question_without_numbers():
    first, second = read("[单选题]哪个？\nA.甲\nB.乙\n答案：A\n[单选题]哪个不是？\nA.甲\nB.乙\n答案：B").questions
    assert (first.stem, first.key, second.stem, second.key) == ("哪个？", "A", "哪个不是？", "B")


SURVEY = """1．哪些会浮？ [多选题] *
木头(正确答案)
软木(正确答案)
铁

2．看下面的数。
它是哪个？[单选题] *
A.一
B.二（正确答案）
答案解析：数一数

3．水会流。 [判断题] *
对(正确答案)
错
"""


def test_the_title_of_a_paper_is_no_question():
    for title in ("客户服务题库\n共二题\n", "# 客户服务题库\n\n"):
        told = read(f"{title}一、单选题\n1. 甲？\nA.一\nB.二\n答案：A")
        assert ([one.stem for one in told.questions], told.rejected) == (["甲？"], ())
        told = read(f"{title}1. 甲？\nA.一\nB.二\n答案：A")
        assert ([one.stem for one in told.questions], told.rejected) == (["甲？"], ())


def test_a_question_above_the_first_number_is_told_though_it_has_no_answer():
    assert [one.line for one in read("先做什么？\n1. 甲？\nA.一\nB.二\n答案：A").rejected] == [1]


@pytest.mark.parametrize("rule", ["---", "=====", "***", "—————"])
def test_a_line_drawn_between_questions_belongs_to_neither(rule):
    first, second = read(f"甲？\nA.一\nB.二\n答案：A\n解析：因为\n{rule}\n乙？\nA.一\nB.二\n答案：B").questions
    assert (first.feedback, second.stem) == ("因为", "乙？")


@pytest.mark.parametrize("answer", ["答案是：B", "正确答案为:B", "Answer: B", "Correct Answer: B", "**Answer: B**"])
def test_the_answer_is_known_by_its_word_in_both_languages(answer):
    text = f"1. Which?\nA. one\nB. two\n{answer}\nExplanation: so"
    assert detect(text.encode()) == "text"
    assert (one(text).key, one(text).feedback) == ("B", "so")


@pytest.mark.parametrize(
    "lines",
    ["您的答案：A\n正确答案：B", "正确答案：B\n你的答案：A", "我的答案：A 正确答案：B", "正确答案：B 考生作答：A"],
)
def test_what_somebody_answered_is_no_key(lines):
    told = one(f"1、先做什么（单选题 5分）\nA.甲\nB.乙\n{lines}\n解析：略")
    assert (told.stem, told.key, texts(told), told.feedback) == ("先做什么", "B", ["甲", "乙"], "略")


def test_a_quoted_answer_leaves_no_sign_behind():
    told = one("1. 甲？\nA. 一\nB. 二\n> 答案：B\n> 解析：略")
    assert (told.key, texts(told), told.feedback) == ("B", ["一", "二"], "略")


def test_gathered_answers_may_be_named_and_explained():
    text = "1.甲？\nA.一\nB.二\n2.乙？\nA.一\nB.二\n参考答案\n1.【答案】A. 一\n【解析】见 2. B 项\n2. 答案：B【解析】略"
    assert [found.key for found in read(text).questions] == ["A", "B"]


def test_marks_at_options_are_the_answer():
    many, single, truth = read(SURVEY).questions
    assert (many.type, many.stem, texts(many), many.key) == ("multiple", "哪些会浮？", ["木头", "软木", "铁"], "AB")
    assert (single.stem, texts(single), single.key) == ("看下面的数。\n它是哪个？", ["一", "二"], "B")
    assert (single.feedback, truth.type, truth.correct) == ("数一数", "truefalse", True)
    assert detect(SURVEY.encode()) == "text"


def test_an_answer_in_brackets_with_its_word_has_no_bracket():
    told = one("1. 首都是____(答案：北京)")
    assert (told.type, told.stem, texts(told)) == ("shortanswer", "首都是____", ["北京"])


def test_fields_name_the_parts_of_each_question():
    text = "题目：首都？\n选项：\nA. 上海\nB. 北京\n答案：B\n\n题目：水？\n选项：A. H2O B. CO2\n答案：A\n"
    first, second = read(text).questions
    assert (first.stem, texts(first), first.key) == ("首都？", ["上海", "北京"], "B")
    assert (second.stem, texts(second), second.key) == ("水？", ["H2O", "CO2"], "A")


def test_letters_and_spaces_begin_options_where_they_run_on():
    told = one("1. 哪些是颜色？\nA 红\nB 蓝\nC 狗\n答案：A,B")
    assert (told.type, told.stem, texts(told), told.key) == ("multiple", "哪些是颜色？", ["红", "蓝", "狗"], "AB")


@pytest.mark.parametrize("answer", ["A,B", "A、C", "A B", "B"])
def test_letters_without_options_are_no_text_to_write(answer):
    (rejected,) = read(f"1. 哪些是颜色？\n红、蓝、狗\n答案：{answer}").rejected
    assert (rejected.code, rejected.line) == (Code.TOO_FEW, 1)
