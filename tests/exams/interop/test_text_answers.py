"""Typed papers and Word documents (interop 3.5, Word/plain text)."""

from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.codes import Code
from exams.interop.detect import detect
from exams.interop.door import read_bank
from exams.interop.errors import BankSheet
from exams.interop.result import gather
from exams.interop.text_answers import read_text_answers
from exams.interop.word import read_word


def read(text):
    return gather("text", read_text_answers(text))


def one(text):
    result = read(text)
    assert result.rejected == ()
    (question,) = result.questions
    return question


@pytest.mark.parametrize("number", ["1.", "1、", "1．", "(1)", "（1）", "①", "第1题", "1)", ""])
def test_a_question_begins_with_its_number(number):
    told = one(f"{number}先做什么？\nA.核对\nB.挂断\n答案：A")
    assert (told.stem, told.key, told.line) == ("先做什么？", "A", 1)


@pytest.mark.parametrize(
    "options", ["A.甲 B.乙 C.丙", "A.甲\nB.乙\nC.丙", "A、甲\tB、乙\nC、丙", "（A）甲（B）乙（C）丙", "A．甲B．乙C．丙"]
)
def test_options_stand_on_one_line_or_several(options):
    assert [answer.text for answer in one(f"1.哪个？\n{options}\n答案：C").answers] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    "answer",
    ["答案：B", "答案:B", "【答案】B", "[答案]B", "正确答案：B", "参考答案：B", "答案 B", "答案B", "【答案】：B"],
)
def test_the_answer_has_a_line(answer):
    assert one(f"1.哪个？\nA.甲\nB.乙\n{answer}").key == "B"


def test_the_answer_may_stand_in_the_brackets_of_the_question():
    told = one("1.正确的是（ D ）。\nA.甲 B.乙 C.丙 D.丁")
    assert (told.key, told.stem) == ("D", "正确的是（ ）。")


@pytest.mark.parametrize("word", ["解析：", "【解析】", "[解析]", "答案解析：", "分析："])
def test_an_explanation_is_kept(word):
    assert one(f"1.哪个？\nA.甲\nB.乙\n答案：A\n{word}因为甲。\n并且乙不对。").feedback == "因为甲。\n并且乙不对。"


def test_answer_and_explanation_may_share_a_line():
    told = one("1.哪个？\nA.甲\nB.乙\n答案：A 解析：因为。")
    assert (told.key, told.feedback) == ("A", "因为。")


def test_a_heading_says_the_type_of_what_follows():
    text = (
        "一、单选题\n1.甲？\nA.一\nB.二\n答案：A\n二、判断题\n1.乙。（√）\n2.丙。×\n"
        "三、填空题\n1.丁____。\n答案：戊\n四、简答题\n1.己？\n答：庚。\n辛。"
    )
    told = read(text).questions
    assert [found.type for found in told] == ["single", "truefalse", "truefalse", "shortanswer", "essay"]
    assert [told[1].correct, told[2].correct, told[4].options["reference"]] == [True, False, "庚。\n辛。"]


def test_numbers_inside_an_answer_begin_no_question():
    told = read("1.甲？\n答案：（1）一；\n（2）二。\n2.乙？\n答案：三\n").questions
    assert [found.stem for found in told] == ["甲？", "乙？"]


def test_decimals_are_no_numbers_of_questions():
    assert [answer.text for answer in one("1.几？\nA.1.5\nB.2.5\n答案：B").answers] == ["1.5", "2.5"]


@pytest.mark.parametrize("keys", ["1-3 BAB", "1.B 2.A 3.B", "1、B\n2、A\n3、B", "1-2 BA 3 B", "1～3：BAB", "1B 2A 3B"])
def test_answers_may_be_gathered_at_the_end(keys):
    text = "".join(f"{number}.题{number}？\nA.甲\nB.乙\n" for number in (1, 2, 3))
    assert [found.key for found in read(f"{text}参考答案\n{keys}").questions] == ["B", "A", "B"]


