"""Rows of a table as questions (interop 3.5)."""

import pytest

from exams.interop.codes import Code
from exams.interop.question import Question
from exams.interop.result import Rejected, Warned, gather
from exams.interop.sheets.cells import Row
from exams.interop.sheets.table import Table

HEAD = ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "难度", "知识点", "章节", "分值"]


def read(*rows, name=""):
    return gather("table", Table(name).read(Row(number, list(row)) for number, row in enumerate(rows, start=1)))


def one(*rows, name=""):
    result = read(*rows, name=name)
    assert result.rejected == ()
    (question,) = result.questions
    return question


def asked(kind, answer, *options, stem="题干？", head=HEAD):
    return [kind, stem, *options, *[""] * (4 - len(options)), answer]


def question(kind, answer, *options, stem="题干？"):
    return one(HEAD, asked(kind, answer, *options, stem=stem))


def refused(kind, answer, *options, stem="题干？"):
    (found,) = read(HEAD, asked(kind, answer, *options, stem=stem)).rejected
    return found.code, found.row, found.column


def doubts(kind, answer, *options, stem="题干？"):
    return [found.code for found in read(HEAD, asked(kind, answer, *options, stem=stem)).warnings]


def test_a_row_is_a_question_with_all_it_says():
    row = ["单选题", "先做什么？", "核对", "查询", "挂断", "转接", "A", "先核对", "易", "身份;电话", "第一章", "2.5分"]
    told = one(HEAD, row)
    assert (told.type, told.stem, told.key, told.n_options, told.row) == ("single", "先做什么？", "A", 4, 2)
    assert [(answer.text, answer.fraction) for answer in told.answers] == [
        ("核对", 1),
        ("查询", 0),
        ("挂断", 0),
        ("转接", 0),
    ]
    assert (told.feedback, told.options["difficulty"], told.tags) == ("先核对", "易", ("身份", "电话"))
    assert (told.category, told.mark, told.format, told.name) == ("第一章", 2.5, "plain", "先做什么？")


def test_right_options_share_the_mark_and_a_wrong_one_takes_it():
    told = question("多选题", "AC", "甲", "乙", "丙")
    assert told.type == "multiple"
    assert [answer.fraction for answer in told.answers] == [0.5, -1, 0.5]


def test_an_indefinite_question_may_have_one_right_option_or_several():
    assert question("不定项", "B", "甲", "乙").type == "multiple"
    assert doubts("不定项", "B", "甲", "乙") == []


@pytest.mark.parametrize(("row", "stem"), [(4, 5), (0, 1), (3, 4)])
def test_headings_may_stand_below_a_title_and_remarks(row, stem):
    told = read(*[["培训题库"]] * row, HEAD, asked("单选", "A", "甲", "乙"))
    assert [found.row for found in told.questions] == [stem + 1]


def test_headings_below_the_fifth_row_are_not_looked_for():
    table = Table()
    rows = [Row(number, ["说明"]) for number in range(1, 6)] + [Row(6, HEAD), Row(7, asked("单选", "A", "甲", "乙"))]
    assert list(table.read(rows)) == []
    assert not table.found


def test_blank_rows_count_for_nothing():
    told = read([""], [], HEAD, ["", ""], asked("单选", "A", "甲", "乙"), [""] * 12)
    assert [found.row for found in told.questions] == [5]


@pytest.mark.parametrize("answer", ["对", "√", "正确", "A", "TRUE"])
def test_true_or_false_with_its_options(answer):
    assert question("判断题", answer, "正确", "错误").correct is True


def test_a_letter_counts_by_what_its_option_says():
    assert question("判断题", "A", "错误", "正确").correct is False


def test_a_letter_without_options_is_told():
    assert question("判断题", "B").correct is False
    assert doubts("判断题", "B") == [Code.SHEET_LETTER]


@pytest.mark.parametrize(
    ("answer", "options", "kind"),
    [
        ("A", ("甲", "乙"), "single"),
        ("AB", ("甲", "乙", "丙"), "multiple"),
        ("对", (), "truefalse"),
        ("A", ("正确", "错误"), "truefalse"),
        ("北京", (), "shortanswer"),
        ("第一，核对来电人的身份；第二，说明用途并记录；第三，按规定答复，不得泄露他人信息，最后致谢。", (), "essay"),
    ],
)
def test_without_a_type_the_answer_tells_it(answer, options, kind):
    assert question("", answer, *options).type == kind


def test_the_title_of_a_sheet_is_the_type_of_its_questions():
    rows = (["题干", "答案"], ["可以。", "错"])
    assert one(*rows, name="判断题").type == "truefalse"


