"""Text tables: encodings, separators, quotation marks (interop 3.5, security I03)."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.codes import Code
from exams.interop.door import read_bank
from exams.interop.errors import BankHeadings
from exams.interop.sheets.csv_rows import separator_of
from exams.interop.sheets.read import read_csv

TEXT = "题型,题干,选项A,选项B,答案\n单选题,先核对什么？,身份,余额,A\n判断题,可以告知。,,,错\n"


def told(text):
    return [(one.code, one.row, one.line) for one in read_csv(text) if hasattr(one, "code")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_every_encoding_and_separator_is_found_out(encoding, separator):
    result = read_bank(TEXT.replace(",", separator).encode(encoding))
    assert result.format == "csv"
    assert [(one.type, one.stem) for one in result.questions] == [
        ("single", "先核对什么？"),
        ("truefalse", "可以告知。"),
    ]


def test_an_encoding_that_was_guessed_is_told():
    assert [one.code for one in read_bank(TEXT.encode("gb18030")).warnings] == [Code.ENCODING]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_is_one(end):
    assert len(read_bank(TEXT.replace("\n", end).encode()).questions) == 2


def test_a_large_file_is_known_by_its_beginning():
    raw = (TEXT + "单选题,先核对什么？,身份,余额,A\n" * 12_000).encode()
    assert len(read_bank(raw).questions) == 12_002


def test_remarks_above_the_headings_do_not_count_as_rows():
    remarks = "".join(f"# 说明 {number}: 甲, 乙\n" for number in range(8))
    assert [one.stem for one in read_bank((remarks + TEXT).encode()).questions] == ["先核对什么？", "可以告知。"]
    numbered = "#,题干,选项A,选项B,答案\n1,先核对什么？,身份,余额,A\n"
    assert [one.stem for one in read_bank(numbered.encode()).questions] == ["先核对什么？"]


def test_a_cell_may_hold_line_ends_separators_and_quotation_marks():
    text = '题干,选项,答案\n"他说""好"",对吗？",甲|乙,A\n"第一行\n第二行",甲|乙,B\n'
    first, second = read_bank(text.encode()).questions
    assert (first.stem, second.stem, second.line, second.row) == ('他说"好",对吗？', "第一行\n第二行", 3, 3)


def test_a_quotation_mark_too_few_costs_its_row_only():
    text = '题干,选项A,选项B,答案\n"没有结束,甲,乙,A\n好的？,甲,乙,B\n'
    assert told(text) == [(Code.SHEET_QUOTE, 2, 2)]
    assert [one.stem for one in read_bank(text.encode()).questions] == ["好的？"]


def test_a_quotation_mark_inside_a_cell_is_let_by():
    (question,) = read_bank('题干,选项A,选项B,答案\n"他说"好"，对吗？",甲,乙,B\n'.encode()).questions
    assert (question.stem, question.key) == ('他说"好"，对吗？', "B")


def test_excel_s_line_about_the_separator_is_no_row():
    assert len(read_bank(("sep=;\n" + TEXT.replace(",", ";")).encode()).questions) == 2


@pytest.mark.parametrize("text", ["单选题,题,甲,乙,A\n", "a,b,c\n1,2,3\n", "题干\n甲\n"])
def test_a_table_without_headings_is_refused(text):
    with pytest.raises(BankHeadings):
        list(read_csv(text))


def test_signs_that_nobody_sees_are_left_out():
    (question,) = read_bank("题干,选项A,选项B,答案\n\u200b题\u202e\x00？,甲\u00a0乙,丙,A\n".encode()).questions
    assert (question.stem, question.answers[0].text) == ("题？", "甲 乙")


@pytest.mark.parametrize("text", ["007", "1E5", "123456789012345678", "１２３", "1/2"])
def test_what_looks_like_a_number_stays_as_it_is(text):
    (question,) = read_bank(f"题干,选项A,选项B,答案\n哪个？,{text},乙,A\n".encode()).questions
    assert question.answers[0].text == text


def test_an_apostrophe_before_a_formula_is_taken_off_and_any_other_kept():
    (question,) = read_bank("题干,选项A,选项B,答案\n哪个？,'=1+1,'甲,A\n".encode()).questions
    assert [one.text for one in question.answers] == ["=1+1", "'甲"]


@given(st.text(alphabet='题干答案,;\t"\n\rA甲=', max_size=80))
def test_any_text_is_read_or_refused(text):
    try:
        for one in read_csv(f"题干,选项A,选项B,答案\n{text}"):
            assert one.row >= 2
    except BankHeadings:
        assert not separator_of(f"题干,选项A,选项B,答案\n{text}")


def test_rows_are_counted_as_a_spreadsheet_counts_them():
    out = StringIO()
    csv.writer(out).writerows(
        [["题干", "选项A", "选项B", "答案"], ["一\n二", "甲", "乙", "A"], ["三", "甲", "乙", "E"]]
    )
    assert told(out.getvalue()) == [(Code.SHEET_KEY, 3, 4)]