@pytest.mark.parametrize(
    "keys",
    [
        "参考答案：1-3 BAB",
        "答案：1.B 2.A 3.B",
        "【答案】1-2 BA 3 B",
        "答案：1-3 BAB\n解析：\n1. 因为A\n2. 因为B",
        "答案表\n题号 1 2 3\n答案 B A B",
        "参考答案\n| 题号 | 1 | 2 | 3 |\n|---|---|---|---|\n| 答案 | B | A | B |",
        "参考答案：\n单选题：1-3 BAB",
    ],
)
def test_answers_at_the_end_may_begin_in_the_line_that_names_them_or_stand_in_a_table(keys):
    text = "".join(f"{number}.题{number}？\nA.甲\nB.乙\n" for number in (1, 2, 3))
    told = read(f"一、单选题\n{text}{keys}")
    assert (told.rejected, [found.key for found in told.questions]) == ((), ["B", "A", "B"])


def test_answers_numbered_by_blanks_belong_to_one_question():
    told = read("1.甲？\n答案：乙\n2.先____后____。\n答案：1.核对 2.挂断\n").questions
    assert [[answer.text for answer in part.answers] for part in told[1].parts] == [["核对"], ["挂断"]]


def test_gathered_answers_go_by_their_sections():
    text = "一、单选题\n1.甲？\nA.一\nB.二\n二、多选题\n1.乙？\nA.一\nB.二\nC.三\n三、判断题\n1.丙。\n2.丁。\n"
    told = read(f"{text}答案\n一、单选题\n1.B\n二、多选题\n1.AC\n三、判断题：1-2 √×").questions
    assert [found.key or found.correct for found in told] == ["B", "AC", True, False]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.哪个？\nA.甲\nB.乙\n", Code.NO_ANSWER),
        ("1.哪个？\nA.甲\nB.乙\n答案：C", Code.SHEET_KEY),
        ("1.哪个？\nA.甲\n答案：A", Code.TOO_FEW),
    ],
)
def test_a_question_that_is_not_taken_has_a_line_and_the_others_go_on(text, code):
    result = read(f"1.好？\nA.甲\nB.乙\n答案：A\n2.{text[2:]}\n3.也好？\nA.甲\nB.乙\n答案：B\n")
    assert [(found.code, found.line) for found in result.rejected] == [(code, 5)]
    assert [found.stem for found in result.questions] == ["好？", "也好？"]


def test_a_typed_paper_is_known_by_its_answers():
    assert detect("1.哪个？\nA.甲\nB.乙\n答案：A\n".encode()) == "text"
    assert detect("1.正确的是（ A ）\nA.甲\nB.乙\n".encode("gb18030")) == "text"
    assert detect("1.哪个？\nA.甲\nB.乙\n答案表\n题号 1\n答案 A\n".encode()) == "text"


@given(st.text(alphabet="1.2、A.B甲答案：解析\n （）√-", max_size=100))
def test_any_text_is_read(text):
    for found in read_text_answers(text):
        assert found.line >= 1


def document(*paragraphs, table=()):
    made = docx.Document()
    for text in paragraphs:
        style, _, said = text.rpartition("|")
        made.add_paragraph(said, style=style or None)
    if table:
        cells = made.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(cells.add_row().cells, row, strict=True):
                cell.text = text
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def test_a_document_is_read_as_a_typed_paper():
    result = read_bank(document("一、单选题", "1.哪个？", "A.甲\tB.乙", "答案：B"))
    assert (result.format, [found.key for found in result.questions]) == ("docx", ["B"])


def test_numbers_that_word_writes_count():
    raw = document("List Number|甲？", "A.一", "B.二", "答案：A", "List Number|乙？", "A.一", "B.二", "答案：B")
    assert [found.stem for found in read_bank(raw).questions] == ["甲？", "乙？"]


def test_a_table_with_headings_in_a_document_is_read_by_them():
    raw = document("题库", table=[["题干", "选项A", "选项B", "答案"], ["哪个？", "甲", "乙", "B"]])
    assert [found.key for found in read_bank(raw).questions] == ["B"]


def test_underlined_spaces_are_a_blank():
    made = docx.Document()
    paragraph = made.add_paragraph("1.首都是")
    paragraph.add_run("     ").underline = True
    made.add_paragraph("答案：北京")
    file = BytesIO()
    made.save(file)
    (question,) = read_bank(file.getvalue()).questions
    assert (question.type, question.stem) == ("shortanswer", "首都是____")


def test_what_is_no_document_is_refused():
    from tests.exams.interop.sheets.books import GOOD, HEAD, book

    with pytest.raises(BankSheet):
        list(read_word(book(题库=[HEAD, GOOD])))