def test_a_row_that_announces_a_type_holds_for_the_rows_below():
    told = read(
        ["题干", "选项A", "选项B", "答案"],
        ["一、单选题"],
        ["甲？", "一", "二", "A"],
        ["二、多选题", "", "", ""],
        ["乙？", "一", "二", "AB"],
    )
    assert [found.type for found in told.questions] == ["single", "multiple"]


def test_headings_that_stand_again_are_read_anew():
    told = read(HEAD, asked("单选", "A", "甲", "乙"), ["题干", "题型", "答案"], ["可以。", "判断", "对"])
    assert [found.type for found in told.questions] == ["single", "truefalse"]


@pytest.mark.parametrize("cell", ["甲|乙|丙", "甲\n乙\n丙", "A、甲 B、乙 C、丙", "A.甲\nB.乙\nC.丙"])
def test_options_may_stand_in_one_cell(cell):
    told = one(["题干", "选项", "答案"], ["哪个？", cell, "C"])
    assert ([answer.text for answer in told.answers], told.key) == (["甲", "乙", "丙"], "C")


@pytest.mark.parametrize("labels", [("A、", "B、", "C、"), ("", "", ""), ("(A)", "(B)", "(C)")])
def test_options_may_be_stacked_in_the_rows_below(labels):
    options = [f"{label}{text}" for label, text in zip(labels, "甲乙丙", strict=True)]
    rows = [
        ["题干", "选项", "答案"],
        ["哪个？", options[0], "B"],
        ["", options[1], ""],
        ["", options[2], ""],
        ["可以。", "", "对"],
    ]
    first, second = read(*rows).questions
    assert ([answer.text for answer in first.answers], first.key) == (["甲", "乙", "丙"], "B")
    assert (second.type, second.row) == ("truefalse", 5)


def test_options_may_be_stacked_below_the_question_itself():
    told = one(["题干", "答案"], ["哪个？", "B"], ["A. 甲", ""], ["B. 乙", ""])
    assert [answer.text for answer in told.answers] == ["甲", "乙"]


def test_options_may_stand_in_the_question():
    told = one(["题型", "题干", "答案"], ["单选题", "哪个？\nA. 甲\nB. 乙", "B"])
    assert (told.stem, [answer.text for answer in told.answers]) == ("哪个？", ["甲", "乙"])


def test_options_lose_the_letters_of_their_columns():
    assert [answer.text for answer in question("单选", "A", "A、甲", "B.乙").answers] == ["甲", "乙"]


def test_one_blank_is_a_short_answer_with_its_alternatives():
    told = question("填空题", "北京;北京市", stem="首都是____。")
    assert (told.type, told.stem) == ("shortanswer", "首都是____。")
    assert [(answer.text, answer.fraction) for answer in told.answers] == [("北京", 1), ("北京市", 1)]


def test_several_blanks_are_a_cloze():
    told = question("填空题", "北京|上海;沪", stem="____和（ ）。")
    assert (told.type, told.stem, told.mark) == ("cloze", "{#1}和{#2}。", 2)
    assert [[answer.text for answer in part.answers] for part in told.parts] == [["北京"], ["上海", "沪"]]


@pytest.mark.parametrize("kind", ["简答题", "问答题", "论述题", "名词解释", "案例分析题"])
def test_a_written_question_keeps_its_reference_answer(kind):
    told = question(kind, "要点")
    assert (told.type, told.options["reference"]) == ("essay", "要点")


def test_a_sum_is_numerical_and_a_case_with_options_a_choice():
    assert question("计算题", "1,234.5").answers[0].text == "1234.5"
    assert question("案例题", "B", "甲", "乙").type == "single"


@pytest.mark.parametrize("answer", ["BCA", "B,C,A", "B→C→A", "乙|丙|甲"])
def test_an_order_is_said_by_letters_or_texts(answer):
    assert question("排序题", answer, "甲", "乙", "丙").items == ("乙", "丙", "甲")


@pytest.mark.parametrize("answer", ["甲->一|乙->二", "甲→一；乙→二", "甲-一;乙-二", "甲：一\n乙：二"])
def test_pairs_stand_in_the_answer(answer):
    assert question("匹配题", answer).pairs == (("甲", "一"), ("乙", "二"))


def test_an_answer_may_stand_in_the_brackets_of_the_question():
    told = question("单选题", "", "甲", "乙", stem="正确的是（ B ）。")
    assert (told.key, told.stem) == ("B", "正确的是（ ）。")


@pytest.mark.parametrize(
    ("kind", "answer", "options", "stem", "code", "column"),
    [
        ("单选题", "A", ("甲", "乙"), "", Code.SHEET_STEM, "B"),
        ("单选题", "", ("甲", "乙"), "题", Code.NO_ANSWER, "G"),
        ("单选题", "E", ("甲", "乙"), "题", Code.SHEET_KEY, "G"),
        ("单选题", "B", ("甲", "", "丙"), "题", Code.SHEET_KEY, "G"),
        ("单选题", "AB", ("甲", "乙"), "题", Code.SHEET_ONE, "G"),
        ("单选题", "甲乙", ("甲", "乙"), "题", Code.SHEET_ANSWER, "G"),
        ("单选题", "A", ("甲",), "题", Code.TOO_FEW, "C"),
        ("多选题", "A", (), "题", Code.TOO_FEW, "C"),
        ("看图题", "A", ("甲", "乙"), "题", Code.UNSUPPORTED, "A"),
        ("判断题", "也许", (), "题", Code.SHEET_TRUTH, "G"),
        ("判断题", "", (), "题", Code.NO_ANSWER, "G"),
        ("判断题", "A", ("同意", "反对"), "题", Code.SHEET_TRUTH, "G"),
        ("填空题", "", (), "题____", Code.NO_ANSWER, "G"),
        ("填空题", "甲", (), "____和____", Code.SHEET_BLANKS, "G"),
        ("填空题", "甲|乙", (), "题____", Code.SHEET_BLANKS, "G"),
        ("填空题", "甲||丙", (), "题", Code.SHEET_BLANKS, "G"),
        ("排序题", "AB", ("甲", "乙", "丙"), "题", Code.SHEET_ANSWER, "G"),
        ("匹配题", "甲", (), "题", Code.SHEET_ANSWER, "G"),
    ],
)  # fmt: skip
def test_a_row_that_is_not_taken_has_row_column_and_code(kind, answer, options, stem, code, column):
    assert refused(kind, answer, *options, stem=stem) == (code, 2, column)


@pytest.mark.parametrize("mark", ["两分", "-1", "abc", "1e9"])
def test_points_are_a_number(mark):
    (found,) = read(HEAD, [*asked("单选", "A", "甲", "乙"), "", "", "", "", mark]).rejected
    assert (found.code, found.column) == (Code.SHEET_MARK, "L")


@pytest.mark.parametrize("answer", ["A", "AB", "选项29", "29"])
def test_more_options_than_letters_are_refused_and_the_other_rows_go_on(answer):
    head, cell = ["题型", "题干", "选项", "答案"], "|".join(f"选项{number}" for number in range(27))
    result = read(head, ["单选题", "多？", cell, answer], ["单选题", "少？", "甲|乙", "A"])
    (found,) = result.rejected
    assert (found.code, found.facts, found.row, found.column) == (Code.SHEET_MANY, {"count": 27, "most": 26}, 2, "C")
    assert [one.stem for one in result.questions] == ["少？"]


def test_the_rows_after_a_bad_one_go_on():
    told = read(HEAD, asked("单选", "E", "甲", "乙"), asked("单选", "A", "甲", "乙"))
    assert ([found.row for found in told.rejected], [found.row for found in told.questions]) == ([2], [3])


def test_a_finding_names_its_sheet():
    (found,) = read(HEAD, asked("单选", "E", "甲", "乙"), name="第一张").rejected
    assert found.facts["sheet"] == "第一张"


@pytest.mark.parametrize(
    ("kind", "answer", "options", "code"),
    [
        ("多选题", "A", ("甲", "乙"), Code.SHEET_FEW),
        ("单选题", "A", ("甲", "", "丙"), Code.EMPTY_OPTION),
        ("单选题", "A", ("甲", "乙", "乙"), Code.SHEET_SAME),
        ("单选题", "A", ("[图片]", "乙"), Code.SHEET_IMAGE),
    ],
)
def test_what_was_taken_but_looks_odd_is_told(kind, answer, options, code):
    assert doubts(kind, answer, *options) == [code]


def test_an_empty_option_keeps_the_letters_of_the_others():
    told = question("单选题", "C", "甲", "", "丙")
    assert (told.key, told.n_options, [answer.fraction for answer in told.answers]) == ("C", 3, [0, 0, 1])


def test_everything_a_table_gives_is_a_question_or_a_finding():
    table = Table().read([Row(1, HEAD), Row(2, asked("单选", "A", "甲", "乙")), Row(3, asked("单选", "", "甲", "乙"))])
    assert [type(found) for found in table] == [Question, Rejected]
    assert not issubclass(Rejected, Warned)
